"""Whether two claims say something different, though nothing decides that one of them must be wrong."""

from __future__ import annotations

from extractor.ontology import Ontology
from extractor.query.agreement.chronology import compare_periods, stated_period
from extractor.query.agreement.claims import Claim
from extractor.query.agreement.conditions import COUNTED
from extractor.query.agreement.extent import compare_extents
from extractor.query.agreement.relations import exclusive
from extractor.query.agreement.verdict import Relation, Verdict

UNDECIDED = (Verdict.INCOMPARABLE, Verdict.FOLLOWS, Verdict.PRECEDES)


def differing(one: Claim, other: Claim, relation: Relation, ontology: Ontology) -> bool:
    """Whether two claims, which ``relation`` holds against each other, differ in what they say and are left undecided.

    Values differ where they exclude each other, of one baseline and one thing that is counted; statuses by their dates;
    relations by their other end, where there is one at a time. Denied against not denied differs too, but for values: one
    that is denied says nothing of others.
    """
    predicate = ontology.predicates.get(one.fact.predicate)
    if predicate is None or relation.verdict not in UNDECIDED:
        return False
    if predicate.kind != "relation" and one.fact.subject.id != other.fact.subject.id:
        return False
    if predicate.kind == "status":
        return one.denied != other.denied or _at_other_times(one, other)
    if predicate.kind != "relation":
        return one.denied == other.denied and _of_other_value(one, other)
    if one.fact.fact.subject == other.fact.fact.subject and one.fact.fact.object == other.fact.fact.object:
        return one.denied != other.denied
    return exclusive(one, other, predicate) and not (one.denied or other.denied)


def _at_other_times(one: Claim, other: Claim) -> bool:
    times = stated_period(one), stated_period(other)
    return times[0] is not None and times[1] is not None and compare_periods(times[0], times[1]) is None


def _of_other_value(one: Claim, other: Claim) -> bool:
    if one.extent is None or other.extent is None:
        return False
    bases = {claim.fact.object.id for claim in (one, other) if claim.fact.object}
    counted = {dict(claim.conditions).get(COUNTED) for claim in (one, other)} - {None}
    alike = len(bases) < 2 and len(counted) < 2
    return alike and compare_extents(one.extent, other.extent).verdict is Verdict.CONTRADICTS
