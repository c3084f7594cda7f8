"""Searching the entities by the facts between them: rings around a thing, and paths between two."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import count

from extractor.query.backend import Link

Touching = Callable[[Collection[str]], list[Link]]
Adjacent = dict[str, dict[str, list[Link]]]


def rings(start: str, depth: int | None, touching: Touching, adjacent: Adjacent) -> Iterator[list[str]]:
    """The ids at distance 0, 1, 2 … from ``start``, each ring sorted, up to ``depth`` or until nothing is left.

    ``touching`` finds the links of entities; what it finds is added to ``adjacent``.
    """
    seen, ring = {start}, [start]
    for distance in count():
        yield ring
        if not ring or distance == depth:
            return
        add(touching(ring), adjacent)
        ring = sorted({near for id_ in ring for near in adjacent.get(id_, ())} - seen)
        seen.update(ring)


def add(links: Iterable[Link], adjacent: Adjacent) -> None:
    """Enter links at both of their ends, each once; one that leads back to its start is left out."""
    for link in links:
        if link.subject != link.object:
            for one, other in ((link.subject, link.object), (link.object, link.subject)):
                known = adjacent.setdefault(one, {}).setdefault(other, [])
                if link not in known:
                    known.append(link)


def between(start: str, end: str, longest: int, touching: Touching) -> Adjacent:
    """All links that a path of at most ``longest`` steps between the two can use: each end is searched half the way."""
    adjacent: Adjacent = {}
    for one, depth in ((start, longest // 2), (end, longest - longest // 2)):
        for _ in rings(one, depth, touching, adjacent):
            pass
    return adjacent


def distance(start: str, end: str, touching: Touching) -> int | None:
    """How many steps the shortest path has; ``None`` where there is none."""
    for steps, ring in enumerate(rings(start, None, touching, {})):
        if end in ring:
            return steps
    return None


def simple_paths(
    start: str, end: str, longest: int, adjacent: Mapping[str, Mapping[str, object]]
) -> Iterator[list[str]]:
    """The simple paths between two entities, the shortest first, of one length by the ids on the way.

    Only what can still reach the end in the steps that are left is tried.
    """
    left = _distances(end, longest, adjacent)
    if start == end or start not in left:
        return
    for length in range(left[start], longest + 1):
        yield from _of_length([start], end, length, adjacent, left)


def _of_length(
    path: list[str], end: str, steps: int, adjacent: Mapping[str, Mapping[str, object]], left: Mapping[str, int]
) -> Iterator[list[str]]:
    if path[-1] == end:
        if steps == 0:
            yield [*path]
        return
    for near in sorted(adjacent.get(path[-1], ())):
        if near not in path and left.get(near, steps) < steps:
            yield from _of_length([*path, near], end, steps - 1, adjacent, left)


def _distances(end: str, longest: int, adjacent: Mapping[str, Mapping[str, object]]) -> dict[str, int]:
    found, ring = {end: 0}, [end]
    for distance_ in range(1, longest + 1):
        ring = sorted({near for id_ in ring for near in adjacent.get(id_, ())} - found.keys())
        found |= dict.fromkeys(ring, distance_)
    return found
