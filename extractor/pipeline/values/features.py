"""What speaks for an entity as the subject of a value: features of candidates, for the ranker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extractor.pipeline.values.position import add_rivalry, position
from extractor.pipeline.values.scene import Article, Scene, is_entity

BACK = 3
MEMORY = 40


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a value may belong to, with what speaks for and against it; ``slot`` is its place, if near."""

    entity: int
    slot: int | None
    features: frozenset[str]


class FeatureReader:
    """Collects the candidates of a quantity; ``groups`` are of values.yaml, ``nouns`` class words with their type."""

    def __init__(self, groups: Mapping[str, frozenset[str]], nouns: Mapping[str, str]) -> None:
        self.groups, self.nouns = groups, nouns

    def candidates(
        self,
        article: Article,
        scene: Scene,
        slot: int,
        types: tuple[str, ...],
        attribute: str,
        without: frozenset[int] = frozenset(),
    ) -> list[Candidate]:
        """The entities of these types named up to the end of the sentence, ``without`` some slots."""
        slots = [n for n, s in enumerate(scene.slots) if is_entity(s) and s.kind in types and n not in without]
        local: dict[int, tuple[int | None, set[str]]] = {}
        for n in sorted(slots, key=lambda n: (n > slot, abs(n - slot))):
            features = set(position(scene, slot, n, slots, self.groups))
            index = scene.slots[n].index
            if index in local:
                local[index][1].update(features & {"first", "opens"})
            else:
                local[index] = (n, features)
        for index in self._earlier(article, scene, types):
            local.setdefault(index, (None, set()))
        add_rivalry(local, self.groups["paired"])
        return [
            Candidate(
                index,
                near,
                frozenset(features | set(self._global(article, scene, slot, index, types, slots, attribute))),
            )
            for index, (near, features) in local.items()
        ]

    def _earlier(self, article: Article, scene: Scene, types: tuple[str, ...]) -> Iterator[int]:
        recent = range(scene.number - 1, max(-1, scene.number - MEMORY), -1)
        for number in (*recent, *range(min(2, scene.number))):
            near = number >= scene.number - BACK or number < 2
            for index in article.by_scene[number]:
                if article.entities[index].type in types and (near or article.mentions[index] > 1):
                    yield index

    def _global(
        self,
        article: Article,
        scene: Scene,
        slot: int,
        index: int,
        types: tuple[str, ...],
        slots: list[int],
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
        named = self._class(scene, slot)
        if named:
            agrees = "agrees" if article.entities[index].type == named else "differs"
            yield f"class_{agrees}" + ("_here" if here else "")
        yield from self._previous(article, scene, index, types, here)
        yield from self._topic(article, scene, slot, index, slots)
        yield from self._repeats(article, scene, slot, index, attribute)

    def _class(self, scene: Scene, slot: int) -> str | None:
        """The type that a class word before the quantity calls for ("the rack totals 3.6 exaflops")."""
        place = scene.at[slot]
        for n in range(place - 1, 0, -1):
            noun = self.nouns.get(scene.tokens[n])
            if noun and {scene.tokens[n - 1], scene.tokens[max(0, n - 2)]} & self.groups["the"]:
                return noun
        return None

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
        for entity, name, number, place in article.said[-MEMORY:]:
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
        if scene.number > 0 and any(e == index and s >= scene.number - 1 for e, _, s, _ in article.said[-MEMORY:]):
            yield "topic_recent"
