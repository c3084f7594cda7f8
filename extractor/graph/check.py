"""Whether a document holds what it promises: its structure, its references, its offsets, its vocabulary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from extractor.graph.decode import decode_article, decode_fact
from extractor.graph.schema import violations

if TYPE_CHECKING:
    from extractor.ontology import Ontology

Raw = dict[str, Any]
Found = Iterator[tuple[str, str]]


def check_document(data: Any, ontology: Ontology | None = None) -> list[str]:
    """Everything that is wrong with a document, a line each; an empty list where nothing is.

    With an ontology its types, predicates, attributes, statuses, modalities, domains and ranges are checked too.

    >>> from extractor.graph import example_document
    >>> check_document(example_document().to_dict())
    []
    """
    return [f"{entry}: {reason}" if entry else reason for entry, reason in find_problems(data, ontology)]


def find_problems(data: Any, ontology: Ontology | None = None) -> Found:
    """Pairs of an entry and what is wrong there, structure first: the rest is only looked at where that is sound."""
    sound = True
    for path, reason in violations(data):
        sound = False
        yield path, reason
    if sound:
        yield from _references(data)
        if ontology is not None:
            yield from _vocabulary(data, ontology)


def _references(data: Raw) -> Found:
    texts = {raw["id"]: raw["text"] for raw in data["articles"]}
    ids = {raw["id"] for raw in data["entities"]}
    for kind in ("articles", "entities", "facts"):
        counts = Counter(raw["id"] for raw in data[kind])
        yield from ((f"{kind} {key}", "there are two of this id") for key, count in counts.items() if count > 1)
    for raw in data["articles"]:
        yield from ((f"article {raw['id']}", reason) for reason in _article(raw, texts))
    for raw in data["entities"]:
        for mention in raw["mentions"]:
            yield from ((f"entity {raw['id']}", reason) for reason in _passage(mention, mention["text"], texts))
    for raw in data["facts"]:
        yield from ((f"fact {raw['id']}", reason) for reason in _fact(raw, ids, texts))


def _article(raw: Raw, texts: Mapping[str, str]) -> Iterator[str]:
    expected = decode_article(raw)
    if expected.text != raw["text"]:
        yield "its text does not begin with its title and a blank line"
    elif expected.id != raw["id"]:
        yield f"its id is not the hash of its address and text, {expected.id}"
    original = raw["syndicated_from"]
    if original is not None and (original not in texts or original == raw["id"]):
        yield f"syndicated_from names no other article of the document: {original}"


def _passage(raw: Raw, wanted: str, texts: Mapping[str, str]) -> Iterator[str]:
    text = texts.get(raw["article"])
    if text is None:
        yield f"names an article that the document lacks: {raw['article']}"
    elif text[int(raw["start"]) : int(raw["end"])] != wanted:
        yield f"article {raw['article']} has other words from {raw['start']} to {raw['end']} than {wanted!r}"


def _fact(raw: Raw, ids: set[str], texts: Mapping[str, str]) -> Iterator[str]:
    for field in ("subject", "object", "attributed_to"):
        if raw[field] is not None and raw[field] not in ids:
            yield f"{field} names an entity that the document lacks: {raw[field]}"
    if (expected := decode_fact(raw).id) != raw["id"]:
        yield f"its id is not the hash of what it says, {expected}"
    for evidence in raw["evidence"]:
        yield from _passage(evidence, evidence["quote"], texts)
        for span in evidence.get("spans", ()):
            if not evidence["start"] <= span["start"] < span["end"] <= evidence["end"]:
                yield f"the marked part {span['start']} to {span['end']} ({span['role']}) lies outside its quote"


def _vocabulary(data: Raw, ontology: Ontology) -> Found:
    types = {raw["id"]: raw["type"] for raw in data["entities"]}
    for key, kind in types.items():
        if kind not in ontology.types:
            yield f"entity {key}", f"unknown type {kind}"
    known = {
        "attribute": ontology.attributes,
        "metric": ontology.attributes,
        "status": ontology.statuses,
        "modality": ontology.modalities,
    }
    for raw in data["facts"]:
        for field, names in known.items():
            if raw.get(field) is not None and raw[field] not in names:
                yield f"fact {raw['id']}", f"unknown {field} {raw[field]}"
        yield from ((f"fact {raw['id']}", reason) for reason in _ends(raw, types, ontology))


def _ends(raw: Raw, types: Mapping[str, str], ontology: Ontology) -> Iterator[str]:
    predicate = ontology.predicates.get(raw["predicate"])
    subject, target = types.get(raw["subject"], ""), types.get(raw["object"] or "")
    if predicate is None:
        yield f"unknown predicate {raw['predicate']}"
    elif not predicate.allows(subject, target):
        yield f"{predicate.name} does not go from {subject} to {target or 'a value'}"
