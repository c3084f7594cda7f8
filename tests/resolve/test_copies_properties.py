"""Laws of copies: no order, no repetition and no second run changes them; the outcome is the same on every machine."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.articles import Article
from extractor.resolve.copies import copies_of
from extractor.resolve.minhash import EMPTY, band_keys, likeness, signature
from extractor.resolve.wording import mixed, shingles, words

from .copies_texts import END, LEAD, MIDDLE, QUOTE, RELEASE, RETOLD, TITLE, article

BODIES = [
    RELEASE,
    RETOLD,
    LEAD,
    MIDDLE,
    f"{LEAD} {MIDDLE}",
    f"{MIDDLE}\n\n{END}",
    f"{QUOTE} {END}",
    "",
    "New: Q9.",
    "!",
]
ARTICLES = st.builds(
    article,
    title=st.sampled_from([TITLE, f"UPDATE 1-{TITLE}", "Zorblax bets on memory", "Kestrix unveils Q7 server chip", ""]),
    body=st.sampled_from(BODIES),
    site=st.sampled_from(["a.example", "b.example", "c.example"]),
    day=st.sampled_from([None, "2031-05-06", "2031-05-07", "2031-05-07T09:00:00Z", "2031-06-30"]),
)
ORDERS = st.lists(ARTICLES, max_size=9).flatmap(lambda found: st.tuples(st.just(found), st.permutations(found)))
FEW = settings(deadline=None, max_examples=60)


@given(ORDERS)
@FEW
def test_the_order_and_repetitions_do_not_matter(orders: tuple[list[Article], list[Article]]) -> None:
    copies = copies_of(orders[0])
    assert copies_of(orders[1]) == copies
    assert list(copies_of(iter([*orders[1], *orders[0]])).items()) == list(copies.items())


@given(st.lists(ARTICLES, max_size=9))
@FEW
def test_originals_are_no_copies_and_stay_originals(articles: list[Article]) -> None:
    copies = copies_of(articles)
    assert not set(copies) & set(copies.values())
    assert copies_of([one for one in articles if one.id not in copies]) == {}


@given(st.lists(ARTICLES, max_size=9))
@FEW
def test_the_original_is_the_earliest_of_its_cluster(articles: list[Article]) -> None:
    rank = {}
    for one in articles:
        place = (one.published is None, one.published or "", one.id)
        rank[one.id] = min(place, rank.get(one.id, place))
    assert all(rank[original] < rank[copy] for copy, original in copies_of(articles).items())


@given(st.lists(ARTICLES, max_size=9))
@FEW
def test_equal_texts_are_always_in_one_cluster(articles: list[Article]) -> None:
    copies = copies_of(articles)
    homes: dict[str, set[str]] = {}
    for one in articles:
        homes.setdefault(" ".join(one.text.casefold().split()), set()).add(copies.get(one.id, one.id))
    assert all(len(home) == 1 for home in homes.values())


@given(st.text(max_size=200), st.text(max_size=200))
@FEW
def test_any_text_can_be_compared(one: str, other: str) -> None:
    copies_of([article(one, other), article(other, one, "b.example"), article("", one + other, "c.example")])


@given(st.text(max_size=60))
@FEW
def test_words_of_words_are_the_same_words(text: str) -> None:
    once = words(text)
    assert words(" ".join(once)) == once


def test_an_estimate_is_near_the_similarity_and_like_sets_share_a_key() -> None:
    numbers = mixed(np.arange(1, 4001, dtype=np.uint64))
    for shared in (0, 200, 500, 700, 1000):
        one, other = numbers[:1000], numbers[1000 - shared : 2000 - shared]
        signed = np.stack([signature(one), signature(other)])
        similarity = shared / (2000 - shared)
        assert abs(likeness(*signed) - similarity) < 0.2
        keys = band_keys(signed)
        assert (keys[0] == keys[1]).any() == (similarity >= 0.3)
    assert not band_keys(EMPTY[None]).any()


def test_shingles_count_order_and_not_repetition() -> None:
    one = shingles("a b c a b c".split())
    assert len(one) == 3
    assert not np.intersect1d(shingles("a b c".split()), shingles("c b a".split())).size
    assert len(shingles(["a"])) == 1
    assert len(shingles([])) == 0


def test_numbers_are_the_same_under_every_hash_seed() -> None:
    code = (
        "from extractor.resolve.minhash import signature; from extractor.resolve.wording import shingles; "
        "print(signature(shingles('zorblax ships the q 9'.split()))[:3].tolist())"
    )
    lines = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "7")
    }
    assert lines == {SAME_EVERYWHERE}


SAME_EVERYWHERE = "[1584130643, 2199468054, 4003111162]\n"
