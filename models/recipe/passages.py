"""Passages: reading the corpus, and what the rules of the pipeline see in each (names, quantities, sentences)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from extractor.ontology import Ontology, load_ontology
from extractor.pipeline.annotations import ArticleEntity, Name, layer
from extractor.pipeline.build import build_pipeline
from extractor.pipeline.model.merge import known_as
from extractor.pipeline.names.catalogue_matcher import catalogue_of
from extractor.pipeline.quantities.grammar import QuantityMatch
from models.corpus.notation import blocks, passage

RULES = ("sentence_boundaries", "quantities", "catalogue_matcher", "name_finder")
FORM = r"(?<!\w){}(?!\w)"


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with its annotation and the rules' view of it."""

    id: str
    text: str
    entities: list[dict[str, Any]]
    facts: list[dict[str, Any]]
    sentences: list[int]
    matched: list[Name]
    found: list[Name]
    quantities: list[QuantityMatch]
    references: list[tuple[int, int, int]]


def records(paths: list[Path]) -> Iterator[dict[str, Any]]:
    """The records of JSON Lines files and of files in the notation."""
    ontology = load_ontology()
    for path in paths:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".jsonl":
            yield from map(json.loads, text.splitlines())
        else:
            yield from (passage(lines, first, str(path), ontology) for first, lines in blocks(text))


class Viewer:
    """Runs the first components of the pipeline over a text."""

    def __init__(self) -> None:
        self.nlp = build_pipeline()
        self.ontology: Ontology = load_ontology()
        self.catalogue = catalogue_of(None, None)

    def view(self, record: dict[str, Any]) -> Passage:
        """A passage with what the rules see; title and text are joined as the articles' reader joins them."""
        text = f"{record['title']}\n\n{record['text']}" if record.get("title") else record["text"]
        doc = self.nlp.make_doc(text)
        matched: list[Name] = []
        for name, component in self.nlp.pipeline:
            if name in RULES:
                doc = component(doc)
            if name == "catalogue_matcher":
                matched = list(layer(doc, "names"))
        found, quantities = list(layer(doc, "names")), list(layer(doc, "quantities"))
        facts = [f for f in record["facts"] if f.get("p") in self.ontology.predicates]
        sentences = [sentence.start_char for sentence in doc.sents]
        references = self.references(doc, record["entities"])
        return Passage(record["id"], text, record["entities"], facts, sentences, matched, found, quantities, references)

    def references(self, doc: Doc, entities: list[dict[str, Any]]) -> list[tuple[int, int, int]]:
        """What the pipeline takes for references to the annotated entities: (start, end, number of the entity)."""
        names: dict[int, list[Name]] = {}
        for start, end, number in occurrences(doc.text, entities):
            form, type_ = doc.text[start:end], entities[number]["type"]
            known = known_as(self.catalogue, form, type_)
            names.setdefault(number, []).append(Name(start, end, form, type_, known, 1.0, "gold"))
        numbers = list(names)
        doc._.entities = [
            ArticleEntity(index, ours[0].type, next((n.known for n in ours if n.known), None), ours)
            for index, ours in enumerate(names.values())
        ]
        doc = self.nlp.get_pipe("references")(doc)
        return [(r.start, r.end, numbers[r.entity]) for r in layer(doc, "references")]


def occurrences(text: str, entities: list[dict[str, Any]]) -> list[tuple[int, int, int]]:
    """(start, end, entity) of all mentions: every occurrence of every form, the longest first, in the text's order."""
    forms = sorted({(m, n) for n, e in enumerate(entities) for m in e["mentions"]}, key=lambda f: (-len(f[0]), f))
    covered = bytearray(len(text) + 1)
    found = []
    for form, number in forms:
        for match in re.finditer(FORM.format(re.escape(form)), text):
            if not any(covered[match.start() : match.end()]):
                covered[match.start() : match.end()] = b"\1" * len(form)
                found.append((match.start(), match.end(), number))
    return sorted(found)


def brands(text: str, entities: list[dict[str, Any]], found: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Makers' names at the beginning of products' names ("Nvidia H100"): mentions inside mentions."""
    makers = sorted(
        ((m, n) for n, e in enumerate(entities) if e["type"] == "ORG" for m in e["mentions"]), key=lambda f: -len(f[0])
    )
    inner = []
    for start, end, number in found:
        if entities[number]["type"] not in ("ORG", "PLACE", "PERSON"):
            first = next(((m, n) for m, n in makers if text.startswith(m + " ", start) and len(m) < end - start), None)
            if first:
                inner.append((start, start + len(first[0]), first[1]))
    return inner
