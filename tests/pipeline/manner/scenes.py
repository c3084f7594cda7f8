"""Small articles for the tests of attribution: one sentence a full stop, a few known names, one statement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from extractor.pipeline.annotations import ArticleEntity, Name, register_extensions
from extractor.pipeline.draft import Draft
from extractor.pipeline.manner.attribution import AttributionTagger
from extractor.pipeline.structure.skeleton import Slot, build

NAMES = {
    "Intel": "ORG",
    "Reuters": "ORG",
    "Google": "ORG",
    "Lisa Su": "PERSON",
    "Rajiv Roy": "PERSON",
    "H200": "CHIP",
    "MI325X": "CHIP",
}
INDEX = {name: number for number, name in enumerate(NAMES)}


def scene(nlp: Language, text: str, refers: dict[str, str] | None = None) -> tuple[Doc, AttributionTagger]:
    """A Doc with entities and sentences; ``refers`` gives wordings like "the company" the name that they stand for."""
    register_extensions()
    doc = nlp.make_doc(text)
    found = [(m.start(), m.end(), INDEX[m[0]], False) for name in NAMES for m in re.finditer(name, text)]
    for phrase, name in (refers or {}).items():
        found += [(m.start(), m.end(), INDEX[name], True) for m in re.finditer(rf"\b{phrase}\b", text)]
    kinds = list(NAMES.values())
    doc._.entities = [
        ArticleEntity(
            n, kinds[n], None, [Name(s, e, text[s:e], kinds[n], None, 1.0, "test") for s, e, i, _ in found if i == n]
        )
        for n in range(len(NAMES))
    ]
    slots = [Slot(kinds[i], i, start, end, reference) for start, end, i, reference in sorted(found)]
    doc._.sentences = [
        build(text, start, end, [slot for slot in slots if start <= slot.start < end])
        for start, end in _sentences(text)
    ]
    doc._.statements = []
    return doc, AttributionTagger(nlp, "attribution", None)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"\S.*?(?:[.!?][\"”]?(?=\s|$)|(?=\n)|$)", text):
        yield match.start(), match.end()


def source(
    text: str,
    predicate: str = "compares_to",
    *,
    kind: str = "CHIP",
    ends: tuple[str, str] = ("H200", "MI325X"),
    maker: str | None = None,
    number: int | None = None,
    refers: dict[str, str] | None = None,
) -> str | None:
    """The name of the source of a statement about ``ends`` in sentence ``number``, else the first with a name of ``kind``."""
    doc, tagger = scene(Language(), text, refers)
    sentences = doc._.sentences
    sentence = sentences[number] if number is not None else next(s for s in sentences if kind in s.kinds)
    indices = [INDEX[name] for name in ends]
    spans = [(slot.start, slot.end, "role") for slot in sentence.slots if slot.index in indices]
    first, last = min(start for start, _, _ in spans), max(end for _, end, _ in spans)
    draft = Draft(indices[0], predicate, "test", sentence, first, last, indices[1], spans=spans)
    doc._.statements = [draft]
    if maker is not None:
        made = Draft(INDEX[maker], "makes", "test", sentence, first, last, indices[0])
        doc._.statements.append(made)
    tagger(doc)
    return None if draft.attributed_to is None else list(NAMES)[draft.attributed_to]
