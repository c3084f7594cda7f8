"""Accounts: sources that are given without a verb ("according to X", "by X's own count", "X: ...", "...: X")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractor.pipeline.manner.phrases import Phrases
from extractor.pipeline.manner.reach import Speech, ahead, around
from extractor.pipeline.manner.sentence_words import NAMED, PRESS, SPEAKERS, Voice

LONG = 12  # words between "according to" and the name, at most ("a survey of 46 providers by ...")


def accounts(phrases: Phrases) -> Iterator[Speech]:
    """The speeches of a sentence that have no verb."""
    yield from _headline(phrases)
    yield from _according(phrases)
    yield from _counts(phrases)


def _headline(phrases: Phrases) -> Iterator[Speech]:
    count = len(phrases.tokens)
    if count < 4:
        return
    if phrases.word(1) == ":" and phrases.kind(0) in SPEAKERS:
        yield ahead(phrases, Voice(NAMED, 0, 0, 1))
    if phrases.word(1) == ":" and phrases.word(0) in phrases.words.groups["heads"]:
        yield around(phrases, Voice(PRESS, None, 0, 1))
    if phrases.word(count - 2) == ":" and phrases.kind(count - 1) == "ORG":
        yield around(phrases, Voice(NAMED, len(phrases.sentence.slots) - 1, count - 1, count))


def _according(phrases: Phrases) -> Iterator[Speech]:
    for match in phrases.words.according.finditer(phrases.sentence.line):
        voice = phrases.behind(phrases.places.number(match.end() + 1), LONG, prepositions=True)
        if voice is not None:
            yield _placed(phrases, replace(voice, first=phrases.places.number(match.start())))


def _counts(phrases: Phrases) -> Iterator[Speech]:
    for match in phrases.words.anaphor.finditer(phrases.sentence.line):
        number = phrases.places.number(match.start())
        for owner in range(number - 1, max(0, number - 5), -1):
            slot = phrases.slot(owner)
            owned = slot is not None and slot.kind == "ORG" and phrases.word(owner + 1) == "'s"
            if owned and phrases.word(owner - 1) in ("by", "in", "from"):
                yield _placed(phrases, Voice(NAMED, phrases.index(phrases.word(owner)), owner - 1, number + 1))


def _placed(phrases: Phrases, voice: Voice) -> Speech:
    """What an account speaks of: inside of a clause ("and, by X's count, has ...") what follows, else all of it."""
    asides = phrases.words.groups["asides"]
    inside = phrases.word(voice.end) == "," == phrases.word(voice.first - 1)
    return (ahead if inside and phrases.word(voice.first - 2) in asides else around)(phrases, voice)
