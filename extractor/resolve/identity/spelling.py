"""Spelling: what stays of a name when case, accents, marks, hyphens and blanks do not count."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from extractor.catalogue.names import NANOMETRES

MARKS = re.compile(r"[™®©℠]")
DOTTED = re.compile(r"(?<![a-z0-9])(?:[a-z]\.){2,}(?:[a-z](?![a-z]))?")
APOSTROPHES = re.compile(r"[’‘ʼ´`]")
POSSESSIVE = re.compile(r"(?<=\w)'s?$")
SEPARATORS = re.compile(r"[\s_,:;()\[\]\"“”·•\-\u2010-\u2015\u2212]+")
CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def words(name: str) -> tuple[str, ...]:
    """The words of a name in one spelling: lower case, without accents, marks, and full stops that abbreviate.

    >>> words("Intel® Core™ i9-14900K"), words("U.S. Dept. of Énergie"), words("7-nanometre"), words("C#")
    (('intel', 'core', 'i9', '14900k'), ('us', 'dept', 'of', 'energie'), ('7nm',), ('c#',))
    """
    text = name if name.isascii() else _plain(name)
    text = POSSESSIVE.sub("", NANOMETRES.sub("nm", text.casefold().strip()))
    if "." in text:
        text = DOTTED.sub(lambda found: found[0].replace(".", ""), text)
    stripped = (word.rstrip(".") for word in SEPARATORS.split(text))
    return tuple("and" if word == "&" else word for word in stripped if word) or (text,)


def _plain(name: str) -> str:
    """The name without marks and accents, with one kind of apostrophe."""
    text = unicodedata.normalize("NFKD", APOSTROPHES.sub("'", MARKS.sub("", name)))
    return "".join(c for c in text if not unicodedata.combining(c))


def squash(parts: Sequence[str]) -> str:
    """Words as one: no blank counts, but where it parts two numbers.

    >>> squash(words("Zyphon X1")) == squash(words("ZyphonX1")) == squash(words("zyphon-x-1"))
    True
    >>> squash(words("Ryzen 9 9950X")), squash(words("Ryzen 99950X"))
    ('ryzen9_9950x', 'ryzen99950x')
    """
    joined = ""
    for part in parts:
        joined += "_" + part if joined[-1:].isdigit() and part[:1].isdigit() else part
    return joined


def initials(name: str) -> str:
    """The capitals of a name's words as an abbreviation of it would have them, inner capitals too; "" for one plain word.

    >>> initials("Hewlett Packard Enterprise"), initials("Taiwan Semiconductor Manufacturing Co."), initials("Arm")
    ('hpe', 'tsmc', '')
    """
    parts = [part for word in SEPARATORS.split(name) for part in CAPITAL.split(word) if part[:1].isupper()]
    return "".join(part[0] for part in parts).casefold() if len(parts) > 1 else ""
