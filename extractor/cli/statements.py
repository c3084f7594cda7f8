"""Printing who says what: independent sources with their sentences, copies told apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.cli.terminal import clean

if TYPE_CHECKING:
    from extractor.ontology import Ontology
    from extractor.query.support import Source, Support


def count(number: int, thing: str) -> str:
    """A number with its noun.

    >>> count(1, "source"), count(2, "source")
    ('1 source', '2 sources')
    """
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def support_lines(support: Support, indent: str) -> Iterator[str]:
    """Lines for all sources: name, date and title of each article, a copy said to be one, and its sentences below."""
    for source in support.sources:
        yield from (f"{indent}{line}" for line in _source(source))


def ontology_of(folder: Path | None) -> Ontology | None:
    """The ontology with what a folder adds, ``None`` without a folder; :class:`UsageError` where it is none."""
    if folder is None:
        return None
    from extractor.api import folder_of
    from extractor.ontology import load_ontology

    return load_ontology(folder_of("ontology", folder))


def _source(source: Source) -> Iterator[str]:
    shown = set()
    for statement in source.statements:
        article = statement.article
        if article.id not in shown:
            shown.add(article.id)
            role = ", copied" if article.id in source.copies else ""
            published = (article.published or "no date")[:10]
            yield clean(f"{article.source or article.path} ({published}{role}): {article.title}")
        yield f"  “{clean(statement.evidence.quote)}”"
