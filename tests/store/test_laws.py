"""The law of the store: however its articles came and went, its document is that of a run over those that are there."""

from __future__ import annotations

import tempfile
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.articles.article import Article
from extractor.articles.duplicates import address_key
from extractor.store import Store
from extractor.store.given import replaces
from tests.store.made import NAMES, article, faults, full, reader, stored

statements = st.one_of(
    st.builds("{}{}{}".format, st.sampled_from(NAMES), st.sampled_from(">&^%"), st.sampled_from(NAMES)),
    st.builds("{}%{}".format, st.sampled_from(("H100", "Condor", *NAMES)), st.sampled_from(["", "4"])),
    st.builds("{}={}".format, st.sampled_from(NAMES), st.sampled_from(["9", "9.5"])),
    st.sampled_from(NAMES),
)
WORDS = (
    "the new accelerator was shown on stage today with nine times more memory and half of the power that it took before"
)
TEXTS = (
    "",
    f"{WORDS} as the company told reporters in a hall full of people.",
    f"{WORDS}, as the company told reporters in a hall full of visitors.",
    f"{WORDS}.",
    "Nothing else was said by anybody who could have known it, and so the day ended as quietly as it had begun.",
)
lines = st.lists(statements, min_size=1, max_size=4).map("; ".join)
bodies = st.one_of(lines, st.builds("{}\n{}".format, lines, st.sampled_from(TEXTS)))
titles = st.sampled_from(["", "Zorblax shows the Condor to the world at last, says Orvane", "Orvane says no"])
urls = st.sampled_from([None, "x.example/1", "www.x.example/1/", "x.example/2", "y.example/1"])
paths = st.sampled_from(["a.md", "b.md", "b.md#related-1", "c.md"])
days = st.sampled_from([None, "2024-01-01", "2024-01-02"])
articles = st.builds(article, bodies, urls, days, paths, source=st.sampled_from(["", "wire", "post"]), title=titles)
steps = st.lists(
    st.one_of(st.lists(articles, min_size=1, max_size=4), st.integers(0, 9)), min_size=1, max_size=6
)  # articles that come, or the number of one that goes


def words(one: Article) -> str:
    return " ".join(one.text.split()).casefold()


def after_adding(there: list[Article], incoming: Collection[Article]) -> list[Article]:
    news = [one for one in dict.fromkeys(incoming) if one not in there]
    return [old for old in there if old in incoming or not any(replaces(new, old) for new in news)] + news


def after_forgetting(there: list[Article], gone: Article) -> list[Article]:
    """Without the copies of an article: its address, and those without one that have the words of one of these."""

    def same_address(one: Article) -> bool:
        return bool(one.url and gone.url and address_key(one.url) == address_key(gone.url))

    said = {words(gone), *(words(one) for one in there if same_address(one))}
    return [one for one in there if not same_address(one) and (one.url or words(one) not in said)]


@settings(max_examples=150, deadline=None)
@given(steps, st.sampled_from([1, 3, 64]))
def test_any_history_gives_the_document_of_what_is_there(steps: list[list[Article] | int], batch: int) -> None:
    there: list[Article] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "s.sqlite"
        for step in steps:
            with Store.open_or_create(path) as store:
                if isinstance(step, list):
                    store.add(step, reader(batch=batch))
                    there = after_adding(there, step)
                elif kept := store.document().articles:
                    gone = kept[step % len(kept)]
                    store.forget(gone.id, reader())
                    there = after_forgetting(there, gone)
            assert stored(path) == full(there)
            assert faults(path) == []


distinct = st.lists(
    st.tuples(articles, st.sampled_from([f"{letter}.md" for letter in "abcdefghi"])).map(
        lambda pair: replace(pair[0], path=pair[1])
    ),
    min_size=1,
    max_size=9,
    unique_by=(lambda one: address_key(one.url) if one.url else one.text, lambda one: one.path),
)


@settings(max_examples=60, deadline=None)
@given(distinct, st.randoms(use_true_random=False), st.integers(1, 4), st.integers(0, 3))
def test_order_splits_and_removals_leave_no_trace(given: list[Article], random: object, size: int, extra: int) -> None:
    order = given.copy()
    random.shuffle(order)  # type: ignore[attr-defined]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "s.sqlite"
        with Store.open_or_create(path) as store:
            for start in range(0, len(order), size):
                store.add(order[start : start + size], reader())
        assert stored(path) == full(given)
        with Store(path) as store:
            changes = store.add(reversed(given), reader())
            assert (changes.added, changes.changed, changes.removed) == (0, 0, 0)
            there = given
            for gone in store.document().articles[:extra]:
                store.forget(gone.id, reader())
                there = after_forgetting(there, gone)
        assert stored(path) == full(there)
