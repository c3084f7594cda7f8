"""What outlets put around a text that is not theirs: datelines, bylines, "(Updates with ...)", " | Reuters"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from extractor.ontology.entry import Entry
from extractor.ontology.source import read_yaml

FILE = Path(__file__).with_name("wire_lines.yaml")
KEYS = ("name", "where", "pattern", "example")
# The place of a line decides what its pattern is tied to.
PLACES = {
    "title start": r"\A(?:{})",
    "title end": r"(?:{})\Z",
    "line start": r"^(?:{})",
    "line end": r"(?:{})$",
    "line": r"^(?:{})$",
}
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sep(?:tember|t\.|t|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_TWICE = 2  # "RPT-UPDATE 2-", a byline above a dateline
_LETTERS = re.compile(r"[^\W_]+")
_SITE = re.compile(r" ?(?:[-–—|]|::) ?([^-–—|:]{2,40})\Z")


@dataclass(frozen=True, slots=True)
class WireLine:
    """One entry of ``wire_lines.yaml``."""

    name: str
    where: str
    pattern: str
    example: str


def without_wire_lines(body: str) -> str:
    """The body of an article without the lines and parts of lines that ``wire_lines.yaml`` describes."""
    body = _patterns()["line"].sub("", body)
    body, found = _patterns()["line start"].subn("", body)
    if found:  # "(Updates with ...)" above or below a dateline
        body = _patterns()["line start"].sub("", body)
    return _patterns()["line end"].sub("", body)


def plain_title(title: str, source: str | None) -> str:
    """The title without an agency's slug before it and without the name of an agency or of its own site behind it.

    >>> plain_title("UPDATE 1-Zorblax ships the Q9 - Chip Daily", "www.chipdaily.example")
    'Zorblax ships the Q9'
    """
    for place in ("title start", "title end") * _TWICE:
        title = _patterns()[place].sub("", title)
    site = _SITE.search(title)
    return title[: site.start()] if site and _letters(site[1]) in _letters(source or "") else title


def _letters(text: str) -> str:
    return "".join(_LETTERS.findall(text)).casefold()


@cache
def wire_lines(path: Path = FILE) -> tuple[WireLine, ...]:
    """The entries of a file of wire lines; raises :class:`DataError` naming file and entry where one breaks a rule."""
    document = Entry(str(path), "wire lines", read_yaml(path))
    document.only(("agencies", "lines"))
    agency = f"(?:{'|'.join(re.escape(name) for name in sorted(document.words('agencies'), reverse=True))})"
    raw = document.raw.get("lines")
    if not isinstance(raw, list):
        raise document.error("lines must be a list of entries")
    return tuple(_line(str(path), number, entry, agency) for number, entry in enumerate(raw, start=1))


def _line(file: str, number: int, raw: object, agency: str) -> WireLine:
    name = raw.get("name") if isinstance(raw, dict) else None
    entry = Entry(file, str(name or f"line {number}"), raw)
    entry.only(KEYS)
    where = entry.string("where")
    if where not in PLACES:
        raise entry.error(f"where must be one of {', '.join(PLACES)}, not {where!r}")
    pattern = entry.string("pattern").replace("{agency}", agency).replace("{month}", _MONTH)
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        raise entry.error(f"pattern is no regular expression: {error}") from error
    if compiled.match(""):
        raise entry.error("pattern must not match nothing")
    return WireLine(entry.string("name"), where, pattern, entry.string("example"))


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    """For every place one expression of all its patterns: one pass over a text instead of many."""
    found = {place: "|".join(f"(?:{line.pattern})" for line in wire_lines() if line.where == place) for place in PLACES}
    return MappingProxyType({place: re.compile(PLACES[place].format(found[place]), re.MULTILINE) for place in PLACES})
