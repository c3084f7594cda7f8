from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.ontology import Quantity, load_ontology
from extractor.query.agreement.extent import Extent, compare_extents, extent_of
from extractor.query.agreement.verdict import Verdict

ONTOLOGY = load_ontology()
BOUNDS = [None, "up to", "from", "more than", "less than", "about", "nearly", "just over"]


def extent(amount: float, unit: str, text: str, *, compared: bool = False, **more: Any) -> Extent:
    found = extent_of(Quantity(amount, unit, text, **more), text, ONTOLOGY, compared=compared)
    assert found is not None
    return found


def verdict(one: Extent, other: Extent) -> Verdict:
    return compare_extents(one, other).verdict


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (extent(96, "", "96"), extent(96, "", "96"), Verdict.CORROBORATES),
        (extent(96, "", "96"), extent(64, "", "64"), Verdict.CONTRADICTS),
        (extent(80, "", "80"), extent(79, "", "79"), Verdict.CONTRADICTS),
        (extent(4, "TB/s", "4 TB/s"), extent(4, "TB/s", "4.0 TB/s"), Verdict.CORROBORATES),
        (extent(4, "TB/s", "4 TB/s"), extent(3.35, "TB/s", "3.35 TB/s"), Verdict.CONTRADICTS),
        (extent(4.1, "TB/s", "4.1 TB/s"), extent(4, "TB/s", "4 TB/s"), Verdict.REFINES),
        (extent(5, "nm", "5nm"), extent(4, "nm", "4nm"), Verdict.CONTRADICTS),
        (extent(192, "GB", "192 GB"), extent(0.192, "TB", "0.192 TB"), Verdict.CORROBORATES),
        (extent(192, "GB", "192 GB"), extent(200, "GB", "200 GB"), Verdict.CONTRADICTS),
        (extent(16, "Gb", "16 Gb"), extent(2, "GB", "2 GB"), Verdict.CORROBORATES),
        (extent(192, "GB", "192 GB"), extent(192, "W", "192 W"), Verdict.INCOMPARABLE),
        (extent(80e9, "", "80 billion", bound="about"), extent(79.6e9, "", "79.6 billion"), Verdict.REFINED_BY),
        (extent(80e9, "", "80 billion"), extent(79.6e9, "", "79.6 billion"), Verdict.REFINED_BY),
        (extent(100_352, "", "100,352"), extent(100_000, "", "100,000", bound="more than"), Verdict.REFINES),
        (extent(100_000, "", "100,000", bound="more than"), extent(50_000, "", "50,000", bound="over"), Verdict.REFINES),
        (extent(90_000, "", "90,000"), extent(100_000, "", "100,000", bound="more than"), Verdict.CONTRADICTS),
        (extent(96, "", "96"), extent(96, "", "96", bound="more than"), Verdict.CORROBORATES),
        (extent(4, "x", "4x", bound="up to"), extent(4, "x", "four times"), Verdict.CORROBORATES),
        (extent(4, "x", "4x", bound="up to"), extent(3, "x", "3x", bound="up to"), Verdict.CONTRADICTS),
        (extent(4, "x", "4x", bound="up to"), extent(3, "x", "3x"), Verdict.INCOMPARABLE),
        (extent(4, "x", "4x", bound="up to"), extent(6, "x", "6x"), Verdict.CONTRADICTS),
        (extent(4, "x", "4x", bound="up to"), extent(5, "x", "5x", bound="at least"), Verdict.CONTRADICTS),
        (extent(6, "x", "6x", bound="up to"), extent(5, "x", "5x", bound="at most"), Verdict.CONTRADICTS),
        (extent(35, "USD", "$35", bound="from"), extent(50, "USD", "$50"), Verdict.INCOMPARABLE),
        (extent(35, "USD", "$35", bound="from"), extent(25, "USD", "$25"), Verdict.CONTRADICTS),
        (extent(60, "%", "50 to 60%", low=50), extent(55, "%", "55%"), Verdict.REFINED_BY),
        (extent(100, "W", "100 W", bound="nearly"), extent(95, "W", "95 W"), Verdict.REFINED_BY),
        (extent(100, "W", "100 W", bound="nearly"), extent(105, "W", "105 W"), Verdict.CONTRADICTS),
    ],
)  # fmt: skip
def test_values_with_the_precision_of_their_texts(one: Extent, other: Extent, expected: Verdict) -> None:
    assert verdict(one, other) is expected


def test_a_percentage_is_a_multiple_in_comparisons() -> None:
    more = extent(75, "%", "75%", compared=True)
    assert verdict(more, extent(1.75, "x", "1.75x", compared=True)) is Verdict.CORROBORATES
    assert extent(-30, "%", "30% less", compared=True).amount == pytest.approx(0.7)
    assert verdict(extent(75, "%", "75%"), more) is Verdict.INCOMPARABLE


def test_an_unknown_unit_has_no_extent() -> None:
    assert extent_of(Quantity(3, "parsecs", "3 parsecs"), "3 parsecs", ONTOLOGY) is None


def test_every_bound_of_the_grammar_is_classified() -> None:
    from extractor.ontology.source import BUILT_IN, read_yaml

    words = read_yaml(BUILT_IN / "quantities.yaml")
    possible = {*words["bounds"], *words["money_bounds"], *words["bounds_after"]} - {*words["not_bounds"]}
    assert sorted(possible - {*ONTOLOGY.claims.bounds}) == []


units = st.sampled_from([("GB", 1.0), ("TB", 0.001), ("MB", 1000.0)])


@st.composite
def extents(draw: st.DrawFn) -> Extent:
    amount, decimals = draw(st.integers(1, 9999)), draw(st.integers(0, 2))
    unit, _ = draw(units)
    number = amount / 10**decimals
    return extent(number, unit, f"{number:.{decimals}f} {unit}", bound=draw(st.sampled_from(BOUNDS)))


@settings(deadline=None)
@given(extents(), extents())
def test_a_relation_looks_the_same_from_both_sides(one: Extent, other: Extent) -> None:
    assert compare_extents(one, other).mirrored == compare_extents(other, one)


@settings(deadline=None)
@given(extents())
def test_a_value_corroborates_itself(one: Extent) -> None:
    assert verdict(one, one) is Verdict.CORROBORATES


@settings(deadline=None)
@given(extents(), extents(), st.sampled_from([1e-3, 8.0, 1e6]))
def test_the_unit_does_not_matter(one: Extent, other: Extent, factor: float) -> None:
    scaled = [Extent(e.low * factor, e.high * factor, e.amount * factor, e.unit, e.kind) for e in (one, other)]
    ends = [end for e in (one, other) for end in (e.low, e.high)]
    if all(a == b or abs(a - b) > 1e-6 * max(one.amount, other.amount) for a in ends for b in ends):
        assert verdict(*scaled) is verdict(one, other)


@settings(deadline=None)
@given(extents(), extents())
def test_what_refines_lies_within(one: Extent, other: Extent) -> None:
    if verdict(one, other) is Verdict.REFINES:
        assert other.low <= one.low
        assert one.high <= other.high
    if verdict(one, other) is Verdict.CONTRADICTS:
        assert max(one.low, other.low) >= min(one.high, other.high) * (1 - 1e-9)
