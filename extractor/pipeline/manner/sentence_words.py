"""The words of a sentence as the readers of speech look at them, and the source that they find."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.pipeline.manner.words import SpeechWords
from extractor.pipeline.statuses.places import Places
from extractor.pipeline.structure.skeleton import CLOSE, OPEN, Skeleton, Slot

NAMED, COMPANY, PERSON, PRESS = "named", "company", "person", "press"
SPEAKERS = ("ORG", "PERSON")
POINTS = frozenset({",", ".", ";", ":", '"', "“", "”", "—", "–", "(", ")"})


@dataclass(frozen=True, slots=True)
class Voice:
    """A source: a slot's number or, where it has no name, what ``kind`` of source it is; ``first``: where it begins."""

    kind: str
    slot: int | None
    first: int
    end: int


class Words:
    """The words of one sentence, given by their number, and what they stand for."""

    def __init__(self, text: str, sentence: Skeleton, words: SpeechWords) -> None:
        self.text, self.sentence, self.words = text, sentence, words
        self.places = Places(text, sentence)
        self.tokens = self.places.tokens

    def slot(self, number: int) -> Slot | None:
        """The slot that a word stands for."""
        token = self.tokens[number] if 0 <= number < len(self.tokens) else ""
        return self.sentence.slots[self.index(token)] if token.startswith(OPEN) else None

    def kind(self, number: int) -> str:
        """The type of the slot at a word, empty for a plain word."""
        slot = self.slot(number)
        return slot.kind if slot else ""

    def word(self, number: int) -> str:
        """A word, empty outside of the sentence."""
        return self.tokens[number] if 0 <= number < len(self.tokens) else ""

    def pronoun(self, number: int) -> bool:
        """Whether a word is "it" or "its"."""
        slot = self.slot(number)
        return bool(slot and slot.reference and self.text[slot.start : slot.end].lower() in ("it", "its"))

    def phrase_start(self, number: int) -> int:
        """Where the phrase begins that a word ends."""
        first = number
        while first > 0 and number - first < 8:
            if self.word(first - 1) in POINTS or self.word(first - 1) in self.words.groups["breaks"]:
                break
            first -= 1
        return first

    @staticmethod
    def index(token: str) -> int:
        """The number of the slot that a word of the line stands for."""
        return int(token.rpartition(":")[2].rstrip(CLOSE))
