"""Keys: what names have in common that may call one thing, so that not every name is held against every other."""

from __future__ import annotations

from extractor.resolve.identity.codes import telling
from extractor.resolve.identity.naming import PRODUCTS, Name
from extractor.resolve.identity.spelling import initials, squash

SHORTEST = 3


def exact_keys(name: Name) -> set[str]:
    """What a name shares with those that differ in spelling, legal form, class word or brand."""
    return {name.whole, name.kernel, squash(name.bare)}


def link_keys(name: Name) -> set[str]:
    """What a name shares with every name that the evidence may link with it."""
    found = exact_keys(name)
    if name.type in PRODUCTS:
        found |= _endings(name)
        found |= {one[:-1] for one in found if one.endswith("s") and len(one) > SHORTEST}
    elif name.type == "PERSON" and len(name.core) > 1:
        found |= {squash((name.core[0], name.core[-1]))}
    elif name.type == "ORG":
        found |= {squash(name.core[:n]) for n in range(1, len(name.core))} | _short(name)
    if name.type not in PRODUCTS:
        found.add("".join(sorted(name.core)))
    return found - {""}


def _short(name: Name) -> set[str]:
    letters = {initials(name.text), "".join(word[0] for word in name.core)}
    return {one for one in letters if len(one) > 1}


def _endings(name: Name) -> set[str]:
    """A product's name without its first words, as long as what stays can be told from others."""
    endings = (parts[n:] for parts in (name.core, name.bare) for n in range(1, len(parts)))
    return {squash(end) for end in endings if telling(end) or _mixed(squash(end))}


def _mixed(text: str) -> bool:
    return len(text) >= SHORTEST and any(c.isdigit() for c in text) and any(c.isalpha() for c in text)


def review_keys(name: Name) -> set[str]:
    """What a name shares with those that look like it: its long words, its beginning, its initials."""
    return {word for word in name.bare if len(word) > SHORTEST} | {name.kernel[:4], name.kernel[-4:]} | _short(name)
