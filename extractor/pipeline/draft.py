"""Draft statements: what a rule found, before modality and attribution are decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from extractor.ontology.quantity import Quantity
from extractor.pipeline.structure.skeleton import Skeleton


@dataclass(slots=True)
class Draft:
    """A statement in the making. ``start`` and ``end`` bound the part of the sentence that says it, in characters.

    ``quote`` is set where the statement rests on more than its sentence. ``baseline`` says what a comparison is with where the
    text does not name it ("predecessor", "generation 1", "other"). ``counted`` is the noun that a count counts. ``speaker`` is
    who says it by the trained model, with the chance of that.
    """

    subject: int
    predicate: str
    by: str
    sentence: Skeleton
    start: int
    end: int
    object: int | None = None
    attribute: str | None = None
    value: Quantity | None = None
    status: str | None = None
    date: str | None = None
    modality: str | None = None
    attributed_to: int | None = None
    confidence: float = 0.8
    spans: list[tuple[int, int, str]] = field(default_factory=list)
    quote: tuple[int, int] | None = None
    baseline: str | None = None
    counted: str | None = None
    speaker: tuple[int, float] | None = None

    @property
    def says(self) -> tuple[Any, ...]:
        """What makes two drafts the same statement."""
        value = (float(self.value.amount), self.value.unit) if self.value else None
        ends = (self.subject, self.object)
        date = self.date if self.status else None
        return (self.predicate, *ends, self.attribute, value, self.status, date, self.things)

    @property
    def things(self) -> str | None:
        """The noun of a count that no attribute stands for: "12 threads" are something else than "12 ports"."""
        return self.counted if self.predicate == "has_spec" and self.attribute == "other" else None
