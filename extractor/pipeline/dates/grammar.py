"""The date grammar: finds dates in raw text and resolves relative ones against the publication date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from extractor.pipeline.dates import calendar as cal
from extractor.pipeline.dates.lexicon import DateGrammar, default_dates
from extractor.pipeline.dates.readers import READERS

__all__ = ["DateGrammar", "DateMatch", "default_dates", "find_dates"]

_PREVIOUS = re.compile(r"([^\s]{1,30})[ \t\u00a0]\Z")


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date found at ``text[start:end]``.

    ``value`` is as precise as the text: "2026", "2024-Q1", "2025-H2", "2026-03" or "2026-03-14". ``first`` and ``last``
    bound the days that are meant; "late 2027" has the value "2027" and runs from September to December.
    """

    start: int
    end: int
    value: str
    first: date
    last: date


def find_dates(text: str, published: date | None, grammar: DateGrammar | None = None) -> list[DateMatch]:
    """Return the dates of ``text`` in order, without overlap; offsets are in characters.

    Relative dates ("next quarter", "in March") count from ``published``; without it they give no match. Fiscal years
    and quarters are read like those of the calendar. Linear in the length of the text.
    """
    matches, reached = [], 0
    for match in sorted(_all(text, published, grammar or default_dates()), key=lambda match: (match.start, -match.end)):
        if match.start >= reached:
            matches.append(match)
            reached = match.end
    return matches


def _all(text: str, published: date | None, grammar: DateGrammar) -> Iterator[DateMatch]:
    """Yield the matches of every expression, overlapping ones included."""
    for name, reader in READERS.items():
        for found in grammar.patterns[name].finditer(text):
            stretch = reader(found, published, grammar)
            if stretch is not None:
                start, end = found.span("kept" if "kept" in found.re.groupindex else 0)
                yield DateMatch(start, end, stretch.value, stretch.first, stretch.last)
    for found in grammar.patterns["bare"].finditer(text):
        whole = cal.year(int(found["year"]))
        if whole is not None and _is_year(text, found, grammar):
            yield DateMatch(found.start(), found.end(), whole.value, whole.first, whole.last)


def _is_year(text: str, found: re.Match[str], grammar: DateGrammar) -> bool:
    """Whether four digits are a year: no unit follows, and no name stands before ("Windows 2000", "CES 2020")."""
    if grammar.patterns["stop"].match(text, found.end()):
        return False
    before = _PREVIOUS.search(text[max(0, found.start() - 31) : found.start()])
    if before is None or not before[1][:1].isupper():
        return True
    return before[1].endswith((".", ",", ";", ":")) or before[1].strip("(“\"'") in grammar.words["year_before"]
