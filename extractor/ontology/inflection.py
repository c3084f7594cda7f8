"""English verb forms for the lexicon: "announce" stands for announces, announced and announcing as well."""

from __future__ import annotations

from typing import Any

VOWELS = "aeiou"


def expand(words: Any) -> tuple[str, ...]:
    """The forms of a lexicon group, longest first.

    A word of the list stands for itself; ``~word`` also for the regular forms of that verb (of a phrase the first word
    is inflected); irregular forms are listed by hand.
    """
    forms: set[str] = set()
    for word in words:
        forms.update(inflect(word[1:]) if word.startswith("~") else [word.lower()])
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


def inflect(phrase: str) -> list[str]:
    """Base, third person, past and -ing form of a regular verb.

    >>> inflect("ship with")
    ['ship with', 'ships with', 'shipped with', 'shipping with']
    """
    verb, blank, rest = phrase.lower().partition(" ")
    return [f"{form}{blank}{rest}" for form in (verb, with_s(verb), _suffixed(verb, "ed"), _suffixed(verb, "ing"))]


def with_s(word: str) -> str:
    """The plural of a regular noun, which is spelled as the third person of a verb.

    >>> [with_s(word) for word in ("compute unit", "switch", "memory", "supply", "chassis")]
    ['compute units', 'switches', 'memories', 'supplies', 'chassis']
    """
    if word.endswith("sis"):
        return word
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    return word[:-1] + "ies" if len(word) > 1 and word.endswith("y") and word[-2] not in VOWELS else word + "s"


def _suffixed(verb: str, suffix: str) -> str:
    if verb.endswith("e") and not (verb.endswith("ee") and suffix == "ing"):
        return verb[:-1] + suffix
    if len(verb) > 1 and verb.endswith("y") and verb[-2] not in VOWELS and suffix == "ed":
        return verb[:-1] + "ied"
    if _doubles(verb):
        return verb + verb[-1] + suffix
    return verb + suffix


def _doubles(verb: str) -> bool:
    """Short verbs that end in consonant, vowel, consonant double the last: ship, plug, tap."""
    syllables = sum(a in VOWELS and b not in VOWELS for a, b in zip(verb, verb[1:] + "x", strict=True))
    return (
        len(verb) > 2
        and syllables == 1
        and verb[-1] not in VOWELS + "wxy"
        and verb[-2] in VOWELS
        and verb[-3] not in VOWELS
    )
