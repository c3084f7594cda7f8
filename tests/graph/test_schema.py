from __future__ import annotations

import copy
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.graph import Document, check_document, example_document
from extractor.graph.schema import CHECKS, document_schema, violations

from .hostile import documents

HANDLED = {*CHECKS, "type", "$ref", "if", "then", "$schema", "$id", "$defs", "title", "description"}


def validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(document_schema())


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(document_schema())


def test_the_own_check_knows_every_keyword_of_the_schema() -> None:
    def keywords(schema: dict[str, Any]) -> set[str]:
        found = set(schema)
        for group in ("properties", "$defs"):
            for below in schema.get(group, {}).values():
                found |= keywords(below)
        for one in ("items", "additionalProperties", "if", "then", "not"):
            found |= keywords(schema[one]) if one in schema else set()
        for part in schema.get("allOf", []):
            found |= keywords(part)
        return found

    assert keywords(document_schema()) <= HANDLED


def test_the_example_is_valid(raw: dict[str, Any]) -> None:
    validator().validate(raw)
    assert list(violations(raw)) == []


@settings(deadline=None)
@given(documents())
def test_any_document_is_valid(document: Document) -> None:
    validator().validate(document.to_dict())
    assert check_document(document.to_dict()) == []


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place of plain data."""
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, item in below for place in places(item, (*path, key)))]


JUNK = [None, True, 0, -1, 0.5, 3.0, 2, "", "x", "A B", "0123456789abcdef", "has_spec", "makes", [], {}, [1], {"a": 1}]
RAW = example_document().to_dict()
PLACES = [place for place in places(RAW) if place]


@settings(deadline=None)
@given(st.sampled_from(PLACES), st.sampled_from([*JUNK, ...]))
def test_the_own_check_agrees_with_jsonschema(place: tuple[Any, ...], junk: Any) -> None:
    damaged = copy.deepcopy(RAW)
    parent: Any = damaged
    for key in place[:-1]:
        parent = parent[key]
    if junk is ...:
        del parent[place[-1]]
    else:
        parent[place[-1]] = junk
    assert (list(violations(damaged)) == []) == validator().is_valid(damaged)


@pytest.mark.parametrize(
    "damaged", [None, [], 3, "x", {}, {"schema": "other/1", "articles": [], "entities": [], "facts": []}]
)
def test_what_is_no_document_is_refused(damaged: Any) -> None:
    assert check_document(damaged)
    assert not validator().is_valid(damaged)


def test_places_are_named(raw: dict[str, Any]) -> None:
    raw["facts"][3]["confidence"] = "high"
    assert check_document(raw) == ['facts[3].confidence: must be number, not "high"']
