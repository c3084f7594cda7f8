"""From a Doc to a Reading: duplicates joined, drafts made immutable."""

from __future__ import annotations

from spacy.tokens import Doc

from extractor.catalogue import Catalogue
from extractor.pipeline.annotations import ArticleEntity, layer
from extractor.pipeline.draft import Draft
from extractor.pipeline.reading import LocalEntity, Mention, Reading, Statement


def reading_of(doc: Doc, article: str, catalogue: Catalogue) -> Reading:
    """The Reading of a processed Doc: entities in the order of the text, statements sorted by place and content."""
    drafts = distinct(layer(doc, "statements"))
    entities = parties(layer(doc, "entities"), drafts, catalogue)
    places = {entity.index: place for place, entity in enumerate(entities)}
    statements = tuple(_statement(draft, places) for draft in drafts)
    return Reading(article, tuple(_entity(entity, catalogue) for entity in entities), statements)


def parties(entities: list[ArticleEntity], drafts: list[Draft], catalogue: Catalogue) -> list[ArticleEntity]:
    """All entities but the publications and websites that only report: they count where a fact names them."""
    used = {index for draft in drafts for index in (draft.subject, draft.object, draft.attributed_to)}
    return [
        entity
        for entity in entities
        if entity.index in used or not entity.known or not catalogue.entries[entity.known].reports
    ]


def distinct(drafts: list[Draft]) -> list[Draft]:
    """One draft for each statement: the surest, of equals the first in the text."""
    best: dict[tuple[object, ...], Draft] = {}
    for draft in sorted(drafts, key=lambda d: (-d.confidence, d.start, d.end, d.by)):
        best.setdefault(draft.says, draft)
    return sorted(
        best.values(), key=lambda d: (d.sentence.start, d.start, d.predicate, d.subject, d.object or -1, d.by)
    )


def _entity(entity: ArticleEntity, catalogue: Catalogue) -> LocalEntity:
    name = catalogue.entries[entity.known].name if entity.known else entity.fullest
    mentions = sorted({Mention(n.start, n.end, n.text) for n in entity.names})
    return LocalEntity(entity.type, name, entity.known, tuple(mentions))


def _statement(draft: Draft, places: dict[int, int]) -> Statement:
    qualifiers = {
        "baseline": draft.baseline,
        "bound": draft.value.bound if draft.value else None,
        "counted": draft.things,
        "date": None if draft.status else draft.date,
    }
    start, end = draft.quote or (draft.sentence.start, draft.sentence.end)  # a name may reach beyond its sentence
    return Statement(
        subject=places[draft.subject],
        predicate=draft.predicate,
        start=min(start, *(span[0] for span in draft.spans)) if draft.spans else start,
        end=max(end, *(span[1] for span in draft.spans)) if draft.spans else end,
        by=draft.by,
        object=None if draft.object is None else places[draft.object],
        attribute=draft.attribute,
        value=draft.value,
        status=draft.status,
        date=draft.date if draft.status else None,
        modality=draft.modality or "asserted",
        attributed_to=None if draft.attributed_to is None else places[draft.attributed_to],
        qualifiers=tuple((name, said) for name, said in qualifiers.items() if said),
        spans=tuple(sorted(draft.spans)),
        confidence=draft.confidence,
    )
