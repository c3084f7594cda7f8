"""What all parts of a report draw on: how sure statements are, their notes, the names of things, tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TypeVar

from extractor.facts.entity import Entity
from extractor.ontology import Ontology
from extractor.page.safe import name
from extractor.query import FactView
from extractor.report.content import Block, Cell, Item, Table
from extractor.report.facts import Facts, Group
from extractor.report.notes import Notes
from extractor.report.scope import Scope
from extractor.report.wording import capital, counted, listed, words

__all__ = ["UNCERTAIN", "Group", "Material"]

UNCERTAIN = 0.6  # what is read less surely is said to be
ORDER = ("asserted", "planned", "reported", "denied")
Row = TypeVar("Row")


class Material(Facts):
    """The material of one report; ``top`` bounds rows, ``shown`` are the ids of the facts that it has told."""

    def __init__(self, scope: Scope, top: int | None, ontology: Ontology | None = None) -> None:
        super().__init__(scope, ontology)
        self.top = top
        self.notes = Notes(scope.graph.document)
        self.shown: set[str] = set()

    def cite(self, facts: Iterable[FactView]) -> tuple[int, ...]:
        """The notes of a statement; its facts count as told."""
        given = list(facts)
        self.shown.update(fact.id for fact in given)
        return self.notes.of(given)

    def item(self, text: str, facts: Iterable[FactView]) -> Item:
        """A text that rests on these facts."""
        return Item(text, self.cite(facts))

    def called(self, entity: Entity | None, *, plain: bool = False) -> str:
        """The name of an entity, with what it is where another of the report is called so (unless it shall be ``plain``)."""
        if entity is None:
            return ""
        known = name(entity.name)
        if plain or self._names[known.casefold()] == 1:
            return known
        return f"{known} ({words('words')['types'].get(entity.type, entity.type.lower())})"

    def standing(self, facts: Iterable[FactView]) -> str:
        """How sure a statement is, in words: "stated", "reported by Bloomberg, not confirmed; denied"."""
        given = list(facts)
        ordered = sorted(given, key=lambda fact: (self.first_told([fact]) or "~", ORDER.index(fact.modality)))
        said = list(dict.fromkeys(self._manner(fact) for fact in ordered))
        if all(fact.confidence < UNCERTAIN for fact in given):
            said.append(words("words")["uncertain"])
        if any(fact.id in self._disputed for fact in given):
            section = words("sections")["disagreements"]["title"]
            said.append(words("words")["disputed"].format(section=section))
        return "; ".join(said)

    def aside(self, fact: FactView, *, spoken: bool = True, disputed: bool = True) -> str:
        """How sure a value is, as an aside behind it: "planned", "according to Micron"; empty where there is nothing.

        Without ``spoken`` whom the text gives as the source is left out, without ``disputed`` that others contradict.
        """
        known = words("words")
        parts = [known["modalities"][fact.modality]["aside"]]
        if spoken and fact.speaker:
            parts.append(known["according"].format(speaker=self.called(fact.speaker)))
        if fact.confidence < UNCERTAIN:
            parts.append(known["uncertain"])
        if disputed and fact.id in self._disputed:
            parts.append(known["disputed"].format(section=words("sections")["disagreements"]["title"]))
        return ", ".join(filter(None, parts))

    def first_told(self, facts: Iterable[FactView]) -> str | None:
        """The day (ISO) on which a statement was published first."""
        return min((a.published[:10] for fact in facts for a in fact.articles if a.published), default=None)

    def importance(self, facts: Iterable[FactView]) -> tuple[int, float, str]:
        """A key that puts what most independent sources tell, most surely, in front."""
        given = list(facts)
        return -self.notes.weight(given), -max(fact.confidence for fact in given), min(fact.id for fact in given)

    def best(self, rows: Sequence[Row], facts: Callable[[Row], Iterable[FactView]]) -> list[Row]:
        """The most important rows, in the order in which they stand."""
        if self.top is None or len(rows) <= self.top:
            return list(rows)
        ranked = sorted(range(len(rows)), key=lambda place: self.importance(facts(rows[place])))
        return [rows[place] for place in sorted(ranked[: self.top])]

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[Cell]], left_out: int = 0) -> Block:
        """A table without columns that say nothing: those that are empty, and a "stated" in every row."""
        stated = words("words")["modalities"]["asserted"]["alone"]
        kept = [
            place
            for place in range(len(columns))
            if any(item.text not in ("", stated) for row in rows for item in row[place])
        ]
        cells = tuple(tuple(row[place] for place in kept) for row in rows)
        return Block(table=Table(tuple(columns[place] for place in kept), cells), sentences=self.missing(left_out))

    def missing(self, count: int, one: str = "entry", many: str = "entries") -> tuple[Item, ...]:
        """The sentence that says how much is not shown."""
        if not count:
            return ()
        said = words("sections")["left_out"]
        return (Item(capital(said.format(count=counted(count, one, many), are="is" if count == 1 else "are"))),)

    def speakers(self, facts: Iterable[FactView]) -> str:
        """Whom the texts give as the source, else the publishers."""
        given = list(facts)
        named = sorted({self.called(fact.speaker) for fact in given if fact.speaker})
        return listed(named or self.notes.sources(given))

    def _manner(self, fact: FactView) -> str:
        known = words("words")["modalities"][fact.modality]
        if fact.speaker is None:
            return str(known["alone"])
        return str(known["named"].format(speaker=self.called(fact.speaker)))

    @cached_property
    def _disputed(self) -> frozenset[str]:
        return frozenset(fact for conflict in self.conflicts for side in conflict.sides for fact in side.facts)

    @cached_property
    def _names(self) -> Counter[str]:
        ends = {end.id: end for fact in self.scope.facts for end in (fact.subject, fact.object, fact.speaker) if end}
        return Counter(name(entity.name).casefold() for entity in ends.values())
