"""What sources say differently without contradicting each other: other conditions, another modality, another time."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from functools import partial
from itertools import combinations

from extractor.ontology import Ontology
from extractor.query.agreement.claims import ClaimReader
from extractor.query.agreement.differing import differing
from extractor.query.agreement.relating import relate
from extractor.query.agreement.verdict import Relation, Verdict
from extractor.query.conflicts import Conflict
from extractor.query.lineage import families
from extractor.query.sides import Relate, Side, sides_of
from extractor.query.slots import about, rivals, topic
from extractor.query.support import Independence
from extractor.query.view import FactView


class Undecided(Conflict):
    """Two sides that differ and cannot be compared; ``reason`` is what keeps them from being held against each other."""

    verdict = Verdict.INCOMPARABLE


def find_undecided(
    facts: Iterable[FactView],
    ontology: Ontology,
    independence: Independence,
    series: Container[str] | None = None,
) -> list[Undecided]:
    """All pairs of sides that differ and do not contradict each other, sorted as conflicts are (docs/decisions/0007).

    As with conflicts, what one article states side by side is no difference. The arguments are those of
    :func:`extractor.query.conflicts.find_conflicts`.
    """
    known = list(facts)
    reader = ClaimReader(ontology, families(known) if series is None else series)
    relation = partial(relate, ontology=ontology)
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], Undecided] = {}
    for slot, several in rivals(known, ontology).items():
        sides = sides_of(reader.read(several), relation, independence)
        for one, other in combinations(sides, 2):
            if reason := _open(one, other, relation, ontology):
                key = topic(one), (*one.facts, *other.facts)
                found.setdefault(key, Undecided(about(several, slot), key[0][-1], reason, (one, other)))
    return [found[key] for key in sorted(found, key=lambda key: (found[key].about.name.casefold(), *key))]


def _open(one: Side, other: Side, relate: Relate, ontology: Ontology) -> str | None:
    """Why two sides that differ are left undecided; ``None`` where they agree, contradict or are of one article."""
    told = [{article for claim in side.claims for article in claim.articles} for side in (one, other)]
    if told[0] & told[1]:
        return None
    reasons = list(_reasons(one, other, relate, ontology))
    return next(iter(reasons), None) if None not in reasons else None


def _reasons(one: Side, other: Side, relate: Relate, ontology: Ontology) -> Iterator[str | None]:
    """The reasons of the pairs of claims that differ; ``None`` for a pair that agrees or contradicts."""
    for claim in one.claims:
        for rival in other.claims:
            found: Relation = relate(claim, rival)
            if found.verdict.agrees or found.verdict is Verdict.CONTRADICTS:
                yield None
            elif differing(claim, rival, found, ontology):
                yield found.reason
