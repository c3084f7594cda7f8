"""claims.yaml and what the other files say about functional predicates, attributes and statuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.errors import DataError
from extractor.ontology import load_ontology

from .conftest import Load


def test_the_built_in_declarations() -> None:
    ontology = load_ontology()
    assert ontology.attributes["core_count"].functional == {"CHIP"}
    assert not ontology.attributes["price"].functional
    assert ontology.attributes["cost"].changes == {"FACILITY"}
    assert ontology.predicates["acquires"].inverse_functional
    assert not ontology.predicates["makes"].functional
    assert ontology.lifecycle["delayed"].ahead
    assert "preview" in ontology.lifecycle["available"].ends
    assert tuple(ontology.lifecycle) == ontology.statuses
    assert ontology.claims.bounds["up to"] == "peak"
    assert ontology.claims.bridges["b"] == ("B", 0.125)


def test_a_user_adds_a_condition_and_changes_the_rounding(load: Load) -> None:
    ontology = load(
        {
            "claims.yaml": "conditions:\n  mood: {attributes: [compute], values: {good: [Happily]}}\n"
            "rounding: {digit: 0.2}\ndays: 3\n"
        }
    )
    assert ontology.claims.conditions[-1].values == {"good": ("happily",)}
    assert ontology.claims.conditions[0] == load_ontology().claims.conditions[0]
    assert (ontology.claims.rounding.digit, ontology.claims.days) == (0.2, 3)


BROKEN = [
    ("unknown section", "claims.yaml", "bound: {}\n", "", "unknown key 'bound'"),
    ("unknown kind of bound", "claims.yaml", "bounds: {top: [up to]}\n", "bounds", "unknown key 'top'"),
    ("bound of two kinds", "claims.yaml", "bounds: {about: [up to]}\n", "bounds", "both peak and about"),
    ("share above one", "claims.yaml", "rounding: {digit: 2}\n", "rounding", "digit must lie between 0 and 1"),
    ("shares in disorder", "claims.yaml", "rounding: {about_least: 0.5}\n", "rounding", "must not be above about_most"),
    ("bridge to nowhere", "claims.yaml", "bridges: {b: {to: GB}}\n", "bridges.b", "'GB' is no base unit"),
    ("bridge of nothing", "claims.yaml", "bridges: {b: {factor: 0}}\n", "bridges.b", "factor must be above 0"),
    ("condition of nothing", "claims.yaml", "conditions: {mood: {}}\n", "mood.values", "must be a mapping"),
    (
        "condition of an unknown attribute",
        "claims.yaml",
        "conditions: {mood: {attributes: [smell], values: {a: [b]}}}\n",
        "mood",
        "unknown attribute smell",
    ),
    ("value without words", "claims.yaml", "conditions: {mood: {values: {a: []}}}\n", "mood.values", "list of words"),
    (
        "word of two values",
        "claims.yaml",
        "conditions: {mood: {values: {a: [x], b: [X]}}}\n",
        "mood.values",
        "'x' tells two values",
    ),
    ("days that are no number", "claims.yaml", "days: week\n", "", "days must be a number"),
    ("functional flag", "predicates.yaml", "predicates:\n  makes: {functional: 1}\n", "makes", "true or false"),
    (
        "functional for an unknown type",
        "attributes.yaml",
        "attributes:\n  price: {functional: [TREE]}\n",
        "price.functional",
        "unknown type TREE",
    ),
    ("changes alone", "attributes.yaml", "attributes:\n  price: {changes: [CHIP]}\n", "price", "name CHIP there too"),
    (
        "condition of an unknown type",
        "claims.yaml",
        "conditions: {mood: {types: [TREE], values: {a: [b]}}}\n",
        "mood",
        "unknown type TREE",
    ),
    (
        "end of an unknown status",
        "statuses.yaml",
        "statuses:\n  delayed: {ends: [eaten]}\n",
        "delayed",
        "cannot end eaten",
    ),
    ("end of itself", "statuses.yaml", "statuses:\n  delayed: {ends: [delayed]}\n", "delayed", "cannot end delayed"),
]


@pytest.mark.parametrize(("name", "content", "entry", "reason"), [c[1:] for c in BROKEN], ids=[c[0] for c in BROKEN])
def test_what_is_wrong_is_named_with_file_and_entry(
    load: Load, tmp_path: Path, name: str, content: str, entry: str, reason: str
) -> None:
    with pytest.raises(DataError) as caught:
        load({name: content})
    assert caught.value.file == str(tmp_path / name)
    assert entry in caught.value.entry, f"entry is {caught.value.entry!r}"
    assert reason in caught.value.reason, f"reason is {caught.value.reason!r}"
