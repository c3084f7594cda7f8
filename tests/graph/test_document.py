from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from extractor.articles.article import Article
from extractor.errors import DataError
from extractor.facts import Entity, EntityMention, Evidence, Fact
from extractor.graph import Document, check_document, dumps
from extractor.ontology.quantity import Quantity

from .hostile import documents


def test_the_order_of_the_inputs_does_not_matter(document: Document) -> None:
    backwards = [replace(f, evidence=f.evidence[::-1], qualifiers=f.qualifiers[::-1]) for f in document.facts[::-1]]
    entities = [replace(e, mentions=e.mentions[::-1]) for e in document.entities[::-1]]
    assert dumps(Document.build(document.articles[::-1], entities, backwards)) == dumps(document)


def test_everything_is_sorted(raw: dict[str, list[dict[str, object]]]) -> None:
    for part in ("articles", "entities", "facts"):
        ids = [str(item["id"]) for item in raw[part]]
        assert ids == sorted(ids)


def test_fields_follow_the_contract(document: Document) -> None:
    facts = {fact["predicate"]: fact for fact in document.to_dict()["facts"]}
    assert list(facts["has_spec"]) == [
        "id", "subject", "predicate", "object", "attribute", "value",
        "modality", "attributed_to", "qualifiers", "confidence", "evidence",
    ]  # fmt: skip
    assert facts["compares_to"]["metric"] == "performance"
    assert facts["compares_to"]["object"] is None
    assert facts["compares_to"]["qualifiers"] == {"bound": "up to"}
    assert "attribute" not in facts["compares_to"]
    assert facts["has_status"].keys() >= {"status", "date"}
    assert facts["announces"]["value"] is None
    assert not facts["announces"].keys() & {"attribute", "metric", "status", "date"}


@pytest.mark.parametrize(("amount", "written"), [(96.0, "96"), (0.5, "0.5"), (80e9, "80000000000"), (-0.0, "0")])
def test_equal_numbers_are_written_alike(document: Document, amount: float, written: str) -> None:
    spec = next(fact for fact in document.facts if fact.predicate == "has_spec")
    changed = Document.build(document.articles, document.entities, [replace(spec, value=Quantity(amount, "", "96"))])
    assert f'"amount":{written},' in dumps(changed, compact=True)
    assert Document.from_dict(json.loads(dumps(changed))) == changed


@pytest.mark.parametrize("amount", [float("nan"), float("inf")])
def test_what_is_no_number_is_refused(document: Document, amount: float) -> None:
    spec = next(fact for fact in document.facts if fact.predicate == "has_spec")
    with pytest.raises(DataError, match="not a number"):
        Document.build(document.articles, document.entities, [replace(spec, value=Quantity(amount, "", "?"))])


def test_confidence_does_not_depend_on_the_last_bits(document: Document) -> None:
    noisy = [replace(fact, confidence=fact.confidence - 1e-9) for fact in document.facts]
    assert dumps(Document.build(document.articles, document.entities, noisy)) == dumps(document)


def test_two_facts_of_one_id_are_refused(document: Document) -> None:
    twin = replace(document.facts[0], confidence=0.1)
    with pytest.raises(DataError, match=document.facts[0].id):
        Document.build(document.articles, document.entities, [*document.facts, twin])


def test_an_article_given_twice_is_kept_once(document: Document) -> None:
    article = document.articles[0]
    doubled = Document.build(
        [replace(article, path="z.md"), *document.articles, replace(article, path="a.md")],
        document.entities,
        document.facts,
    )
    assert [a.path for a in doubled.articles if a.id == article.id] == ["a.md"]


def test_copies_are_named(document: Document) -> None:
    first, second = (article.id for article in document.articles)
    copied = Document.build(document.articles, document.entities, document.facts, {second: first})
    raw = copied.to_dict()
    assert [article["syndicated_from"] for article in raw["articles"]] == [None, first]
    assert Document.from_dict(raw) == copied


def test_lone_surrogates_are_replaced_and_offsets_stay_true() -> None:
    article = Article("T", "A\ud800B is a chip", "p")
    name, start = "A\ud800B", 3
    entity = Entity("chip:ab", "CHIP", name, mentions=(EntityMention(article.id, start, start + 3, name),))
    fact = Fact(
        "chip:ab", "has_status", status="available", evidence=(Evidence(article.id, 3, 16, article.text[3:16], "r"),)
    )
    document = Document.build([article], [entity], [fact])
    assert check_document(document.to_dict()) == []
    assert document.entities[0].name == "A\N{REPLACEMENT CHARACTER}B"
    dumps(document).encode()


def test_confident_keeps_the_certain(document: Document) -> None:
    kept = document.confident(0.9)
    assert {fact.confidence for fact in kept.facts} == {0.9, 0.93, 0.97}
    assert kept.entities == document.entities


@settings(deadline=None)
@given(documents())
def test_any_document_survives(document: Document) -> None:
    text = dumps(document)
    text.encode()
    assert Document.from_dict(json.loads(text)) == document
    assert dumps(Document.from_dict(json.loads(text))) == text
    assert json.loads(dumps(document, compact=True)) == json.loads(text)
