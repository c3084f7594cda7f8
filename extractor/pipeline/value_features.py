"""What speaks for an entity as the subject of a value: features of candidates, for the ranker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extractor.pipeline.value_scene import Article, Scene, is_entity

NEAR, MIDDLE, FAR = 3, 8, 16
BACK = 3
PAIRED = frozenset(
    {"before_0", "before_1", "before_2", "first", "opens", "reference", "after_0", "before_over_has", "before_over_clause",
     "before_over_comma", "before_over_relative", "before_then_has", "before_then_with", "before_prep_holds", "before_prep_compares", "before_prep_made_by", "before_over_compares"}
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a value may belong to, with what speaks for and against it; ``slot`` is its place, if near."""

    entity: int
    slot: int | None
    features: frozenset[str]


class FeatureReader:
    """Collects the candidates of a quantity. ``groups`` are the word groups of values.yaml."""

    def __init__(self, groups: Mapping[str, frozenset[str]]) -> None:
        self.groups = groups

    def candidates(
        self, article: Article, scene: Scene, slot: int, types: tuple[str, ...], attribute: str,
        without: frozenset[int] = frozenset(),
    ) -> list[Candidate]:
        """Every entity of these types that is named up to the end of the quantity's sentence, ``without`` some slots."""
        slots = [
            n for n, s in enumerate(scene.slots) if is_entity(s) and s.kind in types and n not in without
        ]
        local: dict[int, tuple[int | None, set[str]]] = {}
        for n in sorted(slots, key=lambda n: (n > slot, abs(n - slot))):
            features = set(self._local(scene, slot, n, slots))
            index = scene.slots[n].index
            if index in local:
                local[index][1].update(features & {"first", "opens"})
            else:
                local[index] = (n, features)
        for index in self._earlier(article, scene, types):
            local.setdefault(index, (None, set()))
        _rivalry(local)
        return [
            Candidate(index, near, frozenset(features | set(self._global(article, scene, slot, index, types, slots, attribute))))
            for index, (near, features) in local.items()
        ]

    def _earlier(self, article: Article, scene: Scene, types: tuple[str, ...]) -> Iterator[int]:
        for number in range(scene.number - 1, -1, -1):
            near = number >= scene.number - BACK or number < 2
            for index in article.by_scene[number]:
                if article.entities[index].type in types and (near or article.mentions[index] > 1):
                    yield index

    def _local(self, scene: Scene, slot: int, n: int, slots: list[int]) -> Iterator[str]:
        between = scene.between(n, slot)
        side = "before" if n < slot else "after"
        rivals = sum(1 for m in slots if min(n, slot) < m < max(n, slot))
        yield f"{side}_{min(rivals, 2)}"
        size = len(between)
        yield f"{side}_" + ("near" if size <= NEAR else "middle" if size <= MIDDLE else "far" if size <= FAR else "away")
        if slots and n == min(slots):
            yield "first"
        if scene.at[n] <= NEAR:
            yield "opens"
        if scene.slots[n].reference:
            yield "reference"
        yield from self._words(scene, slot, n, side, between)

    def _words(self, scene: Scene, slot: int, n: int, side: str, between: list[str]) -> Iterator[str]:
        follows, precedes = scene.token(n, 1), scene.token(n, -1)
        for name in ("compares", "holds", "of", "links", "made_by", "counts", "puts"):
            if precedes in self.groups[name]:
                yield f"{side}_prep_{name}"
        for name in ("has", "with", "opens", "belongs"):
            if follows in self.groups[name]:
                yield f"{side}_then_{name}"
        if side == "after":
            yield from self._after(between)
        words = set(between)
        yield from (f"{side}_over_{name}" for name in ("clause", "semicolon", "comma", "colon", "compares", "has", "relative")
                    if words & self.groups[name])
        depth = sum(1 if token == "(" else -1 if token == ")" else 0 for token in between)
        if depth:
            yield f"{side}_paren" + ("_tight" if between[0] == "(" else "")

    def _after(self, between: list[str]) -> Iterator[str]:
        if not between:
            yield "after_adjacent"
        elif len(between) <= 2 and not set(between) & self.groups["breaks"]:
            yield "after_modifies"
        elif between[-1] in self.groups["breaks"]:
            yield "after_break_before"
        if "of" in between or "for" in between or "in" in between or "on" in between:
            yield "after_of"

    def _global(
        self, article: Article, scene: Scene, slot: int, index: int, types: tuple[str, ...], slots: list[int],
        attribute: str,
    ) -> Iterator[str]:
        here = any(scene.slots[n].index == index for n in slots)
        yield f"type_{min(types.index(article.entities[index].type), 3)}"
        if index in article.title:
            yield "title"
        if index == article.main:
            yield "main"
        yield f"mentions_{min(article.mentions[index], 4)}"
        if not here:
            yield "absent_alone" if not slots else "absent_before" if min(slots) < slot else "absent_after"
        yield from self._previous(article, scene, index, types, here)
        yield from self._topic(article, scene, slot, index, slots)
        yield from self._repeats(article, scene, slot, index, attribute)

    def _previous(
        self, article: Article, scene: Scene, index: int, types: tuple[str, ...], here: bool
    ) -> Iterator[str]:
        suffix = "_here" if here else ""
        for back in range(1, BACK + 1):
            number = scene.number - back
            if number < 0:
                return
            fitting = [i for i in article.by_scene[number] if article.entities[i].type in types]
            if index in fitting:
                yield f"prev{back}{suffix}"
                if fitting[0] == index:
                    yield f"prev{back}_first{suffix}"
                if fitting[-1] == index and not here:
                    yield f"prev{back}_last"
                return
        if not here:
            yield "prev_long_ago"

    def _repeats(self, article: Article, scene: Scene, slot: int, index: int, attribute: str) -> Iterator[str]:
        amount = article.quantities[scene.slots[slot].index].quantity
        for entity, name, number, place in article.said:
            if name == attribute:
                other = article.quantities[article.scenes[number].slots[place].index].quantity
                if (other.amount, other.unit) == (amount.amount, amount.unit):
                    yield "said_so" if entity == index else "said_of_other"
                elif entity == index:
                    yield "repeats_here" if number == scene.number else "repeats"

    def _topic(self, article: Article, scene: Scene, slot: int, index: int, slots: list[int]) -> Iterator[str]:
        if not article.said:
            return
        entity, _, number, last = article.said[-1]
        if entity == index:
            same = number == scene.number
            passed = same and any(last < n < slot for n in slots)
            yield "topic_same" + ("_passed" if passed else "") if same else "topic_before"
        if scene.number > 0 and any(e == index and s >= scene.number - 1 for e, _, s, _ in article.said):
            yield "topic_recent"


def _rivalry(local: Mapping[int, tuple[int | None, set[str]]]) -> None:
    """Mark the candidates that another one outdoes by its place ("the 28-core Xeon": no core count of a name before)."""
    for mark in ("after_adjacent", "after_modifies", "before_paren_tight", "before_near", "first"):
        holders = {index for index, (_, features) in local.items() if mark in features}
        for index, (_, features) in local.items():
            if holders - {index}:
                features.add(f"rival_{mark}")
    for _, features in local.values():
        features.update([f"{a}&{b}" for a in sorted(features) if a in PAIRED for b in sorted(features) if b in PAIRED and a < b])
