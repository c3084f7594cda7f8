"""Voices: for whom a nameless source speaks ("the company said", "she added", "the newspaper wrote")."""

from __future__ import annotations

from collections import defaultdict

from spacy.tokens import Doc

from extractor.pipeline.annotations import ArticleEntity, layer
from extractor.pipeline.draft import Draft
from extractor.pipeline.manner.reach import Speech
from extractor.pipeline.manner.sentence_words import COMPANY, NAMED, PERSON, PRESS
from extractor.pipeline.structure.skeleton import Skeleton

MAKING = ("makes", "announces")


class Voices:
    """Finds the entity behind a speech, from the speakers and makers that the article names.

    "The company" is the maker of what the statement is about; persons and the press are those who spoke last, in a
    headline those who speak next.
    """

    def __init__(self, doc: Doc, speeches: list[list[Speech]]) -> None:
        self.entities: list[ArticleEntity] = layer(doc, "entities")
        self.sentences: list[Skeleton] = layer(doc, "sentences")
        self.makers: dict[int, list[int]] = defaultdict(list)
        self.acting: set[int | None] = set()
        for draft in layer(doc, "statements"):
            if draft.predicate in MAKING and draft.object is not None:
                self.makers[draft.object].append(draft.subject)
            self.acting.update((draft.subject, draft.object))
        spoken = [
            (number, sentence.slots[speech.voice.slot].index)
            for number, (sentence, found) in enumerate(zip(self.sentences, speeches, strict=True))
            for speech in found
            if speech.voice.kind == NAMED and speech.voice.slot is not None
        ]
        self.persons = [
            (number, slot.index)
            for number, sentence in enumerate(self.sentences)
            for slot in sentence.slots
            if slot.kind == "PERSON"
        ]
        self.orgs = [(n, index) for n, index in spoken if self.entities[index].type == "ORG"]
        self.press = [(n, index) for n, index in self.orgs if index not in self.acting]

    def speaker(self, speech: Speech, draft: Draft, number: int) -> int | None:
        """The entity that a speech in sentence ``number`` gives as the source of a draft."""
        kind, slot = speech.voice.kind, speech.voice.slot
        named = None if slot is None else self.sentences[number].slots[slot].index
        if kind == NAMED:
            return named
        if kind == PERSON:
            return _nearest(self.persons, number)
        if kind == PRESS:
            return _nearest(self.press, number)
        return self._company(draft, named, number) if kind == COMPANY else None

    def maker(self, draft: Draft) -> list[int]:
        """The makers of what a draft is about."""
        return self.makers.get(draft.subject) or []

    def insiders(self, draft: Draft) -> set[int | None]:
        """Who tells of a draft from inside: the makers of its subject; for a spec, whoever acts in the article."""
        return self.acting if draft.attribute is not None else set(self.maker(draft))

    def _company(self, draft: Draft, named: int | None, number: int) -> int | None:
        makers = self.maker(draft)
        if makers:
            return named if named in makers else makers[0]
        if self.entities[draft.subject].type == "ORG" and named is None:
            return draft.subject
        return named if named is not None else _nearest(self.orgs, number)


def _nearest(spoken: list[tuple[int, int]], number: int) -> int | None:
    """Who spoke last up to a sentence; for a headline, who speaks first behind it."""
    before = [index for n, index in spoken if n <= number]
    if before or number:
        return before[-1] if before else None
    return spoken[0][1] if spoken else None
