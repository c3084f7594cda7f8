"""Marked parts of a text as HTML: parts may overlap and lie within each other, the text stays what it is."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from extractor.page.safe import name, sentence


class Mark(NamedTuple):
    """A part of a text, from ``start`` to ``end`` in characters; ``label`` is shown, ``hint`` on pointing at it."""

    start: int
    end: int
    label: str
    hint: str = ""


def marked(text: str, marks: Iterable[Mark]) -> str:
    """The text with its marked parts as nested elements ``<mark>``.

    HTML has no overlapping elements: where a part ends while one that began later goes on, that one is closed and opened
    again. Labels are attributes, so that the text of the elements is ``text``, but for characters that no file can hold or
    that turn the direction of writing, which become U+FFFD. What reaches over the ends of the text is cut, what is empty
    left out.

    >>> marked("H100 GPU", [Mark(0, 4, "CHIP")])
    '<mark data-label="CHIP" data-last="" style="--under:0">H100</mark> GPU'
    """
    cut = {mark._replace(start=max(mark.start, 0), end=min(mark.end, len(text))) for mark in marks}
    waiting = sorted((mark for mark in cut if mark.start < mark.end), key=_order, reverse=True)
    places = sorted({place for mark in waiting for place in (mark.start, mark.end)} | {0, len(text)})
    depth = _depth(waiting)
    shown, opened, written = sentence(text), list[Mark](), list[str]()
    for place, following in zip(places, [*places[1:], len(text)], strict=True):
        ending = next((at for at, mark in enumerate(opened) if mark.end == place), len(opened))
        written += ["</mark>"] * (len(opened) - ending)
        begun = [mark for mark in opened[ending:] if mark.end > place]
        del opened[ending:]
        while waiting and waiting[-1].start == place:
            begun.append(waiting.pop())
        for mark in sorted(begun, key=lambda mark: (-mark.end, _order(mark))):
            last = all(outer.end >= mark.end for outer in opened)
            opened.append(mark)
            written.append(_opening(mark, last, depth - len(opened)))
        written.append(escape(shown[place:following]))
    return "".join(written)


def _order(mark: Mark) -> tuple[int, int, str, str]:
    return mark.start, -mark.end, mark.label, mark.hint


def _depth(marks: Iterable[Mark]) -> int:
    """How many parts lie over each other at most."""
    steps = sorted(step for mark in marks for step in ((mark.start, 1), (mark.end, -1)))
    depth = deepest = 0
    for _, step in steps:
        depth += step
        deepest = max(deepest, depth)
    return deepest


def _opening(mark: Mark, last: bool, under: int) -> str:
    """The tag; the label is shown behind the last piece. ``under`` is how many lines have room below this one's."""
    attributes = [f'data-label="{escape(name(mark.label))}"']
    attributes += [f'title="{escape(name(mark.hint))}"'] if mark.hint else []
    attributes += ['data-last=""'] if last else []
    return f'<mark {" ".join(attributes)} style="--under:{under}">'
