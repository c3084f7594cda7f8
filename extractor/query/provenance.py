"""Who says a fact: its own sources, and the other facts that support or contradict it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from extractor.ontology import Ontology
from extractor.query.agreement.claims import Claim, ClaimReader, Statement
from extractor.query.agreement.differing import differing
from extractor.query.agreement.relating import relate
from extractor.query.agreement.verdict import Relation, Verdict
from extractor.query.lineage import families
from extractor.query.support import Independence, Support
from extractor.query.view import FactView

# Of several claims of two facts the most telling relation counts.
ORDER = (
    Verdict.CONTRADICTS, Verdict.CORROBORATES, Verdict.REFINES, Verdict.REFINED_BY, Verdict.FOLLOWS, Verdict.PRECEDES,
    Verdict.INCOMPARABLE,
)  # fmt: skip
# What is said more vaguely fits, but does not support what is said exactly.
BACKING = (Verdict.CORROBORATES, Verdict.REFINES)


@dataclass(frozen=True, slots=True)
class Related:
    """Another fact, how it stands to the one in question ("refines" it: it is the more exact), and who says it."""

    fact: FactView
    relation: Relation
    support: Support

    def to_dict(self) -> dict[str, Any]:
        """The related fact as plain data."""
        said = {"verdict": self.relation.verdict.value, "reason": self.relation.reason}
        return {"fact": self.fact.id, "sentence": self.fact.sentence()} | said | _support(self.support)


@dataclass(frozen=True, slots=True)
class Provenance:
    """The sources of a fact: ``support`` of the fact itself, ``total`` with the facts that say the same or more exactly."""

    fact: FactView
    support: Support
    total: Support
    related: tuple[Related, ...]

    def to_dict(self) -> dict[str, Any]:
        """The provenance as plain data."""
        fact = {"fact": self.fact.id, "sentence": self.fact.sentence(), "total_weight": self.total.weight}
        return fact | _support(self.support) | {"related": [related.to_dict() for related in self.related]}


def provenance_of(
    fact: FactView, facts: Sequence[FactView], ontology: Ontology, independence: Independence
) -> Provenance:
    """Who says a fact of a graph, and what its other facts add to it or hold against it."""
    reader = ClaimReader(ontology, families(facts))
    rivals = [other for other in facts if _near(fact, other) and other.id != fact.id]
    related = []
    for other in rivals:
        if relation := _strongest(fact, other, reader):
            related.append(Related(other, relation, independence.support(_statements(other, reader))))
    related.sort(key=lambda one: (ORDER.index(one.relation.verdict), -one.support.weight, one.fact.id))
    own = _statements(fact, reader)
    agreeing = [s for one in related if one.relation.verdict in BACKING for s in one.support.statements]
    return Provenance(fact, independence.support(own), independence.support([*own, *agreeing]), tuple(related))


def _near(fact: FactView, other: FactView) -> bool:
    """Whether another fact may have to do with this one: the same predicate, and an end in common."""
    alike = (fact.predicate, fact.attribute, fact.status) == (other.predicate, other.attribute, other.status)
    shared = fact.fact.subject == other.fact.subject or (fact.fact.object or "") == other.fact.object
    return alike and shared


def _strongest(fact: FactView, other: FactView, reader: ClaimReader) -> Relation | None:
    """How the other fact stands to this one, ``None`` where nothing can be said."""
    found = [_told(theirs, mine, reader.ontology) for theirs in reader.of(other) for mine in reader.of(fact)]
    told = [relation for relation in found if relation is not None]
    return min(told, key=lambda relation: ORDER.index(relation.verdict), default=None)


def _told(theirs: Claim, mine: Claim, ontology: Ontology) -> Relation | None:
    """How two claims stand to each other; of those that cannot be compared only what differs is worth telling."""
    found = relate(theirs, mine, ontology)
    idle = found.verdict is Verdict.INCOMPARABLE and not differing(theirs, mine, found, ontology)
    return None if idle else found


def _statements(fact: FactView, reader: ClaimReader) -> list[Statement]:
    return [statement for claim in reader.of(fact) for statement in claim.statements]


def _support(support: Support) -> dict[str, Any]:
    return {"weight": support.weight, "sources": [source.to_dict() for source in support.sources]}
