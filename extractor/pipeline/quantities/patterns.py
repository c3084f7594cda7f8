"""The regular expressions of the quantity grammar, made from its word lists; every repetition is bounded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

Pattern = re.Pattern[str]


def alternation(words: Iterable[str], spaces: str = r"[\s-]") -> str:
    """Return a regular expression for any of the words, longest first, their spaces matching ``spaces``.

    Without any words it matches nowhere.
    """
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + ("|".join(re.escape(word).replace(r"\ ", spaces) for word in ordered) or "(?!)") + ")"


def compile_patterns(
    words: Mapping[str, frozenset[str]],
    tables: Mapping[str, Mapping[str, float]],
    prefixes: Mapping[str, str],
    prose: Iterable[str],
) -> dict[str, Pattern]:
    """Return every expression by name, made from the word lists, number tables, currency signs and prose units."""
    sources = {
        "number": _number_source(tables, alternation(prose)),
        "half_before": rf"\b{alternation(words['half_before'])}\s\Z",
        "leaning": rf"(?<![\w-]){alternation(words['elliptic_before'])} the\s\Z",
        "elliptic": rf"(?<![\w-]){alternation(words['elliptic_before'])}(?: the)?\s\Z",
        "factor": r"\bfactor of (?:up to |about |almost |nearly |more than |around |over )?\Z",
        "partitive": rf"\sof\s(?:{alternation(words['partitive'])}\b|[A-Z][\w.-]*['’]s?\s)",
        "monthly": rf"\b{alternation(words['monthly'])}\b",
        "listed": rf"(?:-?,?\s{alternation(words['lists'])}\s|\s[\w-]{{1,20}}(?:\s[\w-]{{1,20}})?\s(?:and|or)\s)\Z",
        "ranged": rf"\s{alternation(words['ranges'])}\s\Z",
        "magnitude": rf"[\s-]?({alternation(tables['magnitudes'])})s?(?![\w])",
        "letter": rf"({alternation(tables['letters'])})(?![\w])",
        "prefix": rf"(?<![^\W\d_])({alternation(prefixes)})[ \u00a0]?\Z",
        "bound": rf"(?:(?<!\w)|(?=[~≈≥≤<>+]))({alternation([*words['bounds'], *words['money_bounds']], chr(32))})"
        r"(?: (?:a|an|the|its|about|some|another|just|\())?\s?\(?\Z",
        "bound_after": rf"\+|\s({alternation(words['bounds_after'], r'[ ]')})\b",
        "wording": rf"(?<![\w-])({alternation({**tables['multiples']})})(?![\w-])",
        "fold": rf"(?<![\w-])({alternation(tables['folds'])})[\s-]?fold\b",
        "part": rf"(?<![\w-])(an?|{alternation(tables['numbers'])})[\s-]({alternation(tables['parts'])})(?![\w-])",
        "dual": rf"(?<![\w-])({alternation(tables['multiples_of_one'])})[\s-](?=\w)",
        "not_multiple": rf"[\s-]{alternation(words['not_multiple_after'])}\b",
        "not_times": rf"\s{alternation(words['not_times_after'])}\b",
        "fall_after": _change_after(words, "fall_after"),
        "rise_after": _change_after(words, "rise_after"),
        "fall_near": rf"(?<![\w-]){alternation(words['fall_before'])}(?: by)?\Z",
        "fall_of": rf"(?<![\w-]){alternation(words['fall_of'])} of\Z",
        "fall_by": rf"(?<![\w-]){alternation(words['fall_before'])}(?: [\w'’&/-]+){{0,7}} by\Z",
    }
    cased = {"letter", "prefix"}
    return {name: re.compile(source, 0 if name in cased else re.IGNORECASE) for name, source in sources.items()}


def _change_after(words: Mapping[str, frozenset[str]], name: str) -> str:
    qualified = alternation(words["fall_qualified"])
    return rf"\s(?:in )?(?:an? )?(?:{qualified}\s)?{alternation(words[name])}\b"


def _number_source(tables: Mapping[str, Mapping[str, float]], prose: str) -> str:
    """Return the expression for one number: digits (group 1), words (group 2), a half or "a" before a magnitude (3)."""
    word = alternation({**tables["numbers"], **tables["scales"]})
    scale, magnitude = alternation(tables["scales"]), alternation(tables["magnitudes"])
    digits = r"(?<![\w.,])((?:\d{1,3}(?:[,\u202f\u2009]\d{3}){1,6}|\d{1,15})(?:\.\d{1,9})?)(?![.,]?\d)"
    words = rf"(?<![\w.,-])((?:an? (?={scale}\b))?{word}(?:[ -](?:and )?{word}){{0,3}}(?: and a half)?)(?!\w)"
    parts = rf"half an?|(?:three )?quarters? of an?|a quarter of an?|an?(?= {magnitude}\b)|(?:an?|first)(?= {prose}\b)"
    parts += "|" + alternation(tables["pairs"], " ")
    return rf"{digits}|{words}|(?<![\w.,-])({parts})(?!\w)"
