"""Evidence of the names of persons: given names, middle names, initials, surnames."""

from __future__ import annotations

from extractor.resolve.identity.naming import Name, Namer


def middle_name(a: Name, b: Name, namer: Namer) -> str | None:
    """One has a middle name or initial that the other lacks or writes out: "Lisa T. Su", "Lisa Su"."""
    one, other = _parts(a, namer), _parts(b, namer)
    if one is None or other is None or (one[0], one[2]) != (other[0], other[2]) or one[1] == other[1]:
        return None
    fits = not one[1] or not other[1] or _short_of(one[1], other[1])
    return "one name but for what stands in the middle" if fits else None


def given_initial(a: Name, b: Name, namer: Namer) -> str | None:
    """One has only the first letter of the given name: "J. Huang", "Jensen Huang"."""
    one, other = _parts(a, namer), _parts(b, namer)
    fits = one and other and one[2] == other[2] and one[0] != other[0] and _short_of((one[0],), (other[0],))
    return "the given name is an initial in one" if fits else None


def short_given_name(a: Name, b: Name, namer: Namer) -> str | None:
    """The given names are forms of one: "Pat Gelsinger", "Patrick Gelsinger"."""
    one, other = _parts(a, namer), _parts(b, namer)
    if one is None or other is None or one[1:] != other[1:] or one[0] == other[0]:
        return None
    return "the given names are forms of one" if namer.vocabulary.same_given_name(one[0], other[0]) else None


def surname_alone(a: Name, b: Name, namer: Namer) -> str | None:
    """One is the other's surname: "Huang", "Jensen Huang"."""
    if a.type != "PERSON" or (len(a.core) == 1) == (len(b.core) == 1):
        return None
    short, long = sorted((a, b), key=lambda name: len(name.core))
    parts = _parts(long, namer)
    return "one is the surname alone" if parts and parts[2] == short.core else None


PEOPLE = (middle_name, given_initial, short_given_name, surname_alone)


def _parts(name: Name, namer: Namer) -> tuple[str, tuple[str, ...], tuple[str, ...]] | None:
    """Given name, middle names, and the surname with what tells generations apart; ``None`` for a single word."""
    words = name.core
    if name.type != "PERSON" or len(words) < 2:
        return None
    last = len(words) - 1
    if words[last] in namer.vocabulary.generations and last > 1:
        last -= 1
    return words[0], words[1:last], words[last:]


def _short_of(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether each word is the other's first letter or the same, and at least one is an initial."""
    fits = len(a) == len(b) and all(
        x == y or (x[0] == y[0] and 1 in (len(x), len(y))) for x, y in zip(a, b, strict=True)
    )
    return fits and a != b
