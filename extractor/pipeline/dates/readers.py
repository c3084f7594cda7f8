"""What each expression of the date grammar means: one reader per expression, from a match to a stretch of time."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from extractor.pipeline.dates import calendar as cal
from extractor.pipeline.dates import relative as rel
from extractor.pipeline.dates.calendar import Stretch
from extractor.pipeline.dates.lexicon import DateGrammar
from extractor.pipeline.dates.relative import words, year_of

Reader = Callable[[re.Match[str], date | None, DateGrammar], Stretch | None]

_AHEAD = 100  # days


def _nearest(
    found: re.Match[str],
    published: date | None,
    grammar: DateGrammar,
    make: Callable[[int], Stretch | None],
    ahead: int = 0,
) -> Stretch | None:
    """Return ``make(year)`` for the year that is named, else the one nearest to ``ahead`` days after publication.

    News speaks of coming quarters and halves more often than of past ones, so those look ahead.
    """
    named = year_of(found, published, grammar)
    if named is not None:
        return make(named)
    if published is None or found.groupdict().get("next"):
        return None
    return cal.nearest(published, [make(published.year + shift) for shift in (-1, 0, 1)], ahead)


def _slashed(found: re.Match[str], published: date | None, grammar: DateGrammar) -> Stretch | None:
    one, other, year = int(found["one"]), int(found["other"]), int(found["year"])
    if one <= 12 and other <= 12 and one != other:
        return None
    return cal.day(year, min(one, other), max(one, other))


def _iso(found: re.Match[str], published: date | None, grammar: DateGrammar) -> Stretch | None:
    return cal.day(int(found["year"]), int(found["month"]), int(found["day"]))


def _day(found: re.Match[str], published: date | None, grammar: DateGrammar) -> Stretch | None:
    month = grammar.tables["months"][found["month"]]
    return _nearest(found, published, grammar, lambda year: cal.day(year, month, int(found["day"])))


def _month(found: re.Match[str], published: date | None, grammar: DateGrammar) -> Stretch | None:
    name = found["month"]
    dated = year_of(found, published, grammar) is not None
    before = found.string[max(0, found.start() - 16) : found.start()].lower()
    if not dated and name not in grammar.words["lone_months"] and not grammar.patterns["month_before"].search(before):
        return None
    if not dated and published and re.search(r"\b(?:last|next)\s\Z", before):
        return _stepped(published, grammar.tables["months"][name], before.split()[-1] == "next")
    return _nearest(found, published, grammar, lambda year: cal.month(year, grammar.tables["months"][name]))


def _stepped(published: date, month: int, ahead: bool) -> Stretch | None:
    """Return the first such month after that of publication (``ahead``) or the last one before it."""
    if ahead:
        return cal.month(published.year + (month <= published.month), month)
    return cal.month(published.year - (month >= published.month), month)


def _month_part(found: re.Match[str], published: date | None, grammar: DateGrammar) -> Stretch | None:
    month = grammar.tables["months"][found["month"]]
    whole = _nearest(found, published, grammar, lambda year: cal.month(year, month))
    return cal.part(whole, *grammar.tables["parts"][words(found["part"])])


def _which(found: re.Match[str], table: Mapping[str, int]) -> int:
    number = found["number"] or found["after"]
    return int(number) if number else table[found["which"].lower()]


def _quarter(found: re.Match[str], published: date | None, grammar: DateGrammar) -> Stretch | None:
    if (found["which"] or "").lower() in ("last", "final") and year_of(found, published, grammar) is None:
        return None
    which = _which(found, grammar.tables["ordinals"])
    return _nearest(found, published, grammar, lambda year: cal.quarter(year, which), _AHEAD)


def _year_quarter(found: re.Match[str], published: date | None, grammar: DateGrammar) -> Stretch | None:
    year, number = int(found["year"]), int(found["number"])
    if found["kind"] == "Q":
        return cal.quarter(year, number)
    return cal.half(year, number) if number < 3 else None


def _half(found: re.Match[str], published: date | None, grammar: DateGrammar) -> Stretch | None:
    which = _which(found, grammar.tables["half_ordinals"])
    return _nearest(found, published, grammar, lambda year: cal.half(year, which), _AHEAD)


def _lone_half(found: re.Match[str], published: date | None, grammar: DateGrammar) -> Stretch | None:
    which = grammar.tables["half_ordinals"][found["which"].lower()]
    return _nearest(found, published, grammar, lambda year: cal.half(year, which), _AHEAD)


def _year(found: re.Match[str], published: date | None, grammar: DateGrammar) -> Stretch | None:
    named = year_of(found, published, grammar)
    return cal.year(named) if named else None


READERS: Mapping[str, Reader] = {
    "iso": _iso,
    "slashed": _slashed,
    "day_month": _day,
    "month_day": _day,
    "month_part": _month_part,
    "month": _month,
    "quarter": _quarter,
    "year_quarter": _year_quarter,
    "half": _half,
    "lone_half": _lone_half,
    "season": rel.season,
    "year_part": rel.year_part,
    "year_end": rel.year_end,
    "relative": rel.relative,
    "weekday": rel.weekday,
    "day_word": rel.day_word,
    "fiscal": _year,
}
