"""Whom a status is said of: the slot that its rule names, else what the sentence or the text is about."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from extractor.ontology import Ontology
from extractor.pipeline.annotations import ArticleEntity, annotations
from extractor.pipeline.pattern import Found, Pattern
from extractor.pipeline.skeleton import OPEN, Skeleton, Slot
from extractor.pipeline.status_places import Places

TOPICS = (frozenset({"CHIP", "SYSTEM", "SERVICE"}), frozenset({"TECHNOLOGY", "FACILITY"}))
REACH = 2  # sentences
DETERMINERS = frozenset({"the", "a", "an", "'s", "its", "new", "upcoming", "first", "latest", "all", "both"})


@dataclass(frozen=True, slots=True)
class Subject:
    """The entity a status is said of, and the slot that names it in the sentence, if one does."""

    entity: int
    slot: Slot | None


class StatusSubjects:
    """Finds the subjects of a match; the words that rule out one beside them are lexicon groups."""

    def __init__(self, ontology: Ontology) -> None:
        self.predicates = ontology.predicates
        self.not_after = frozenset(ontology.lexicon.get("st_not_after", ()))
        self.not_before = frozenset(ontology.lexicon.get("st_not_before", ()))
        self.joins = frozenset(ontology.lexicon.get("st_joins", ()))

    def of(
        self, doc: Doc, pattern: Pattern, found: Found, sentence: Skeleton, places: Places
    ) -> Iterator[Subject]:
        """The subjects of a match, those coordinated with the named one included."""
        if "subject" not in found.roles:
            subject = self._in_sentence(found, sentence, places) or focus(doc, places.span(found.start, found.end)[0])
            if subject is not None:
                yield subject
            return
        number = found.roles["subject"]
        alone = "subject" in pattern.alone
        members = (number,) if alone else sentence.together.get(number, (number,))
        if self._fits(found, members, places):
            for member in members:
                slot = sentence.slots[member]
                if slot.kind in self.predicates[pattern.rule.predicate].domain:
                    yield Subject(slot.index, slot)

    def _fits(self, found: Found, members: tuple[int, ...], places: Places) -> bool:
        """Whether the named subject is neither the object of a preposition nor that of an earlier verb."""
        here = places.slots[found.roles["subject"]]
        start, end = places.number(found.start), places.number(found.end)
        if here == start:
            joined = bool(self.joins & set(places.tokens[here + 1 : end]))
            return not joined and not self._governed(min(places.slots[m] for m in members), places)
        following = places.tokens[end] if end < len(places.tokens) else ""
        return here != end - 1 or following not in self.not_before

    def _governed(self, position: int, places: Places) -> bool:
        position -= 1
        while position > 0 and (places.tokens[position] in DETERMINERS or places.tokens[position].startswith(f"{OPEN}ORG")):
            position -= 1
        return position >= 0 and places.tokens[position] in self.not_after

    def _in_sentence(self, found: Found, sentence: Skeleton, places: Places) -> Subject | None:
        """The first product before the match, in its part of the sentence, that no preposition governs."""
        end = places.number(found.start)
        start = max((n + 1 for n in range(end) if places.tokens[n] == ";"), default=0)
        for types in TOPICS:
            for number, position in enumerate(places.slots):
                slot = sentence.slots[number]
                if start <= position < end and slot.kind in types and not self._governed(position, places):
                    return Subject(slot.index, slot)
        return None


def focus(doc: Doc, position: int) -> Subject | None:
    """The product that the text has named most often so far, among those of the last sentences and the title."""
    entities: list[ArticleEntity] = annotations(doc, "entities")
    starts = [sentence.start for sentence in annotations(doc, "sentences")]
    here = bisect_right(starts, position) - 1
    since = starts[max(0, here - REACH)]
    title = starts[1] if len(starts) > 1 else 0
    for types in TOPICS:
        counts: Counter[int] = Counter()
        for entity in entities:
            places = [name.start for name in entity.names if name.start < position]
            if entity.type in types and any(p >= since or p < title for p in places):
                counts[entity.index] = len(places)
        if counts:
            best = max(counts, key=lambda index: (counts[index], -index))
            return Subject(best, None)
    return None
