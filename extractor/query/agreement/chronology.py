"""Claims in time: which were published together, and which follow one another."""

from __future__ import annotations

from datetime import date

from extractor.query.agreement.claims import Claim
from extractor.query.agreement.verdict import Relation, Verdict, incomparable
from extractor.query.dates import period

Period = tuple[date, date]


def together(one: Claim, other: Claim, days: int) -> bool | None:
    """Whether the claims were published within so many days of each other; ``None`` where that is not known."""
    return _near([(day, day) for day in one.days], [(day, day) for day in other.days], days)


def at_one_time(one: Claim, other: Claim, days: int) -> bool | None:
    """The same, but for a claim that names its time by that time ("in 2022"), whenever it was published."""
    return _near(_times(one), _times(other), days)


def _times(claim: Claim) -> list[Period]:
    stated = stated_period(claim)
    return [stated] if stated else [(day, day) for day in claim.days]


def _near(some: list[Period], others: list[Period], days: int) -> bool | None:
    gaps = [(max(a[0], b[0]) - min(a[1], b[1])).days for a in some for b in others]
    return min(gaps) <= days if gaps else None


def in_turn(one: Claim, other: Claim, reason: str) -> Relation:
    """The claim that was first published later follows the other; of one day neither does."""
    if not one.days or not other.days or one.days[0] == other.days[0]:
        return incomparable(reason)
    return Relation(Verdict.FOLLOWS if one.days[0] > other.days[0] else Verdict.PRECEDES, reason)


def stated_period(claim: Claim) -> Period | None:
    """The time that the claim itself names: the date of a status or the qualifier of another fact."""
    said = claim.fact.date or claim.fact.fact.said.get("date")
    return period(said) if isinstance(said, str) else None


def compare_periods(one: Period, other: Period, slack: int = 0) -> Relation | None:
    """How two times of one event stand to each other; ``None`` where they are more than ``slack`` days apart.

    >>> quarter, year = period("2024-Q1"), period("2024")
    >>> compare_periods(quarter, year).verdict.value
    'refines'
    >>> compare_periods(quarter, period("2021-Q1")) is None
    True
    """
    if one == other:
        return Relation(Verdict.CORROBORATES, "the same time")
    if (max(one[0], other[0]) - min(one[1], other[1])).days > slack:
        return None
    if _within(one, other) != _within(other, one):
        return Relation(Verdict.REFINES if _within(one, other) else Verdict.REFINED_BY, "one time is more exact")
    return Relation(Verdict.CORROBORATES, "the times overlap")


def _within(inner: Period, outer: Period) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
