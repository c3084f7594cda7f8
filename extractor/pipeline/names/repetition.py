"""Names that follow from other names of the article: brands, abbreviations in brackets, repetitions and short forms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from extractor.pipeline.annotations import Name

TRADES = re.compile(r" (?:Technologies|Technology|Group|Holdings|Electronics|Semiconductor|Labs)$")
HEAD = re.compile(r"(?<![\w-])(?:\w+|\W)")
GOES_ON = re.compile(r"\w|-\d")
RENAMED = re.compile(
    r"(?: [a-z]+){0,2}(?:,| \()\s?(?:formerly|previously|originally|also|better) "
    r"(?:known|called|named|referred to)(?: internally)?(?: as)? [\"“'‘]?"
)  # between two names of one thing
ABBREVIATION = re.compile(r"\s?\(([A-Z][\w&-]{1,9})\)")


def legal_ending(forms: Iterable[str]) -> re.Pattern[str]:
    """A legal form at the end of a name, with the comma before it."""
    return re.compile(rf",? (?:{'|'.join(map(re.escape, forms))})\.?$")


def brands(names: Iterable[Name]) -> Iterator[Name]:
    """Of "Nvidia H100" the brand, an organisation of its own, and the product without it; of "6th Gen AMD EPYC" the brand."""
    for name in names:
        if name.brand is not None:
            yield name.brand
            if name.brand.start > name.start:
                continue
            start = name.brand.end + 1
            bare = name.text[start - name.start :]
            yield replace(name, start=start, text=bare, brand=None, by=f"{name.by}:unbranded")


def makers_in_front(names: list[Name], products: Collection[str]) -> list[Name]:
    """The names, those of products that begin with an organisation's name of the article with that as their brand."""
    makers = {name.text: name for name in names if name.type == "ORG"}
    found = []
    for name in names:
        head, _, rest = name.text.partition(" ")
        if name.type in products and name.brand is None and rest and head in makers and not rest.split()[0].isdigit():
            brand = replace(makers[head], start=name.start, end=name.start + len(head), brand=None)
            name = replace(name, brand=brand)
        found.append(name)
    return found


def renamed(text: str, names: list[Name]) -> Iterator[tuple[Name, Name]]:
    """Names with the other name that the text gives the thing: "the NNP, formerly known as Lake Crest"."""
    ordered = sorted(names, key=lambda name: (name.start, -name.end))
    for one, other in pairwise(ordered):
        if RENAMED.fullmatch(text, one.end, other.start):
            yield one, other


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


def repetitions(text: str, names: list[Name], legal: re.Pattern[str]) -> list[Name]:
    """Further occurrences of the article's names and of their short forms that the finder did not take."""
    covered = bytearray(len(text) + 1)
    for name in names:
        covered[name.start : name.end] = b"\1" * (name.end - name.start)
    forms = short_forms(names, legal)
    found = []
    for start, form in occurrences(text, forms):
        end = start + len(form)
        if not any(covered[start:end]):
            source = forms[form]
            by = f"{source.by}:again" if form == source.text else f"short:{source.text}"
            found.append(Name(start, end, form, source.type, source.known, source.weight, by))
    return found


def occurrences(text: str, forms: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Where the forms stand in the text as words of their own, apart from each other, the longest first.

    >>> list(occurrences("Tern and Tern Max, no Terns", ["Tern", "Tern Max"]))
    [(0, 'Tern'), (9, 'Tern Max')]
    """
    known = frozenset(forms)
    lengths = _lengths(known)
    position = 0
    while head := HEAD.search(text, position):
        start, position = head.span()
        for length in lengths.get(head[0], ()):
            if text[start : start + length] in known and not GOES_ON.match(text, start + length):
                yield start, text[start : start + length]
                position = start + length
                break


def _lengths(forms: Iterable[str]) -> dict[str, list[int]]:
    """By first word of a form how long the forms that begin with it are, the longest first."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for form in forms:
        if head := HEAD.match(form):
            lengths[head[0]].add(len(form))
    return {head: sorted(found, reverse=True) for head, found in lengths.items()}


def short_forms(names: Iterable[Name], legal: re.Pattern[str]) -> dict[str, Name]:
    """Surface forms to look for once more: unseen names, surnames, companies without their legal form."""
    names = list(names)
    forms: dict[str, Name] = {}
    for name in names:
        if name.known is None or name.type == "PERSON":
            forms.setdefault(name.text, name)
    for name in names:
        for short in _shortened(name, legal):
            if len(short) > 2:
                forms.setdefault(short, name)
    return forms


def _shortened(name: Name, legal: re.Pattern[str]) -> Iterator[str]:
    words = name.text.split()
    if len(words) < 2:
        return
    if name.type == "PERSON":
        yield words[-1]
    elif name.type == "ORG" and name.known is None:
        bare = legal.sub("", name.text)
        yield from {bare, TRADES.sub("", bare)} - {name.text}
