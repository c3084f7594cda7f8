from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.report.timeline import Moment, draw
from extractor.report.timeline.layout import ROW, WIDTH, lay_out
from extractor.report.timeline.lettering import fitted, width
from extractor.report.timeline.scale import MARKS, Scale

etree = pytest.importorskip("lxml.etree")
days = st.dates(date(1995, 1, 1), date(2040, 12, 31))
moments = st.builds(
    lambda day, more, text, modality: Moment(day, day + timedelta(more), day.isoformat(), text, modality),
    days,
    st.sampled_from([0, 0, 30, 90, 365]),
    st.text(min_size=1, max_size=70),
    st.sampled_from(["asserted", "planned", "reported", "denied"]),
)
SVG = {"s": "http://www.w3.org/2000/svg"}


@given(st.lists(moments, min_size=5, max_size=60))
def test_labels_never_overlap_and_stay_inside(events: list[Moment]) -> None:
    layout = lay_out(events)
    assert all(0 <= left < right <= WIDTH for left, right in (placed.box for placed in layout.placed))
    assert all(below.y - above.y >= ROW for above, below in pairwise(layout.placed))
    assert all(p.box[0] > p.x or p.box[1] < p.x for p in layout.placed)
    assert layout.placed[-1].y < layout.height


@given(st.lists(moments, min_size=1, max_size=60), st.booleans())
def test_it_is_xml_and_every_event_is_in_it(events: list[Moment], alone: bool) -> None:
    drawn = draw(events, standalone=alone)
    assert drawn == draw(events, standalone=alone)
    tree = etree.fromstring(drawn.encode())
    assert [title.text for title in tree.findall(".//s:g/s:title", SVG)] == [event.label for event in events]
    assert bool(tree.findall("s:style", SVG)) == alone


def test_only_the_modalities_that_occur_are_explained() -> None:
    drawn = draw([Moment(date(2024, 3, 18), date(2024, 3, 18), "18 March 2024", "B200 announced")])
    assert ">stated<" in drawn
    assert "tl-denied" not in etree.tostring(etree.fromstring(drawn.encode()).find("s:g", SVG)).decode()
    assert ">denied<" not in drawn


@given(days, st.integers(0, 20000))
def test_marks_are_few_and_apart(first: date, span: int) -> None:
    last = min(first + timedelta(span), date(2099, 12, 31))
    marks = Scale(first, last, 12, 708).marks()
    assert len(marks) <= MARKS
    assert all(12 <= x <= 708.1 for x, _ in marks)
    if span > 100:
        assert all(second - one > width("Sep 2024") for (one, _), (second, _) in pairwise(marks))


@given(st.text(max_size=40), st.floats(20, 400))
def test_a_fitted_text_fits(text: str, room: float) -> None:
    shown = fitted(text, room)
    assert width(shown) <= room
    assert (shown == text) == (width(text) <= room)
