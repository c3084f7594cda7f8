"""Longer names: a line of chips with its numbered generation in front, a product with the kit that is sold for it behind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from extractor.catalogue import Catalogue
from extractor.pipeline.annotations import Name
from extractor.pipeline.names.catalogue_matcher import known_as

GENERATION = re.compile(r"(?<![\w-])\d{1,2}(?:st|nd|rd|th)[ -][Gg]en(?:eration)? $")
REACH = 20
WRITTEN_OUT = re.compile(r"(?<=[ -])[Gg]eneration(?= )")  # the catalogue lists "5th Gen Xeon"
LINE = re.compile(r"[A-Z]{1,3}")  # of unseen names only such: "13th-gen HX"
PRODUCTS = frozenset({"CHIP", "SYSTEM"})
SYSTEM, LONGER = "SYSTEM", "longer:"


class Lengthener:
    """Lengthens the names of an article. ``kits`` are what is sold for developers: "Developer Kit"."""

    def __init__(self, catalogue: Catalogue, kits: Iterable[str]) -> None:
        self.catalogue = catalogue
        words = "|".join(re.escape(kit) for kit in kits)
        self.kit = re.compile(rf"((?: [A-Z][\w+]*){{0,2}}) (?:{words})s?(?!\w)")

    def lengthened(self, text: str, names: Iterable[Name]) -> list[Name]:
        """The names in the order of the text, without those that lie in a longer one by chance."""
        found: list[Name] = []
        for name in names:
            longer = self.longer(text, name)
            if found and found[-1].by.startswith(LONGER) and name.start < found[-1].end:
                continue
            while found and longer.by.startswith(LONGER) and longer.start < found[-1].end:
                found.pop()
            found.append(longer)
        return found

    def longer(self, text: str, name: Name) -> Name:
        """The longer name, or the name as it is."""
        return self._with_kit(text, self._of_generation(text, name))

    def _of_generation(self, text: str, name: Name) -> Name:
        """With the generation, where it is written as a number: "6th Gen AMD EPYC".

        A generation in words ("sixth-generation EPYC") describes the line and is no part of a name.
        """
        found = GENERATION.search(text, max(0, name.start - REACH), name.start)
        if found is None or name.type != "CHIP" or any(character.isdigit() for character in name.text):
            return name
        if name.known is None and not LINE.fullmatch(name.text):
            return name
        return self._as(text, name, found.start(), name.end, name.type)

    def _with_kit(self, text: str, name: Name) -> Name:
        found = self.kit.match(text, name.end) if name.type in PRODUCTS else None
        if found is None or any(known_as(self.catalogue, word, "ORG") for word in found[1].split()):
            return name
        return self._as(text, name, name.start, found.end(), SYSTEM)

    def _as(self, text: str, name: Name, start: int, end: int, type_: str) -> Name:
        form = text[start:end]
        known = known_as(self.catalogue, form, type_) or known_as(self.catalogue, WRITTEN_OUT.sub("Gen", form), type_)
        return replace(name, start=start, end=end, text=form, type=type_, known=known, by=f"{LONGER}{name.by}")
