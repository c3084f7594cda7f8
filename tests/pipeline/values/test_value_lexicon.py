"""values.yaml: what a user may lay over it, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.errors import DataError
from extractor.pipeline.values.lexicon import load_values


def test_a_user_changes_one_weight(tmp_path: Path) -> None:
    feature = next(iter(load_values(None).weights["spec"]))
    (tmp_path / "values.yaml").write_text(f"weights:\n  spec: {{{feature!r}: 77}}\n", encoding="utf-8")
    assert load_values(tmp_path).weights["spec"] == {**load_values(None).weights["spec"], feature: 77}


BROKEN = [
    ("weights: {spec: [1]}\n", "weights.spec", "must be a mapping"),
    ("weights: {spec: {x: high}}\n", "weights.spec", "x must be a number"),
    ("weights: {specs: {x: 1}}\n", "weights", "unknown key 'specs'"),
    ("weight: {spec: {x: 1}}\n", "", "unknown key 'weight'"),
    ("groups: {of: [1]}\n", "groups", "of must be a list of texts"),
    ("groups: [of]\n", "groups", "must be a mapping"),
]


@pytest.mark.parametrize(("content", "entry", "reason"), BROKEN)
def test_what_is_wrong_is_named(tmp_path: Path, content: str, entry: str, reason: str) -> None:
    (tmp_path / "values.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_values(tmp_path)
    assert (caught.value.file, caught.value.entry) == (str(tmp_path / "values.yaml"), entry)
    assert reason in caught.value.reason
