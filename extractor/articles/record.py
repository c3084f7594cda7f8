"""What a reader hands on: the raw fields of one article and the place they come from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from extractor.errors import Problem

Markup = Literal["text", "html", "markdown"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was found: ``path`` of the file, ``fragment`` within it, ``line`` (from 1; 0: not known)."""

    path: str
    fragment: str = ""
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}#{self.fragment}" if self.fragment else self.path

    def inside(self, name: str, line: int = 0) -> Place:
        """The part ``name`` of this place: ``news.md`` and ``related-3`` give ``news.md#related-3``."""
        fragment = f"{self.fragment}-{name}" if self.fragment else name
        return replace(self, fragment=fragment, line=line or self.line)

    def problem(self, reason: str, *, skipped: bool = True) -> Problem:
        """A problem at this place; a known line counts within the file, otherwise the fragment tells the part."""
        return Problem(self.path if self.line else str(self), self.line, reason, skipped)


@dataclass(frozen=True, slots=True)
class Record:
    """One article as found, nothing cleaned or checked: any field may hold any value.

    ``excerpt`` is HTML that stands beside the body and mostly repeats it. ``urls`` and ``dates`` are candidates in order of
    preference. ``markup`` says how ``body`` is written; titles are read as HTML fragments unless it is ``"text"``.
    """

    place: Place
    title: object = None
    body: object = None
    markup: Markup = "html"
    urls: tuple[object, ...] = ()
    dates: tuple[object, ...] = ()
    source: object = None
    topics: object = None
    excerpt: object = None


Found = Iterator[Record | Problem]
Reader = Callable[[str, str], Found]
"""Takes the text of a file and its path; yields records and problems. Raises nothing on purpose."""
