"""What a run did to a store, in numbers."""

from __future__ import annotations

from dataclasses import asdict, astuple, dataclass, replace

from extractor.articles.duplicates import address_key
from extractor.store.plan import Plan


@dataclass(frozen=True, slots=True)
class Changes:
    """How many articles of the graph came, changed (their text or what is known about them), went and stayed."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0

    @classmethod
    def of(cls, plan: Plan) -> Changes:
        """What a plan changes; an article that comes where one of its address goes has changed."""
        homes = [address_key(url) if url else None for url in plan.gone.values()]
        changed = 0
        for article, _ in plan.fresh:
            home = address_key(article.url) if article.url else None
            if home in homes:
                homes.remove(home)
                changed += 1
        return cls(len(plan.fresh) - changed, changed + len(plan.altered), len(homes))

    def with_unchanged(self, given: int) -> Changes:
        """The same, where ``given`` articles were there to be compared."""
        return replace(self, unchanged=max(0, given - self.added - self.changed))

    def to_dict(self) -> dict[str, int]:
        """The numbers as plain data."""
        return asdict(self)

    def __add__(self, other: Changes) -> Changes:
        return Changes(*map(sum, zip(astuple(self), astuple(other), strict=True)))

    def __str__(self) -> str:
        told = f"articles: {self.added} added, {self.changed} changed, {self.unchanged} unchanged"
        return told + (f", {self.removed} removed" if self.removed else "")
