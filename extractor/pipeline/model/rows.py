"""Rows: the lines of a list or table that begin with a name speak of it, not of the names that other rows begin with."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from spacy.tokens import Doc

from extractor.pipeline.annotations import ArticleEntity, layer, text_of
from extractor.pipeline.model.scores import Say, Scores
from extractor.pipeline.quantities.grammar import QuantityMatch

HEADS = frozenset({"CHIP", "SYSTEM", "SERVICE"})
LEAD = 12  # characters before the name, at most: a number, "The", the maker


class Rows:
    """The rows of a text (lines with a line right above or below) and the thing that each begins with."""

    def __init__(self, doc: Doc) -> None:
        self.entities: list[ArticleEntity] = layer(doc, "entities")
        self.lines = _lines(text_of(doc))
        self.starts = [start for start, _, _ in self.lines]
        self.named: dict[int, set[int]] = defaultdict(set)  # the lines that name an entity
        first: dict[int, tuple[int, int]] = {}
        for entity in self.entities:
            for name in entity.names:
                line = self.line(name.start)
                self.named[entity.index].add(line)
                if entity.type in HEADS:
                    first[line] = min(first.get(line, (name.start, entity.index)), (name.start, entity.index))
        for reference in layer(doc, "references"):
            self.named[reference.entity].add(self.line(reference.start))
        self.heads = {
            line: index
            for line, (start, index) in first.items()
            if self.lines[line][2] and start - self.lines[line][0] <= LEAD
        }
        self.headed = {
            index: {line for line, head in self.heads.items() if head == index} for index in self.heads.values()
        }

    def line(self, position: int) -> int:
        """The number of the line at a position of the text."""
        return bisect_right(self.starts, position) - 1

    def apart(self, one: int, lines: Iterable[int]) -> bool:
        """Whether an entity begins rows, but none of these lines, each of which begins with another."""
        places = set(lines)
        if one not in self.headed or not places or places & self.named[one]:
            return False
        return all(line in self.heads and self.heads[line] != one for line in places)


def bounded(scores: Scores, doc: Doc) -> Scores:
    """The scores without those that tie the thing of one row to what stands in another's."""
    rows = Rows(doc)
    if len(rows.headed) < 2:
        return scores
    quantities: list[QuantityMatch] = layer(doc, "quantities")

    def tied(table: dict[tuple[int, int], Say]) -> dict[tuple[int, int], Say]:
        return {
            (number, entity): say
            for (number, entity), say in table.items()
            if not rows.apart(entity, [rows.line(quantities[number].start)])
        }

    relations = {
        (subject, object_, predicate): say
        for (subject, object_, predicate), say in scores.relations.items()
        if not rows.apart(subject, rows.named[object_]) and not rows.apart(object_, rows.named[subject])
    }
    return Scores(relations, tied(scores.specs), tied(scores.compared), scores.baselines, scores.statuses)


def _lines(text: str) -> list[tuple[int, int, bool]]:
    """Start and end of each line, and whether another stands right above or below it."""
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append((start, start + len(line)))
        start += len(line) + 1
    full = [end > begin for begin, end in lines]
    return [
        (begin, end, full[n] and (any(full[max(0, n - 1) : n]) or any(full[n + 1 : n + 2])))
        for n, (begin, end) in enumerate(lines)
    ]
