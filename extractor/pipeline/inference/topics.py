"""Topics: a sentence that names no product of its own speaks of the article's main one ("Memory is 16GB of HBM2.")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc

from extractor.catalogue import Catalogue
from extractor.ontology import Ontology
from extractor.pipeline.annotations import ArticleEntity, layer
from extractor.pipeline.draft import Draft
from extractor.pipeline.inference.together import Place, draft
from extractor.pipeline.structure.skeleton import CLOSE, OPEN, Skeleton, Slot

PRODUCTS = frozenset({"CHIP", "SYSTEM", "SERVICE"})
PARTS = {"TECHNOLOGY": "uses_technology", "SOFTWARE": "runs"}


def topics(doc: Doc, entities: list[ArticleEntity], ontology: Ontology, catalogue: Catalogue) -> Iterator[Draft]:
    """``uses_technology`` and ``runs`` of the main product, in sentences without another product."""
    sentences: list[Skeleton] = layer(doc, "sentences")
    topic = main_product(sentences)
    if topic is None:
        return
    silent = frozenset(ontology.lexicon["topic_not_before"])
    kinds = frozenset(ontology.lexicon["topic_kinds"])
    contrast = frozenset(ontology.lexicon["topic_contrast"])
    for sentence in sentences:
        if contrast & sentence.words or any(_product(slot) for slot in sentence.slots):
            continue
        for number, slot in enumerate(sentence.slots):
            if slot.kind in PARTS and not slot.reference and _kind(entities[slot.index], catalogue) in kinds:
                if _before(sentence, number) in silent:
                    continue
                place = Place(sentence, slot.start, slot.end)
                yield draft(PARTS[slot.kind], topic, slot.index, place, "topic-of-article", 0.5)


def main_product(sentences: list[Skeleton]) -> int | None:
    """The product that the article names first and most often, at least twice; None where there is no such one."""
    named = [slot.index for sentence in sentences for slot in sentence.slots if _product(slot)]
    counts = Counter(named)
    if not named or counts[named[0]] < 2 or counts[named[0]] < max(counts.values()):
        return None
    return named[0]


def _product(slot: Slot) -> bool:
    return slot.kind in PRODUCTS and not slot.reference


def _kind(entity: ArticleEntity, catalogue: Catalogue) -> str:
    return (catalogue.entries[entity.known].kind if entity.known else None) or "unknown"


def _before(sentence: Skeleton, number: int) -> str:
    head = sentence.line[: sentence.line.index(f":{number}{CLOSE}")]
    words = head[: head.rindex(OPEN)].split()
    return words[-1] if words else ""
