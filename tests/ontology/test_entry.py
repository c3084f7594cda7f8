"""Typed access to one entry: what it takes, and that every refusal names file and entry."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extractor.errors import DataError
from extractor.ontology.entry import Entry

Read = Callable[[Entry], Any]


def entry(**raw: Any) -> Entry:
    return Entry("my.yaml", "thing", raw)


TAKEN: list[tuple[str, dict[str, Any], Read, Any]] = [
    ("text", {"k": "x"}, lambda e: e.string("k"), "x"),
    ("text by default", {}, lambda e: e.string("k", "y"), "y"),
    ("no optional text", {}, lambda e: e.optional("k"), None),
    ("null optional text", {"k": None}, lambda e: e.optional("k"), None),
    ("words", {"k": ["a", "b c"]}, lambda e: e.words("k"), ("a", "b c")),
    ("no words", {}, lambda e: e.words("k"), ()),
    ("null words", {"k": None}, lambda e: e.words("k"), ()),
    ("flag", {"k": True}, lambda e: e.flag("k"), True),
    ("no flag", {}, lambda e: e.flag("k"), False),
    ("whole number", {"k": 3}, lambda e: e.number("k"), 3),
    ("number by default", {}, lambda e: e.number("k", 0.5), 0.5),
    ("choice", {"k": "b"}, lambda e: e.choice("k", ("a", "b")), "b"),
    ("known keys only", {"k": 1}, lambda e: e.only(("k", "l")), None),
]

REFUSED: list[tuple[str, dict[str, Any], Read, str]] = [
    ("text missing", {}, lambda e: e.string("k"), "k must be a text"),
    ("text empty", {"k": ""}, lambda e: e.string("k"), "k must be a text"),
    ("text a number", {"k": 7}, lambda e: e.string("k", "y"), "not 7"),
    ("optional text a list", {"k": ["a"]}, lambda e: e.optional("k"), "k must be a text"),
    ("words a text", {"k": "a"}, lambda e: e.words("k"), "list of texts"),
    ("a number among words", {"k": ["a", 5]}, lambda e: e.words("k"), "quote numbers"),
    ("yes among words", {"k": [True]}, lambda e: e.words("k"), "quote numbers"),
    ("an empty word", {"k": [""]}, lambda e: e.words("k"), "list of texts"),
    ("flag a text", {"k": "yes"}, lambda e: e.flag("k"), "true or false"),
    ("number a text", {"k": "1"}, lambda e: e.number("k"), "must be a number"),
    ("number a flag", {"k": True}, lambda e: e.number("k"), "must be a number"),
    ("number missing", {}, lambda e: e.number("k"), "must be a number"),
    ("no such choice", {"k": "c"}, lambda e: e.choice("k", ("a", "b")), "one of a, b"),
    ("choice missing", {}, lambda e: e.choice("k", ("a", "b")), "one of a, b"),
    ("unknown key", {"kk": 1}, lambda e: e.only(("k", "l")), "unknown key 'kk'; known are k, l"),
    ("unknown key that is a number", {5: 1}, lambda e: e.only(("k",)), "unknown key '5'"),
]


@pytest.mark.parametrize(("raw", "read", "value"), [case[1:] for case in TAKEN], ids=[case[0] for case in TAKEN])
def test_takes(raw: dict[str, Any], read: Read, value: Any) -> None:
    assert read(entry(**{}) if not raw else Entry("my.yaml", "thing", raw)) == value


@pytest.mark.parametrize(("raw", "read", "reason"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_refuses(raw: dict[str, Any], read: Read, reason: str) -> None:
    with pytest.raises(DataError) as caught:
        read(Entry("my.yaml", "thing", raw))
    assert (caught.value.file, caught.value.entry) == ("my.yaml", "thing")
    assert reason in caught.value.reason
    assert str(caught.value).startswith("my.yaml: thing: ")


@pytest.mark.parametrize("raw", [None, [], "text", 3], ids=repr)
def test_an_entry_is_a_mapping(raw: Any) -> None:
    with pytest.raises(DataError, match="must be a mapping"):
        Entry("my.yaml", "thing", raw)


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_is_finite(number: float) -> None:
    with pytest.raises(DataError, match="must be a number"):
        Entry("my.yaml", "thing", {"k": number}).number("k")
