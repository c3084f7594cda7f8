"""Answers of bounded size: an agent has to read all of them, and a graph may hold anything."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
Plain = dict[str, Any]

ANSWER = 48_000  # characters of JSON that the items of a list may have together
ITEM = 12_000  # that one item may have, and what stands beside a list
LEFT_OUT = "_left_out"
# How many members a list and how many characters a text may keep: the first pair with which an item fits is taken.
_STEPS = ((20, 4000), (10, 2000), (5, 1000), (3, 500), (2, 200), (1, 80))
_KEYS = 30


def listed(
    name: str, found: Sequence[Item], encode: Callable[[Item], Plain], limit: int, offset: int = 0, /, **beside: Any
) -> Plain:
    """A part of what was found: ``limit`` items from ``offset`` on, fewer where they are large.

    ``total`` is how many there are, ``more`` whether some come after the last one shown; ``beside`` goes along.

    >>> listed("names", ["a", "b", "c"], lambda name: {"name": name}, 1, 1)
    {'total': 3, 'offset': 1, 'more': True, 'names': [{'name': 'b'}]}
    """
    shown: list[Plain] = []
    room = ANSWER
    for item in found[offset : offset + limit]:
        encoded = clipped(encode(item))
        room -= size(encoded)
        if shown and room < 0:
            break
        shown.append(encoded)
    place = {"total": len(found), "offset": offset, "more": offset + len(shown) < len(found)}
    return clipped(beside) | place | {name: shown}


def clipped(data: Plain) -> Plain:
    """The data as it is where it has at most :data:`ITEM` characters of JSON, else with less in its lists and texts.

    A text that is cut ends in "…"; beside a list that is cut, ``NAME_left_out`` is how many members are missing.
    """
    if size(data) <= ITEM:
        return data
    return next((less for step in _STEPS if size(less := _less(data, *step)) <= ITEM), _less(data, *_STEPS[-1]))


def size(data: Any) -> int:
    """The characters of the JSON of plain data."""
    return len(json.dumps(data, ensure_ascii=False))


def _less(data: Any, members: int, characters: int) -> Any:
    if isinstance(data, str):
        return data if len(data) <= characters else f"{data[: characters - 1]}…"
    if isinstance(data, list | tuple):
        return [_less(one, members, characters) for one in data[:members]]
    if not isinstance(data, dict):
        return data
    kept = {}
    for key, value in list(data.items())[:_KEYS]:
        short = _less(key, members, characters)
        kept[short] = _less(value, members, characters)
        if isinstance(value, list | tuple) and len(value) > members:
            kept[f"{short}{LEFT_OUT}"] = len(value) - members
    return kept
