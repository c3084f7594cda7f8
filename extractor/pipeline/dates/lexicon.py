"""The words and regular expressions of the date grammar, built once from dates.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from extractor.errors import DataError
from extractor.ontology.source import Source

_NUMBERS = ("months", "weekdays", "ordinals", "half_ordinals", "days", "nexts")
_STRETCHES = ("seasons", "parts")
_TABLES = (*_NUMBERS, *_STRETCHES)
_LISTS = ("lone_months", "month_before", "year_stops", "year_before")


@dataclass(frozen=True, slots=True)
class DateGrammar:
    """Tables of words with their meaning, word lists, and the expressions by the name of their reader."""

    tables: Mapping[str, Mapping[str, Any]]
    words: Mapping[str, frozenset[str]]
    patterns: Mapping[str, re.Pattern[str]]


@cache
def load_dates(folder: Path | None) -> DateGrammar:
    """Return the grammar of the packaged data with a user's folder laid over it, built once. Raises DataError."""
    source = Source(folder)
    return build_dates(source.entry("dates", (*_TABLES, *_LISTS)).raw, source.file("dates"))


def default_dates() -> DateGrammar:
    """Return the grammar of the packaged data."""
    return load_dates(None)


def build_dates(data: Mapping[str, Any], file: str) -> DateGrammar:
    """Compile the grammar from the parsed dates file ``file``. Raises DataError."""
    for name in (*_TABLES, *_LISTS):
        kind: type = dict if name in _TABLES else list
        if not isinstance(data.get(name), kind) or not all(isinstance(word, str) for word in data[name]):
            raise DataError(file, name, f"must be a {kind.__name__} whose words are strings; quote words such as on")
    tables = {name: _table(data[name], name, file) for name in _TABLES}
    tables["months"] |= {name.upper(): number for name, number in tables["months"].items()}
    tables["weekdays"] |= {name.upper(): number for name, number in tables["weekdays"].items()}
    words = {name: frozenset(data[name]) for name in _LISTS}
    sources = _sources(tables, words)
    return DateGrammar(tables, words, {name: re.compile(source) for name, source in sources.items()})


def _table(found: Mapping[str, Any], name: str, file: str) -> dict[str, Any]:
    """Check the meanings of the words: a number each, or the first and the last where they name a stretch."""
    shape = [int, int] if name in _STRETCHES else [int]
    for word, meaning in found.items():
        numbers = meaning if name in _STRETCHES and isinstance(meaning, list) else [meaning]
        if (
            [type(number) for number in numbers] != shape
            or (name == "months" and not 1 <= meaning <= 12)
            or numbers != sorted(numbers)
        ):
            kind = "two whole numbers in order" if name in _STRETCHES else "a whole number that fits"
            raise DataError(file, name, f"{word}: {meaning!r} is not {kind}")
    cased = name in ("months", "weekdays")
    return {word if cased else word.lower(): meaning for word, meaning in found.items()}


def _any(words: Iterable[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + ("|".join(re.escape(word).replace(r"\ ", r"\s") for word in ordered) or "(?!)") + ")"


def _sources(tables: Mapping[str, Mapping[str, Any]], words: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """Return the source of every expression. Groups are named by what they hold; ``when`` is any way to name a year."""
    name, weekday = _any(tables["months"]), _any(tables["weekdays"])
    four, nexts = r"(?P<year>(?:19[5-9]|20\d)\d)(?!\d|[.,]\d)", _any(tables["nexts"])
    when = rf"(?:{four}|['’](?P<two>\d\d)(?!\d)|FY\s?['’]?(?P<fiscal>\d\d)(?!\d)|(?i:(?P<next>{nexts})\syear))"
    of = r"(?i:,?\s(?:of\s|in\s)?(?:(?:the\s)?(?:fiscal|calendar|financial)\s(?:year\s)?|FY\s?)?)"
    parts, day = _any(tables["parts"]), r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
    period, the = r"(?:quarter|trimester)", r"(?:the\s)?"
    one = rf"(?P<which>{_any(tables['ordinals'])})"
    both = rf"(?P<which>{_any(tables['half_ordinals'])})"
    return {
        "iso": r"(?<![\w-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])",
        "slashed": r"(?<![\w/])(?P<one>\d\d?)/(?P<other>\d\d?)/(?P<year>(?:19|20)\d\d)(?![\w/])",
        "day_month": rf"\b{day}\s(?:of\s)?(?P<month>{name})\b(?!\w)(?:,?\s{four})?",
        "month_day": rf"\b(?P<month>{name})\s{day}(?![\w%])(?![.,:]\d)(?:,?\s{four})?",
        "month": rf"\b(?P<month>{name})(?!\w)(?:,?\s(?:of\s)?{when})?",
        "month_part": rf"\b(?P<part>(?i:{parts}))[\s-](?P<month>{name})(?!\w)(?:,?\s(?:of\s)?{when})?",
        "quarter": rf"(?<![\w-])(?:Q(?P<number>[1-4])|(?P<after>[1-4])Q|(?i:{the}{one}[\s-](?:fiscal\s)?{period}))"
        rf"(?:(?<=[QH])(?P<short>\d\d)(?!\d)|(?:{of}|\s?|-){when})?(?![\w'’]\w)",
        "year_quarter": r"(?<![\w.,-])(?P<year>20\d\d)[\s-]?(?P<kind>[QH])(?P<number>[1-4])(?!\w)",
        "half": rf"(?<![\w-])(?:H(?P<number>[12])|(?P<after>[12])H|(?i:{the}{both}[\s-]half))"
        rf"(?:(?<=H)(?P<short>\d\d)(?!\d)|(?:{of}|\s?|-){when})(?!\w)",
        "lone_half": rf"(?<![\w-])(?i:in\s)(?P<kept>(?i:{the}{both}\shalf))(?!\s(?i:of)\b)(?!\w)",
        "season": rf"(?<![\w-])(?i:(?:(?P<next>{nexts})\s)?(?P<season>{_any(tables['seasons'])}))(?!\s(?:in|short)\b)"
        rf"(?:,?\s(?:of\s)?{four})?(?!\w)",
        "year_part": rf"(?<![\w-])(?P<part>(?i:{parts}))[\s-]?{when}(?![\w-])",
        "year_end": r"(?<![\w-])(?i:year[\s-]end|year['’]s\send|(?P<since>later)\sthis\s(?P<unit>year|month)|"
        r"(?P<until>earlier)\sthis\s(?P<unit2>year|month))(?!\w)",
        "relative": rf"(?<![\w-])(?i:(?P<next>{nexts})\s(?P<unit>year|month|week|quarter))(?![\w-])(?!['’]s\send)",
        "weekday": rf"(?<![\w-])(?:(?i:(?P<next>last|next|this|coming))\s)?(?P<weekday>{weekday})(?!\w)",
        "day_word": rf"(?<![\w-])(?i:(?P<word>{_any(tables['days'])}))(?![\w-])(?!['’]s\b)",
        "fiscal": r"(?<![\w-])(?i:fiscal\s(?:year\s)?|FY\s?)(?:(?P<year>20\d\d)|['’]?(?P<two>\d\d))(?!\w)",
        "bare": rf"(?<![\w$€£¥.,/#+-]){four}(?!\w|-\w|['’]\d|\+)",
        "stop": rf"[\s-]?{_any(words['year_stops'])}(?!\w)",
        "month_before": rf"(?<!\w){_any(words['month_before'])}\s?\Z",
    }
