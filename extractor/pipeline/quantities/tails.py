"""Decides what a number means from what follows it: money, a unit, a multiple, a magnitude or a count."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.pipeline.quantities.counts import (
    count_tail,
    is_model_number,
    is_year,
    metric_follows,
    named_after,
    named_count,
    partitive_tail,
)
from extractor.pipeline.quantities.lexicon import QuantityGrammar
from extractor.pipeline.quantities.numbers import Number
from extractor.pipeline.quantities.units import (
    Tail,
    ethernet_tail,
    find_compute_unit,
    find_magnitude,
    find_unit,
    money_tail,
)

REACH = 20
SHARE = re.compile(r" (?:a|per) (?:\w+ )?share\b")  # money a share is of no thing
TRADED = re.compile(  # nor is the price of a share; what is sold by the piece changes hands too, a firm alone does not
    r"(?:(?:\A|[.;!?]\s+|\n)(?:[A-Z][A-Za-z&]*|It) chang(?:ed|es) hands"
    r"|\b(?i:shares?|stock)\b[^.;\d]{0,40} (?:closed|clos(?:es|ing)|opened|chang(?:ed|es|ing) hands|trad(?:ed|es|ing))"
    r"(?: (?:up|down|higher|lower))?(?: \d+(?:\.\d+)?(?:%| percent))?)"
    r" (?:at|for)(?: about| around| roughly)?\s\Z"
)
TRADED_REACH = 90


def read_tail(text: str, number: Number, grammar: QuantityGrammar) -> Tail | None:
    """Return what gives the number its meaning, or None where it has none of its own."""
    if number.symbol:
        money = money_tail(text, number, grammar)
        before = text[max(0, number.left - TRADED_REACH) : number.left]
        return None if SHARE.match(text, money.end) or TRADED.search(before) else money
    plus = grammar.patterns["bound_after"].match(text, number.end)
    pos = plus.end() if plus and plus[0] == "+" else number.end
    tail = _unit_tail(text, pos, number, grammar) or _magnitude_tail(text, pos, number, grammar)
    tail = tail or _count(text, pos, number, grammar)
    return replace(tail, bound="+") if tail and pos > number.end else tail


def _unit_tail(text: str, pos: int, number: Number, grammar: QuantityGrammar) -> Tail | None:
    """Return the tail of "192 GB", "8x H100", "800G Ethernet" or "40 AI TOPS"."""
    found = find_unit(text, pos, grammar)
    if found is None:
        return ethernet_tail(text, number, grammar) if number.digits else None
    symbol, end, word = found
    if word == "second" and text[end : end + 1] == "-":
        return _count(text, pos, number, grammar)
    if symbol == "x":
        return _times_tail(text, number, end, word, grammar)
    if word in grammar.words["letter_units"] and _in_name(text, number, end - number.end == len(word), grammar):
        return None
    return Tail(end, symbol, word=word)


def _in_name(text: str, number: Number, glued: bool, grammar: QuantityGrammar) -> bool:
    """Whether the glued letter belongs to a model number: "Core Ultra 7 258V"."""
    before = text[max(0, number.start - 4) : number.start].rstrip()[-1:]
    return glued and (before.isdigit() or is_model_number(text, number, grammar))


def _times_tail(text: str, number: Number, end: int, word: str, grammar: QuantityGrammar) -> Tail | None:
    """Return a multiple, or the count of "8x H100"; None for "1920x1080" and "three times a day"."""
    if re.match(r"\s?\d", text[end : end + 2]) or (word == "times" and grammar.patterns["not_times"].match(text, end)):
        return None
    if word == "X" and _in_name(text, number, True, grammar) and not metric_follows(text, end, grammar):
        return None
    if word == "X" and number.value >= 100 and not number.grouped:
        return None
    name = named_after(text, end, grammar) if word.lower() in ("x", "×") else None
    if name:
        return Tail(end, "", noun=name[0], noun_start=name[1], noun_end=name[2])
    return Tail(end, "x", word=word)


def _magnitude_tail(text: str, pos: int, number: Number, grammar: QuantityGrammar) -> Tail | None:
    """Return the tail of "80 billion transistors", "6.5 billion dollars", "100K wafers a month" or "2 million"."""
    found = find_magnitude(text, pos, grammar)
    if found is None:
        return None
    factor, end, spelled = found
    unit = find_unit(text, end, grammar)
    if unit and (spelled or grammar.units.dimension(unit[0]).startswith("money") or "/" in unit[0]):
        return Tail(unit[1], unit[0], factor, word=unit[2])
    compute = find_compute_unit(text, pos, grammar) if spelled else None
    if compute:
        symbol, rest = _prefixed(compute[0], factor, grammar)
        return Tail(compute[1], symbol, rest, word=compute[2])
    count = count_tail(text, end, number.value * factor, grammar)
    count = count or partitive_tail(text, end, number.value * factor, grammar)
    if count:
        return _rate(text, replace(count, magnitude=factor), grammar)
    return Tail(end, "", factor) if spelled else None


def _prefixed(symbol: str, factor: float, grammar: QuantityGrammar) -> tuple[str, float]:
    """Return the unit with the prefix that ``factor`` stands for and what is left: ("OPS/W", 1e12) -> ("TOPS/W", 1)."""
    dimension = grammar.units.dimension(symbol)
    for unit in grammar.units.units.values():
        if unit.dimension == dimension and unit.factor == factor and unit.symbol[1:] == symbol:
            return unit.symbol, 1
    return symbol, factor


def _count(text: str, pos: int, number: Number, grammar: QuantityGrammar) -> Tail | None:
    """Return the tail of a plain count, model numbers and years left out.

    "Than the 105 of the older chip" leans on the quantity before; it counts nothing.
    """
    if is_model_number(text, number, grammar) or is_year(number, grammar) or (number.grouped and number.value % 1):
        return None
    if is_stray(number):
        return None
    leans = number.digits and grammar.patterns["leaning"].search(text[max(0, number.start - REACH) : number.start])
    tail = None if leans else partitive_tail(text, pos, number.value, grammar)
    tail = tail or count_tail(text, pos, number.value, grammar)
    if tail is None and not number.digits:
        return named_count(text, pos)
    if tail is None and number.digits:
        compute = find_compute_unit(text, pos, grammar)
        return Tail(compute[1], compute[0], word=compute[2]) if compute else None
    return _rate(text, tail, grammar) if tail else None


def _rate(text: str, tail: Tail, grammar: QuantityGrammar) -> Tail:
    """Turn a count of things per period into a rate: "300,000 12-inch wafers a month" is in wafers/month."""
    noun_text = text[tail.noun_start : tail.noun_start + grammar.longest_unit + 1]
    found = find_unit(" " + noun_text, 0, grammar)
    if found is None or "/" not in found[0]:
        near = text[max(0, tail.noun_start - 70) : tail.noun_end + 40] if tail.noun == "wafer" else ""
        return replace(tail, unit="wafers/month") if grammar.patterns["monthly"].search(near) else tail
    end = tail.noun_start + found[1] - 1
    symbol, rest = _prefixed(found[0], tail.magnitude, grammar)
    return Tail(end if tail.end == tail.noun_end else tail.end, symbol, rest, word=found[2])


def is_stray(number: Number) -> bool:
    """Whether this is the word "one", as often a pronoun as a count."""
    return not number.digits and number.value == 1
