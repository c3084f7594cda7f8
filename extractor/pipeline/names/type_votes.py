"""Typing: which type an unseen name has, by its words and its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from extractor.ontology.name_cues import NameCues
from extractor.pipeline.names.runs import shape

PROCESS = re.compile(r"\d{1,3}(?:\.\d)?nm|N\d[A-Z]?|\d{2}A|A1[046]")
MEMORY = re.compile(r"(?:LP|G)?DDR\d\w*|HBM\d\w*|UFS|eMMC")
FAB = re.compile(r"(?:Fab|FAB) ?(?:\d+[A-Z]?|[A-Z]\d?|One|Two)|D1[A-Z]")
OPENINGS = frozenset({",", "is", "(", "—", "–"})
POSSESSIVES = frozenset({"'s", "’s"})

Vote = tuple[str, float, str]


def votes(doc: Doc, first: int, last: int, cues: NameCues, brand: bool) -> Iterator[Vote]:
    """Votes (type, weight, reason) for the tokens ``first`` to ``last`` as one name; ``brand``: a maker stands in front."""
    words = [token.text for token in doc[first:last]]
    yield from _own_words(words, cues)
    yield from _neighbours(doc, first, last, cues)
    if brand:
        yield "CHIP", 0.7, "brand"


def _own_words(words: list[str], cues: NameCues) -> Iterator[Vote]:
    text = " ".join(words)
    kinds = [shape(word) for word in words]
    if FAB.fullmatch(text):
        yield "FACILITY", 3.0, "fab"
    if PROCESS.fullmatch(text) or MEMORY.match(text):
        yield "TECHNOLOGY", 2.0, "standard"
    elif "N" in kinds:
        yield "CHIP", 1.0, "code"
    if len(words) > 1 and words[-1] in cues.suffixes:
        yield cues.suffixes[words[-1]], 2.5, "suffix"
    if len(words) > 1 and words[-1].isdigit() and len(words[-1]) == 4 and words[-2] in cues.suffixes:
        yield cues.suffixes[words[-2]], 2.0, "suffix"
    if words[0] in cues.of_heads and "of" in words:
        yield "ORG", 3.0, "of"
    if 2 <= len(words) <= 4 and words[0] in cues.first_names and all(k in "CA" for k in kinds):
        yield "PERSON", 2.5, "first name"


def _neighbours(doc: Doc, first: int, last: int, cues: NameCues) -> Iterator[Vote]:
    kinds = {shape(token.text) for token in doc[first:last]}
    before = [token.text for token in doc[max(0, first - 3) : first]]
    after = [token.text for token in doc[last : last + 3]]
    yield from _class_words(before, after, cues)
    if apposed := _apposed(doc, last, cues):
        yield apposed, 2.2, "apposition"
    if kinds <= {"C", "A"}:
        if last - first in (2, 3):
            yield from _titles(doc, last, before, after, cues)
        yield from _acts(last - first, after, cues)
        yield from _places(last - first, kinds, before, cues)


def _class_words(before: list[str], after: list[str], cues: NameCues) -> Iterator[Vote]:
    two = " ".join(after[:2]).lower()
    if after and (two in cues.nouns or after[0].lower() in cues.nouns):
        yield cues.nouns.get(two) or cues.nouns[after[0].lower()], 2.0, "noun behind"
    if before and before[-1] in cues.before:
        yield cues.before[before[-1]], 1.6, "noun before"
    elif " ".join(before[-2:]) in cues.before:
        yield cues.before[" ".join(before[-2:])], 1.6, "noun before"


def _titles(doc: Doc, last: int, before: list[str], after: list[str], cues: NameCues) -> Iterator[Vote]:
    """Titles and posts of a person: "chief executive Lisa Su", "CEO, Lisa Su", "Lisa Su, the chief executive"."""
    titled = before[-1:] == [","] and before[-2:-1] and before[-2] in cues.person_before
    if before and (titled or {before[-1], before[-1].lower()} & (cues.person_before | cues.person_after)):
        yield "PERSON", 2.5, "title"
    if after[:1] == [","] and {token.text for token in doc[last + 1 : last + 8]} & cues.person_before:
        yield "PERSON", 2.0, "title behind"


def _acts(length: int, after: list[str], cues: NameCues) -> Iterator[Vote]:
    """What persons and organisations do or have."""
    if after and (after[0] in cues.org_after or " ".join(after[:2]) in cues.org_after):
        yield ("PERSON", 0.6, "speaks") if length == 2 and after[0] in cues.person_after else ("ORG", 1.2, "acts")
    if POSSESSIVES.intersection(after[:1]):
        yield "ORG", 0.6, "possessive"


def _places(length: int, kinds: set[str], before: list[str], cues: NameCues) -> Iterator[Vote]:
    """What prepositions and capitals say."""
    if length < 3 and before and before[-1] in cues.place_before:
        yield "PLACE", 0.8, "in"
    if "C" in kinds and before and before[-1] in cues.org_before:
        yield "ORG", 0.5, "preposition"
    yield "ORG", 0.3, "capital"


def _apposed(doc: Doc, last: int, cues: NameCues) -> str | None:
    """The type of the class noun in an apposition or definition: "the R3, a liquid-cooled rack", "Tern is a new chip"."""
    words = [token.text.lower() for token in doc[last : last + 9]]
    if len(words) < 2 or words[0] not in OPENINGS or words[1] not in cues.apposition_determiners:
        return None
    for position in range(2, len(words)):
        if words[position] in cues.apposition_stops:
            return None
        noun = " ".join(words[position : position + 2])
        if noun in cues.nouns:
            return cues.nouns[noun]
        following = words[position + 1] if position + 1 < len(words) else ""
        if words[position] in cues.nouns and _ends_noun(following, cues):
            return cues.nouns[words[position]]
    return None


def _ends_noun(following: str, cues: NameCues) -> bool:
    """Whether a class noun before this word is the last of its phrase: no noun before another, or before a hyphen."""
    if following in cues.apposition_links:
        return True
    return following not in cues.nouns and following != "-" and not following.isalpha()
