"""Evidence of the names of products: plurals, brands, series, codes that stand alone."""

from __future__ import annotations

import re

from extractor.resolve.identity.codes import is_code, telling
from extractor.resolve.identity.naming import PRODUCTS, Name, Namer
from extractor.resolve.identity.spelling import squash

ALONE = 5
PLURAL = re.compile(r"[A-Z\d]s$")


def plural(a: Name, b: Name, _: Namer) -> str | None:
    """One is the plural of the other's code, which has letters itself: "Nvidia H100s", "H100"."""
    return "one is the plural of the other" if a.type == "CHIP" and _plural(a, b, mixed=True) else None


def plural_unsure(a: Name, b: Name, _: Namer) -> str | None:
    """One could be the plural of the other, or another model: "Kestrix 9500s", "ThinkPad T14s"."""
    sure = a.type == "CHIP" and _plural(a, b, mixed=True)
    return "one could be the plural of the other" if not sure and _plural(a, b, mixed=False) else None


def _plural(a: Name, b: Name, *, mixed: bool) -> bool:
    if a.type not in PRODUCTS or not (a.brand == b.brand or a.brand is None or b.brand is None):
        return False
    one, other = squash(a.bare), squash(b.bare)
    many, single = ((a, b), (b, a))[len(one) < len(other)]
    if {one, other} != {squash(single.bare), squash(single.bare) + "s"} or not PLURAL.search(many.text):
        return False
    return is_code(single.bare[-1]) and (not mixed or any(c.isalpha() for c in single.bare[-1]))


def brand(a: Name, b: Name, _: Namer) -> str | None:
    """One has its maker's name in front, and its own name is a telling one: "Nvidia H100", "H100"."""
    return "one name but for the brand" if _branded(a, b) and telling(a.bare) else None


def bare_word_of_brand(a: Name, b: Name, _: Namer) -> str | None:
    """As :func:`brand`, but others might have a thing of this name too: "Zorblax Condor", "Condor"."""
    return "one name but for the brand, a name that others may have" if _branded(a, b) and not telling(a.bare) else None


def _branded(a: Name, b: Name) -> bool:
    if a.brand == b.brand is None or (a.brand and b.brand and a.brand != b.brand):
        return False
    return squash(a.bare) == squash(b.bare)


def series(a: Name, b: Name, namer: Namer) -> str | None:
    """One has the name of a known product line in front of a telling code: "Instinct MI300X", "MI300X"."""
    extra = _in_front(a, b)
    sure = extra and telling(_shorter(a, b).bare) and (squash(extra) in namer.lines)
    return f"one is named with its series, {' '.join(extra or ())}" if sure else None


def series_unsure(a: Name, b: Name, namer: Namer) -> str | None:
    """As :func:`series`, with words in front that are no known line, or with a name that others may have."""
    extra = _in_front(a, b)
    weak = extra and not any(map(is_code, extra)) and not series(a, b, namer)
    return f"one has {' '.join(extra or ())} in front" if weak else None


def code_alone(a: Name, b: Name, _: Namer) -> str | None:
    """One is the last code of the other, and a telling one: "Ryzen 9 9950X", "9950X"."""
    return "one is the code of the other" if _last_code(a, b) and len(_shorter(a, b).bare[0]) >= ALONE else None


def code_alone_short(a: Name, b: Name, _: Namer) -> str | None:
    """As :func:`code_alone`, with a code that others may have: "Core i9 285", "285"."""
    short = _last_code(a, b) and len(_shorter(a, b).bare[0]) < ALONE
    return "one is the code of the other, a short one" if short else None


def _last_code(a: Name, b: Name) -> bool:
    extra, short = _in_front(a, b), _shorter(a, b).bare
    return extra is not None and len(short) == 1 and is_code(short[0]) and any(map(is_code, extra))


def _shorter(a: Name, b: Name) -> Name:
    return min(a, b, key=lambda name: (len(squash(name.bare)), name.text))


def _in_front(a: Name, b: Name) -> tuple[str, ...] | None:
    """The words that one product has in front of what is the other's whole name, if it is so.

    Brands are left out, but not where a brand is the beginning of the series: "Raspberry Pi 5", "Pi 5".
    """
    if a.type not in PRODUCTS or (a.brand and b.brand and a.brand != b.brand):
        return None
    return _front(a.bare, b.bare) or _front(a.core, b.core)


def _front(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...] | None:
    short, long = sorted((one, other), key=lambda words: len(squash(words)))
    whole = squash(short)
    fits = (n for n in range(1, len(long)) if squash(long[n:]) == whole)
    return next((long[:n] for n in fits), None)


PRODUCT_EVIDENCE = (
    plural, plural_unsure, brand, bare_word_of_brand, series, series_unsure, code_alone, code_alone_short,
)  # fmt: skip
