from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from extractor.graph import check_document
from extractor.ontology.model import Predicate

Raw = dict[str, Any]


def fact(raw: Raw, predicate: str) -> Raw:
    return next(fact for fact in raw["facts"] if fact["predicate"] == predicate)


DAMAGES: list[tuple[Callable[[Raw], object], str]] = [
    (lambda raw: raw["facts"].append(raw["facts"][0]), "two of this id"),
    (lambda raw: raw["entities"].append(raw["entities"][0]), "two of this id"),
    (lambda raw: raw["articles"][0].update(text="other"), "does not begin with its title"),
    (lambda raw: raw["articles"][0].update(url="https://else.where"), "not the hash of its address and text"),
    (lambda raw: raw["articles"][0].update(syndicated_from="0" * 16), "names no other article"),
    (lambda raw: raw["articles"][0].update(syndicated_from=raw["articles"][0]["id"]), "names no other article"),
    (lambda raw: raw["entities"][0]["mentions"][0].update(start=11), "has other words"),
    (lambda raw: raw["entities"][0]["mentions"][0].update(article="f" * 16), "an article that the document lacks"),
    (lambda raw: fact(raw, "announces").update(subject="org:nobody"), "subject names an entity"),
    (lambda raw: fact(raw, "compares_to").update(attributed_to="org:nobody"), "attributed_to names an entity"),
    (lambda raw: fact(raw, "announces").update(modality="denied"), "not the hash of what it says"),
    (lambda raw: fact(raw, "announces")["evidence"][0].update(quote="AWS"), "has other words"),
    (lambda raw: fact(raw, "announces")["evidence"][0]["spans"][0].update(end=999), "lies outside its quote"),
    (lambda raw: fact(raw, "has_spec").pop("attribute"), "lacks the field 'attribute'"),
    (lambda raw: fact(raw, "has_spec").update(value=None), "must be object"),
    (lambda raw: fact(raw, "announces").update(object=None), "must be string"),
    (lambda raw: fact(raw, "announces").update(evidence=[]), "must not be empty"),
    (lambda raw: fact(raw, "has_spec")["value"].update(amount=float("nan")), "must be number"),
    (lambda raw: raw["entities"][0].update(name="\ud800"), "lone surrogate"),
]


@pytest.mark.parametrize(("damage", "reason"), DAMAGES)
def test_damage_is_found(raw: Raw, damage: Callable[[Raw], object], reason: str) -> None:
    damage(raw)
    assert any(reason in problem for problem in check_document(raw)), check_document(raw)


def test_added_fields_are_welcome(raw: Raw) -> None:
    raw["note"] = raw["articles"][0]["note"] = raw["facts"][0]["note"] = {"anything": [1, None]}
    assert check_document(raw) == []


@pytest.fixture
def ontology() -> Any:
    def predicate(name: str, kind: Any, domain: set[str], range_: set[str]) -> Predicate:
        return Predicate(name, kind, frozenset(domain), frozenset(range_), name, "")

    predicates = [
        predicate("announces", "relation", {"ORG"}, {"CHIP"}),
        predicate("makes", "relation", {"ORG"}, {"SYSTEM"}),
        predicate("has_spec", "spec", {"CHIP"}, set()),
        predicate("has_status", "status", {"CHIP"}, set()),
        predicate("compares_to", "comparison", {"SYSTEM"}, {"SYSTEM"}),
    ]
    return SimpleNamespace(
        types={"ORG": None, "CHIP": None, "TECHNOLOGY": None},
        predicates={predicate.name: predicate for predicate in predicates},
        attributes={"core_count": None},
        statuses=("preview",),
        modalities={"asserted": None},
    )


def test_the_vocabulary_is_checked(raw: Raw, ontology: Any) -> None:
    reasons = {problem.partition(": ")[2] for problem in check_document(raw, ontology)}
    assert reasons == {
        "unknown type EVENT",
        "unknown metric performance",
        "unknown status available",
        "unknown modality reported",
        "unknown predicate uses_technology",
        "makes does not go from ORG to CHIP",
        "compares_to does not go from CHIP to a value",
    }
