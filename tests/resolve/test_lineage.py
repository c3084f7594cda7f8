"""Baselines across articles: the predecessor is found in the catalogue, in other articles, or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.catalogue import Catalogue, Known
from extractor.facts import Entity, Evidence, Fact
from extractor.ontology import Quantity
from extractor.resolve.lineage import with_baselines

K1 = Known("chip:k1", "CHIP", "K1", "invented.yaml", family="chip:kestrix")
K2 = Known("chip:k2", "CHIP", "K2", "invented.yaml", family="chip:kestrix", predecessor="chip:k1")
K3 = Known("chip:k3", "CHIP", "K3", "invented.yaml", family="chip:kestrix", predecessor="chip:k2")
KESTRIX = Known("chip:kestrix", "CHIP", "Kestrix", "invented.yaml", kind="series")
CATALOGUE = Catalogue(
    {known.id: known for known in (K1, K2, K3, KESTRIX)},
    followers={"chip:k1": "chip:k2", "chip:k2": "chip:k3"},
    first_members={"chip:kestrix": "chip:k1"},
)
ENTITIES = [Entity(id_, "CHIP", id_) for id_ in ("chip:k2", "chip:k1", "chip:q9", "chip:q8", "chip:q7")]
SERIES = [Entity("chip:k2", "CHIP", "K2"), Entity("chip:kestrix", "CHIP", "Kestrix")]


def evidence(article: str) -> tuple[Evidence, ...]:
    return (Evidence(article, 0, 5, "It is", "rule"),)


def compares(
    article: str,
    subject: str = "chip:k2",
    baseline: str | None = "predecessor",
    object_: str | None = None,
    amount: float = 4,
) -> Fact:
    said = (("baseline", baseline),) if baseline else ()
    value = Quantity(amount, "x", f"{amount}x")
    return Fact(
        subject,
        "compares_to",
        object_,
        "performance",
        value,
        qualifiers=said,
        confidence=0.8,
        evidence=evidence(article),
    )


def succeeds(article: str, subject: str, object_: str, **fields: object) -> Fact:
    return replace(Fact(subject, "succeeds", object_, confidence=0.7, evidence=evidence(article)), **fields)  # type: ignore[arg-type]


def infer(*facts: Fact, entities: list[Entity] = ENTITIES, copies: dict[str, str] | None = None) -> list[Fact]:
    return with_baselines(facts, {entity.id for entity in entities}, CATALOGUE, copies)


def test_the_catalogue_knows_the_predecessor() -> None:
    (fact,) = infer(compares("a"))
    assert fact.object == "chip:k1"
    assert fact.said == {"baseline": "predecessor", "object_inferred_from": "catalogue"}
    assert fact.confidence == 0.72
    assert fact.id == compares("b", baseline=None, object_="chip:k1").id


def test_a_series_stands_for_its_first_member() -> None:
    (fact,) = infer(compares("a"), entities=SERIES)
    assert fact.object == "chip:kestrix"


def test_of_two_names_the_one_that_others_compare_with() -> None:
    entities = [*ENTITIES, *SERIES]
    assert infer(compares("a"), entities=entities)[0].object == "chip:k1"
    stated = compares("b", baseline=None, object_="chip:kestrix", amount=3)
    assert infer(compares("a"), stated, entities=entities)[0].object == "chip:kestrix"


@pytest.mark.parametrize(
    ("baseline", "object_"), [("generation 1", "chip:k1"), ("generation 2", "chip:k2"), ("generation 3", None)]
)
def test_generations_by_number(baseline: str, object_: str | None) -> None:
    assert infer(compares("a", "chip:k3", baseline))[0].object == object_


def test_what_is_not_in_the_graph_is_not_found() -> None:
    fact = compares("a")
    assert infer(fact, entities=ENTITIES[:1]) == [fact]


def test_another_article_says_what_it_succeeds() -> None:
    said = succeeds("b", "chip:q9", "chip:q8")
    fact, _ = infer(compares("a", "chip:q9"), said)
    assert fact.object == "chip:q8"
    assert fact.said["object_inferred_from"] == said.id
    assert fact.confidence == 0.56


def test_the_same_article_goes_before_the_catalogue_and_the_catalogue_before_others() -> None:
    own, other = succeeds("a", "chip:k2", "chip:q8"), succeeds("b", "chip:k2", "chip:q7")
    assert infer(compares("a"), own, other)[0].object == "chip:q8"
    assert infer(compares("a"), other)[0].object == "chip:k1"


def test_most_independent_articles_decide_and_a_tie_does_not() -> None:
    one, two, three = (succeeds(a, "chip:q9", o) for a, o in (("b", "chip:q8"), ("c", "chip:q7"), ("d", "chip:q7")))
    asked = compares("a", "chip:q9")
    assert infer(asked, one, two)[0].object is None
    assert infer(asked, one, two, three)[0].object == "chip:q7"
    assert infer(asked, one, two, three, copies={"d": "c"})[0].object is None


def test_several_facts_are_all_named() -> None:
    sure, rumoured = succeeds("b", "chip:q9", "chip:q8"), succeeds("c", "chip:q9", "chip:q8", modality="reported")
    fact = infer(compares("a", "chip:q9"), sure, rumoured)[0]
    assert fact.said["object_inferred_from"] == tuple(sorted((sure.id, rumoured.id)))


@pytest.mark.parametrize(
    "said", [succeeds("b", "chip:q9", "chip:q8", modality="denied"), succeeds("b", "chip:q9", "chip:q9")]
)
def test_denials_and_circles_do_not_count(said: Fact) -> None:
    asked = compares("a", "chip:q9")
    assert infer(asked, said)[0] == asked


def test_the_same_comparison_elsewhere_tells_the_baseline_where_nothing_is_said_of_it() -> None:
    stated = compares("b", baseline=None, object_="chip:k1")
    fact, _ = infer(replace(compares("a", baseline=None), modality="reported"), stated)
    assert (fact.object, fact.said, fact.modality) == ("chip:k1", {"object_inferred_from": stated.id}, "reported")
    assert fact.confidence == 0.64


def test_what_was_inferred_tells_it_too() -> None:
    short, long = infer(replace(compares("a", baseline=None), modality="reported"), compares("b"))
    assert (short.object, short.said["object_inferred_from"]) == ("chip:k1", long.id)


@pytest.mark.parametrize("asked", [compares("a", baseline="other"), compares("a", baseline=None, amount=3)])
def test_another_baseline_or_amount_is_another_comparison(asked: Fact) -> None:
    assert infer(asked, compares("b", baseline=None, object_="chip:k1"))[0] == asked


def test_where_it_is_stated_outright_nothing_is_called_inferred() -> None:
    stated = compares("b", baseline=None, object_="chip:k1")
    fact, kept = infer(compares("a"), stated)
    assert kept == stated
    assert fact.id == stated.id
    assert fact.said == {"baseline": "predecessor"}


FACTS = [
    compares("a"),
    compares("b", baseline=None, object_="chip:k1"),
    replace(compares("c", baseline=None), modality="reported"),
    compares("d", "chip:q9"),
    succeeds("e", "chip:q9", "chip:q8"),
    succeeds("f", "chip:q9", "chip:q8"),
    succeeds("g", "chip:q9", "chip:q7"),
    compares("h", "chip:q8", baseline="other"),
]


@given(st.permutations(FACTS))
def test_the_order_of_the_facts_does_not_matter(facts: list[Fact]) -> None:
    inferred = dict(zip([fact.evidence for fact in facts], infer(*facts), strict=True))
    assert inferred == dict(zip([fact.evidence for fact in FACTS], infer(*FACTS), strict=True))


@given(st.lists(st.sampled_from(FACTS), unique=True))
def test_only_comparisons_without_object_change_and_a_second_time_nothing(facts: list[Fact]) -> None:
    once = infer(*facts)
    assert infer(*once) == once
    present = {entity.id for entity in ENTITIES}
    for before, after in zip(facts, once, strict=True):
        assert after == before or (before.predicate, before.object) == ("compares_to", None)
        assert after.object is None or after.object in present
        assert (after.evidence, after.value, after.modality) == (before.evidence, before.value, before.modality)


@given(st.lists(st.sampled_from(FACTS), unique=True), st.sampled_from(["chip:k2", "chip:q9", "chip:q8"]))
def test_a_subject_is_decided_by_its_own_facts(facts: list[Fact], subject: str) -> None:
    own = [fact for fact in facts if fact.subject == subject]
    assert infer(*own) == [fact for fact in infer(*facts) if fact.subject == subject]
