"""Shows by context: what an article announces is shown at the one event that it names."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from extractor.ontology import Ontology
from extractor.pipeline.annotations import ArticleEntity, layer
from extractor.pipeline.draft import Draft
from extractor.pipeline.inference.together import draft, together
from extractor.pipeline.inference.topics import main_product


def shows(doc: Doc, entities: list[ArticleEntity], ontology: Ontology) -> Iterator[Draft]:
    """``shown_at`` for every announced product, where the article names a single event."""
    events = [entity for entity in entities if entity.type == "EVENT"]
    if len(events) != 1:
        return
    news = {d.object for d in layer(doc, "statements") if d.predicate == "announces" and d.object is not None}
    main = main_product(layer(doc, "sentences"))
    news |= {main} - {None}
    for index in sorted(news):
        if not ontology.predicates["shown_at"].allows(entities[index].type, "EVENT"):
            continue
        place = together(doc, events[0], entities[index])
        if place is not None:
            yield draft("shown_at", index, events[0].index, place, "announced-and-one-event", 0.7)
