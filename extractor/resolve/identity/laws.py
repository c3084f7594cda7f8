"""Laws: why two things are two, whatever else speaks for one."""

from __future__ import annotations

from collections.abc import Callable

from extractor.resolve.identity.codes import numbers
from extractor.resolve.identity.known import KnownThings
from extractor.resolve.identity.naming import Name
from extractor.resolve.identity.profile import Profile

Law = Callable[[Profile, Profile, KnownThings], str | None]


def other_type(a: Profile, b: Profile, _: KnownThings) -> str | None:
    """A company is not its standard, a chip not the system of the same name."""
    return f"one is a {a.type}, one a {b.type}" if a.type != b.type else None


def two_entries(a: Profile, b: Profile, _: KnownThings) -> str | None:
    """The catalogue lists them as two."""
    return "the catalogue knows them as two" if a.entry and b.entry and a.entry != b.entry else None


def bare_size(a: Profile, b: Profile, known: KnownThings) -> str | None:
    """A process named by its size alone is no foundry's: "7nm", "Intel 7nm"."""
    sizes = known.is_size(a.entry) != known.is_size(b.entry)
    return "a size alone is no foundry's process" if sizes and (a.maker or b.maker) else None


def other_maker(a: Profile, b: Profile, known: KnownThings) -> str | None:
    """They are products of two companies, of which none is the other's parent."""
    apart = a.maker and b.maker and not known.kin(a.maker, b.maker)
    return f"one is of {a.maker}, one of {b.maker}" if apart else None


LAWS: tuple[Law, ...] = (other_type, two_entries, bare_size, other_maker)


def why_two(a: Name, b: Name) -> str:
    """Why two names of one type, for which no evidence speaks, call two things; the first names are named."""
    codes = [" ".join(numbers(name.bare)) for name in (a, b)]
    if codes[0] != codes[1]:
        return f"other codes: {codes[0] or 'none'}, {codes[1] or 'none'}"
    mine, others = set(a.bare) - set(b.bare), set(b.bare) - set(a.bare)
    if mine and others:
        return f"other words: {' '.join(sorted(mine))}, {' '.join(sorted(others))}"
    return f"one goes on with {' '.join(sorted(mine | others))}" if mine | others else "the words stand otherwise"
