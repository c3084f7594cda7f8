"""Product codes: the part of a product's name that tells it from its siblings, and so may not differ by a letter."""

from __future__ import annotations

import re
from collections.abc import Sequence

ROMAN = re.compile(r"(?:x{0,3})(?:ix|iv|v?i{0,3})")
NAME_LIKE = re.compile(r"(?<=[a-z]{5})(?=\d)")
SHORT = 4


def is_code(word: str) -> bool:
    """Whether a word is a code by itself: it has a digit, is a Roman numeral, or is one letter.

    >>> [is_code(word) for word in ("mi300x", "iii", "v", "18a", "pro", "mix")]
    [True, True, True, True, False, False]
    """
    return any(c.isdigit() for c in word) or len(word) == 1 or (len(word) > 1 and bool(ROMAN.fullmatch(word)))


def split(words: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A name's words before its code, and the code with all that follows; a short word before a number belongs to it.

    >>> split(("geforce", "rtx", "4090", "d")), split(("graviton4",)), split(("instinct", "mi300x"))
    ((('geforce',), ('rtx', '4090', 'd')), (('graviton',), ('4',)), (('instinct',), ('mi300x',)))
    """
    parts = [part for word in words for part in NAME_LIKE.split(word)]
    start = next((n for n, part in enumerate(parts) if is_code(part)), len(parts))
    if 0 < start < len(parts) and parts[start][0].isdigit() and len(parts[start - 1]) <= SHORT:
        start -= 1
    return tuple(parts[:start]), tuple(parts[start:])


def numbers(words: Sequence[str]) -> tuple[str, ...]:
    """The codes of a name in their order: numbers with the letters right beside them, Roman numerals, single letters.

    >>> numbers(("geforce", "rtx", "4090", "d")), numbers(("geforce", "rtx", "4090d")), numbers(("mark", "iii"))
    (('rtx4090d',), ('rtx4090d',), ('iii',))
    """
    _, tail = split(words)
    found: list[str] = []
    for word in tail:
        glued = found and len(word) == 1 and word.isalpha() and found[-1][-1].isdigit()
        if glued:
            found[-1] += word
        elif is_code(word):
            found.append(word)
    if tail and not is_code(tail[0]) and found:
        found[0] = tail[0] + found[0]
    return tuple(found)


def telling(words: Sequence[str]) -> bool:
    """Whether a name without brand and series can hardly be another maker's: it has a code of four or more letters and digits,
    or a number behind a word of four or more letters.

    >>> [telling((word,)) for word in ("mi300x", "h100", "m4", "18a", "condor")], telling(("kestrix", "7")), telling(("4090",))
    ([True, True, False, False, False], True, False)
    >>> telling(("4", "pro")), telling(("rtx", "4090"))
    (False, True)
    """
    head, tail = split(words)
    return any(map(_mixed, numbers(words))) or (bool(tail) and any(len(word) >= SHORT for word in head))


def _mixed(code: str) -> bool:
    return len(code) >= SHORT and any(c.isdigit() for c in code) and any(c.isalpha() for c in code)
