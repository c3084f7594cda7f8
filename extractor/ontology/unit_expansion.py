"""Expands the unit file's families (one unit per prefix) and rates (one unit per thing and period) into entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from extractor.errors import DataError


def expand_families(
    families: Sequence[Any], prefixes: Mapping[str, Mapping[str, Any]], file: str
) -> Iterator[dict[str, Any]]:
    """Yield one unit entry per family and prefix ("{p}W" with M gives MW with factor 1e6). Raises DataError."""
    for family in families:
        for name in family.get("prefixes", ()):
            if name not in prefixes:
                raise DataError(file, str(family.get("symbol")), f"unknown prefix {name!r}; list it under prefixes")
            yield _family_unit(family, name, prefixes[name])


def _family_unit(family: Mapping[str, Any], name: str, prefix: Mapping[str, Any]) -> dict[str, Any]:
    letter = name.upper() if family.get("capital_kilo") else name
    templates = list(family.get("spellings", ()))
    if name in family.get("short_prefixes", ()):
        templates += family.get("short", ())
    spellings = [s for template in templates for s in _spell(template, prefix)]
    return {
        "symbol": family["symbol"].replace("{p}", letter),
        "dimension": family.get("dimension"),
        "factor": prefix.get("factor"),
        "spellings": list(dict.fromkeys(spellings)),
    }


def _spell(template: str, prefix: Mapping[str, Any]) -> Iterator[str]:
    """Yield the spellings that a template stands for with one prefix."""
    words = {"{w}": "word", "{v}": "binary_word", "{n}": "number"}
    template = template.replace("{l}", str(prefix.get("letters", [""])[0]).lower())
    for mark, field in words.items():
        template = template.replace(mark, str(prefix.get(field, "")))
    for letter in prefix.get("letters", ()) if "{p}" in template else [""]:
        yield template.replace("{p}", letter)


def expand_rates(rates: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield one unit entry per thing and period (wafers/month); each thing is a dimension whose base is per second."""
    plurals, extra = rates.get("plurals", {}), rates.get("extra", {})
    for thing in rates.get("things", ()):
        many = plurals.get(thing, f"{thing}s")
        for name, period in rates.get("periods", {}).items():
            symbol = f"{many}/{name}"
            yield {
                "symbol": symbol,
                "dimension": f"{many}_rate",
                "base": f"{many}/s",
                "factor": 1 / period["seconds"],
                "spellings": list(dict.fromkeys([*_rate_words(thing, many, period), *extra.get(symbol, ())])),
            }


def _rate_words(thing: str, many: str, period: Mapping[str, Any]) -> Iterator[str]:
    """Yield "wafers per month", "wafers a month", "wafers/month" and the like."""
    for word in period["spellings"]:
        yield from (f"{many}/{word}", f"{thing}/{word}")
        if len(word) > 2:
            article = "an" if word.startswith("hour") else "a"
            yield from (f"{many} {link} {word}" for link in ("per", article, "each", "every"))
