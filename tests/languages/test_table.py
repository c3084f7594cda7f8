"""Rows stay in the order that a query asks for, and are sorted where it asks for none."""

from __future__ import annotations

import pytest

from extractor.languages.table import in_order

ROWS = [["b"], ["a"]]


@pytest.mark.parametrize("words", ["ORDER BY x", "order  by x", "Order\nBY x"])
def test_the_order_of_the_query_stays(words: str) -> None:
    assert in_order(ROWS, f"MATCH (x) RETURN x {words}") == ROWS


@pytest.mark.parametrize("words", ["", "LIMIT 2", "// border by"])
def test_else_rows_are_sorted(words: str) -> None:
    assert in_order(ROWS, f"MATCH (x) RETURN x {words}") == [["a"], ["b"]]
