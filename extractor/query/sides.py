"""Sides: claims about one thing, put together where they agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from extractor.query.agreement.claims import Claim
from extractor.query.agreement.verdict import Relation, Verdict
from extractor.query.support import Independence, Support
from extractor.query.wording import worded

Relate = Callable[[Claim, Claim], Relation]


@dataclass(frozen=True, slots=True)
class Side:
    """Claims that agree, the most exact first, and who makes them."""

    claims: tuple[Claim, ...]
    support: Support

    @property
    def says(self) -> str:
        """What the side says, in the words of its most exact claim, with the conditions."""
        said = self.claims[0].fact.sentence()
        return f"{said} ({self.conditions})" if self.conditions else said

    @property
    def conditions(self) -> str:
        """The conditions that its most exact claim states, in words; what is counted is not among them."""
        return worded(self.claims[0].conditions)

    @property
    def facts(self) -> tuple[str, ...]:
        """The ids of its facts, in the order of the claims."""
        return tuple(dict.fromkeys(claim.fact.id for claim in self.claims))

    def to_dict(self) -> dict[str, Any]:
        """The side as plain data."""
        first = self.claims[0]
        extent = first.extent
        base = None if extent is None else {"amount": extent.amount, "unit": extent.unit}
        return {
            "says": self.says,
            "facts": list(self.facts),
            "value": base,
            "conditions": dict(first.conditions),
            "weight": self.support.weight,
            "published": self.support.published,
            "sources": [source.to_dict() for source in self.support.sources],
        }


def sides_of(claims: Iterable[Claim], relate: Relate, independence: Independence) -> list[Side]:
    """The claims in sides: each goes to the only side that it agrees with, else it opens a new one.

    The most exact claims come first and open sides; a vague one that agrees with several ("more than 50" with 64 and with
    96) decides nothing and is a side of its own. The order of ``claims`` does not matter. Sides are sorted by weight,
    then by date.
    """
    groups: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda claim: claim.order):
        fitting = [group for group in groups if _fits(claim, group, relate)]
        if len(fitting) == 1:
            fitting[0].append(claim)
        else:
            groups.append([claim])
    sides = [
        Side(tuple(group), independence.support(s for claim in group for s in claim.statements)) for group in groups
    ]
    return sorted(sides, key=lambda side: (-side.support.weight, side.support.published or "~", side.facts))


def _fits(claim: Claim, group: list[Claim], relate: Relate) -> bool:
    """Whether the claim agrees with one of the group and contradicts none."""
    verdicts = [relate(claim, other).verdict for other in group]
    return any(verdict.agrees for verdict in verdicts) and Verdict.CONTRADICTS not in verdicts


def contradiction(one: Side, other: Side, relate: Relate) -> str | None:
    """Why two sides contradict each other, ``None`` where they do not.

    An article that states both sides speaks of two things, however alike they look: then nothing is concluded. (A copy
    that says something else than its original is held against it.)
    """
    reasons = [
        found.reason
        for claim in one.claims
        for rival in other.claims
        if (found := relate(claim, rival)).verdict is Verdict.CONTRADICTS
    ]
    told = [{article for claim in side.claims for article in claim.articles} for side in (one, other)]
    return reasons[0] if reasons and not told[0] & told[1] else None
