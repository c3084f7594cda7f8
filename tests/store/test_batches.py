"""Batches hold together what may be copies."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractor.store.batches import batches
from extractor.store.given import keys
from extractor.store.steps import Steps
from tests.store.made import article

ARTICLES = st.lists(
    st.builds(article, st.sampled_from(["Zorb!", "C+", "H100"]), st.sampled_from([None, "x.example/1", "x.example/2"])),
    max_size=12,
)


@given(ARTICLES, st.integers(1, 5))
def test_nothing_is_lost_and_nothing_that_shares_a_key_is_parted(articles: list[object], size: int) -> None:
    found = list(batches(articles, size))  # type: ignore[arg-type]
    assert sorted(map(repr, articles)) == sorted(repr(one) for batch in found for one in batch)
    shared = [{key for one in batch for key in keys(one)} for batch in found]
    assert sum(map(len, shared)) == len(set().union(*shared))
    assert all(len(batch) >= size for batch in found[:-1])


def test_a_chain_of_copies_is_one_batch() -> None:
    chain = [
        article("Zorb!", "x.example/1"),
        article("C+"),
        article("C+", "x.example/2"),
        article("Zorb!", "x.example/2"),
    ]
    assert [len(batch) for batch in batches(chain, 1)] == [4]


def test_steps_add_up() -> None:
    told: list[tuple[int, int]] = []
    steps = Steps(lambda *at: told.append(at), 5)
    steps(1, 2)
    steps.advance(2)
    steps(1, 3)
    steps.advance(3)
    assert told == [(1, 5), (2, 5), (3, 5), (5, 5)]
    Steps(None, 1).advance(1)
