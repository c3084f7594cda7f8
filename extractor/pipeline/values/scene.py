"""Scenes: a sentence skeleton as a list of tokens, with what its article says about the entities in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from spacy.tokens import Doc

from extractor.pipeline.annotations import ArticleEntity, layer, text_of
from extractor.pipeline.quantities.grammar import QuantityMatch
from extractor.pipeline.structure.skeleton import OPEN, Skeleton, Slot

HEADED = frozenset({"CHIP", "SYSTEM", "SERVICE", "FACILITY"})


@dataclass(slots=True)
class Scene:
    """One sentence: ``tokens`` are those of its line, ``at`` maps a slot's number to its token."""

    number: int
    sentence: Skeleton
    tokens: list[str]
    at: list[int]

    @property
    def slots(self) -> list[Slot]:
        """The sentence's slots."""
        return self.sentence.slots

    def between(self, one: int, other: int) -> list[str]:
        """The tokens between two slots, given by number, in either order."""
        low, high = sorted((self.at[one], self.at[other]))
        return self.tokens[low + 1 : high]

    def token(self, slot: int, step: int) -> str:
        """The token ``step`` places from a slot, "" beyond the sentence's ends."""
        place = self.at[slot] + step
        return self.tokens[place] if 0 <= place < len(self.tokens) else ""


@dataclass(slots=True)
class Article:
    """What the value components know of an article while they read it, sentence by sentence.

    ``said`` lists (entity, attribute, scene, slot) of the values attributed so far: the running topic of the
    text; ``against`` lists the baselines of its comparisons.
    """

    text: str
    entities: list[ArticleEntity]
    quantities: list[QuantityMatch]
    scenes: list[Scene]
    mentions: Counter[int]
    by_scene: list[list[int]]
    title: frozenset[int]
    main: int | None
    said: list[tuple[int, str, int, int]] = field(default_factory=list)
    against: list[int | None] = field(default_factory=list)


def is_entity(slot: Slot) -> bool:
    """Whether a slot stands for an entity (and not for a quantity or a date)."""
    return slot.kind != "date" and not slot.kind.startswith("quantity.")


def obliques(scene: Scene) -> frozenset[int]:
    """The slots of names that their clause does not speak about: "compared with X"."""
    return frozenset(number for number, slot in enumerate(scene.slots) if slot.oblique)


def read_article(doc: Doc) -> Article:
    """Lay out the sentences of a Doc as scenes."""
    entities: list[ArticleEntity] = layer(doc, "entities")
    scenes = [_scene(n, sentence) for n, sentence in enumerate(layer(doc, "sentences"))]
    by_scene = [[slot.index for slot in scene.slots if is_entity(slot)] for scene in scenes]
    mentions = Counter(index for indices in by_scene for index in indices)
    title = frozenset(by_scene[0]) if by_scene else frozenset()
    headed = [index for indices in by_scene[:3] for index in indices if entities[index].type in HEADED]
    main = max(headed, key=lambda index: (mentions[index], -headed.index(index)), default=None)
    return Article(text_of(doc), entities, layer(doc, "quantities"), scenes, mentions, by_scene, title, main)


def _scene(number: int, sentence: Skeleton) -> Scene:
    tokens = sentence.line.split()
    return Scene(number, sentence, tokens, [n for n, token in enumerate(tokens) if token[0] == OPEN])
