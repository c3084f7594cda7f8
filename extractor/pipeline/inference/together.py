"""Where two entities of an article are named together, or one of them alone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass

from spacy.tokens import Doc

from extractor.pipeline.annotations import ArticleEntity, layer
from extractor.pipeline.draft import Draft
from extractor.pipeline.structure.skeleton import Skeleton, Slot


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a sentence; ``distance`` is how many sentences the two names are apart.

    ``quote`` is the stretch of text that names both, ``spans`` are the two names in it (start, end,
    index of the entity).
    """

    sentence: Skeleton
    start: int
    end: int
    distance: int = 0
    quote: tuple[int, int] | None = None
    spans: tuple[tuple[int, int, int], ...] = ()


class Slots:
    """The slots of a Doc by entity: the numbers of the sentences that name it, with its first slot in each."""

    def __init__(self, sentences: list[Skeleton]) -> None:
        self.sentences = sentences
        self.starts = [sentence.start for sentence in sentences]
        self.first: dict[tuple[str, int], dict[int, Slot]] = defaultdict(dict)
        for number, sentence in enumerate(sentences):
            for slot in sentence.slots:
                self.first[slot.kind, slot.index].setdefault(number, slot)
        self.numbers = {key: list(slots) for key, slots in self.first.items()}

    def nearest(self, one: ArticleEntity, other: ArticleEntity) -> tuple[int, int, int] | None:
        """How far apart the two are named at least, the first sentence that names ``other`` so, and that of ``one``."""
        ones, others = (self.numbers.get((entity.type, entity.index), []) for entity in (one, other))
        pairs = []
        for number in others:
            at = bisect_left(ones, number)
            pairs += [(abs(near - number), number, near) for near in ones[max(0, at - 1) : at + 1]]
        return min(pairs, default=None)

    def alone(self, entity: ArticleEntity) -> Place | None:
        """The first sentence with a name of the entity."""
        for name in entity.names:
            number = bisect_right(self.starts, name.start) - 1
            if number >= 0 and name.start < self.sentences[number].end:
                return Place(self.sentences[number], name.start, name.end)
        return None


def together(doc: Doc, one: ArticleEntity, other: ArticleEntity) -> Place | None:
    """The first sentence that holds both (references count), else the one that names ``other`` nearest to ``one``."""
    slots = _slots(doc)
    nearest = slots.nearest(one, other)
    if nearest is None:
        return slots.alone(other)
    distance, at, far = nearest
    first, second = slots.first[one.type, one.index][far], slots.first[other.type, other.index][at]
    sentence, other_sentence = slots.sentences[at], slots.sentences[far]
    spans = ((first.start, first.end, first.index), (second.start, second.end, second.index))
    if distance:
        quote = min(sentence.start, other_sentence.start), max(sentence.end, other_sentence.end)
        return Place(sentence, second.start, second.end, distance, quote, spans)
    return Place(sentence, min(first.start, second.start), max(first.end, second.end), spans=spans)


def draft(predicate: str, subject: int, object_: int, place: Place, by: str, confidence: float) -> Draft:
    """A draft of a relation that holds at ``place``."""
    made = Draft(subject, predicate, by, place.sentence, place.start, place.end, object_, confidence=confidence)
    made.quote = place.quote
    made.spans = [(start, end, "subject" if index == subject else "object") for start, end, index in place.spans]
    return made


def _slots(doc: Doc) -> Slots:
    """The index of a Doc's slots, made once for its sentences."""
    sentences: list[Skeleton] = layer(doc, "sentences")
    slots: Slots | None = doc.user_data.get("slots")
    if slots is None or slots.sentences is not sentences:
        slots = doc.user_data["slots"] = Slots(sentences)
    return slots
