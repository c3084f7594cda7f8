"""Fitting a table into a terminal: columns are left out before a word is broken."""

from __future__ import annotations

from collections.abc import Sequence

GAP = 2  # between columns
LEAST = 3  # columns that always stay
LONGEST = 30  # a longer word (an address) may be broken


def fitting(columns: Sequence[str], rows: Sequence[Sequence[str]], room: int, first: int) -> list[int]:
    """The places of the columns that a table of this width has room for, each as wide as its longest word.

    Left out are those without content, then those on the right. ``first`` is the width of the first column at most.

    >>> fitting(("id", "name", "empty", "kind", "sources"), [("1", "Zed", "", "chip", "wire.example.com")], 20, 10)
    [0, 1, 3]
    """
    kept = list(range(len(columns)))
    least = least_widths(columns, rows, first)
    empty = [place for place in kept if not any(row[place] for row in rows)]
    for place in [*reversed(empty), *reversed(kept)]:
        if sum(least[one] + GAP for one in kept) - GAP <= room or len(kept) <= LEAST:
            break
        if place in kept:
            kept.remove(place)
    return kept


def shared_out(columns: Sequence[str], rows: Sequence[Sequence[str]], room: int, first: int) -> list[int]:
    """The widths of the columns: that of the longest word for each, the rest of the room to the narrowest that want more.

    >>> shared_out(("id", "name", "said"), [("1", "Zed 9", "it has 64 cores")], 20, 10)
    [2, 5, 9]
    """
    found = least_widths(columns, rows, first)
    wanted = [max(map(len, cells)) for cells in zip(columns, *rows, strict=True)]
    wanted[0] = min(wanted[0], first)
    left = room - sum(found) - GAP * (len(columns) - 1)
    while left > 0 and (short := [place for place, width in enumerate(found) if width < wanted[place]]):
        found[min(short, key=found.__getitem__)] += 1
        left -= 1
    return found


def least_widths(columns: Sequence[str], rows: Sequence[Sequence[str]], first: int) -> list[int]:
    """The longest word of each column and its header."""
    texts = [" ".join(cells).split() for cells in zip(columns, *rows, strict=True)]
    found = [min(max(map(len, words), default=0), LONGEST) for words in texts]
    return [min(found[0], first), *found[1:]]
