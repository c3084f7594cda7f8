"""Whom a status is said of: the slot that its rule names, else what the sentence or the text is about."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from extractor.ontology import Ontology
from extractor.pipeline.annotations import layer
from extractor.pipeline.rules.pattern import Found, Pattern
from extractor.pipeline.statuses.places import Places
from extractor.pipeline.structure.skeleton import OPEN, Skeleton, Slot

TOPICS = (frozenset({"CHIP", "SYSTEM", "SERVICE"}), frozenset({"TECHNOLOGY", "FACILITY"}))
RELATIVES = frozenset({"that", "which", "who"})
REACH = 3  # sentences
NEWS = 2  # what the text presents counts as if it were named so often more
DETERMINERS = frozenset({"the", "a", "an", "'s", "its", "new", "upcoming", "first", "latest", "all", "both"})


@dataclass(frozen=True, slots=True)
class Subject:
    """The entity a status is said of, and the slot that names it in the sentence, if one does."""

    entity: int
    slot: Slot | None


class Named:
    """How often a text has named the products before the sentence that it has come to, by group of types.

    What the text presents counts as if it were named :data:`NEWS` times more.
    """

    def __init__(self, doc: Doc) -> None:
        self.sentences: list[Skeleton] = layer(doc, "sentences")
        self.starts = [sentence.start for sentence in self.sentences]
        self.presented = {d.object for d in layer(doc, "statements") if d.predicate == "announces"}
        self._restart()

    def _restart(self) -> None:
        self.here = 0
        self.counts: dict[frozenset[str], Counter[int]] = {types: Counter() for types in TOPICS}
        self.most = dict.fromkeys(TOPICS, 0)

    def go_to(self, sentence: Skeleton) -> int:
        """Count up to a sentence and return its number; the text is to be gone through once, from front to back."""
        here = bisect_right(self.starts, sentence.start) - 1
        if here < self.here:
            self._restart()
        for passed in self.sentences[self.here : here]:
            for slot in passed.slots:
                self._count(slot)
        self.here = here
        return here

    def _count(self, slot: Slot) -> None:
        for types in TOPICS:
            if slot.kind in types:
                counts = self.counts[types]
                counts[slot.index] += 1 + (NEWS if slot.index in self.presented and not counts[slot.index] else 0)
                self.most[types] = max(self.most[types], counts[slot.index])


class StatusSubjects:
    """Finds the subjects of a match; the words that rule out one beside them are lexicon groups."""

    def __init__(self, ontology: Ontology) -> None:
        self.predicates = ontology.predicates
        self.not_after = frozenset(ontology.lexicon.get("st_not_after", ()))
        self.not_before = frozenset(ontology.lexicon.get("st_not_before", ()))
        self.reduced = frozenset(ontology.lexicon.get("st_reduced", ()))
        self.joins = frozenset(ontology.lexicon.get("st_joins", ()))

    def of(self, named: Named, pattern: Pattern, found: Found, sentence: Skeleton, places: Places) -> Iterator[Subject]:
        """The subjects of a match, those coordinated with the named one included."""
        if "subject" not in found.roles:
            subject = self._topic(named, found, sentence, places)
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
        """Whether the named subject is neither the object of a preposition nor part of another name's apposition."""
        here = places.slots[found.roles["subject"]]
        start, end = places.number(found.start), places.number(found.end)
        if here != start:
            following = places.tokens[end] if end < len(places.tokens) else ""
            return here != end - 1 or following not in self.not_before
        between = places.tokens[here + 1 : end]
        first = min(places.slots[m] for m in members)
        if self.joins & set(between) or ("," in between[1:] and between[0] != "," and apposed(first, places.tokens)):
            return False
        return self._modifies(between, places.tokens[first - 1]) or not self._governed(first, places.tokens)

    def _modifies(self, between: list[str], before: str) -> bool:
        """Whether the words behind a name belong to it whatever its role: "of the MI450, a chip due in May"."""
        if any(token in RELATIVES for token in between[:2]):
            return before == "of" or between[0] == ","
        return (between[:1] == [","] and between.count(",") == 1) or (between[:1] != [] and between[0] in self.reduced)

    def _governed(self, position: int, tokens: list[str]) -> bool:
        position -= 1
        while position > 0 and (tokens[position] in DETERMINERS or tokens[position].startswith(f"{OPEN}ORG")):
            position -= 1
        return position >= 0 and tokens[position] in self.not_after

    def _topic(self, named: Named, found: Found, sentence: Skeleton, places: Places) -> Subject | None:
        """The product that a match without a subject speaks of: of its clause, its sentence, those before, the text."""
        end = places.number(found.start)
        borders = [n for n in range(end) if places.tokens[n] == ";"]
        for start, stop in zip([0, *borders][::-1], [*borders, end][::-1], strict=True):
            slot = self._first(sentence, places.tokens, start, stop)
            if slot is not None:
                return Subject(slot.index, slot)
        own = [s for s, n in zip(sentence.slots, places.slots, strict=True) if n < end and s.kind in TOPICS[0]]
        return Subject(own[-1].index, own[-1]) if own else self._earlier(named, sentence)

    def _earlier(self, named: Named, sentence: Skeleton) -> Subject | None:
        """The subject of one of the sentences before, if it is one that the text keeps naming; else the most named."""
        here = named.go_to(sentence)
        near = named.sentences[max(0, here - REACH) : here]
        for types in TOPICS:
            counts, most = named.counts[types], named.most[types]
            for earlier in near[::-1]:
                tokens = earlier.line.split()
                slot = self._first(earlier, tokens, 0, len(tokens), types)
                if slot is not None and counts[slot.index] * 2 > most:
                    return Subject(slot.index, None)
            recent = mentions([*named.sentences[:1], *near], types)
            if recent:
                return Subject(max(recent, key=lambda index: (counts[index], -index)), None)
        return None

    def _first(
        self,
        sentence: Skeleton,
        tokens: list[str],
        start: int,
        end: int,
        types: frozenset[str] | None = None,
    ) -> Slot | None:
        """The first product between two words that no preposition governs."""
        positions = [n for n, token in enumerate(tokens) if token.startswith(OPEN)]
        for wanted in (types,) if types else TOPICS:
            for slot, position in zip(sentence.slots, positions, strict=True):
                if start <= position < end and slot.kind in wanted and not self._governed(position, tokens):
                    return slot
        return None


def mentions(sentences: list[Skeleton], types: frozenset[str]) -> Counter[int]:
    """How often the sentences name the entities of some types."""
    return Counter(slot.index for sentence in sentences for slot in sentence.slots if slot.kind in types)


def apposed(position: int, tokens: list[str]) -> bool:
    """Whether the slot at a position stands in the apposition of another ("N4A, the second Axion machine, is ...")."""
    for n in range(position - 1, max(0, position - 6), -1):
        if tokens[n] == ",":
            return tokens[n - 1].startswith(OPEN)
        if tokens[n].startswith(OPEN):
            return False
    return False
