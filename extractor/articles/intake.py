"""The way in: inputs are found, loaded, decoded, read, cleaned and freed of duplicates."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from extractor.articles.article import Article
from extractor.articles.decoding import decode
from extractor.articles.duplicates import merge_duplicates
from extractor.articles.finishing import finish
from extractor.articles.inputs import STDIN, expand, label
from extractor.articles.loading import load_file, load_stream
from extractor.articles.readers import guessed, reader_for, recognised
from extractor.articles.record import Place
from extractor.errors import Problem, UsageError


@dataclass(slots=True)
class Intake:
    """What was read: articles without duplicates, sorted by date and id, and the problems met on the way, sorted."""

    articles: list[Article] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_articles(
    inputs: Iterable[str | Path],
    *,
    stdin: BinaryIO | None = None,
    max_bytes: int = 20_000_000,
    progress: Callable[[str], None] | None = None,
) -> Intake:
    """Read all articles behind the inputs: files, folders, patterns such as ``news/*.md``, ``-`` for standard input.

    ``stdin`` stands in for ``sys.stdin.buffer``; a file above ``max_bytes`` (packed or unpacked) is not read;
    ``progress`` is called with each path before it is read. Whatever is wrong with an input becomes a ``Problem``; the
    result does not depend on the order of the inputs. Raises ``UsageError`` for a limit below 1, or for one text where
    a list of inputs is due.
    """
    if max_bytes < 1:
        raise UsageError(f"max_bytes must be at least 1, not {max_bytes}")
    if isinstance(inputs, str | Path):
        raise UsageError("inputs must be a list of paths, not one path")
    articles: list[Article] = []
    problems: set[Problem] = set()
    for found in expand(inputs, recognised):
        for item in [found] if isinstance(found, Problem) else _file(found, stdin, max_bytes, progress):
            if isinstance(item, Article):
                articles.append(item)
            else:
                problems.add(item)
    return Intake(merge_duplicates(articles), sorted(problems))


def _file(
    path: Path, stdin: BinaryIO | None, max_bytes: int, progress: Callable[[str], None] | None
) -> Iterator[Article | Problem]:
    place = Place(label(path))
    if progress:
        progress(place.path)
    try:
        data = _load(path, place, stdin, max_bytes)
        yield from [data] if isinstance(data, Problem) else _articles(data, path, place)
    except Exception as error:  # the last line of defence: one bad file must not end a run
        yield place.problem(f"cannot be read any further ({type(error).__name__}: {str(error)[:200]})")


def _load(path: Path, place: Place, stdin: BinaryIO | None, max_bytes: int) -> bytes | Problem:
    if str(path) == STDIN:
        return load_stream(stdin or sys.stdin.buffer, place, max_bytes)
    return load_file(path, place, max_bytes)


def _articles(data: bytes, path: Path, place: Place) -> Iterator[Article | Problem]:
    text, remarks = decode(data, place)
    yield from remarks
    if text is not None and (reason := guessed(path, text)):
        yield place.problem(reason, skipped=False)
    for found in reader_for(path, text)(text, place.path) if text is not None else ():
        if isinstance(found, Problem):
            yield found
            continue
        article, problems = finish(found)
        yield from problems
        if article:
            yield article
