"""References: "the company", "its" and "the chip" stand for the entity that the text named last in that role."""

from __future__ import annotations

import re
from bisect import bisect_right
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extractor.ontology import load_ontology
from extractor.pipeline.annotations import ArticleEntity, Reference, annotations, register_extensions
from extractor.pipeline.catalogue_matcher import catalogue_of
from extractor.pipeline.generations import generation_references

POSSESSIVES = frozenset({"its", "their", "his", "her"})
PRONOUNS = frozenset({"it", "its"})


@Language.factory(
    "references",
    default_config={"ontology_dir": None, "catalogue_dir": None},
    requires=["doc._.entities", "doc.sents"],
    assigns=["doc._.references"],
)
class References:
    """Writes ``doc._.references``: wordings that stand for an entity, with that entity's index."""

    def __init__(self, nlp: Language, name: str, ontology_dir: str | None, catalogue_dir: str | None) -> None:
        register_extensions()
        self.name = name
        self.catalogue = catalogue_of(ontology_dir, catalogue_dir)
        self.types = load_ontology(Path(ontology_dir) if ontology_dir else None).names.anaphors
        phrases = "|".join(sorted(map(re.escape, self.types), key=lambda p: (-len(p), p)))
        self.pattern = re.compile(rf"(?<![\w-])(?:{phrases})(?![\w-])", re.I)

    def __call__(self, doc: Doc) -> Doc:
        """Resolve every anaphor that has an antecedent."""
        timeline = Timeline(doc)
        found = list(generation_references(doc.text, annotations(doc, "entities"), self.catalogue))
        for match in self.pattern.finditer(doc.text):
            phrase = match[0].lower()
            entity = timeline.antecedent(match.start(), self.types[phrase], pronoun=phrase in PRONOUNS)
            if entity is not None and not timeline.covered(match.start()):
                found.append(Reference(match.start(), match.end(), entity.index, phrase in POSSESSIVES))
        doc._.references = sorted(found, key=lambda reference: reference.start)
        return doc


class Timeline:
    """The mentions of an article in the order of the text, by sentence."""

    def __init__(self, doc: Doc) -> None:
        entities: list[ArticleEntity] = annotations(doc, "entities")
        self.starts = [sentence.start_char for sentence in doc.sents]
        self.mentions = sorted(
            ((name.start, name.end, entity.index, entity) for entity in entities for name in entity.names),
            key=lambda mention: mention[:3],
        )

    def covered(self, position: int) -> bool:
        """Whether a name covers the position ("It" in a product's name)."""
        return any(start <= position < end for start, end, _, _ in self.mentions)

    def sentence(self, position: int) -> int:
        """The number of the sentence that holds a position."""
        return bisect_right(self.starts, position) - 1

    def antecedent(self, position: int, types: tuple[str, ...], *, pronoun: bool) -> ArticleEntity | None:
        """The entity that an anaphor at ``position`` most likely stands for, within two sentences; else the last named.

        A sentence's first fitting mention is taken for its subject; pronouns do not reach beyond the sentence before.
        """
        here = self.sentence(position)
        for back in range(2 if pronoun else 3):
            fitting = [e for s, _, _, e in self.mentions if s < position and e.type in types and self.sentence(s) == here - back]
            if fitting:
                return fitting[0]
        if pronoun:
            return None
        before = [e for s, _, _, e in self.mentions if s < position and e.type in types]
        return before[-1] if before else None

