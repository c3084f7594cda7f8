"""Where a candidate stands to a quantity within its sentence: features for the ranker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extractor.pipeline.values.scene import Scene

NEAR, MIDDLE, FAR = 3, 8, 16
PRECEDING = ("compares", "holds", "of", "links", "made_by", "counts", "puts")
FOLLOWING = ("has", "with", "opens", "belongs")
BETWEEN = ("clause", "semicolon", "comma", "colon", "compares", "has", "relative")
RIVALS = ("after_adjacent", "after_modifies", "before_paren_tight", "before_near", "first")

Groups = Mapping[str, frozenset[str]]


def position(scene: Scene, slot: int, n: int, slots: list[int], groups: Groups) -> Iterator[str]:
    """What the place of slot ``n`` says about the quantity in ``slot``; ``slots`` are those of all candidates."""
    between = scene.between(n, slot)
    side = "before" if n < slot else "after"
    rivals = sum(1 for m in slots if min(n, slot) < m < max(n, slot))
    size = len(between)
    yield f"{side}_{min(rivals, 2)}"
    yield f"{side}_" + ("near" if size <= NEAR else "middle" if size <= MIDDLE else "far" if size <= FAR else "away")
    if slots and n == min(slots):
        yield "first"
    if scene.at[n] <= NEAR:
        yield "opens"
    if scene.slots[n].reference:
        yield "reference"
    yield from _neighbours(scene, n, side, groups)
    yield from _gap(between, side, groups)
    if side == "after":
        yield from _following(between, groups)


def _neighbours(scene: Scene, n: int, side: str, groups: Groups) -> Iterator[str]:
    follows, precedes = scene.token(n, 1), scene.token(n, -1)
    yield from (f"{side}_prep_{name}" for name in PRECEDING if precedes in groups[name])
    yield from (f"{side}_then_{name}" for name in FOLLOWING if follows in groups[name])


def _gap(between: list[str], side: str, groups: Groups) -> Iterator[str]:
    words = set(between)
    yield from (f"{side}_over_{name}" for name in BETWEEN if words & groups[name])
    if between.count("(") != between.count(")"):
        yield f"{side}_paren" + ("_tight" if between[0] == "(" else "")


def _following(between: list[str], groups: Groups) -> Iterator[str]:
    if not between:
        yield "after_adjacent"
    elif len(between) <= 2 and not set(between) & groups["breaks"]:
        yield "after_modifies"
    elif between[-1] in groups["breaks"]:
        yield "after_break_before"
    if {"of", "for", "in", "on"} & set(between):
        yield "after_of"


def add_rivalry(found: Mapping[int, tuple[int | None, set[str]]], paired: frozenset[str]) -> None:
    """Mark candidates that another one outdoes by its place ("the 28-core Xeon": no core count of a name before).

    Of the ``paired`` features that a candidate has every two together are a feature, too.
    """
    for mark in RIVALS:
        holders = {index for index, (_, features) in found.items() if mark in features}
        for index, (_, features) in found.items():
            if holders - {index}:
                features.add(f"rival_{mark}")
    for _, features in found.values():
        own = sorted(features & paired)
        features.update(f"{one}&{other}" for n, one in enumerate(own) for other in own[n + 1 :])
