"""Speeches: the sources in a sentence, each with the words that are ascribed to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractor.pipeline.manner.accounts import accounts
from extractor.pipeline.manner.phrases import Phrases
from extractor.pipeline.manner.reach import Speech, ahead, around
from extractor.pipeline.manner.sentence_words import POINTS, Voice
from extractor.pipeline.manner.words import CLOSES, SpeechWords
from extractor.pipeline.structure.skeleton import Skeleton

QUOTES = frozenset({",", '"', "”", "“", "—", "–"})


class SpeechFinder:
    """Finds the speeches of a sentence, in the order of its words."""

    def __init__(self, words: SpeechWords) -> None:
        self.words = words

    def speeches(self, text: str, sentence: Skeleton) -> list[Speech]:
        """The speeches of a sentence."""
        if not self.words.cue.search(sentence.line):
            return []
        phrases = Phrases(text, sentence, self.words)
        return sorted([*accounts(phrases), *self._spoken(phrases)], key=lambda speech: speech.start)

    def _spoken(self, phrases: Phrases) -> Iterator[Speech]:
        """The speeches of the verbs."""
        for match in self.words.verb.finditer(phrases.sentence.line):
            verb, end = phrases.places.number(match.start()), phrases.places.number(match.end() + 1)
            if phrases.word(end) == "to" and match[0] in self.words.groups["passive"]:
                continue
            speech = self._speech(phrases, verb, end, self.words.manner[match[0]])
            if speech is not None:
                yield speech

    def _speech(self, phrases: Phrases, verb: int, end: int, manner: str) -> Speech | None:
        inverted = phrases.behind(end) if verb and phrases.word(verb - 1) in POINTS else None
        if inverted is not None and self._stops(phrases, inverted.end):
            return around(phrases, inverted, manner)
        voice = phrases.before(verb) or self._told(phrases, verb)
        if voice is None:
            return self._joined(phrases, verb, end, manner)
        if voice.first and phrases.word(voice.first - 1) in QUOTES and self._closed(phrases, end):
            aside = phrases.word(voice.first - 2) in self.words.groups["asides"]
            return ahead(phrases, voice, manner) if aside else around(phrases, voice, manner)
        return None if manner == CLOSES else ahead(phrases, voice, manner)

    def _joined(self, phrases: Phrases, verb: int, end: int, manner: str) -> Speech | None:
        """A later verb of the sentence's subject: "Acme showed its slides, claiming that ..."."""
        if phrases.word(verb - 1) != "," or not phrases.word(verb).endswith(("ing", "s")):
            return None
        voice = phrases.opening(verb - 1)
        return None if voice is None else ahead(phrases, replace(voice, first=verb, end=end), manner)

    def _told(self, phrases: Phrases, verb: int) -> Voice | None:
        """The publication in "people familiar with the plans told Acme News that ..."."""
        if phrases.word(verb) not in ("told", "tell") or phrases.kind(verb + 1) != "ORG":
            return None
        if not self.words.groups["nobody"].intersection(phrases.tokens[max(0, verb - 10) : verb]):
            return None
        told = phrases.behind(verb + 1)
        first = next((n for n in range(verb, -1, -1) if n == 0 or phrases.word(n - 1) in POINTS), 0)
        return None if told is None else replace(told, first=first, end=verb + 2)

    def _closed(self, phrases: Phrases, end: int) -> bool:
        """Whether nothing that was said follows a verb: "... said on Tuesday", "... told analysts, and ..."."""
        for number in range(end, min(end + 12, len(phrases.tokens))):
            if phrases.word(number) == "that":
                return False
            if phrases.word(number) in POINTS:
                break
        reach = 6 if phrases.word(end - 1) in ("told", "tells") else 1
        return any(self._stops(phrases, number) for number in range(end, end + reach))

    def _stops(self, phrases: Phrases, number: int) -> bool:
        """Whether a word ends a phrase: a point, a preposition, a date, the end of the sentence."""
        stops = self.words.groups["stops"]
        return number >= len(phrases.tokens) or phrases.word(number) in stops or phrases.kind(number) == "date"
