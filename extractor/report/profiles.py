"""Product by product: values, technology, where it is built in, who offers and uses it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from extractor.facts.entity import Entity
from extractor.query import FactView, Side
from extractor.report.amounts import side_text
from extractor.report.content import Block, Cell, Item, Section, Table
from extractor.report.material import UNCERTAIN, Group, Material
from extractor.report.wording import capital, words

PRODUCTS = ("CHIP", "SYSTEM", "SERVICE", "TECHNOLOGY", "SOFTWARE")


def profiles(material: Material) -> Section | None:
    """The section of products and other things with properties; ``None`` where there are none."""
    said = words("sections")["profiles"]
    things = profiled(material)
    shown = material.best(things, lambda thing: _about(material, thing))
    homes = {thing.id for thing in shown}
    found = [(material.called(thing), rows) for thing in shown if (rows := list(_rows(material, thing, homes)))]
    large = [(name, rows) for name, rows in found if len(rows) >= said["least"]]
    small = [((Item(name),), *row) for name, rows in found if len(rows) < said["least"] for row in rows]
    blocks = [Block(name, Table(tuple(said["columns"]), tuple(rows))) for name, rows in large]
    if small:
        further = said["further"]
        blocks.append(Block(further["title"] if large else "", Table(tuple(further["columns"]), tuple(small))))
    mixed = any(thing.type not in PRODUCTS for thing in shown)
    blocks += _also(material)
    if missing := material.missing(len(things) - len(shown), **said["left_out"]):
        blocks.append(Block(sentences=missing))
    return Section("products", said["title"]["mixed" if mixed else "products"], tuple(blocks)) if blocks else None


def profiled(material: Material) -> list[Entity]:
    """What has a profile: what was asked about and its products, else every product; of what is told most in front."""
    scope = material.scope
    ends = {end.id: end for fact in scope.facts for end in (fact.subject, fact.object) if end is not None}
    things = [end for id_, end in ends.items() if not scope.focus or id_ in scope.own]
    told = [(thing, len(facts)) for thing in things if (facts := _about(material, thing))]
    return [thing for thing, _ in sorted(told, key=lambda pair: (-pair[1], pair[0].name.casefold(), pair[0].id))]


def _about(material: Material, thing: Entity) -> list[FactView]:
    """The facts that make up a profile of the thing; who makes it is no profile by itself."""
    rows = [row for row in words("sections")["profiles"]["rows"] if row != "specs" and row["predicate"] != "makes"]
    wanted = {(row["predicate"], row["end"]) for row in rows} | {("has_spec", "subject")}
    ends = ("subject", "object") if material.scope.focus else ("subject",)
    return [
        fact for end in ends for fact in material.by_end.get((thing.id, end), ()) if (fact.predicate, end) in wanted
    ]


def _rows(material: Material, thing: Entity, homes: set[str]) -> Iterator[tuple[Cell, ...]]:
    """The rows of a profile; ``homes`` are the ids of all things that have one."""
    cells: dict[str, list[Item]] = {}
    for row in words("sections")["profiles"]["rows"]:
        if row == "specs":
            for label, items in _specs(material, thing):
                cells.setdefault(label, []).extend(items)
        elif items := _relations(material, thing, row, homes):
            cells.setdefault(row["label"], []).extend(items)
    for label, items in cells.items():
        yield (Item(label),), tuple(items)


def _specs(material: Material, thing: Entity) -> Iterator[tuple[str, list[Item]]]:
    if all(fact.predicate != "has_spec" for fact in material.by_end.get((thing.id, "subject"), ())):
        return
    for row in material.specs.compare(thing.id, thing.id, material.ontology).rows:
        surest = sorted(row.first, key=lambda side: max(c.fact.confidence for c in side.claims) < UNCERTAIN)
        yield capital(row.label), [_value(material, side, row.label) for side in surest]


def _value(material: Material, side: Side, label: str) -> Item:
    text, aside = side_text(side, label), material.aside(side.claims[0].fact)
    if aside:
        text = f"{text[:-1]}, {aside})" if text.endswith(")") else f"{text} ({aside})"
    return material.item(text, [claim.fact for claim in side.claims])


def _relations(material: Material, thing: Entity, row: Mapping[str, Any], homes: set[str]) -> list[Item]:
    """The other ends of the relations of a row; a relation is told once, in the profile of its subject where that has one."""
    groups = []
    for group in material.groups([row["predicate"]], material.by_end.get((thing.id, row["end"]), ())):
        fact = group[0].fact
        told_there = row["end"] == "object" and fact.subject in homes
        made_by_focus = row["predicate"] == "makes" and fact.subject in {one.id for one in material.scope.focus}
        built_in = row["predicate"] == "offers" and (fact.subject, fact.object) in material.built_in
        if not (told_there or made_by_focus or built_in):
            groups.append(group)
    return _items(material, groups, row)


def _items(material: Material, groups: Sequence[Group], row: Mapping[str, Any]) -> list[Item]:
    """One item for each other end, sorted by name; "Bluetooth" goes into "Bluetooth 4.1"."""
    named: dict[tuple[str, str], list[FactView]] = {}
    for group in groups:
        other = group[0].object if row["end"] == "subject" else group[0].subject
        aside = "; ".join(dict.fromkeys(filter(None, map(material.aside, group))))
        plain = other is not None and other.type == row.get("type")
        named.setdefault((material.called(other, plain=plain), aside), []).extend(group)
    for name, aside in sorted(named):
        exact = [key for key in named if "type" in row and key[0].startswith(f"{name} ") and key[1] == aside]
        if len(exact) == 1:
            named[exact[0]] += named.pop((name, aside))
    return [
        material.item(f"{name} ({aside})" if aside else name, facts)
        for (name, aside), facts in sorted(named.items(), key=lambda pair: (pair[0][0].casefold(), pair[0]))
    ]


def _also(material: Material) -> Iterator[Block]:
    """The products that are only named, in one sentence for each maker."""
    said = words("sections")["profiles"]["also"]
    told = {
        end.id
        for fact in material.scope.facts
        if fact.id in material.shown
        for end in (fact.subject, fact.object)
        if end
    }
    for maker in material.scope.focus:
        left = (
            (material.called(group[0].object), group)
            for group in material.groups(["makes"])
            if group[0].fact.subject == maker.id and group[0].fact.object not in told
        )
        named = sorted(left, key=lambda pair: (pair[0].casefold(), pair[1][0].id))
        ends = "," * (len(named) - 1) + "."
        items = [material.item(name + end, group) for (name, group), end in zip(named, ends, strict=False)]
        if items:
            yield Block(sentences=(Item(said.format(maker=material.called(maker))), *items))
