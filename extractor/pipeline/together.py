"""Where two entities of an article are named together, or one of them alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

from extractor.pipeline.annotations import ArticleEntity, layer
from extractor.pipeline.draft import Draft
from extractor.pipeline.skeleton import Skeleton, Slot


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


def together(doc: Doc, one: ArticleEntity, other: ArticleEntity) -> Place | None:
    """The first sentence that holds both (references count), else the one that names ``other`` nearest to ``one``."""
    ones, others = _slots(doc, one), _slots(doc, other)
    if not ones or not others:
        return _alone(doc, other)
    pairs = ((abs(m - n), n, m, a, b) for m, a in ones for n, b in others)
    distance, at, far, first, second = min(pairs, key=lambda pair: pair[:2])
    sentence, other_sentence = layer(doc, "sentences")[at], layer(doc, "sentences")[far]
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


def _slots(doc: Doc, entity: ArticleEntity) -> list[tuple[int, Slot]]:
    sentences: Iterable[Skeleton] = layer(doc, "sentences")
    return [(n, s) for n, sentence in enumerate(sentences) for s in sentence.slots if is_of(s, entity)]


def is_of(slot: Slot, entity: ArticleEntity) -> bool:
    """Whether a slot stands for an entity (slots of dates and quantities count in lists of their own)."""
    return slot.index == entity.index and slot.kind == entity.type


def _alone(doc: Doc, entity: ArticleEntity) -> Place | None:
    for sentence in layer(doc, "sentences"):
        for name in entity.names:
            if sentence.start <= name.start < sentence.end:
                return Place(sentence, name.start, name.end)
    return None
