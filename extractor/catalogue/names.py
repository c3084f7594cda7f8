"""Surface forms: how one name is spelled in different texts."""

from __future__ import annotations

import re
import unicodedata

BOUNDARY = re.compile(r"(?<=[A-Za-z]{2})[ -]?(?=\d)")
JOINERS = ("", " ", "-")
PROCESS = re.compile(r"(\d+(?:\.\d+)?)nm(?=$|[^a-z])", re.I)
NANOMETRES = re.compile(r"(?<=\d)[ -]?(?:nm|nanomet(?:er|re)s?)(?![a-z])", re.I)


def slug(text: str) -> str:
    """A readable identifier: lower-case ASCII letters, digits and single hyphens.

    >>> slug("GeForce RTX 4070 Ti"), slug("Ångström-Era")
    ('geforce-rtx-4070-ti', 'angstrom-era')
    """
    plain = unicodedata.normalize("NFKD", text.replace("+", " plus ").replace("µ", "u"))
    ascii_ = plain.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_).strip("-") or "x" + text.encode("utf-8", "surrogatepass").hex()


def spellings(name: str) -> tuple[str, ...]:
    """The ways in which ``name`` is spelled: with a blank, a hyphen or nothing between letters and digits.

    >>> spellings("Graviton4")
    ('Graviton4', 'Graviton 4', 'Graviton-4')
    >>> spellings("7nm")
    ('7nm', '7 nm', '7-nm', '7-nanometer', '7 nanometer', '7 nanometers', '7-nanometre', '7 nanometre', '7 nanometres')
    """
    if PROCESS.search(name):
        unit = (
            "nm",
            " nm",
            "-nm",
            "-nanometer",
            " nanometer",
            " nanometers",
            "-nanometre",
            " nanometre",
            " nanometres",
        )
        return tuple(PROCESS.sub(rf"\g<1>{u}", name) for u in unit)
    joined = [BOUNDARY.sub(joiner, name) for joiner in JOINERS]
    return tuple(dict.fromkeys([name, *joined]))


def key(form: str) -> str:
    """What spellings of one name have in common: lower case, without blanks and hyphens between letters and digits.

    >>> key("Graviton 4") == key("GRAVITON4") == key("Graviton-4")
    True
    """
    return " ".join(NANOMETRES.sub("nm", BOUNDARY.sub("", form.replace("’", "'"))).casefold().split())
