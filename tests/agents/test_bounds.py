from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.agents.bounds import ANSWER, ITEM, clipped, listed, size

plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(0, 10**9)
    | st.text(max_size=20)
    | st.integers(0, 10**4).map("long ".__mul__),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
items = st.dictionaries(st.text(max_size=8), plain, max_size=5)


@settings(deadline=None, max_examples=50)
@given(items)
def test_an_item_fits(item: dict[str, Any]) -> None:
    found = clipped(item)
    assert size(found) <= ITEM
    if size(item) <= ITEM:
        assert found is item


@settings(deadline=None, max_examples=50)
@given(st.lists(items, max_size=8), st.integers(1, 5), st.integers(0, 9))
def test_a_list_fits_and_says_what_is_missing(found: list[dict[str, Any]], limit: int, offset: int) -> None:
    answer = listed("items", found, lambda item: item, limit, offset)
    shown = len(answer["items"])
    assert size(answer["items"]) <= ANSWER + ITEM
    assert answer["more"] is (offset + shown < len(found))
    assert shown <= limit
    assert shown or offset >= len(found)


def test_what_is_cut_is_counted() -> None:
    many = [f"{number} " + "x" * 100 for number in range(500)]
    found = clipped({"names": many, "text": "y" * 50_000})
    assert (len(found["names"]) + found["names_left_out"], found["text"][-1]) == (500, "…")


def test_large_items_make_a_short_page() -> None:
    answer = listed("items", [{"text": "x" * 11_000}] * 20, lambda item: item, 20)
    assert (len(answer["items"]), answer["total"], answer["more"]) == (4, 20, True)
