"""Evidence of names: small functions that tell why two names of one type may call one thing.

Each takes two names and returns its reason in words, or ``None`` where it does not hold; all are symmetric. A pair of names
for which none holds calls two things. Weights: data/evidence.yaml.
"""

from __future__ import annotations

from collections.abc import Callable

from extractor.resolve.identity.codes import numbers
from extractor.resolve.identity.likeness import likeness, misspelt
from extractor.resolve.identity.naming import BRANDED, PRODUCTS, Name, Namer
from extractor.resolve.identity.people import PEOPLE
from extractor.resolve.identity.products import PRODUCT_EVIDENCE
from extractor.resolve.identity.spelling import initials as capitals
from extractor.resolve.identity.spelling import words

Test = Callable[[Name, Name, Namer], str | None]
LIKE = 85.0


def respelling(a: Name, b: Name, _: Namer) -> str | None:
    """Only case, accents, marks, blanks and hyphens differ: "Zyphon X1", "ZyphonX1"."""
    return "one spelling" if a.whole == b.whole else None


def legal_form(a: Name, b: Name, _: Namer) -> str | None:
    """One has a legal form or an article that the other lacks: "NVIDIA Corp.", "Nvidia"."""
    return "one name but for the legal form" if a.type == "ORG" and a.kernel == b.kernel else None


def class_word(a: Name, b: Name, _: Namer) -> str | None:
    """One says what kind of thing it is, or has an article or title: "Kestrix 7 processor", "Kestrix 7"; "Dr. Lisa Su"."""
    return "one name but for a word of its kind" if a.type != "ORG" and a.kernel == b.kernel else None


def reordered(a: Name, b: Name, _: Namer) -> str | None:
    """The same words in another order: "Mong-Song Liang", "Liang Mong-Song"."""
    fits = a.type != "EVENT" and a.type not in PRODUCTS and a.core != b.core and sorted(a.core) == sorted(b.core)
    return "the same words in another order" if fits else None


def reordered_event(a: Name, b: Name, _: Namer) -> str | None:
    """An event's year in front or behind: "CES 2024", "2024 CES"."""
    same = a.type == "EVENT" and a.core != b.core and sorted(a.core) == sorted(b.core)
    return "the same words in another order" if same else None


def initials(a: Name, b: Name, _: Namer) -> str | None:
    """One could be the abbreviation of the other: "HPE", "Hewlett Packard Enterprise"."""
    if a.type in ("PERSON", "PLACE", "FACILITY"):
        return None
    fits = any(_abbreviates(short, long) for short, long in ((a, b), (b, a)))
    return "one could be the abbreviation of the other" if fits else None


def _abbreviates(short: Name, long: Name) -> bool:
    if len(short.core) != 1 or not (short.core[0].isalpha() and short.text[:2].isupper()) or len(long.core) < 2:
        return False
    letters = ("".join(word[0] for word in long.core), capitals(long.text))
    return any(one == short.kernel or _holds(one, short.kernel) for one in letters)


def _holds(letters: str, abbreviation: str) -> bool:
    """Whether one of the two has the other within it and letters more, for a legal form or small words: TSM, TSMC."""
    shorter, longer = sorted((letters, abbreviation), key=len)
    return len(shorter) > 2 and letters[0] == abbreviation[0] and shorter in longer


def trade(a: Name, b: Name, namer: Namer) -> str | None:
    """One company's name goes on with its trade: "Zorblax Semiconductor", "Zorblax"."""
    short, long = sorted((a.core, b.core), key=len)
    rest = long[len(short) :]
    fits = a.type == "ORG" and rest and long[: len(short)] == short and namer.vocabulary.trades.issuperset(rest)
    return f"one goes on with its trade, {' '.join(rest)}" if fits else None


def qualified_place(a: Name, b: Name, _: Namer) -> str | None:
    """One place is named with the larger one around it: "Phoenix, Arizona", "Phoenix"."""
    if a.type != "PLACE" or ("," in a.text) == ("," in b.text):
        return None
    long, short = (a, b) if "," in a.text else (b, a)
    return "one is named with its region" if words(long.text.split(",")[0]) == short.words else None


def misspelling(a: Name, b: Name, _: Namer) -> str | None:
    """Long words differ by a letter, codes do not: "Tenstorrent", "Tenstorent". Says nothing by itself: a person decides."""
    if numbers(a.bare) != numbers(b.bare):
        return None
    if a.type in BRANDED | {"PLACE", "PERSON"}:
        return "a letter or two differ" if misspelt(a.bare, b.bare) else None
    return "much alike" if likeness(a.core, b.core) >= LIKE else None


EVIDENCE: dict[str, Test] = {
    test.__name__: test
    for test in (
        respelling, legal_form, class_word, *PRODUCT_EVIDENCE, reordered, reordered_event, initials, trade, *PEOPLE,
        qualified_place, misspelling,
    )
}  # fmt: skip
