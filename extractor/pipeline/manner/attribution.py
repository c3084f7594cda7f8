"""Attribution: which organisation or person the text names as the source of a statement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extractor.ontology import load_ontology
from extractor.pipeline.annotations import layer, register_extensions, text_of
from extractor.pipeline.draft import Draft
from extractor.pipeline.statuses.places import Places
from extractor.pipeline.structure.skeleton import CLOSE, OPEN, Skeleton

SPEAKER = rf"{OPEN}(?:ORG|PERSON):(\d+){CLOSE} "
WORDS = rf"(?:[^\s{OPEN},;.]+ )"
ROLE = r"(?:, (?:[^\s,;.]+ ){{0,8}}?, )?"
ASIDE = (",", "so", "as", "what", '"', "”", "—", "–")
STOPS = (",", ".", ";", '"', "”", "—", "–", ")", "on", "in", "at", "this", "last")
PARTICIPLES = "claiming|promising|touting|saying|adding|boasting|asserting|citing gains|quoting|claims|promises"
HELPERS = "has |have |also |had |now |itself |only |further |later |previously "
WINDOW = 80  # characters behind "according to" that it speaks of


@dataclass(frozen=True, slots=True)
class Speech:
    """A source (a slot's number) and the stretch of the text, in characters, that is ascribed to it."""

    slot: int
    start: int
    end: int


@Language.factory(
    "attribution",
    default_config={"ontology_dir": None},
    requires=["doc._.statements", "doc._.sentences"],
    assigns=["doc._.statements"],
)
class AttributionTagger:
    """Sets ``attributed_to`` of the drafts that stand in the words ascribed to a named source.

    "X said that ..." reaches from the verb to the end of the clause, "..., said X" back to its begin, and what stands
    between commas ("the chip, X says, has ...") in both directions. What holds by nature is left without a source.
    """

    def __init__(self, nlp: Language, name: str, ontology_dir: str | None) -> None:
        register_extensions()
        self.name = name
        ontology = load_ontology(Path(ontology_dir) if ontology_dir else None)
        self.static = frozenset(n for n, predicate in ontology.predicates.items() if predicate.static)
        cues = ontology.attribution
        verbs, phrases, counts = _either(cues.verbs), _either(cues.according), _either(cues.anaphors)
        before = rf"(?:{ROLE}|'s {WORDS}{{1,4}}?|(?:[^\s,;.]+ ){{1,7}}?and )"
        self.speaks = re.compile(rf"(\S+ )?{SPEAKER}{before}(?:{HELPERS})*(?:{verbs}) (\S+)?")
        self.spoken = re.compile(rf"(?:, |[\"”] )(?:{verbs}) (?:[^\s{OPEN}]+ ){{0,6}}?{SPEAKER}")
        self.claiming = re.compile(rf"{SPEAKER}(?:[^\s;.]+ ){{0,18}}?(?:, |and )(?:{PARTICIPLES}) ")
        self.according = re.compile(rf"(?:{phrases}) {WORDS}{{0,5}}?{SPEAKER}")
        self.counts = re.compile(rf"(?:by|in|from) {SPEAKER}'s {WORDS}{{0,3}}?(?:{counts}) ")

    def __call__(self, doc: Doc) -> Doc:
        """Find the speeches of each sentence and give their sources to the drafts in them."""
        drafts: dict[int, list[Draft]] = {}
        for draft in layer(doc, "statements"):
            if draft.attributed_to is None and draft.predicate not in self.static:
                drafts.setdefault(id(draft.sentence), []).append(draft)
        for sentence in layer(doc, "sentences"):
            if own := drafts.get(id(sentence)):
                speeches = list(self.speeches(text_of(doc), sentence))
                for draft in own:
                    _give(draft, speeches)
        return doc

    def speeches(self, text: str, sentence: Skeleton) -> Iterator[Speech]:
        """The sources that a sentence names, the surest first, each with its reach."""
        line = sentence.line
        if f"{OPEN}ORG" in line or f"{OPEN}PERSON" in line:
            places = Places(text, sentence)
            yield from self._according(line, places)
            yield from self._speaks(line, places)
            yield from self._spoken(line, places)

    def _according(self, line: str, places: Places) -> Iterator[Speech]:
        for found in (*self.counts.finditer(line), *self.according.finditer(line)):
            first, last = _clause(places, line, found.start())
            comma = line.rfind(", ", 0, max(0, found.start() - 2))
            if comma >= 0:
                first = max(first, places.span(comma, comma + 2)[1])
                last = places.span(found.start(), found.end())[1] + WINDOW
            yield Speech(int(found[1]), first, last)

    def _speaks(self, line: str, places: Places) -> Iterator[Speech]:
        for found in self.speaks.finditer(line):
            first, last = _clause(places, line, found.start())
            aside = (found[1] or "").strip() in ASIDE and (found[3] or ".") in STOPS
            yield Speech(int(found[2]), first if aside else places.span(found.start(), found.end())[0], last)
        for found in self.claiming.finditer(line):
            last = _clause(places, line, found.end())[1]
            yield Speech(int(found[1]), places.span(found.end() - 2, found.end())[1], last)

    def _spoken(self, line: str, places: Places) -> Iterator[Speech]:
        for found in self.spoken.finditer(line):
            first, last = _clause(places, line, found.start())
            aside = line[found.end() :].startswith(", ")
            yield Speech(int(found[1]), first, last if aside else places.span(found.start(), found.end())[0])


def _clause(places: Places, line: str, position: int) -> tuple[int, int]:
    """The characters between the semicolons around a position of the line."""
    start = line.rfind("; ", 0, position) + 2 if "; " in line[:position] else 0
    end = line.find("; ", position)
    return places.span(start, len(line) if end < 0 else end)


def _give(draft: Draft, speeches: list[Speech]) -> None:
    start, end = max(((span[0], span[1]) for span in draft.spans), default=(draft.start, draft.end))
    for speech in speeches:
        if speech.start <= start and end <= speech.end + 1:
            draft.attributed_to = draft.sentence.slots[speech.slot].index
            return


def _either(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
