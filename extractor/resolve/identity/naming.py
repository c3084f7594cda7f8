"""Names taken apart: brand, core, code, with what only tells the legal form or the kind of thing left out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extractor.resolve.identity.codes import split
from extractor.resolve.identity.spelling import squash, words
from extractor.resolve.identity.vocabulary import Words

PRODUCTS = frozenset({"CHIP", "SYSTEM", "SERVICE", "TECHNOLOGY", "SOFTWARE"})
SHORT_YEAR = re.compile(r"^'(\d\d)$")
LONGEST = 5
BRANDED = PRODUCTS | {"FACILITY", "EVENT"}


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a thing of some type.

    ``words`` are all its words in one spelling (:func:`words`), ``core`` those without article, legal form, class words and
    titles, ``bare`` the core without the maker's name in front, ``brand`` the id of that maker. ``text`` is as written.
    """

    type: str
    text: str
    words: tuple[str, ...]
    core: tuple[str, ...]
    bare: tuple[str, ...]
    brand: str | None = None
    whole: str = field(default="", compare=False)
    kernel: str = field(default="", compare=False)


class Namer:
    """Takes names apart. ``brands`` are organisations, ``lines`` product lines: squashed names -> ids of makers."""

    def __init__(self, vocabulary: Words, brands: Mapping[str, str], lines: Mapping[str, str]) -> None:
        self.vocabulary, self.brands, self.lines = vocabulary, brands, lines
        self._names: dict[tuple[str, str, str], Name] = {}

    def name(self, type_: str, text: str, maker: str = "") -> Name:
        """The parts of ``text`` as a name of this type; ``maker`` is an organisation beside it that may be its brand."""
        found = self._names.get((type_, text, maker))
        if found is None:
            found = self._names[type_, text, maker] = self._parsed(type_, text, maker)
        return found

    def _parsed(self, type_: str, text: str, maker: str) -> Name:
        every = words(text)
        if type_ == "EVENT":
            every = tuple(SHORT_YEAR.sub(r"20\1", word) for word in every)
        core = self._core(type_, every)
        brand, bare = self._brand(core, maker) if type_ in BRANDED else (None, core)
        return Name(type_, text, every, core, bare, brand, squash(every), squash(core))

    def _core(self, type_: str, parts: tuple[str, ...]) -> tuple[str, ...]:
        if parts[0] == "the":
            parts = parts[1:] or parts
        if type_ == "PERSON":
            while len(parts) > 1 and parts[0] in self.vocabulary.titles:
                parts = parts[1:]
        if type_ == "ORG":
            while len(parts) > 1 and parts[-1] in self.vocabulary.legal_forms:
                parts = parts[:-1]
        return self._without_class(type_, parts)

    def _without_class(self, type_: str, parts: tuple[str, ...]) -> tuple[str, ...]:
        phrases = self.vocabulary.class_words.get(type_, frozenset())
        n = next((n for n in range(min(LONGEST, len(parts) - 1), 0, -1) if parts[-n:] in phrases), 0)
        return parts[: len(parts) - n]

    def maker(self, name: Name) -> str:
        """The maker that a name tells: its brand, or the one whose product line stands before its code; else ""."""
        return name.brand or self.lines.get(squash(split(name.bare)[0]), "")

    def _brand(self, parts: Sequence[str], maker: str) -> tuple[str | None, tuple[str, ...]]:
        """The maker in front of a name, the longest that is known, and the words behind it."""
        for n in range(min(len(parts) - 1, LONGEST), 0, -1):
            front = squash(parts[:n])
            if brand := self.brands.get(front) or (maker if front == maker else None):
                return brand, tuple(parts[n:])
        return None, tuple(parts)
