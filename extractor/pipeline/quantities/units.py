"""What follows a number: a unit, a magnitude, both, or neither."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.pipeline.quantities.lexicon import QuantityGrammar
from extractor.pipeline.quantities.numbers import Number

SPACE = " \t\u00a0\u2009\u202f\u2007"
_GAP = re.compile(r"(?:[ \t\u00a0\u2009\u202f]|\r?\n)(?=\S)|[-‐‑](?=\w)")
_WINDOW = re.compile(r"(?:[^\W\d_][0-9]?|[^\w\s,;:!?()\[\]]|[ \t\u00a0\u2009\u202f]|\r?\n(?!\r?\n))+")
_QUALIFIER = re.compile(r"[ -][A-Za-z][\w/-]{0,15}")
_EDGE = re.compile(r"(?<=\w)(?!\w)|(?<=[%°²\"″”€$£¥円×])")
_SEPARATORS = str.maketrans(dict.fromkeys(SPACE + "\r\n-‐‑", " "))


@dataclass(frozen=True, slots=True)
class Tail:
    """What gives a number its meaning; it ends at ``end``.

    ``unit`` is a symbol ("" for a count), ``magnitude`` what to multiply the number by. ``noun`` is the counted noun,
    in the singular, at ``noun_start`` to ``noun_end`` (-1 where there is none). ``bound`` is a qualifier found
    after the number ("+"). ``word`` is the unit's spelling.
    """

    end: int
    unit: str
    magnitude: float = 1
    noun: str = ""
    noun_start: int = -1
    noun_end: int = -1
    bound: str | None = None
    word: str = ""


def find_unit(text: str, pos: int, grammar: QuantityGrammar) -> tuple[str, int, str] | None:
    """Return (symbol, end, spelling) of the longest unit that starts at ``pos``, after one space or hyphen or none."""
    gap = _GAP.match(text, pos)
    start = gap.end() if gap else pos
    found = _WINDOW.match(text, start, start + grammar.longest_unit + 2)
    if found is None:
        return None
    window = found[0]
    shape = window.translate(_SEPARATORS)
    ends = [edge.start() for edge in _EDGE.finditer(window) if _closed(text, start + edge.start())]
    for end in reversed(ends):
        spelling = shape[:end] if "-" in window[:end] or "\n" in window[:end] else window[:end].translate(_SEPARATORS)
        symbol = grammar.units.symbol(spelling)
        if symbol is not None and _fits(symbol, spelling, text[pos:start], grammar):
            return symbol, start + end, spelling
    return None


def _closed(text: str, pos: int) -> bool:
    """Whether no letter or digit goes on at ``pos`` in the text, so that a unit may end there."""
    return not (text[pos : pos + 1].isalnum() and text[pos - 1].isalnum())


def _fits(symbol: str, spelling: str, gap: str, grammar: QuantityGrammar) -> bool:
    """Whether this spelling may stand after this gap: tight ones only without a space, loose ones only with one."""
    unit = grammar.units.units[symbol]
    if spelling in unit.tight:
        return gap in ("", "-")
    if spelling in unit.loose:
        return gap not in ("", "-")
    return True


def find_compute_unit(text: str, pos: int, grammar: QuantityGrammar) -> tuple[str, int, str] | None:
    """Return a unit of operations after one to three qualifying words: "40 AI TOPS", "1,000 dense FP8 TFLOPS"."""
    for _ in range(3):
        word = _QUALIFIER.match(text, pos)
        if word is None or word[0][1:].lower() in grammar.words["gap_stops"]:
            return None
        pos = word.end()
        found = find_unit(text, pos, grammar)
        if found and grammar.units.dimension(found[0]) in grammar.words["compute_gap"]:
            return found
    return None


def find_magnitude(text: str, pos: int, grammar: QuantityGrammar) -> tuple[float, int, bool] | None:
    """Return (factor, end, whether a word) of "billion", "bn" or a glued letter such as the K of "100K"."""
    found = grammar.patterns["magnitude"].match(text, pos)
    if found:
        return grammar.tables["magnitudes"][found[1].lower()], found.end(), True
    found = grammar.patterns["letter"].match(text, pos)
    return (grammar.tables["letters"][found[1]], found.end(), False) if found else None


def money_tail(text: str, number: Number, grammar: QuantityGrammar) -> Tail:
    """Return the tail of a number that has a currency before it: "$6.5bn", "US$40"."""
    magnitude = find_magnitude(text, number.end, grammar)
    assert number.symbol is not None
    if magnitude is None:
        return Tail(number.end, number.symbol)
    return Tail(magnitude[1], number.symbol, magnitude[0])


def ethernet_tail(text: str, number: Number, grammar: QuantityGrammar) -> Tail | None:
    """Return gigabits per second for "800G" and "1.6T" beside words of Ethernet or optics, else None."""
    letter = text[number.end : number.end + 1]
    if letter not in ("G", "T") or text[number.end + 1 : number.end + 2].isalnum():
        return None
    around = text[max(0, number.start - 20) : number.start] + " " + text[number.end + 1 : number.end + 30]
    near = re.findall(r"[\w-]+", around.lower())
    if not any(word in grammar.words["ethernet_words"] for word in near):
        return None
    return Tail(number.end + 1, f"{letter}b/s", word=letter)
