"""Skeletons: a sentence as a line of words and slots, which the rules' patterns are matched against."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extractor.ontology import load_ontology
from extractor.pipeline.annotations import ArticleEntity, layer, register_extensions, text_of
from extractor.pipeline.structure.obliques import oblique, oblique_pattern

OPEN, CLOSE = "\ue000", "\ue001"
WORD = re.compile(r"'s\b|[^\W_]+(?:[.'&/+][^\W_]+)*|[^\w\s-]")
SPEAKS = frozenset(
    {"said", "says", "reported", "reports", "wrote", "writes", "claims", "claimed", "announced", "notes", "has"}
)
LINKS = frozenset({",", "and", "or", "&", "the", "a", "an", "as", "well", "both", "plus", "/", "nor", "new"})


@dataclass(frozen=True, slots=True)
class Slot:
    """A mention in a skeleton: of an entity (``kind`` is its type), a quantity or a date (``index`` into its list).

    ``reference``: a wording like "it"; ``possessive``: one like "its", which the line has as two words;
    ``oblique``: a name that its clause does not speak about.
    """

    kind: str
    index: int
    start: int
    end: int
    reference: bool = False
    oblique: bool = False
    possessive: bool = False


@dataclass(slots=True)
class Skeleton:
    """One sentence. ``line`` is its words in lower case and its slots, each followed by one blank.

    ``together`` maps a slot's number to the slots that it is coordinated with ("A, B and C"), itself included.
    """

    start: int
    end: int
    line: str
    slots: list[Slot]
    words: frozenset[str]
    kinds: frozenset[str]
    together: dict[int, tuple[int, ...]] = field(default_factory=dict)


@Language.factory(
    "skeletons",
    default_config={"ontology_dir": None},
    requires=["doc._.entities", "doc._.references", "doc._.quantities", "doc._.dates", "doc.sents"],
    assigns=["doc._.sentences"],
)
class Skeletons:
    """Writes ``doc._.sentences``: a :class:`Skeleton` for every sentence."""

    def __init__(self, nlp: Language, name: str, ontology_dir: str | None) -> None:
        register_extensions()
        self.name = name
        self.obliques = oblique_pattern(load_ontology(Path(ontology_dir) if ontology_dir else None).names.obliques)

    def __call__(self, doc: Doc) -> Doc:
        """Lay entities, references, quantities and dates over the sentences."""
        slots = sorted(_slots(doc, self.obliques), key=lambda slot: (slot.start, -slot.end))
        sentences = []
        position = 0
        for sentence in doc.sents:
            own = []
            while position < len(slots) and slots[position].start < sentence.end_char:
                own.append(slots[position])
                position += 1
            end = sentence.start_char + len(text_of(doc)[sentence.start_char : sentence.end_char].rstrip())
            sentences.append(build(text_of(doc), sentence.start_char, end, _apart(own)))
        doc._.sentences = sentences
        return doc


def _slots(doc: Doc, obliques: re.Pattern[str]) -> Iterator[Slot]:
    entities: list[ArticleEntity] = layer(doc, "entities")
    for entity in entities:
        for name in entity.names:
            aside = oblique(obliques, text_of(doc), name.start)
            yield Slot(entity.type, entity.index, name.start, name.end, oblique=aside)
    for reference in layer(doc, "references"):
        type_ = entities[reference.entity].type
        yield Slot(type_, reference.entity, reference.start, reference.end, True, possessive=reference.possessive)
    for index, quantity in enumerate(layer(doc, "quantities")):
        yield Slot(f"quantity.{quantity.kind}", index, quantity.start, quantity.end)
    for index, date in enumerate(layer(doc, "dates")):
        yield Slot("date", index, date.start, date.end)


def _apart(slots: Iterable[Slot]) -> list[Slot]:
    """Slots without overlap; the longer one wins (a brand inside a product's name is dropped)."""
    kept: list[Slot] = []
    for slot in slots:
        if kept and slot.start < kept[-1].end:
            if slot.end - slot.start > kept[-1].end - kept[-1].start:
                kept[-1] = slot
            continue
        kept.append(slot)
    return kept


def build(text: str, start: int, end: int, slots: list[Slot]) -> Skeleton:
    """The skeleton of ``text[start:end]`` with ``slots`` (in order, apart from each other) laid over it."""
    tokens: list[str] = []
    words: set[str] = set()
    position = start
    at: list[int] = []
    for number, slot in enumerate(slots):
        gap = _words(text[position : slot.start])
        words.update(gap)
        tokens.extend(gap)
        at.append(len(tokens))
        tokens.append(f"{OPEN}{slot.kind}:{number}{CLOSE}")
        if slot.possessive:
            tokens.append("'s")
        position = slot.end
    gap = _words(text[position:end])
    words.update(gap)
    tokens.extend(gap)
    line = "".join(f"{token} " for token in tokens)
    return Skeleton(
        start, end, line, slots, frozenset(words | {"'s"}), frozenset(s.kind for s in slots), _groups(slots, at, tokens)
    )


def lowered(text: str) -> str:
    """The text in lower case with straight apostrophes, each character where it was ("İ" alone would become two)."""
    return text.replace("İ", "I").lower().replace("’", "'")


def _words(text: str) -> list[str]:
    return WORD.findall(lowered(text)) if text.strip() else []


def _groups(slots: list[Slot], at: list[int], tokens: list[str]) -> dict[int, tuple[int, ...]]:
    """Coordination: neighbouring slots of one kind with only commas and conjunctions between them."""
    groups: list[list[int]] = []
    for number, slot in enumerate(slots):
        if groups and slots[groups[-1][-1]].kind == slot.kind:
            between = tokens[at[groups[-1][-1]] + 1 : at[number]]
            links = [t for t in between if t in LINKS]
            strange = len(between) - len(links)
            joint = {",", "and", "or", "&", "/"} & set(between)
            if joint and len(between) <= 5 and strange <= (1 if joint - {","} else 0):
                groups[-1].append(number)
                continue
        groups.append([number])
    groups = [part for group in groups for part in _real_list(group, at, tokens)]
    return {number: tuple(group) for group in groups for number in group}


def _real_list(group: list[int], at: list[int], tokens: list[str]) -> list[list[int]]:
    """A last name behind a bare comma that speaks is no member ("its purchase of Arm, Bloomberg reported")."""
    last = at[group[-1]]
    if len(group) > 1 and tokens[last - 1] == "," and tokens[last + 1 : last + 2] and tokens[last + 1] in SPEAKS:
        return [group[:-1], group[-1:]]
    return [group]
