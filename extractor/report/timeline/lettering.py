"""How wide a text will be, whatever sans-serif font a reader has."""

from __future__ import annotations

import unicodedata

NARROW, WIDE = frozenset("iIjlt.,:;'’|!()[] f1r"), frozenset("mwMW@%—…")
SIZE = 12  # of the font, in units of the picture
# Shares of the font size, wide enough for DejaVu Sans, the widest of the usual fonts.
SHARES = {"narrow": 0.42, "usual": 0.65, "capital": 0.78, "wide": 1.0}
ELLIPSIS = "…"


def width(text: str) -> float:
    """The width of a text, never less than it will have.

    >>> width("il") < width("ab") < width("AB") < width("漢字")
    True
    """
    return SIZE * sum(map(_share, text))


def fitted(text: str, room: float) -> str:
    """The text, cut where there is not enough room.

    >>> fitted("Graviton4 available", 1000), fitted("Graviton4 available", 80)
    ('Graviton4 available', 'Graviton4…')
    """
    if width(text) <= room:
        return text
    kept = text
    while kept and width(kept + ELLIPSIS) > room:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS


def _share(char: str) -> float:
    if unicodedata.combining(char):
        return 0.0
    if char in NARROW:
        return SHARES["narrow"]
    if char in WIDE or unicodedata.east_asian_width(char) in "WF":
        return SHARES["wide"]
    return SHARES["capital" if char.isupper() else "usual"] if char.isascii() or char.isalpha() else SHARES["wide"]
