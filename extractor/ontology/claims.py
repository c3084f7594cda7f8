"""When two claims can be compared: bounds, rounding, conditions, the time between them (claims.yaml)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from extractor.ontology.entry import Entry
from extractor.ontology.source import Source
from extractor.ontology.units import UnitTable

Bound = Literal["peak", "trough", "above", "below", "just_above", "just_below", "about"]
SECTIONS = ("bounds", "rounding", "bridges", "conditions", "open", "partial", "against", "borders", "days")
CONDITION_KEYS = ("description", "attributes", "types", "sentence", "values")


@dataclass(frozen=True, slots=True)
class Rounding:
    """How far a stated number may be from the true one; all but ``exact_below`` are shares of the amount.

    ``digit`` caps half a unit of the last digit, ``zeros`` what zeros at the end of a whole number may hide. A number
    said to be "about" right is off by ``about_least`` at least and ``about_most`` at most. Whole counts below
    ``exact_below`` are exact.
    """

    digit: float
    zeros: float
    about_least: float
    about_most: float
    exact_below: float


@dataclass(frozen=True, slots=True)
class Condition:
    """A respect in which values of one attribute differ, with the words that tell which value is meant.

    ``attributes`` and ``types`` of the subject are those that it matters for (empty: all). With ``sentence`` a word
    anywhere in the sentence counts where the value's own clause has none.
    """

    name: str
    values: Mapping[str, tuple[str, ...]]
    attributes: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    sentence: bool = False

    def matters(self, attribute: str, subject_type: str) -> bool:
        """Whether it tells values of this attribute apart where the subject is of this type."""
        named = (not self.attributes or attribute in self.attributes), (not self.types or subject_type in self.types)
        return all(named)


@dataclass(frozen=True, slots=True)
class ClaimRules:
    """Everything that decides whether two claims are about the same thing, and how exact they are.

    ``bounds`` maps a wording ("up to") to its kind. ``bridges`` leads from a base unit to that of another dimension (bits
    to bytes). ``open`` words in a sentence say that a thing has several values, ``partial`` ones in the clause of a value that
    it is one of them, ``against`` ones before it that it is another thing's. Claims published within ``days`` are of one time.
    """

    bounds: Mapping[str, Bound]
    rounding: Rounding
    bridges: Mapping[str, tuple[str, float]]
    conditions: tuple[Condition, ...]
    open: tuple[str, ...]
    partial: tuple[str, ...]
    against: tuple[str, ...]
    borders: tuple[str, ...]
    days: int


def load_claims(source: Source, attributes: Container[str], types: Container[str], units: UnitTable) -> ClaimRules:
    """The rules of claims.yaml; raises :class:`DataError` naming file and entry for anything that is not as it must be."""
    entry = source.entry("claims", SECTIONS)
    conditions = source.section("claims", "conditions").items()
    return ClaimRules(
        bounds=_bounds(Entry(entry.file, "bounds", entry.raw.get("bounds"))),
        rounding=_rounding(Entry(entry.file, "rounding", entry.raw.get("rounding"))),
        bridges=_bridges(source, units),
        conditions=tuple(_condition(Entry(entry.file, name, raw), attributes, types) for name, raw in conditions),
        open=entry.words("open"),
        partial=entry.words("partial"),
        against=entry.words("against"),
        borders=entry.words("borders"),
        days=int(_share(entry, "days", most=3660)),
    )


def _bounds(entry: Entry) -> dict[str, Bound]:
    kinds: tuple[Bound, ...] = get_args(Bound)
    entry.only(kinds)
    found: dict[str, Bound] = {}
    for kind in kinds:
        for word in map(str.lower, entry.words(kind)):
            if word in found:
                raise entry.error(f"{word!r} is both {found[word]} and {kind}; keep it in one list")
            found[word] = kind
    return found


def _rounding(entry: Entry) -> Rounding:
    shares = ("digit", "zeros", "about_least", "about_most")
    entry.only((*shares, "exact_below"))
    digit, zeros, about_least, about_most = (_share(entry, key) for key in shares)
    rounding = Rounding(digit, zeros, about_least, about_most, _share(entry, "exact_below", most=1e9))
    if rounding.about_least > rounding.about_most:
        raise entry.error("about_least must not be above about_most")
    return rounding


def _share(entry: Entry, key: str, most: float = 1) -> float:
    value = entry.number(key)
    if not 0 <= value <= most:
        raise entry.error(f"{key} must lie between 0 and {most:g}, not {value}")
    return value


def _bridges(source: Source, units: UnitTable) -> dict[str, tuple[str, float]]:
    bases = set(units.bases.values())
    found: dict[str, tuple[str, float]] = {}
    for base, raw in source.section("claims", "bridges").items():
        entry = Entry(source.file("claims"), f"bridges.{base}", raw)
        entry.only(("to", "factor"))
        for symbol in (base, entry.string("to")):
            if symbol not in bases:
                raise entry.error(f"{symbol!r} is no base unit; units.yaml lists them under dimensions")
        found[base] = entry.string("to"), entry.number("factor")
        if found[base][1] <= 0:
            raise entry.error("factor must be above 0")
    return found


def _condition(entry: Entry, attributes: Container[str], types: Container[str]) -> Condition:
    entry.only(CONDITION_KEYS)
    for key, known in (("attributes", attributes), ("types", types)):
        if unknown := [name for name in entry.words(key) if name not in known]:
            raise entry.error(f"unknown {key[:-1]} {unknown[0]}; declare it in {key}.yaml")
    values = Entry(entry.file, f"{entry.name}.values", entry.raw.get("values"))
    words = {str(name): tuple(map(str.lower, values.words(name))) for name in values.raw}
    if not words or not all(words.values()):
        raise values.error("every value needs a list of words that tell it")
    for word, count in Counter(word for given in words.values() for word in given).items():
        if count > 1:
            raise values.error(f"{word!r} tells two values; keep it in one list")
    named, kinds = (frozenset(entry.words(key)) for key in ("attributes", "types"))
    return Condition(entry.name, words, named, kinds, entry.flag("sentence"))
