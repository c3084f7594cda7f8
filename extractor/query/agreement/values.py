"""How two claims about the value of one attribute, or one comparison, stand to each other."""

from __future__ import annotations

from extractor.ontology import Ontology
from extractor.query.agreement.chronology import compare_periods, in_turn, stated_period, together
from extractor.query.agreement.claims import Claim
from extractor.query.agreement.extent import compare_extents
from extractor.query.agreement.verdict import Relation, Verdict, incomparable


def relate_values(one: Claim, other: Claim, ontology: Ontology) -> Relation:
    """The relation of two claims of has_spec or compares_to with one subject.

    Values agree or exclude each other by themselves; that they contradict takes more: the attribute has one value at a
    time, and nothing is left open that could tell the claims apart.
    """
    if reason := _apart(one, other):
        return incomparable(reason)
    if one.extent is None or other.extent is None:
        return incomparable("a unit is not in the unit table")
    values = compare_extents(one.extent, other.extent)
    if one.denied or other.denied:
        values = _denied(one, other, values)
    if values.verdict is not Verdict.CONTRADICTS:
        return values
    if reason := _undecided(one, other, ontology):
        return incomparable(reason)
    if one.planned != other.planned:
        return in_turn(one, other, "a plan against a fact")
    attribute = ontology.attributes[one.fact.attribute or ""]
    if one.fact.subject.type in attribute.changes and (near := together(one, other, ontology.claims.days)) is not True:
        return incomparable("not known of when") if near is None else in_turn(one, other, "it changes with time")
    return values


def _apart(one: Claim, other: Claim) -> str:
    """Why the claims are not about the same, or nothing."""
    if one.fact.attribute != other.fact.attribute:
        return "different attributes"
    bases = {claim.fact.object.id for claim in (one, other) if claim.fact.object}
    if len(bases) > 1:
        return "different baselines"
    stated, others = dict(one.conditions), dict(other.conditions)
    for name in sorted(stated.keys() & others.keys()):
        if stated[name] != others[name]:
            return (
                f"different conditions: {name.replace('_', ' ')} {' and '.join(sorted((stated[name], others[name])))}"
            )
    times = [stated_period(claim) for claim in (one, other)]
    if times[0] and times[1] and compare_periods(times[0], times[1]) is None:
        return "different dates"
    return ""


def _denied(one: Claim, other: Claim, values: Relation) -> Relation:
    """A denied value contradicts the same value and says nothing of others."""
    if not values.verdict.agrees:
        return incomparable("a value that is denied says nothing of others")
    if one.denied and other.denied:
        return values
    return Relation(Verdict.CONTRADICTS, "one denies what the other says")


def _undecided(one: Claim, other: Claim, ontology: Ontology) -> str:
    """Why values that exclude each other may both be right, or nothing."""
    attribute = ontology.attributes.get(one.fact.attribute or "")
    if attribute is None or one.fact.subject.type not in attribute.functional:
        return "there may be several values"
    if one.open or other.open:
        return "a sentence speaks of several"
    if (one.fact.object is None) != (other.fact.object is None):
        return "only one names its baseline"
    if missing := sorted(dict(one.conditions).keys() ^ dict(other.conditions).keys()):
        return f"only one states a condition: {', '.join(missing).replace('_', ' ')}"
    return ""
