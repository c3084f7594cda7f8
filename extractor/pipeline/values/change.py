"""What makes a multiple or percentage a comparison, and what a share, a growth rate or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extractor.ontology.quantity import Quantity
from extractor.pipeline.values.scene import Article, Scene

WINDOW = 7


def change_features(
    article: Article, scene: Scene, slot: int, metric: str, cued: bool, groups: Mapping[str, frozenset[str]]
) -> Iterator[str]:
    """The features of "no comparison" for the quantity in a slot."""
    kind = scene.slots[slot].kind.removeprefix("quantity.")
    yield "none"
    yield f"none_{kind}"
    yield f"none_{'cued' if cued else 'uncued'}_{kind}"
    yield f"none_{metric}"
    place = scene.at[slot]
    before, after = scene.tokens[max(0, place - WINDOW) : place], scene.tokens[place + 1 : place + 1 + WINDOW]
    if scene.token(slot, 1) in groups["compare_after"]:
        yield f"none_compare_after_{kind}"
    if scene.token(slot, 1) == "of":
        yield f"none_of_{kind}"
    if set(before) & groups["changes"]:
        yield f"none_changes_{kind}"
    if "than" in after or "than" in before:
        yield "none_than"
    if set(before + after) & groups["share"]:
        yield f"none_share_{kind}"
    elif scene.sentence.words & groups["share"]:
        yield "none_share_far"
    if scene.number == 0:
        yield "none_title"


def signed(article: Article, scene: Scene, slot: int) -> Quantity:
    """The quantity of the comparison, as the text has it."""
    return article.quantities[scene.slots[slot].index].quantity
