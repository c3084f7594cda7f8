"""Readers of dates that lean on the publication date or narrow a year: "next quarter", "late 2027", "on Tuesday"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from extractor.pipeline.dates import calendar as cal
from extractor.pipeline.dates.calendar import Stretch
from extractor.pipeline.dates.lexicon import DateGrammar


def year_of(found: re.Match[str], published: date | None, grammar: DateGrammar) -> int | None:
    """Return the year that the match names in full, by two digits or relative to publication; None if it names none."""
    groups = found.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    two = groups.get("two") or groups.get("fiscal") or groups.get("short")
    if two:
        return 2000 + int(two)
    if groups.get("next") and published:
        return published.year + int(grammar.tables["nexts"][groups["next"].lower()])
    return None


def words(text: str) -> str:
    """Return the words of a match in lower case, with single spaces."""
    return " ".join(text.lower().split())


def season(found: re.Match[str], published: date | None, grammar: DateGrammar) -> Stretch | None:
    """Read "this spring", "summer of 2009": the value is the year, the stretch three months; a winter runs on."""
    first, last = grammar.tables["seasons"][found["season"].lower()]
    step = (found["next"] or "").lower()
    if found["year"]:
        return cal.months(int(found["year"]), first, last, found["year"])
    if published is None or not step:
        return None
    choices = [cal.months(published.year + n, first, last, str(published.year + n)) for n in (-2, -1, 0, 1, 2)]
    sign = grammar.tables["nexts"][step]
    if sign > 0:
        choices = [one for one in choices if one and one.first > published]
    elif sign < 0:
        choices = [one for one in choices if one and one.last < published]
    return cal.nearest(published, choices)


def year_part(found: re.Match[str], published: date | None, grammar: DateGrammar) -> Stretch | None:
    """Read "late 2027", "early next year", "end of the year": the value is the year, the stretch a part of it."""
    named = year_of(found, published, grammar)
    return cal.part(cal.year(named) if named else None, *grammar.tables["parts"][words(found["part"])])


def year_end(found: re.Match[str], published: date | None, grammar: DateGrammar) -> Stretch | None:
    """Read "year-end", "later this year" (from publication on) and "earlier this month" (up to it)."""
    if published is None:
        return None
    unit = (found["unit"] or found["unit2"] or "year").lower()
    whole = cal.year(published.year) if unit == "year" else cal.month(published.year, published.month)
    if whole is None or found["since"]:
        return replace(whole, first=published) if whole else None
    return replace(whole, last=published) if found["until"] else cal.part(whole, 9, 12)


def relative(found: re.Match[str], published: date | None, grammar: DateGrammar) -> Stretch | None:
    """Read "next year", "last month", "this quarter", "next week"."""
    step, unit = found["next"].lower(), found["unit"].lower()
    if published is None or step == "the":
        return None
    shift = grammar.tables["nexts"][step]
    if unit == "year":
        return cal.year(published.year + shift)
    if unit == "month":
        return cal.month(published.year, published.month + shift)
    if unit == "quarter":
        index = published.year * 4 + (published.month - 1) // 3 + shift
        return cal.quarter(index // 4, index % 4 + 1)
    return _week(published, shift)


def _week(published: date, shift: int) -> Stretch | None:
    """Return the week ``shift`` weeks away; its value is the month in which its middle lies."""
    monday = cal.shifted(published, 7 * shift - published.weekday())
    if monday is None or monday.first > date.max - timedelta(7):
        return None
    middle = monday.first + timedelta(3)
    return Stretch(f"{middle.year:04d}-{middle.month:02d}", monday.first, monday.first + timedelta(6))


def weekday(found: re.Match[str], published: date | None, grammar: DateGrammar) -> Stretch | None:
    """Read a weekday: the last one up to publication, after "next" the first one after it."""
    if published is None:
        return None
    back = (published.weekday() - grammar.tables["weekdays"][found["weekday"]]) % 7
    step = (found["next"] or "").lower()
    if step in ("next", "coming"):
        return cal.shifted(published, 7 - back)
    return cal.shifted(published, -7 if step == "last" and back == 0 else -back)


def day_word(found: re.Match[str], published: date | None, grammar: DateGrammar) -> Stretch | None:
    """Read "today", "yesterday", "tomorrow", "this morning"."""
    return cal.shifted(published, grammar.tables["days"][words(found["word"])]) if published else None
