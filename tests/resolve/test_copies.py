"""Copies are found by their words, and add no confidence."""

from __future__ import annotations

from extractor.articles import Article
from extractor.catalogue import load_catalogue
from extractor.ontology import load_ontology
from extractor.ontology.quantity import Quantity
from extractor.pipeline.reading import LocalEntity, Mention, Reading, Statement
from extractor.resolve import link
from extractor.resolve.copies import copies_of


def article(url: str, published: str | None, text: str = "The Zorblax Q9 has 96 cores.") -> Article:
    return Article("Zorblax Q9", text, f"{url}.md", url=f"https://{url}", published=published)


def test_the_earliest_is_the_original() -> None:
    late, early, dateless = (
        article("a.example", "2024-02-02"),
        article("b.example", "2024-02-01"),
        article("c.example", None),
    )
    assert copies_of([late, dateless, early]) == {late.id: early.id, dateless.id: early.id}


def test_other_words_are_no_copy() -> None:
    assert copies_of([article("a.example", None), article("b.example", None, "The Zorblax Q9 has 64 cores.")]) == {}


def reading(of: Article) -> Reading:
    entity = LocalEntity("CHIP", "Zorblax Q9", None, (Mention(0, 10, "Zorblax Q9"),))
    value = Quantity(96, "", "96")
    fact = Statement(0, "has_spec", 12, 40, "spec:test", attribute="core_count", value=value, confidence=0.8)
    return Reading(of.id, (entity,), (fact,))


def test_a_copy_adds_evidence_but_no_confidence() -> None:
    catalogue = load_catalogue(load_ontology())
    one, copy = article("a.example", "2024-02-01"), article("b.example", "2024-02-02")
    other = article("c.example", "2024-02-03", "The new Zorblax Q9 has 96 cores.")
    linked = link([one, copy], [reading(one), reading(copy)], catalogue)
    assert linked.copies == {copy.id: one.id}
    assert [(fact.confidence, len(fact.evidence)) for fact in linked.facts] == [(0.8, 2)]
    independent = link([one, other], [reading(one), reading(other)], catalogue)
    assert [fact.confidence for fact in independent.facts] == [0.96]
