"""Readings: a number with its tail, with lists ("256 or 9,216 chips") and ranges ("8-12 GB") put together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.pipeline.quantities.counts import is_model_number, is_year
from extractor.pipeline.quantities.lexicon import QuantityGrammar
from extractor.pipeline.quantities.numbers import Number, tidy
from extractor.pipeline.quantities.tails import is_stray, read_tail
from extractor.pipeline.quantities.units import Tail, money_tail

_DASH = re.compile(r"\s?[-‐‑–—~]\s?\Z")
_ACROSS = re.compile(r"\s?(?:mm|cm|in)?\s?[x×]\s?\Z")
_COMMA = re.compile(r"-?,\s\Z|\s?/\s?\Z")
_LEAN = re.compile(r"[^.;:!?]*\Z")
_BARE = re.compile(r"(?:[.,;)]|\Z| (?:in|for|on|of|at|with|before|previously|today)\b)(?!\d)")
_BETWEEN = re.compile(r"\bbetween\s\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """A number as understood: ``amount`` in the tail's unit, from ``start`` on; ``low`` the lower end of a range."""

    start: int
    number: Number
    tail: Tail
    amount: float
    low: float | None = None


def read_numbers(text: str, numbers: Sequence[Number], grammar: QuantityGrammar) -> list[Reading]:
    """Return the readings of all numbers that have a meaning, from left to right."""
    readings: list[Reading] = []
    following: Reading | None = None
    for number, after in zip(reversed(numbers), [None, *reversed(numbers)], strict=False):
        following = _read(text, number, after, following, grammar)
        if following and after and readings and following.low is not None and readings[-1].number is after:
            readings.pop()
        if following:
            readings.append(following)
    kept = [reading for reading in reversed(readings) if reading.low is not None or not reading.number.joined]
    return sorted([*kept, *_ellipses(text, numbers, kept, grammar)], key=lambda reading: reading.start)


def _ellipses(
    text: str, numbers: Sequence[Number], readings: Sequence[Reading], grammar: QuantityGrammar
) -> Iterator[Reading]:
    """Yield the numbers that lean on the quantity before: of "900 GB/s, up from 600" the 600."""
    read = {reading.number.start: reading for reading in readings}
    last: Reading | None = None
    for number in numbers:
        own = read.get(number.start)
        last = own if own and own.tail.unit not in ("x", "%") else last
        if last is None or own is not None or not number.digits or number.joined:
            continue
        between = text[last.tail.end : number.start]
        if len(between) > 60 or not _LEAN.match(between) or not grammar.patterns["elliptic"].search(between):
            continue
        if not _BARE.match(text, number.end) or is_year(number, grammar):
            continue
        yield _reading(number, replace(last.tail, end=number.end, noun_start=-1, noun_end=-1))


def _read(
    text: str,
    number: Number,
    after: Number | None,
    following: Reading | None,
    grammar: QuantityGrammar,
) -> Reading | None:
    """Read one number, given the next number and its reading, with which it may form a range or a list."""
    tail = read_tail(text, number, grammar)
    end = tail.end if tail else number.end
    if after and after.left >= end and after.left - end <= 12:
        between = text[end : after.left]
        if _DASH.match(between) or grammar.patterns["ranged"].match(between) or _is_between(text, number, between):
            following = following or _lend(text, number, tail, after, grammar)
            ranged = _range(number, tail, following, after, grammar) if following else None
            if ranged:
                return ranged
        elif (
            tail is None
            and following
            and following.number is after
            and (_listed(between, grammar) or _across(between, following, grammar))
            and not (is_model_number(text, number, grammar) or is_year(number, grammar) or is_stray(number))
        ):
            return _reading(number, replace(following.tail, end=number.end))
    if tail is None and grammar.patterns["factor"].search(text[max(0, number.start - 28) : number.start]):
        tail = Tail(number.end, "x")
    return _reading(number, tail) if tail else None


def _reading(number: Number, tail: Tail) -> Reading:
    return Reading(number.left, number, tail, tidy(number.value * tail.magnitude))


def _is_between(text: str, number: Number, between: str) -> bool:
    """Whether "and" joins the ends of a range: "between 8 and 12 TB"."""
    return between.strip() == "and" and bool(_BETWEEN.search(text[max(0, number.left - 10) : number.left]))


def _listed(between: str, grammar: QuantityGrammar) -> bool:
    return bool(_COMMA.match(between) or grammar.patterns["listed"].match(between))


def _across(between: str, following: Reading, grammar: QuantityGrammar) -> bool:
    """Whether a number is one side of a thing that is measured: "65 x 56 mm"."""
    return bool(_ACROSS.match(between)) and grammar.units.dimension(following.tail.unit) == "length"


def _lend(text: str, number: Number, tail: Tail | None, after: Number, grammar: QuantityGrammar) -> Reading | None:
    """Read the upper end of "$30-40B": it takes the currency of the lower end."""
    if number.symbol is None or after.symbol is not None:
        return None
    return _reading(after, money_tail(text, replace(after, symbol=number.symbol), grammar))


def _range(
    number: Number, tail: Tail | None, upper: Reading, after: Number, grammar: QuantityGrammar
) -> Reading | None:
    """Return the range from ``number`` to ``upper``, in the unit of the upper end; None if the two do not match."""
    if upper.number.start != after.start or upper.low is not None:
        return None
    bare = tail is None or (number.symbol and tail.magnitude == 1 and tail.end == number.end)
    if bare and (tail is None or tail.unit == upper.tail.unit):
        low = number.value * upper.tail.magnitude
    elif tail and grammar.units.dimension(tail.unit) == grammar.units.dimension(upper.tail.unit):
        low = grammar.units.convert(number.value * tail.magnitude, tail.unit, upper.tail.unit)
    else:
        return None
    if not low < upper.amount:
        return None
    return Reading(number.left, after, upper.tail, upper.amount, tidy(low))
