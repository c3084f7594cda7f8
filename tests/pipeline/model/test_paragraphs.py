"""Names of the model do not reach over a blank line."""

from __future__ import annotations

import numpy as np

from extractor.pipeline.model.names import as_name, within_paragraphs
from extractor.pipeline.model.runtime import View
from extractor.pipeline.model.words import Window, Words


def test_a_name_ends_with_its_paragraph() -> None:
    text = "with Google\n\nXnor.ai was here\nagain"
    starts = [0, 5, 13, 21, 25, 30]
    ends = [4, 11, 20, 24, 29, 35]
    none = np.zeros(len(starts), int)
    words = Words(starts, ends, none, none, none)
    view = View(Window(np.arange(6), none, none), none, none)
    assert list(within_paragraphs(view, words, text, 1, 2)) == [(1, 1), (2, 2)]
    assert list(within_paragraphs(view, words, text, 4, 5)) == [(4, 5)]  # a line break alone ends no paragraph
    assert list(within_paragraphs(view, words, text, 0, 0)) == [(0, 0)]


def test_what_was_inside_a_name_may_begin_one() -> None:
    chances = np.array([[0.1, 0.2, 0.7], [0.1, 0.0, 0.9]])
    assert np.allclose(as_name(chances, 0, 1), [0.2 * 0.9])
    assert np.allclose(as_name(chances, 0, 1, begins=False), [0.9 * 0.9])
