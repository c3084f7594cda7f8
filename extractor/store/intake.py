"""Articles as they are given: file by file, so that copies in two files are told apart until all are known."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.articles import read_articles
from extractor.articles.article import Article
from extractor.articles.inputs import expand
from extractor.articles.readers import recognised
from extractor.errors import Problem


def read_given(inputs: Iterable[str]) -> tuple[list[Article], list[Problem]]:
    """The articles of every file behind the inputs, copies in other files and all, and what could not be read."""
    articles: list[Article] = []
    problems: set[Problem] = set()
    for found in expand(inputs, recognised):
        if isinstance(found, Problem):
            problems.add(found)
            continue
        intake = read_articles([found])
        articles += intake.articles
        problems |= set(intake.problems)
    return articles, sorted(problems)
