from __future__ import annotations

import pytest

from extractor.errors import UsageError
from extractor.query.comparison import Comparison
from tests.query.news import Said, compares, graph, spec

ONE, TWO, BASE = "chip:x1", "chip:x2", "chip:x0"
SAYINGS = [
    Said("a", "2024-01-01", "X1 has 192 GB.", spec("memory_capacity", 192, "GB", "192 GB")),
    Said("b", "2024-01-02", "X1 has 192 GB of memory.", spec("memory_capacity", 192, "GB", "192 GB")),
    Said("a", "2024-01-01", "X2 has 0.096 TB.", spec("memory_capacity", 0.096, "TB", "0.096 TB", subject=TWO)),
    Said("a", "2024-01-01", "X1 does 20 PFLOPS at FP4.", spec("compute", 20, "PFLOPS", "20 PFLOPS")),
    Said("a", "2024-01-01", "X2 does 10 PFLOPS at FP8.", spec("compute", 10, "PFLOPS", "10 PFLOPS", subject=TWO)),
    Said("a", "2024-01-01", "X1 draws up to 1,000 W.", spec("power", 1000, "W", "1,000 W", bound="up to")),
    Said("a", "2024-01-01", "X1 is 3x faster than X2.", compares("performance", 3, "x", "3x", object=TWO)),
    Said("a", "2024-01-01", "X1 is 4x faster than X0.", compares("performance", 4, "x", "4x", object=BASE)),
    Said("a", "2024-01-01", "X2 is 50% faster than X0.", compares("performance", 50, "%", "50%", object=BASE, subject=TWO)),
    Said("a", "2024-01-01", "X1 costs $20,000 to $30,000.", spec("price", 30e3, "USD", "$20,000 to $30,000", low=20e3)),
]  # fmt: skip


@pytest.fixture
def found() -> Comparison:
    return graph(*SAYINGS).compare("x1", "x2")


def test_specs_in_the_order_of_the_ontology(found: Comparison) -> None:
    assert [row.attribute for row in found.rows] == ["memory_capacity", "compute", "power", "price"]


def test_values_of_a_row_are_in_one_unit(found: Comparison) -> None:
    memory = found.rows[0]
    assert [memory.shown(side) for side in (*memory.first, *memory.second)] == ["192 GB", "96 GB"]
    assert memory.first[0].support.weight == 2
    assert memory.first[0].to_dict()["value"] == {"amount": 192e9, "unit": "B"}
    assert memory.ratio == 0.5


def test_bounds_ranges_and_conditions_are_shown(found: Comparison) -> None:
    _, compute, power, price = found.rows
    assert compute.shown(compute.first[0]) == "20 PFLOPS (number format fp4)"
    assert compute.ratio is None, "FP4 against FP8"
    assert power.shown(power.first[0]) == "up to 1000 W"
    assert price.shown(price.first[0]) == "20,000 to 30,000 USD"
    assert power.second == ()


def test_claims_between_them_and_against_a_third(found: Comparison) -> None:
    assert [side.says for side in found.direct] == ["X1 compares_to X2: performance 3 x"]
    (shared,) = found.shared
    assert shared.label == "performance against X0"
    assert [shared.shown(side) for side in (*shared.first, *shared.second)] == ["4 x", "1.5 x"]
    assert shared.ratio == 0.375


def test_turned_round(found: Comparison) -> None:
    turned = graph(*SAYINGS).compare("x2", "x1")
    assert (turned.rows[0].ratio, turned.rows[0].unit) == (2, "TB")
    assert turned.direct == found.direct


def test_as_plain_data(found: Comparison) -> None:
    data = found.to_dict()
    assert data["first"] == {"id": ONE, "name": "X1"}
    assert data["specs"][0]["second"][0]["value"] == {"amount": 96e9, "unit": "B"}
    assert data["specs"][0]["first"][0]["sources"][1]["source"] == "b"


def test_unknown_names_are_refused() -> None:
    with pytest.raises(UsageError, match="no entity 'x9'"):
        graph(*SAYINGS).compare("x1", "x9")
