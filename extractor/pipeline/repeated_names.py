"""Names that follow from other names of the article: brands, abbreviations in brackets, repetitions and short forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extractor.pipeline.annotations import Name

LEGAL_FORMS = r"(?:Inc|Corp|Corporation|Ltd|Limited|LLC|Co|Company|PLC|plc|GmbH|AG)\.?"
LEGAL = re.compile(rf",? {LEGAL_FORMS}$")
TRADES = re.compile(r" (?:Technologies|Technology|Group|Holdings|Electronics|Semiconductor|Labs)$")
ABBREVIATION = re.compile(r"\s?\(([A-Z][\w&-]{1,9})\)")


def brands(names: Iterable[Name]) -> Iterator[Name]:
    """Of "Nvidia H100" the brand, an organisation of its own, and the product without it."""
    for name in names:
        if name.brand is not None:
            yield name.brand
            start = name.brand.end + 1
            bare = name.text[start - name.start :]
            yield replace(name, start=start, text=bare, brand=None, by=f"{name.by}:unbranded")


def abbreviations(text: str, names: list[Name]) -> list[Name]:
    """Abbreviations in brackets behind a name: "Taiwan Semiconductor Manufacturing (TSMC)".

    One that was taken for a name of its own, and is not known as one, is told to be the abbreviation.
    """
    taken = {name.start: name for name in names}
    found = []
    for name in names:
        match = ABBREVIATION.match(text, name.end)
        if match is None or not abbreviates(match[1], name.text):
            continue
        by = f"abbreviation:{name.text}"
        own = taken.get(match.start(1))
        if own is None:
            found.append(
                replace(name, start=match.start(1), end=match.end(1), text=match[1], by=by, brand=None, votes={})
            )
        elif own.known is None:
            own.by, own.type = by, name.type
    return found


def abbreviates(short: str, long: str) -> bool:
    """Whether ``short`` is made of the initials of ``long``.

    >>> abbreviates("TSMC", "Taiwan Semiconductor Manufacturing"), abbreviates("AMD", "Nvidia Corp")
    (True, False)
    """
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z0-9]+", long) if word[0].isupper() or word[0].isdigit())
    if len(long.split()) < 2 or short[0].lower() != long[0].lower():
        return False
    return short.upper().rstrip("S") in initials.upper() or initials.upper() in short.upper()


def repetitions(text: str, names: list[Name]) -> list[Name]:
    """Further occurrences of the article's names and of their short forms that the finder did not take."""
    covered = bytearray(len(text) + 1)
    for name in names:
        covered[name.start : name.end] = b"\1" * (name.end - name.start)
    forms = short_forms(names)
    if not forms:
        return []
    body = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    found = []
    for match in re.finditer(rf"(?<![\w-])(?:{body})(?!\w|-\d)", text):
        if not any(covered[match.start() : match.end()]):
            source = forms[match[0]]
            by = f"{source.by}:again" if match[0] == source.text else f"short:{source.text}"
            found.append(Name(match.start(), match.end(), match[0], source.type, source.known, source.weight, by))
    return found


def short_forms(names: Iterable[Name]) -> dict[str, Name]:
    """Surface forms to look for once more: unseen names, surnames, companies without their legal form."""
    names = list(names)
    forms: dict[str, Name] = {}
    for name in names:
        if name.known is None or name.type == "PERSON":
            forms.setdefault(name.text, name)
    for name in names:
        for short in _shortened(name):
            if len(short) > 2:
                forms.setdefault(short, name)
    return forms


def _shortened(name: Name) -> Iterator[str]:
    words = name.text.split()
    if len(words) < 2:
        return
    if name.type == "PERSON":
        yield words[-1]
    elif name.type == "ORG" and name.known is None:
        bare = LEGAL.sub("", name.text)
        yield from {bare, TRADES.sub("", bare)} - {name.text}
