"""Votes from the article and the catalogue on the type of an unseen name, and how votes are counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Doc

from extractor.catalogue import Catalogue
from extractor.ontology.name_cues import NameCues
from extractor.pipeline.annotations import Name, text_of

LIST_SIGNS = frozenset({",", "and", ", and", "or", ", or", "&"})


def winner(ballots: dict[tuple[str, str], float]) -> tuple[str, float]:
    """The type with the greatest sum of weights, each reason counted once; ("", 0.0) without votes."""
    tally: dict[str, float] = defaultdict(float)
    for (type_, _), weight in ballots.items():
        tally[type_] += weight
    return max(tally.items(), key=lambda item: (item[1], item[0]), default=("", 0.0))


def listed_beside(doc: Doc, first: int, last: int, known: dict[int, Name]) -> Iterator[str]:
    """Types of the known names that stand in one list with the tokens: "CoreWeave, Lambda and Vultr".

    A comma alone is no list ("At the show, Intel said"): it needs a conjunction beyond the known name.
    """
    for position in (last + 1, last + 2):
        if position in known and (sign := doc[last:position].text) in LIST_SIGNS:
            behind = text_of(doc)[known[position].end : known[position].end + 6].lstrip(" ,")
            if sign != "," or behind.startswith(("and ", "or ")):
                yield known[position].type
    start = next((p for p in range(first - 2, max(-1, first - 9), -1) if p in known), None)
    if start is not None:
        between = text_of(doc)[known[start].end : doc[first].idx].strip()
        if between in LIST_SIGNS and (between != "," or doc[last : last + 1].text in (",", "and", "or")):
            yield known[start].type


def surnames(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Surnames of known persons, with the person's id where just one has it."""
    owners: dict[str, list[str]] = defaultdict(list)
    for known in catalogue.entries.values():
        if known.type == "PERSON" and " " in known.name:
            owners[known.name.split()[-1].lower()].append(known.id)
    return {name: tuple(ids) if len(ids) == 1 else () for name, ids in owners.items()}


def speaks(doc: Doc, position: int, cues: NameCues) -> bool:
    """Whether a word stands where persons do: before or behind a verb of speaking or a title."""
    after = doc[position + 1].text if position + 1 < len(doc) else ""
    before = doc[position - 1].text if position else ""
    return after in cues.person_after or before in cues.person_before or before in cues.person_after
