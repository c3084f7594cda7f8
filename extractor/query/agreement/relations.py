"""How two claims about relations between entities stand to each other."""

from __future__ import annotations

from extractor.ontology import Ontology, Predicate
from extractor.query.agreement.chronology import at_one_time, in_turn
from extractor.query.agreement.claims import Claim
from extractor.query.agreement.verdict import Relation, Verdict, incomparable


def relate_relations(one: Claim, other: Claim, ontology: Ontology) -> Relation:
    """The relation of two claims of one predicate between entities.

    Of the same ends: denied and not denied contradict, at any time for what does not change with time (``static``
    predicates), else where they are of one time. A plan told at the time of the fact supports it: one outlet writes what will
    be, the other what has been agreed. Of different ends: two contradict where the predicate allows
    one at a time and both are said to be so.
    """
    predicate = ontology.predicates[one.fact.predicate]
    near = True if predicate.static else at_one_time(one, other, ontology.claims.days)
    if _ends(one) == _ends(other):
        return _same_ends(one, other, near, predicate)
    if not exclusive(one, other, predicate):
        return incomparable("it may hold for several")
    if {claim.fact.modality for claim in (one, other)} != {"asserted"}:
        return incomparable("not both are said to be so")
    return _conflict(one, other, near, "it holds for one at a time")


def _ends(claim: Claim) -> tuple[str, str | None]:
    return claim.fact.fact.subject, claim.fact.fact.object


def exclusive(one: Claim, other: Claim, predicate: Predicate) -> bool:
    """Whether the predicate allows one of the two relations at a time, as they share the end that it belongs to."""
    (subject, object_), (subject2, object2) = _ends(one), _ends(other)
    return (predicate.functional and subject == subject2) or (predicate.inverse_functional and object_ == object2)


def _same_ends(one: Claim, other: Claim, near: bool | None, predicate: Predicate) -> Relation:
    if one.denied != other.denied:
        return _conflict(one, other, near, "one denies what the other says")
    if one.planned != other.planned:
        if near and not predicate.static:
            return Relation(Verdict.CORROBORATES, "a plan for the same relation, told at the same time")
        return in_turn(one, other, "a plan against a fact")
    return Relation(Verdict.CORROBORATES, "the same relation")


def _conflict(one: Claim, other: Claim, near: bool | None, reason: str) -> Relation:
    if near is None:
        return incomparable("not known when it was published")
    return Relation(Verdict.CONTRADICTS, reason) if near else in_turn(one, other, "news of another time")
