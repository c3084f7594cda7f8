"""Clusters: links joined to things, so that no thing holds two that a law keeps apart, whatever the order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from extractor.resolve.identity.judge import Judgement
from extractor.resolve.identity.profile import Key

Forbidden = Callable[[Key, Key], bool]
MARGIN = 2.0


def contested(links: Sequence[Judgement], forbidden: Forbidden) -> list[Judgement]:
    """The links with those made doubtful that compete: a name that fits two things as well cannot tell which it is.

    Two links of one name compete where a law keeps their other ends apart and neither is stronger by :data:`MARGIN` bits.
    A user's links compete with nothing.
    """
    ends: dict[Key, list[tuple[Key, Judgement]]] = defaultdict(list)
    for link in links:
        ends[link.a].append((link.b, link))
        ends[link.b].append((link.a, link))

    def rival(here: Key, there: Key, link: Judgement) -> Key | None:
        others = (end for end, other in ends[here] if end != there and other.weight > link.weight - MARGIN)
        return next((end for end in sorted(others) if forbidden(there, end)), None)

    return [_open(link, rival(link.a, link.b, link) or rival(link.b, link.a, link)) for link in links]


def _open(link: Judgement, rival: Key | None) -> Judgement:
    if rival is None or link.by == "user":
        return link
    return replace(link, verdict="open", reasons=(*link.reasons, f"but {_said(rival)} fits as well"))


def join(links: Iterable[Judgement], forbidden: Forbidden) -> tuple[dict[Key, tuple[Key, ...]], list[Judgement]]:
    """Join links, the strongest first; one that would put two things that a law keeps apart into one is made doubtful.

    Returns the cluster of every key that is linked with another, and the links as they turned out.
    """
    home: dict[Key, tuple[Key, ...]] = {}
    judged: list[Judgement] = []
    for link in sorted(links, key=lambda one: (one.by != "user", -one.weight, one.a, one.b)):
        one, other = home.get(link.a, (link.a,)), home.get(link.b, (link.b,))
        clash = None if link.by == "user" or one is other else _clash(one, other, forbidden)
        if clash:
            reason = f"but that would make {_said(clash[0])} and {_said(clash[1])} one"
            link = replace(link, verdict="open", reasons=(*link.reasons, reason))
        else:
            joined = tuple(sorted({*one, *other}))
            home.update(dict.fromkeys(joined, joined))
        judged.append(link)
    return home, judged


def _clash(one: Sequence[Key], other: Sequence[Key], forbidden: Forbidden) -> tuple[Key, Key] | None:
    return next(((a, b) for a in one for b in other if forbidden(a, b)), None)


def _said(key: Key) -> str:
    return " ".join(filter(None, (key[0], key[1].lstrip("?"), f"of {key[2]}" if key[2] else "")))
