"""Claims: what a fact says in one of its wordings, with all that must be equal before it is held against another."""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from extractor.articles.article import Article
from extractor.facts.fact import Evidence
from extractor.ontology import Ontology
from extractor.query.agreement.conditions import COUNTED, ConditionReader, Stated
from extractor.query.agreement.extent import Extent, extent_of
from extractor.query.dates import period
from extractor.query.view import FactView


@dataclass(frozen=True, slots=True)
class Statement:
    """A place where a claim is made: the article and the evidence in it."""

    article: Article
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact under certain conditions, with the places that state it so.

    ``extent`` are the values that it stands for, ``None`` where it has no value. An ``open`` claim says that there are
    other values besides, or that this is the value of something else.
    """

    fact: FactView
    statements: tuple[Statement, ...]
    conditions: Stated = ()
    open: bool = False
    extent: Extent | None = None

    @property
    def days(self) -> tuple[date, ...]:
        """The days of publication, sorted; unknown ones are left out."""
        return tuple(sorted({s.article.day for s in self.statements if s.article.day}))

    @property
    def articles(self) -> frozenset[str]:
        """The ids of the articles that make the claim."""
        return frozenset(statement.article.id for statement in self.statements)

    @property
    def denied(self) -> bool:
        """Whether the claim is that it is not so."""
        return self.fact.modality == "denied"

    @property
    def planned(self) -> bool:
        """Whether the claim is about what is to come."""
        return self.fact.modality == "planned"

    @property
    def order(self) -> tuple[float, int, str, Stated, bool]:
        """A total order of the claims of one fact or several: the most exact first, then the one stated most often."""
        return self._width, -len(self.statements), self.fact.id, self.conditions, self.open

    @property
    def _width(self) -> float:
        """How little the claim says: the width of its values, or the days that its date leaves open."""
        if self.extent is not None:
            return self.extent.width
        days = period(self.fact.date) if self.fact.date else None
        return (days[1] - days[0]).days if days else math.inf


class ClaimReader:
    """Makes claims of facts: one for each set of conditions and each precision that their sentences state.

    ``families`` are the ids of entities that have members: their values are those of one member or another.
    """

    def __init__(self, ontology: Ontology, families: Container[str] = ()) -> None:
        self.ontology = ontology
        self._families = families
        self._conditions = ConditionReader(ontology)

    def read(self, facts: Iterable[FactView]) -> list[Claim]:
        """The claims of these facts, in their order."""
        return [claim for fact in facts for claim in self.of(fact)]

    def of(self, fact: FactView) -> list[Claim]:
        """The claims of one fact; all of its evidence is in exactly one of them."""
        articles = {article.id: article for article in fact.articles}
        groups: dict[tuple[Stated, bool, Extent | None], list[Statement]] = {}
        for evidence in fact.evidence:
            groups.setdefault(self._circumstances(fact, evidence), []).append(
                Statement(articles[evidence.article], evidence)
            )
        return [Claim(fact, tuple(found), *said) for said, found in groups.items()]

    def _circumstances(self, fact: FactView, evidence: Evidence) -> tuple[Stated, bool, Extent | None]:
        if fact.value is None:
            return (), False, None
        start, end = _value_at(fact, evidence)
        clause = self._conditions.clause(evidence.quote, start, end)
        wording = evidence.quote[start:end] or fact.value.text
        extent = extent_of(fact.value, wording, self.ontology, compared=fact.predicate == "compares_to")
        stated = self._conditions.read(clause, fact.attribute or "", fact.subject.type)
        foreign = fact.predicate == "has_spec" and self._conditions.is_foreign(clause)
        is_open = foreign or fact.fact.subject in self._families or self._conditions.is_open(clause)
        return _with_qualifier(stated, fact.fact.said), is_open, extent


def _value_at(fact: FactView, evidence: Evidence) -> tuple[int, int]:
    """Where the value stands in the quote: its marked part, else the wording of the fact, else nowhere."""
    text = fact.value.text if fact.value else ""
    spans = [(s - evidence.start, e - evidence.start) for s, e, role in evidence.spans if role == "value"]
    spans.sort(key=lambda span: (evidence.quote[span[0] : span[1]] != text, span))
    if spans:
        return spans[0]
    at = evidence.quote.find(text) if text else -1
    return (at, at + len(text)) if at >= 0 else (0, 0)


def _with_qualifier(stated: Stated, said: Mapping[str, str | tuple[str, ...]]) -> Stated:
    """The conditions of the sentence with those that the fact itself carries; what it carries counts as written."""
    given = said.get("conditions", ())
    words = (given,) if isinstance(given, str) else given
    own = {("stated", " ".join(word.lower().split())) for word in words}
    noun = said.get(COUNTED)
    if isinstance(noun, str):  # the fact knows better than the words around its value
        stated, own = tuple(pair for pair in stated if pair[0] != COUNTED), own | {(COUNTED, noun)}
    return tuple(sorted({*stated, *own}))
