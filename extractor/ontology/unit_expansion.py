"""Expands the unit file's families (one unit per prefix) and rates (one unit per thing and period) into entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from extractor.ontology.entry import Entry

FAMILY_KEYS = ("symbol", "dimension", "prefixes", "capital_kilo", "spellings", "short", "short_prefixes")
PREFIX_KEYS = ("factor", "letters", "word", "binary_word", "number")
RATE_KEYS = ("things", "plurals", "periods", "extra")
PERIOD_KEYS = ("seconds", "spellings")


def expand_families(families: Sequence[Any], prefixes: Mapping[str, Any], file: str) -> Iterator[dict[str, Any]]:
    """Yield one unit entry per family and prefix ("{p}W" with M gives MW with factor 1e6). Raises DataError."""
    known = {name: _known(Entry(file, f"prefixes.{name}", raw), PREFIX_KEYS) for name, raw in prefixes.items()}
    for n, raw in enumerate(families):
        family = _known(Entry(file, f"families[{n}]", raw), FAMILY_KEYS)
        family.name = family.string("symbol")
        for name in family.words("prefixes"):
            if name not in known:
                raise family.error(f"unknown prefix {name!r}; list it under prefixes")
            yield _family_unit(family, name, known[name])


def _known(entry: Entry, keys: Sequence[str]) -> Entry:
    entry.only(keys)
    return entry


def _family_unit(family: Entry, name: str, prefix: Entry) -> dict[str, Any]:
    letter = name.upper() if family.flag("capital_kilo") else name
    templates = list(family.words("spellings"))
    if name in family.words("short_prefixes"):
        templates += family.words("short")
    spellings = [s for template in templates for s in _spell(template, prefix)]
    return {
        "symbol": family.name.replace("{p}", letter),
        "dimension": family.raw.get("dimension"),
        "factor": prefix.number("factor"),
        "spellings": list(dict.fromkeys(spellings)),
    }


def _spell(template: str, prefix: Entry) -> Iterator[str]:
    """Yield the spellings that a template stands for with one prefix."""
    letters = prefix.words("letters")
    template = template.replace("{l}", letters[0].lower() if letters else "")
    for mark, key in (("{w}", "word"), ("{v}", "binary_word"), ("{n}", "number")):
        template = template.replace(mark, prefix.optional(key) or "")
    for letter in letters if "{p}" in template else [""]:
        yield template.replace("{p}", letter)


def expand_rates(rates: Mapping[str, Any], file: str) -> Iterator[dict[str, Any]]:
    """Yield one unit entry per thing and period (wafers/month); each thing is a dimension whose base is per second.

    Raises DataError.
    """
    entry = _known(Entry(file, "rates", rates), RATE_KEYS)
    plurals, extra, periods = (
        Entry(file, f"rates.{key}", entry.raw.get(key) or {}) for key in ("plurals", "extra", "periods")
    )
    for thing in entry.words("things"):
        many = plurals.string(thing, f"{thing}s")
        for name, raw in periods.raw.items():
            period = _known(Entry(file, f"rates.periods.{name}", raw), PERIOD_KEYS)
            yield _rate_unit(thing, many, f"{many}/{name}", period, extra)


def _rate_unit(thing: str, many: str, symbol: str, period: Entry, extra: Entry) -> dict[str, Any]:
    seconds = period.number("seconds")
    if seconds <= 0:
        raise period.error(f"seconds must be above 0, not {seconds}")
    return {
        "symbol": symbol,
        "dimension": f"{many}_rate",
        "base": f"{many}/s",
        "factor": 1 / seconds,
        "spellings": list(dict.fromkeys([*_rate_words(thing, many, period), *extra.words(symbol)])),
    }


def _rate_words(thing: str, many: str, period: Entry) -> Iterator[str]:
    """Yield "wafers per month", "wafers a month", "wafers/month" and the like."""
    for word in period.words("spellings"):
        yield from (f"{many}/{word}", f"{thing}/{word}")
        if len(word) > 2:
            article = "an" if word.startswith("hour") else "a"
            yield from (f"{many} {link} {word}" for link in ("per", article, "each", "every"))
