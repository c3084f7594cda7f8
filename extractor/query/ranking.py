"""Rankings: which things have the most facts, sources or connections, or the largest value of an attribute."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Unpack, cast, get_args

from extractor.errors import UsageError
from extractor.facts.entity import Entity
from extractor.query.answer import Answer
from extractor.query.asked import Asked, ThingOptions
from extractor.query.backend import By
from extractor.query.facts import Facts
from extractor.query.measure import base_of
from extractor.query.rows import Row
from extractor.query.things import Entities
from extractor.query.view import FactView

COLUMNS = ("rank", "id", "type", "name", "score", "unit", "fact", "said")


@dataclass(frozen=True, slots=True)
class Ranked:
    """An entity with its rank (equal scores have equal ranks).

    ``score`` is a number of facts, sources or entities; or, with the ``fact`` that states it, a value in the base ``unit``.
    """

    rank: int
    entity: Entity
    score: float
    unit: str = ""
    fact: FactView | None = None

    def __str__(self) -> str:
        return f"{self.rank}. {self.entity.name} ({self.score:g}{' ' * bool(self.unit)}{self.unit})"

    def to_dict(self) -> dict[str, Any]:
        """The ranked entity as plain data."""
        found = {"rank": self.rank, "id": self.entity.id, "type": self.entity.type, "name": self.entity.name}
        return found | {"score": self.score, "unit": self.unit, "fact": self.fact and self.fact.to_dict()}


class Ranking(Answer[Ranked]):
    """Entities by a score, the highest first (``lowest``: the lowest), of equal ones by id."""

    columns: ClassVar[Sequence[str]] = COLUMNS

    def __init__(self, asked: Asked, by: str, top: int | None, lowest: bool, **things: Unpack[ThingOptions]) -> None:
        self._asked, self._top, self._lowest = asked, top, lowest
        self._things = Entities.all(asked).where(**things)
        self._by = by if by in get_args(By) else self._attribute(by)

    def dicts(self) -> list[dict[str, Any]]:
        """The ranked entities as plain data."""
        return [ranked.to_dict() for ranked in self]

    def rows(self) -> list[Row]:
        """One row for each entity; ``said`` is the value as its text states it."""
        return [
            dict(
                zip(
                    COLUMNS,
                    (r.rank, r.entity.id, r.entity.type, r.entity.name, r.score, r.unit, *_cells(r.fact)),
                    strict=True,
                )
            )
            for r in self
        ]

    def _attribute(self, by: str) -> str:
        try:
            return min(self._asked.words("attribute", by) or (by,))
        except UsageError as error:
            raise UsageError(
                f"nothing can be ranked by {by!r}: name {', '.join(get_args(By))} or an attribute"
            ) from error

    def _find(self) -> list[Ranked]:
        wanted = set(self._things.ids)
        unit, scores = self._scores(wanted)
        order = sorted(scores, key=lambda id_: (scores[id_] if self._lowest else -scores[id_], id_))
        kept = order[: self._top]
        entities = self._asked.backend.things(kept)
        facts = self._stating(kept, scores, unit)
        places = {score: place for place, score in reversed(list(enumerate((scores[id_] for id_ in kept), 1)))}
        return [Ranked(places[scores[id_]], entities[id_], scores[id_], unit or "", facts.get(id_)) for id_ in kept]

    def _scores(self, wanted: set[str]) -> tuple[str | None, dict[str, float]]:
        """The scores of the entities, and the base unit of values: that which most of them have."""
        backend = self._asked.backend
        if self._by in get_args(By):
            return None, {id_: count for id_, count in backend.tally(cast(By, self._by)).items() if id_ in wanted}
        found = backend.extremes(self._by, lowest=self._lowest)
        best = {id_: extremes for id_, extremes in found.items() if id_ in wanted}
        units = Counter(extreme.unit for extremes in best.values() for extreme in extremes)
        unit = min(units, key=lambda unit: (-units[unit], unit), default="")
        return unit, {id_: e.amount for id_, extremes in best.items() for e in extremes if e.unit == unit}

    def _stating(self, ids: Sequence[str], scores: dict[str, float], unit: str | None) -> dict[str, FactView]:
        """For each value the fact that states it, the one of the smallest id."""
        if unit is None:
            return {}
        ontology, found = self._asked.backend.ontology, dict[str, FactView]()
        facts = Facts(self._asked).where(subject=ids, predicate="has_spec", attribute=self._by)
        for fact in sorted(facts, key=lambda fact: fact.id):
            base = base_of(fact, ontology)
            if base and fact.modality != "denied" and (base.amount, base.unit) == (scores[fact.subject.id], unit):
                found.setdefault(fact.subject.id, fact)
        return found


def _cells(fact: FactView | None) -> tuple[str | None, str | None]:
    return (fact.id, fact.said) if fact else (None, None)
