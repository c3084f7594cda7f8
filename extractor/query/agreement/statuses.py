"""How two claims about the status of one thing stand to each other."""

from __future__ import annotations

from datetime import date

from extractor.ontology import Ontology
from extractor.ontology.lifecycle import Status
from extractor.query.agreement.chronology import Period, compare_periods, in_turn, stated_period, together
from extractor.query.agreement.claims import Claim
from extractor.query.agreement.verdict import Relation, Verdict, incomparable


def relate_statuses(one: Claim, other: Claim, ontology: Ontology) -> Relation:
    """The relation of two claims of has_status with one subject.

    Different statuses follow one another. Of one status the dates are compared; two that exclude each other contradict
    where they were published together, else the later claim follows the earlier.
    """
    if one.fact.status != other.fact.status:
        return _next(one, other, ontology)
    near = together(one, other, ontology.claims.days)
    if one.denied != other.denied:
        return _conflict(one, other, near, "one denies what the other says")
    if one.denied:
        return Relation(Verdict.CORROBORATES, "both deny it")
    if one.planned != other.planned:
        return in_turn(one, other, "a plan against a fact")
    dates = _compare_dates(one, other, ontology)
    if dates is not None:
        return dates
    if not _status(one, ontology).functional:
        return incomparable("there may be several times")
    return _conflict(one, other, near, "the dates exclude each other")


def looks_ahead(claim: Claim, ontology: Ontology) -> bool:
    """Whether the date of the status is still to come when it is told: a plan, or a status that is one (delayed)."""
    return claim.planned or _status(claim, ontology).ahead


def _status(claim: Claim, ontology: Ontology) -> Status:
    name = claim.fact.status or ""
    return ontology.lifecycle.get(name, Status(name))


def _next(one: Claim, other: Claim, ontology: Ontology) -> Relation:
    """Different statuses: a delay follows a plan even on one day, the others in the order of their publication."""
    for first, second, verdict in ((one, other, Verdict.FOLLOWS), (other, one, Verdict.PRECEDES)):
        delayed = _status(first, ontology).ahead and second.planned
        if delayed and together(first, second, 0) and first.days[0] == second.days[0]:
            return Relation(verdict, "a delay follows a plan")
    return in_turn(one, other, "statuses follow one another")


def _conflict(one: Claim, other: Claim, near: bool | None, reason: str) -> Relation:
    if near is None:
        return incomparable("not known when it was published")
    return Relation(Verdict.CONTRADICTS, reason) if near else in_turn(one, other, "news of another time")


def _compare_dates(one: Claim, other: Claim, ontology: Ontology) -> Relation | None:
    """How the dates stand to each other; ``None`` where they exclude each other.

    News of what has happened is dated by the day of its publication more often than not, so that dates of it that are as
    near as news of one time are taken for one.
    """
    ahead = looks_ahead(one, ontology)
    times = [_when(claim, ahead) for claim in (one, other)]
    if times[0] is None or times[1] is None:
        return _half_dated(times)
    return compare_periods(times[0], times[1], 0 if ahead else ontology.claims.days)


def _half_dated(times: list[Period | None]) -> Relation:
    if times[0] == times[1]:
        return Relation(Verdict.CORROBORATES, "the same status")
    return Relation(Verdict.REFINES if times[0] else Verdict.REFINED_BY, "only one has a date")


def _when(claim: Claim, ahead: bool) -> Period | None:
    """The date of the status; what is still to come is later than the day on which it is told."""
    stated = stated_period(claim)
    if stated is None and ahead and claim.days:
        return claim.days[0], date.max
    return stated
