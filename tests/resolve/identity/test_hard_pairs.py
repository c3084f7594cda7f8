"""The table of hard pairs, through all of identity: each name in an article of its own, nothing else in the graph."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from extractor.catalogue import Catalogue
from extractor.resolve.identity.known import known_things
from extractor.resolve.identity.local import named_in
from extractor.resolve.identity.review import review
from tests.resolve.identity.conftest import looked_up, reading

TABLE = Path(__file__).with_name("hard_pairs.yaml")
PAIRS = yaml.safe_load(TABLE.read_text(encoding="utf-8"))


def verdict(catalogue: Catalogue, *pair: tuple[str, str]) -> str:
    """What becomes of two names: same, doubtful or apart."""
    known = known_things(catalogue.entries)
    rows = [
        named_in(reading(str(n), [looked_up(catalogue, type_, name)]), known) for n, (type_, name) in enumerate(pair)
    ]
    settled = review([named for row in rows for named in row], known)
    one, other = (row[0].key for row in rows)
    if settled.ids[one] == settled.ids[other]:
        return "same"
    pairs = {(judged.a, judged.b) for judged in settled.judgements if judged.verdict == "open"}
    return "doubtful" if (min(one, other), max(one, other)) in pairs else "apart"


def test_the_table_is_large_and_has_no_pair_twice() -> None:
    pairs = [frozenset({(a, one), (b, other)}) for a, one, b, other, *_ in PAIRS]
    assert len(set(pairs)) == len(pairs) >= 240
    assert {row[4] for row in PAIRS} == {"same", "apart", "doubtful"}


@pytest.mark.parametrize("row", PAIRS, ids=lambda row: f"{row[0]} {row[1]} | {row[2]} {row[3]}")
def test_pair(catalogue: Catalogue, row: list[str]) -> None:
    a, one, b, other, expected, _ = row
    assert verdict(catalogue, (a, one), (b, other)) == expected
    assert verdict(catalogue, (b, other), (a, one)) == expected
