"""Evidence: every sentence once, the marked parts of each use in the characters that a browser counts."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from typing import Any

from extractor.facts.fact import Evidence
from extractor.page.safe import name, sentence
from extractor.page.tables import Table
from extractor.query import FactView, Passage

Span = tuple[int, int, str]


class Sentences:
    """The sentences of a graph by their numbers, and the rules that found something in them."""

    def __init__(self, articles: dict[str, int]) -> None:
        self._articles = articles
        self._places: Table[tuple[int, str]] = Table()
        self._rules: Table[str] = Table()

    @property
    def rows(self) -> list[list[Any]]:
        """``[article, text]`` for each."""
        return [list(row) for row in self._places.rows]

    @property
    def rules(self) -> list[str]:
        """The names of the rules."""
        return self._rules.rows

    def uses(self, fact: FactView) -> list[list[Any]]:
        """``[sentence, rule, start, end, role, ...]`` for each piece of evidence of a fact, the earliest first.

        ``start`` and ``end`` of a marked part count UTF-16 units of the sentence.
        """
        articles = {article.id: article for article in fact.articles}
        found = []
        for evidence in fact.evidence:
            article = articles[evidence.article]
            passage = Passage.of(article, evidence, fact)
            number = self._places.number((self._articles[article.id], sentence(evidence.quote)))
            place = _units(evidence.quote)
            marks: list[Any] = []
            for start, end, role in _spans(fact, evidence, passage.spans):
                marks += [place[start - evidence.start], place[end - evidence.start], name(role)]
            order = article.published or "~", article.id, evidence.start
            found.append((order, [number, self._rules.number(name(evidence.by)), *marks]))
        return [use for _, use in sorted(found, key=lambda pair: pair[0])]


def _spans(fact: FactView, evidence: Evidence, given: Iterable[Span]) -> list[Span]:
    """The marked parts in order, none over another; where none is an end of the fact, the names of that end."""
    spans = [span for span in given if evidence.start <= span[0] < span[1] <= evidence.end]
    roles = {role for *_, role in spans}
    for role, end in (("subject", fact.subject), ("object", fact.object)):
        if end is not None and role not in roles:
            inside = (one for one in end.mentions if one.article == evidence.article)
            spans += [
                (one.start, one.end, role) for one in inside if evidence.start <= one.start < one.end <= evidence.end
            ]
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1], span[2])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _units(text: str) -> range | list[int]:
    """For every place between characters how many UTF-16 units stand before it."""
    if all(char <= "\uffff" for char in text):
        return range(len(text) + 1)
    return [0, *accumulate(1 + (char > "\uffff") for char in text)]
