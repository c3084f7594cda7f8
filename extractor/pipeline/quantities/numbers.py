"""Numbers in text: digits and number words, with their value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.pipeline.quantities.lexicon import QuantityGrammar

POWER = re.compile(r"(?: to the power of |\^)([12]?\d)(?!\d)")
GREATEST_BASE = 1000  # so that no power leaves the range of floating point


@dataclass(frozen=True, slots=True)
class Number:
    """A bare number ``text[start:end]`` and its value.

    ``digits`` tells whether it is written in digits, ``grouped`` whether it has thousands separators or a fraction,
    ``symbol`` is the currency that stands before it, or None; ``sign_start`` where that begins (else ``start``).
    ``joined`` tells that a hyphen ties it to the word or number before it ("DDR5-5600", "8-12").
    """

    start: int
    end: int
    value: int | float
    digits: bool
    grouped: bool = False
    symbol: str | None = None
    sign_start: int = -1
    joined: bool = False

    @property
    def left(self) -> int:
        """Where the number begins, its currency sign included."""
        return self.start if self.sign_start < 0 else self.sign_start


def tidy(amount: float) -> int | float:
    """Return ``amount`` as an int if it is whole, else rounded to the 12 digits that floating point can keep."""
    rounded = float(f"{amount:.12g}")
    return int(rounded) if rounded.is_integer() else rounded


def find_numbers(text: str, grammar: QuantityGrammar) -> Iterator[Number]:
    """Yield the numbers of the text in order, model numbers and years among them, ordinals and versions not."""
    for found in grammar.patterns["number"].finditer(text):
        start, end = found.span()
        if found[1] is not None:
            yield _digits(text, start, end, grammar)
        elif found[2] is not None:
            value = words_value(found[2].lower(), grammar)
            before = text[max(0, start - 8) : start].split()[-1:]
            if value is not None and not (before and before[0].lower() in grammar.words["vague_before"]):
                yield Number(start, end, value, digits=False)
        else:
            yield Number(start, end, _article(found[3].lower(), grammar), digits=False)


def _digits(text: str, start: int, end: int, grammar: QuantityGrammar) -> Number:
    raw = text[start:end]
    plain = raw.replace(",", "").replace("\u202f", "").replace("\u2009", "")
    value = float(plain) if "." in plain else int(plain)
    sign = grammar.patterns["prefix"].search(text[max(0, start - 6) : start])
    symbol = grammar.prefixes[sign[1]] if sign else None
    sign_start = start - (len(sign[0]) if sign else 0)
    joined = sign_start > 1 and text[sign_start - 1] in "-‐‑" and text[sign_start - 2].isalnum()
    if value <= GREATEST_BASE and (power := POWER.match(text, end)):
        value, end = value ** int(power[1]), power.end()
    return Number(start, end, tidy(value), True, plain != raw or "." in raw, symbol, sign_start, joined)


def _article(words: str, grammar: QuantityGrammar) -> float:
    """Return the value of "half a", "a quarter of a", "three quarters of a" or a plain "a"."""
    if words in grammar.tables["pairs"]:
        return grammar.tables["pairs"][words]
    if "quarter" in words:
        return 0.75 if words.startswith("three") else 0.25
    return 0.5 if words.startswith("half") else 1


def words_value(words: str, grammar: QuantityGrammar) -> float | None:
    """Return the value of lower-case number words ("two hundred and fifty" -> 250); None if they make no number."""
    half = words.endswith(" and a half")
    numbers, scales = grammar.tables["numbers"], grammar.tables["scales"]
    total, last = 0.0, 0.0
    for word in words.removesuffix(" and a half").replace("-", " ").split():
        if word in scales:
            total, last = max(total, 1) * scales[word], 0
        elif word in numbers and (last == 0 or (last >= 20 and numbers[word] < 10)):
            total, last = total + numbers[word], numbers[word]
        elif word not in ("and", "a", "an"):
            return None
    return tidy(total + 0.5 * half)
