"""The words of speech, ready for matching: patterns of verbs and phrases, sets of single words."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from extractor.ontology import load_ontology
from extractor.ontology.source import Source

SAYS, CLOSES, EXPECTS, DENIES = "says", "closing", "expecting", "denying"
VERBS = (CLOSES, EXPECTS, DENIES)
VOICES = ("company", "person", "press")
GROUPS = (
    "passive", "helpers", "nobody", "breaks", "stops", "asides", "links", "prepositions", "heads", "plain", "acts", "claims",
    "negations", "failures",
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class SpeechWords:
    """What the readers of speech look for; ``manner`` tells for every verb how it speaks, ``voices`` the nameless sources.

    ``cue`` finds any of the others: a sentence without it has no source. ``groups`` are the further lists of speech.yaml.
    """

    cue: re.Pattern[str]
    verb: re.Pattern[str]
    according: re.Pattern[str]
    anaphor: re.Pattern[str]
    manner: Mapping[str, str]
    voices: Mapping[str, str]
    groups: Mapping[str, frozenset[str]]


@functools.cache
def load_speech(folder: Path | None) -> SpeechWords:
    """Read ``speech.yaml`` (and a user's over it) beside the ontology's part on attribution."""
    entry = Source(folder).entry("speech", (*VERBS, *VOICES, *GROUPS))
    cues = load_ontology(folder).attribution
    manner = dict.fromkeys(cues.verbs, SAYS)
    for key in VERBS:
        manner |= dict.fromkeys(entry.words(key), key)
    return SpeechWords(
        cue=_any((*manner, *cues.according, *cues.anaphors, ":")),
        verb=_any(manner),
        according=_any(cues.according),
        anaphor=_any(cues.anaphors),
        manner=manner,
        voices={word: kind for kind in VOICES for word in entry.words(kind)},
        groups={name: frozenset(entry.words(name)) for name in GROUPS},
    )


def _any(words: Iterable[str]) -> re.Pattern[str]:
    body = "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
    return re.compile(rf"(?<!\S)(?:{body})(?= )")
