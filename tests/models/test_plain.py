"""Prepared passages are read back as they were written."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.recipe.plain import Sketch, Story, read_stories, write_stories

NUMBERS = st.lists(st.integers(-1, 600), max_size=6)
SPANS = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), max_size=3)
ROWS = st.lists(st.lists(st.integers(-1, 40), min_size=2, max_size=6), max_size=3)
SKETCHES = st.builds(
    Sketch,
    id=st.text(max_size=8),
    **dict.fromkeys(
        ("ids", "piece_words", "shapes", "glued", "sentences", "matched", "found", "numbers", "tags"), NUMBERS
    ),
    **dict.fromkeys(("kinds", "quantity_kinds", "units"), NUMBERS),
    mentions=st.lists(SPANS, max_size=3),
    also=st.lists(SPANS, max_size=3),
    wrong=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 99), st.integers(0, 99)), max_size=2),
    quantities=SPANS,
    **dict.fromkeys(("relations", "values", "baselines", "statuses"), ROWS),
)
STORIES = st.builds(Story, SKETCHES, st.lists(SKETCHES, max_size=2), st.lists(SKETCHES, max_size=1))


def listed(value: object) -> object:
    """Tuples as lists: JSON knows no others."""
    return [listed(one) for one in value] if isinstance(value, list | tuple) else value


def numbers(sketch: Sketch) -> list[object]:
    return [listed(getattr(sketch, name)) for name in Sketch.__dataclass_fields__]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stories=st.lists(STORIES, max_size=3))
def test_what_is_written_is_read(tmp_path: Path, stories: list[Story]) -> None:
    path = tmp_path / "stories.jsonl.gz"
    assert write_stories(path, stories) == len(stories)
    found = list(read_stories(path))
    assert len(found) == len(stories)
    for one, other in zip(found, stories, strict=True):
        assert numbers(one.plain) == numbers(other.plain)
        assert [numbers(s) for s in one.retold] == [numbers(s) for s in other.retold]
        assert [numbers(s) for s in one.stitched] == [numbers(s) for s in other.stitched]
