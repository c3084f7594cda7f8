"""Which facts a query wants: one small test for each of its words."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date

from extractor.articles.article import Article
from extractor.query.dates import overlaps, period
from extractor.query.view import FactView

Test = Callable[[FactView], bool]
Words = str | Collection[str] | None


def words(given: Words) -> frozenset[str] | None:
    """One word or several as a set without case; ``None`` lets everything through.

    >>> sorted(words(["ORG", "chip"]))
    ['chip', 'org']
    """
    if given is None:
        return None
    return frozenset(word.casefold() for word in ([given] if isinstance(given, str) else given))


@dataclass(frozen=True)
class Filter:
    """A conjunction of tests; each method adds one unless it is given ``None``."""

    tests: list[Test] = field(default_factory=list)

    def __call__(self, fact: FactView) -> bool:
        """Whether the fact passes every test."""
        return all(test(fact) for test in self.tests)

    def among(self, get: Callable[[FactView], str | None], given: Words) -> Filter:
        """What ``get`` reads off the fact is one of these words."""
        wanted = words(given)
        if wanted is not None:
            self.tests.append(lambda fact: (get(fact) or "").casefold() in wanted)
        return self

    def ends(self, ids: Collection[str] | None, *, subject: bool, object: bool) -> Filter:
        """One of the entities stands at one of the named ends."""
        if ids is not None:
            self.tests.append(
                lambda fact: (subject and fact.fact.subject in ids) or (object and fact.fact.object in ids)
            )
        return self

    def read_in(self, articles: Collection[str] | None, sources: Words) -> Filter:
        """One piece of evidence is of these articles and of these publishers."""
        wanted = words(sources)

        def fits(article: Article) -> bool:
            known = wanted is None or (article.source or "").casefold() in wanted
            return known and (articles is None or article.id in articles)

        if articles is not None or wanted is not None:
            self.tests.append(lambda fact: any(map(fits, fact.articles)))
        return self

    def between(self, since: date | None, until: date | None) -> Filter:
        """Published, or true by its own date, in this time."""

        def fits(fact: FactView) -> bool:
            days = [(article.day, article.day) for article in fact.articles if article.day]
            own = fact.date or fact.fact.said.get("date")
            own_period = period(own) if isinstance(own, str) else None
            return overlaps(own_period, since, until) or any(overlaps(day, since, until) for day in days)

        if since is not None or until is not None:
            self.tests.append(fits)
        return self

    def certain(self, least: float) -> Filter:
        """At least this certain."""
        self.tests.append(lambda fact: fact.confidence >= least)
        return self
