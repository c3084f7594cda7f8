"""Generations: "the second generation of the company's Trainium chip" is Trainium2, by the catalogue's lineage."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.catalogue import Catalogue
from extractor.catalogue.lineage import line_from
from extractor.pipeline.annotations import ArticleEntity, Reference

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
NUMBERED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
PHRASE = re.compile(
    rf"\b(?P<ordinal>{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))[ -]gen(?:eration)?(?: versions?)?"
    r"(?: of)?(?: (?:the company['’]s|its|the|their|our|\w+['’]s))? $",
    re.I,
)
COUNTED = re.compile(rf"\b(?P<ordinal>{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)) $", re.I)
GENERATION = re.compile(r" generation\b")
REACH = 60


def generation_references(text: str, entities: list[ArticleEntity], catalogue: Catalogue) -> Iterator[Reference]:
    """References from "n-th generation (of) X" and "n-th X generation" to the n-th member of X's line.

    Only where the article names that member too.
    """
    present = {entity.known: entity for entity in entities if entity.known}
    for entity in entities:
        line = successors(entity.known, catalogue) if entity.known else []
        for name in entity.names if len(line) > 1 else ():
            found = PHRASE.search(text, max(0, name.start - REACH), name.start)
            if found is None and GENERATION.match(text, name.end):
                found = COUNTED.search(text, max(0, name.start - REACH), name.start)
            number = ordinal(found["ordinal"]) if found else 0
            if found and 0 < number <= len(line) and line[number - 1] in present:
                yield Reference(found.start(), name.end, present[line[number - 1]].index)


def successors(known: str, catalogue: Catalogue) -> list[str]:
    """The generations of a series or of its first member, the oldest first; empty for a member in mid-line."""
    first = catalogue.first_members.get(known, known)
    if catalogue.entries[first].predecessor:
        return []
    return line_from(catalogue, first)


def ordinal(word: str) -> int:
    """The number that an ordinal means.

    >>> ordinal("second"), ordinal("4th")
    (2, 4)
    """
    found = NUMBERED.fullmatch(word.lower())
    return int(found[1]) if found else ORDINALS.index(word.lower()) + 1
