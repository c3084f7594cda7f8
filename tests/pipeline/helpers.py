"""What a Doc says, in plain values."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from extractor.pipeline.annotations import ArticleEntity, Name
from extractor.pipeline.structure.skeleton import CLOSE, OPEN, Skeleton, Slot, build

PLACEHOLDER = re.compile(r"\[([\w.]+)=([^\]]*)\]")


def entities_of(doc: Doc) -> list[ArticleEntity]:
    """The entities of an article, none where the component found none."""
    return list(doc._.entities or [])


def names(doc: Doc) -> list[Name]:
    """All names of all entities, in the order of the text."""
    found = (name for entity in entities_of(doc) for name in entity.names)
    return sorted(found, key=lambda name: (name.start, -name.end))


def typed(doc: Doc) -> dict[str, str]:
    """Type by surface form, as the article's entities have it."""
    return {name.text: entity.type for entity in entities_of(doc) for name in entity.names}


def entity(doc: Doc, text: str) -> ArticleEntity:
    """The entity that is called ``text``."""
    entities = entities_of(doc)
    for one in entities:
        if any(name.text == text for name in one.names):
            return one
    raise AssertionError(f"{text!r} is no entity; found {[[n.text for n in e.names] for e in entities]}")


def at(doc: Doc, position: int) -> ArticleEntity:
    """The entity whose name stands at a position of the text, whether or not a class noun counts to the name."""
    entities = entities_of(doc)
    for one in entities:
        if any(name.start <= position < name.end for name in one.names):
            return one
    raise AssertionError(f"no entity at {doc.text[position:][:20]!r}; found {[e.fullest for e in entities]}")


def together(doc: Doc, *texts: str) -> bool:
    """Whether these surface forms call one entity."""
    return len({entity(doc, text).index for text in texts}) == 1


def facts(doc: Doc) -> set[tuple[str, str, str | None]]:
    """The relations as (subject, predicate, object), by fullest name."""
    entities = entities_of(doc)

    def name(index: int | None) -> str | None:
        return None if index is None else entities[index].fullest

    return {(str(name(s.subject)), s.predicate, name(s.object)) for s in (doc._.statements or [])}


def skeleton(text: str) -> Skeleton:
    """A skeleton from text with slots in brackets: ``"[ORG=Acme] ships the [CHIP=X1] in [date=May]"``."""
    plain, slots, end = "", [], 0
    for found in PLACEHOLDER.finditer(text):
        plain += text[end : found.start()]
        end = len(plain) + len(found[2])
        slots.append(Slot(found[1], len(slots), len(plain), end, found[2] in REFERENCES, possessive=found[2] == "its"))
        plain += found[2]
        end = found.end()
    plain += text[end:]
    return build(plain, 0, len(plain), slots)


REFERENCES = ("it", "its", "the company", "the chip")


def readable(line: str) -> str:
    """A skeleton's line with its slots as ``<kind:number>``."""
    return line.replace(OPEN, "<").replace(CLOSE, ">").strip()
