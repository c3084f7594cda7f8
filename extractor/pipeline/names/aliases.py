"""Aliases: which names of an article call one thing, by what they share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from extractor.catalogue import Catalogue
from extractor.catalogue.names import key
from extractor.pipeline.annotations import Name

CODE = re.compile(r"(?=\d*[^\W\d])(?:[^\W_]|-)*\d{3}(?:[^\W_]|-)*")  # letters and three digits in a row: BCM67142
TAIL = re.compile(r"(?=.*\d|[A-Z]{2})[\w.+-]{2,}")  # with a digit, or capitals: CPX, M4
CODE_WITH_WORDS = re.compile(r"\S+(?: [A-Z][A-Za-z]+){2,}")
PLURAL = re.compile(r"[^\Ws]s$")
PARTIES = frozenset({"ORG", "PERSON", "PLACE"})
SERIES = frozenset({"series", "family", "line", "lineup"})
POSSESSIVE = re.compile(r"['’]s?$")


def aliases_of(
    names: list[Name], catalogue: Catalogue, legal: re.Pattern[str], heads: frozenset[str],
    same: Iterable[tuple[Name, Name]], variants: frozenset[str] = frozenset(),
) -> dict[str, str]:  # fmt: skip
    """Identities (:func:`identity`) of names to those of other names for the same; :func:`followed` to the end.

    ``heads`` are nouns that a product's name may have behind it, ``same`` pairs of names for one thing, ``variants`` words
    behind a name that make it another thing ("Pro").
    """
    aliases = _short_forms(names, legal) | _shortened(names, catalogue, legal, heads, variants)
    return aliases | {identity(other, legal): identity(one, legal) for one, other in same}


def followed(aliases: dict[str, str], own: str) -> str:
    """What an identity is called in the end; in a circle its least member."""
    seen = [own]
    while (own := aliases.get(own, own)) not in seen:
        seen.append(own)
    return own if own == seen[-1] else min(seen[seen.index(own) :])


def identity(name: Name, legal: re.Pattern[str]) -> str:
    """What names of one thing share: the catalogue entry, else the spelling key without brand and legal form."""
    return name.known or _spelled(_unbranded(name), legal)


def _unbranded(name: Name) -> str:
    if name.brand is None:
        return name.text
    return name.text[: name.brand.start - name.start] + name.text[name.brand.end + 1 - name.start :]


def _spelled(text: str, legal: re.Pattern[str]) -> str:
    return key(legal.sub("", POSSESSIVE.sub("", text)))


def _shortened(
    names: list[Name], catalogue: Catalogue, legal: re.Pattern[str], heads: frozenset[str], variants: frozenset[str]
) -> dict[str, str]:
    """Identities of products' names to that of a shorter name for the same, where that is named too.

    What is shorter: without a noun behind ("Q7 SoM", "Z1 series"), without the plural's "s", the code alone ("Vandor PX536",
    "PX536 Edge Gateway").
    The other way round "CPX" is "Rubin CPX" where no other name ends so.
    """
    products = [name for name in names if name.type not in PARTIES]
    spelled = {_spelled(_unbranded(name), legal): identity(name, legal) for name in products}
    typed = {(_spelled(_unbranded(name), legal), name.type): identity(name, legal) for name in products}
    headless = ((_headless(name.text, heads), name) for name in products)
    codes = {(text, name.type): identity(name, legal) for text, name in headless if CODE.fullmatch(text)}
    found = {}
    for name in products:
        text = _unbranded(name)
        short, _, noun = text.rpartition(" ")
        headed = short and _is_head(noun, heads)
        bases = (
            codes.get((name.text.rpartition(" ")[2], name.type)) if " " in name.text else None,
            typed.get((_spelled(text[:-1], legal), name.type)) if PLURAL.search(text) else None,
            spelled.get(_spelled(short, legal)) if headed else None,
            codes.get((name.text.partition(" ")[0], name.type)) if _is_described(name.text, variants) else None,
        )
        base = next(filter(None, bases), None)
        if base and not name.known:
            found[identity(name, legal)] = base
    return found | _tails(products, catalogue, legal, heads)


def _is_described(text: str, variants: frozenset[str]) -> bool:
    """Whether words behind the first describe it, none of which makes it another product."""
    return CODE_WITH_WORDS.fullmatch(text) is not None and not variants & set(text.split())


def _tails(products: list[Name], catalogue: Catalogue, legal: re.Pattern[str], heads: frozenset[str]) -> dict[str, str]:
    """Identities of codes to that of the only longer name of the type that ends in them: "CPX", "7000 series".

    A known series is only called so with its noun: "Z1 series" is the "Ryzen Z1" of the catalogue, "Z1" alone may be a member.
    """
    nouns = heads - SERIES
    longer: dict[tuple[str, str, bool], set[str]] = defaultdict(set)
    for name in products:
        head, _, tail = _headless(name.text, nouns).rpartition(" ")
        if head and TAIL.fullmatch(tail) and tail.casefold() not in heads and (name.known or not CODE.fullmatch(tail)):
            series = name.known is not None and catalogue.entries[name.known].kind == "series"
            longer[tail, name.type, series].add(identity(name, legal))
    found = {}
    for name in products:
        short = _headless(name.text, heads)
        called_series = name.text != short and name.text.rpartition(" ")[2].casefold() in SERIES
        whole = longer.get((short, name.type, False), set()) - {identity(name, legal)}
        if called_series:
            whole |= longer.get((short, name.type, True), set())
        number = name.text.isdigit()  # "3200" alone may be a speed
        if len(whole) == 1 and not number and not name.known and not name.brand:
            found[identity(name, legal)] = whole.pop()
    return found


def _headless(text: str, heads: frozenset[str]) -> str:
    """A product's name without a noun behind it."""
    short, _, noun = text.rpartition(" ")
    return short if _is_head(noun, heads) else text


def _is_head(noun: str, heads: frozenset[str]) -> bool:
    return noun.casefold() in heads or noun.casefold().rstrip("s") in heads


def _short_forms(names: list[Name], legal: re.Pattern[str]) -> dict[str, str]:
    """Identities that are another's: short forms and abbreviations point to the name that they shorten."""
    by_text = {name.text: identity(name, legal) for name in names}
    single = _single_words(names, legal)
    aliases = {
        identity(name, legal): single[identity(name, legal)]
        for name in names
        if name.known is None and name.type in ("ORG", "PERSON") and identity(name, legal) in single
    }
    for name in names:
        kind, _, source = name.by.partition(":")
        if kind in ("short", "abbreviation") and source in by_text and identity(name, legal) != by_text[source]:
            aliases[identity(name, legal)] = by_text[source]
    return aliases


def _single_words(names: list[Name], legal: re.Pattern[str]) -> dict[str, str]:
    """Single words that call a longer name: a person's surname, a company's first word."""
    words: dict[str, str] = {}
    for name in names:
        parts = POSSESSIVE.sub("", name.text).split()
        if len(parts) > 1 and name.type == "PERSON":
            words.setdefault(parts[-1].lower(), identity(name, legal))
        elif len(parts) > 1 and name.type == "ORG" and len(parts[0]) > 3:
            words.setdefault(parts[0].lower(), identity(name, legal))
    return words
