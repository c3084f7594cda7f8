"""The outcome of comparing two claims."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How the first of two claims stands to the second."""

    CORROBORATES = "corroborates"
    REFINES = "refines"
    REFINED_BY = "refined by"
    CONTRADICTS = "contradicts"
    FOLLOWS = "follows"
    PRECEDES = "precedes"
    INCOMPARABLE = "cannot be compared"

    @property
    def mirrored(self) -> Verdict:
        """How the second claim stands to the first."""
        return _MIRROR.get(self, self)

    @property
    def agrees(self) -> bool:
        """Whether both claims can be true of one thing at one time, and support each other."""
        return self in (Verdict.CORROBORATES, Verdict.REFINES, Verdict.REFINED_BY)


_PAIRS = {Verdict.REFINES: Verdict.REFINED_BY, Verdict.FOLLOWS: Verdict.PRECEDES}
_MIRROR = _PAIRS | {other: one for one, other in _PAIRS.items()}


@dataclass(frozen=True, slots=True)
class Relation:
    """A verdict with its reason in words."""

    verdict: Verdict
    reason: str

    @property
    def mirrored(self) -> Relation:
        """The same seen from the other claim."""
        return Relation(self.verdict.mirrored, self.reason)


def incomparable(reason: str) -> Relation:
    """The verdict where nothing can be said, and why."""
    return Relation(Verdict.INCOMPARABLE, reason)
