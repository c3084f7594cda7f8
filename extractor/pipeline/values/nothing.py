"""What speaks against a quantity being a property of anything: features of the candidate "none"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extractor.pipeline.values.attribute import counted_slot
from extractor.pipeline.values.scene import Article, Scene

WINDOW = 6


def nothing_features(
    article: Article, scene: Scene, slot: int, attribute: str, cued: bool, groups: Mapping[str, frozenset[str]]
) -> Iterator[str]:
    """The features of "no spec" for the quantity in a slot that would be of this attribute."""
    match = article.quantities[scene.slots[slot].index]
    yield "none"
    yield f"none_{attribute}"
    yield f"none_{'cued' if cued else 'uncued'}"
    if not cued:
        yield f"none_uncued_{attribute}"
    if scene.token(slot, 1) in groups["less"]:
        yield "none_difference"
    before = [scene.token(slot, -step) for step in range(1, 4)]
    if set(before) & groups["versus"]:
        yield "none_versus"
    if scene.number == 0:
        yield "none_title"
    if match.kind == "count":
        yield from _count(match.quantity.amount, counted_slot(match, scene, slot) is not None, attribute)
    if match.kind == "money":
        yield from _money(match.quantity.amount, scene, slot, groups, attribute)


def _count(amount: float, named: bool, attribute: str) -> Iterator[str]:
    size = "few" if amount <= 3 else "some" if amount <= 16 else "many"
    yield f"none_{size}"
    if attribute == "unit_count":
        yield f"none_unit_{size}"
        if named:
            yield "none_named"


def _money(
    amount: float, scene: Scene, slot: int, groups: Mapping[str, frozenset[str]], attribute: str
) -> Iterator[str]:
    size = "small" if amount < 1e4 else "middle" if amount < 1e6 else "big"
    yield f"none_{attribute}_{size}"
    place = scene.at[slot]
    near = set(scene.tokens[max(0, place - WINDOW) : place + WINDOW])
    if near & groups["deal"]:
        yield "none_deal"
    elif scene.sentence.words & groups["deal"]:
        yield "none_deal_far"
    if near & groups["sells"]:
        yield "none_sells"
    yield from (f"none_{name}" for name in ("before", "after") if _paren(scene, slot, name))


def _paren(scene: Scene, slot: int, side: str) -> bool:
    return scene.token(slot, -1 if side == "before" else 1) == ("(" if side == "before" else ")")
