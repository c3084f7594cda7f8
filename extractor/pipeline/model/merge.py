"""Joining the names that the model tags with those of the rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from spacy.lang.en.stop_words import STOP_WORDS

from extractor.catalogue import Catalogue
from extractor.pipeline.annotations import Name
from extractor.pipeline.names.aliases import PARTIES
from extractor.pipeline.names.catalogue_matcher import known_as

if TYPE_CHECKING:
    from numpy.typing import NDArray

WHOLE = frozenset({"ORG", "POLICY"})  # types of which a part of a known name is no name
WEAK = "unseen:"  # how the rules mark names that they know only by a hint in the words around
SURE = 0.9  # the chance from which a class word may be a party's name
WEIGHT = 3.0  # what a name of the model weighs in the vote on its entity's type, times its chance


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name that the model tags: characters, type, chance, and the chances of all types."""

    start: int
    end: int
    type: str
    chance: float
    types: NDArray[Any]

    def meets(self, name: Name) -> bool:
        """Whether both cover a common character."""
        return self.start < name.end and name.start < self.end


@dataclass(frozen=True, slots=True)
class Limits:
    """The chances from which the model may add a name, type one anew, drop one, and bound one anew; and the share of the
    chances of all types that types a name anew of which the rules know the type by a weak hint only.
    """

    add: float
    retype: float
    drop: float
    respan: float = 1.0
    share: float = 1.0


class Merger:
    """Joins the views of one text. ``matched`` are the catalogue's matches, ``nothing`` the chance that a span is no name,
    ``likeliest`` the type of a span with its share of the chances of all types, ``never`` words that are no products,
    ``legal`` the legal form at the end of an organisation's name.
    """

    def __init__(
        self, text: str, catalogue: Catalogue, matched: list[Name], nothing: Callable[[int, int], float], limits: Limits,
        likeliest: Callable[[int, int], tuple[str, float]] | None = None, never: frozenset[str] = frozenset(),
        legal: re.Pattern[str] | None = None,
    ) -> None:  # fmt: skip
        self.never, self.legal = never, legal
        self.text, self.catalogue, self.limits = text, catalogue, limits
        self.nothing, self.likeliest = nothing, likeliest
        self.makers = {name.start: name for name in matched if name.type == "ORG"}

    def merged(self, names: list[Name], tagged: list[Tagged]) -> list[Name]:
        """The names of both, in the order of the text."""
        tagged = [one for one in tagged if self._may_be_name(one)]
        left = [name for name in names if not any(self._bounds_anew(one, name, names) for one in tagged)]
        kept = list(self._kept(left, tagged))
        sure = [one for one in tagged if one.chance >= self.limits.add]
        added = [self._name(one) for one in sure if not any(one.meets(name) for name in left if not _leads(one, name))]
        return sorted([*kept, *added], key=lambda name: (name.start, -name.end))

    def _may_be_name(self, one: Tagged) -> bool:
        """Whether a word may be a name: an abbreviation of a class ("HPC") is none, another such word ("Sun") and a function
        word only of a party, and surely so.
        """
        text = self.text[one.start : one.end]
        if text in self.never or (text.casefold() in STOP_WORDS and not text.isupper()):
            return one.type in PARTIES and one.chance >= SURE and not text.isupper()
        return True

    def _bounds_anew(self, one: Tagged, name: Name, names: list[Name]) -> bool:
        """Whether the model's name takes the place of one that ends or begins elsewhere; not of a maker in front of it, and
        not as a part of a whole name that is known.
        """
        if one.chance < self.limits.respan or not one.meets(name) or _leads(one, name) or _part_of_whole(one, name):
            return False
        return not any((other.start, other.end) == (one.start, one.end) for other in names)

    def _kept(self, names: list[Name], tagged: list[Tagged]) -> Iterator[Name]:
        for name in names:
            over = max((one for one in tagged if one.meets(name)), key=lambda one: one.chance, default=None)
            if over is None:
                if self.nothing(name.start, name.end) < self.limits.drop:
                    yield self._leaning(name)
            elif self._types_anew(over, name):
                known, weight = known_as(self.catalogue, name.text, over.type), WEIGHT * over.chance
                yield replace(name, type=over.type, known=known, weight=weight, by="model:type")
            else:
                yield self._leaning(name)

    def _leaning(self, name: Name) -> Name:
        """A name whose type the rules only guess, with the type that the model leans to."""
        if self.likeliest is None or name.known or not name.by.startswith(WEAK):
            return name
        type_, share = self.likeliest(name.start, name.end)
        if type_ == name.type or share < self.limits.share:
            return name
        return replace(
            name, type=type_, known=known_as(self.catalogue, name.text, type_), weight=WEIGHT * share, by="model:type"
        )

    def _types_anew(self, over: Tagged, name: Name) -> bool:
        same = (over.start, over.end) == (name.start, name.end)
        return same and over.type != name.type and over.chance >= self.limits.retype

    def _name(self, one: Tagged) -> Name:
        form = self.text[one.start : one.end]
        maker = self.makers.get(one.start) if one.type not in PARTIES else None
        brand = maker if maker and maker.end < one.end and self.text[maker.end] == " " else None
        known = known_as(self.catalogue, form, one.type)
        if known is None and self.legal and one.type == "ORG":
            known = known_as(self.catalogue, self.legal.sub("", form), one.type)
        if known is None and brand:
            known = known_as(self.catalogue, self.text[brand.end + 1 : one.end], one.type)
        return Name(one.start, one.end, form, one.type, known, WEIGHT * one.chance, "model:name", brand)


def _leads(one: Tagged, name: Name) -> bool:
    """Whether a name is that of the organisation in front of the model's name: the "AMD" of "AMD Link"."""
    return name.type == "ORG" and one.type not in PARTIES and name.start == one.start and name.end < one.end


def _part_of_whole(one: Tagged, name: Name) -> bool:
    """Whether the model's name is a part only of a known organisation's or policy's: the "US" of "US export controls"."""
    inside = name.start <= one.start and one.end <= name.end and one.end - one.start < name.end - name.start
    return inside and name.type in WHOLE and name.known is not None
