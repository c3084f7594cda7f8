"""Annotated passages as the value components see them: read by the pipeline, with the annotated entities as its names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from extractor.catalogue import Catalogue
from extractor.pipeline.annotations import ArticleEntity, Name
from extractor.pipeline.model.merge import known_as
from extractor.pipeline.names.catalogue_matcher import catalogue_of
from models.recipe.passages import brands, occurrences

NAMING = frozenset({"catalogue_matcher", "name_finder"})
LAST = "skeletons"
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage: its Doc up to the skeletons, its facts, and the number of every annotated entity in the Doc."""

    id: str
    doc: Doc
    facts: list[dict[str, Any]]
    numbers: dict[str, int]

    @property
    def held_out(self) -> bool:
        """Whether the passage belongs to the fifth that is kept for measuring: by its id alone, whatever the order."""
        return int.from_bytes(hashlib.sha256(self.id.encode()).digest()[:8], "big") % FOLDS == 0


def read_passages(records: Iterable[dict[str, Any]], nlp: Language) -> Iterator[Passage]:
    """Run the pipeline up to the skeletons, with the annotated entities in place of those that it would recognise."""
    catalogue = catalogue_of(None, None)
    for record in records:
        text = f"{record['title']}\n\n{record['text']}" if record.get("title") else record["text"]
        entities, numbers = annotated(text, record["entities"], catalogue)
        doc = nlp.make_doc(text)
        doc._.published = published(record)
        yield Passage(record["id"], skeletons(nlp, doc, entities), record["facts"], numbers)


def skeletons(nlp: Language, doc: Doc, entities: list[ArticleEntity]) -> Doc:
    """The Doc after every component up to the skeletons, but with these entities."""
    for name, component in nlp.pipeline:
        if name == "article_entities":
            doc._.entities = entities
        elif name not in NAMING:
            doc = component(doc)
        if name == LAST:
            break
    return doc


def published(record: dict[str, Any]) -> date | None:
    """The day on which a passage was published, where it says so."""
    try:
        return date.fromisoformat((record.get("published") or "")[:10])
    except ValueError:
        return None


def annotated(
    text: str, entities: list[dict[str, Any]], catalogue: Catalogue
) -> tuple[list[ArticleEntity], dict[str, int]]:
    """The annotated entities that the text names, in the order of their first mention, and their numbers by id."""
    found = occurrences(text, entities)
    inner = brands(text, entities, found)
    groups: dict[int, list[Name]] = {}
    for start, end, number in sorted([*found, *inner], key=lambda place: (place[0], -place[1])):
        groups.setdefault(number, []).append(_name(text, start, end, entities[number]["type"], catalogue))
    makers = {start: _name(text, start, end, "ORG", catalogue) for start, end, _ in inner}
    ordered = [_entity(n, names, makers, catalogue) for n, names in enumerate(groups.values())]
    return ordered, {entities[number]["id"]: n for n, number in enumerate(groups)}


def _name(text: str, start: int, end: int, type_: str, catalogue: Catalogue) -> Name:
    form = text[start:end]
    return Name(start, end, form, type_, known_as(catalogue, form, type_), 1.0, "annotation")


def _entity(number: int, names: list[Name], makers: dict[int, Name], catalogue: Catalogue) -> ArticleEntity:
    for name in names:
        name.brand = makers.get(name.start) if name.type != "ORG" else None
    known = next((name.known for name in names if name.known), None)
    return ArticleEntity(number, names[0].type, known, names, catalogue.entries[known].maker if known else None)
