"""Reach: the stretch of a sentence that is ascribed to a source."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.pipeline.manner.sentence_words import Voice, Words
from extractor.pipeline.manner.words import SAYS


@dataclass(frozen=True, slots=True)
class Speech:
    """A source and the stretch of the text, in characters, that is ascribed to it.

    ``wide``: the words around the source are ascribed to it, not only those behind; ``near``: where its last words before
    the source begin; ``far``: how far a speech goes on where no other begins; ``manner``: how the verb speaks
    (``expecting`` and ``denying`` verbs tell more than that it is said).
    """

    voice: Voice
    start: int
    end: int
    far: int
    near: int = 0
    wide: bool = False
    manner: str = SAYS


def around(words: Words, voice: Voice, manner: str = SAYS) -> Speech:
    """A speech over the clause around its source; one that closes a sentence covers all of it."""
    first, last = voice.first, _clause_end(words, voice)
    while first > 0 and (last == len(words.tokens) - 1 or words.word(first - 1) != ";"):
        first -= 1
    comma = voice.first - 2
    while comma > first and words.word(comma) != ",":
        comma -= 1
    chars = words.places.chars
    near = chars[max(comma, first)][0]
    return Speech(voice, chars[first][0], chars[last][1], words.sentence.end, near, True, manner)


def ahead(words: Words, voice: Voice, manner: str = SAYS) -> Speech:
    """A speech from its source to the end of the clause."""
    chars = words.places.chars
    start = chars[voice.first][0]
    return Speech(voice, start, chars[_clause_end(words, voice)][1], words.sentence.end, start, False, manner)


def _clause_end(words: Words, voice: Voice) -> int:
    last = min(voice.end, len(words.tokens) - 1)
    while last < len(words.tokens) - 1 and words.word(last) != ";":
        last += 1
    return last
