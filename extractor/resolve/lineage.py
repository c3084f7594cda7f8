"""Baselines across articles: "four times as fast as its predecessor" gets what other articles or the catalogue name."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from extractor.catalogue import Catalogue
from extractor.facts import Fact
from extractor.resolve.succession import Finding, Same, Succession

BASELINE, INFERRED = "baseline", "object_inferred_from"


def with_baselines(
    facts: Sequence[Fact], present: Container[str], catalogue: Catalogue, copies: Mapping[str, str] | None = None
) -> list[Fact]:
    """The facts, with an object for comparisons whose baseline their article leaves unnamed.

    ``facts`` are as the articles state them, before those that say the same are joined: then what is inferred joins with
    what is stated. All others stay as they are, and all in their order. Only entities ``present`` in the graph (ids) are
    found. ``copies`` maps articles to their originals, with which they count once. What is found for a subject depends on
    the facts about it alone.

    1. A ``compares_to`` without object whose qualifier ``baseline`` is "predecessor" or "generation n" gets the entity that a
       ``succeeds`` of the same article names, else the catalogue, else the ``succeeds`` of most other articles.
    2. One that says nothing of a baseline ("is four times faster") gets that of the same comparison in another article.

    The fact keeps ``baseline`` and gets ``object_inferred_from``: "catalogue", or the ids of the facts that say so (not
    where a fact states the same outright). Its confidence is multiplied by that of what the object was inferred from.
    """
    originals = copies or {}
    lineage = Succession(facts, present, catalogue, originals)
    stated = {fact.id for fact in facts}
    found = [_inferred(fact, _earlier(fact, lineage), stated) for fact in facts]
    same = Same(found, originals)
    return [_inferred(fact, same.find(fact) if _open(fact) == "" else None, stated) for fact in found]


def _open(fact: Fact) -> str | None:
    """What a comparison without object says of its baseline, "" for nothing; ``None`` for all other facts."""
    if fact.predicate != "compares_to" or fact.object is not None:
        return None
    return str(fact.said.get(BASELINE, ""))


def _earlier(fact: Fact, lineage: Succession) -> Finding | None:
    kind, _, number = (_open(fact) or "").partition(" ")
    if kind == "predecessor":
        return lineage.predecessor(fact)
    return lineage.generation(fact.subject, int(number)) if kind == "generation" else None


def _inferred(fact: Fact, finding: Finding | None, stated: set[str]) -> Fact:
    if finding is None or finding.object == fact.subject:
        return fact
    found = inferred(fact, finding.object, None, round(fact.confidence * finding.certainty, 4))
    return found if found.id in stated else inferred(fact, finding.object, finding.source, found.confidence)


def inferred(fact: Fact, object_: str, source: str | tuple[str, ...] | None, confidence: float) -> Fact:
    """A comparison with the baseline that was found for it, and from what (``None`` where another fact states the same)."""
    said = fact.qualifiers if source is None else tuple(sorted([*fact.qualifiers, (INFERRED, source)]))
    return replace(fact, object=object_, confidence=confidence, qualifiers=said)
