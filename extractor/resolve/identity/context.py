"""Evidence of the articles: what they say about two things beyond their names.

Each function takes two profiles and what is known, and returns its reason or ``None``; weights: data/evidence.yaml.
"""

from __future__ import annotations

from collections.abc import Callable

from extractor.resolve.identity.known import KnownThings
from extractor.resolve.identity.profile import Profile

Context = Callable[[Profile, Profile, KnownThings], str | None]


def introduced(a: Profile, b: Profile, _: KnownThings) -> str | None:
    """An article uses the one's name as short form of the other's: "Hewlett Packard Enterprise (HPE)"."""
    fits = any(name.kernel in x.introduced for x, y in ((a, b), (b, a)) for name in y.names)
    return "an article uses one as the short form of the other" if fits else None


def same_maker(a: Profile, b: Profile, known: KnownThings) -> str | None:
    """Both are the same company's."""
    return "both are one maker's" if a.maker and b.maker and known.kin(a.maker, b.maker) else None


def named_together(a: Profile, b: Profile, _: KnownThings) -> str | None:
    """An article uses both names, for two things."""
    fits = any(name.kernel in x.apart for x, y in ((a, b), (b, a)) for name in y.names)
    return "an article tells them apart" if fits else None


CONTEXTS: dict[str, Context] = {test.__name__: test for test in (introduced, same_maker, named_together)}
