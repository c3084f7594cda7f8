"""Compared with what: who is said to be how much better than what, and who says so."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.query import FactView
from extractor.report.amounts import compared_text
from extractor.report.content import Item, Section
from extractor.report.material import Group, Material
from extractor.report.wording import words


def comparisons(material: Material) -> Section | None:
    """The section of comparisons; ``None`` where there are none."""
    said = words("sections")["comparisons"]
    groups = sorted(_alike(material.by_predicate.get("compares_to", ())), key=lambda group: _order(material, group))
    shown = material.best(groups, lambda group: group)
    if not shown:
        return None
    rows = [
        (
            (Item(material.called(group[0].subject)),),
            (Item(baseline(material, group[0])),),
            (Item(metric(material, group[0])),),
            (material.item(compared_text(value) if (value := group[0].value) else "", group),),
            (Item(material.speakers(group)),),
            (Item(_manner(material, group)),),
        )
        for group in shown
    ]
    block = material.table(said["columns"], rows, len(groups) - len(shown))
    return Section("comparisons", said["title"], (block,))


def baseline(material: Material, fact: FactView) -> str:
    """What a product is compared with; an unnamed one as the text has it."""
    if fact.object is not None:
        return material.called(fact.object)
    known: str = words("sections")["comparisons"]["baselines"].get(str(fact.fact.said.get("baseline")), "")
    return known or words("sections")["comparisons"]["baselines"]["predecessor"]


def metric(material: Material, fact: FactView) -> str:
    """The label of what is compared."""
    known = material.ontology.attributes.get(fact.attribute or "")
    return known.label if known else (fact.attribute or "").replace("_", " ")


def _order(material: Material, group: Group) -> tuple[str, str, str, float, str]:
    fact = group[0]
    amount = fact.value.amount if fact.value else 0.0
    return material.called(fact.subject).casefold(), baseline(material, fact), metric(material, fact), -amount, fact.id


def _manner(material: Material, group: Group) -> str:
    """How sure; who says it has a column of its own."""
    return material.aside(group[0], spoken=False) or str(words("words")["modalities"]["asserted"]["alone"])


def _alike(facts: Iterable[FactView]) -> list[Group]:
    """Facts that say the same: one number without a bound goes with the one of the same number that has one."""
    groups: dict[tuple[object, ...], dict[str, list[FactView]]] = {}
    for fact in sorted(facts, key=lambda fact: (not _bound(fact), fact.id)):
        value = fact.value
        amount = (value.amount, value.low, value.unit) if value else ()
        key = (fact.subject.id, fact.fact.object, fact.attribute, fact.modality, amount, fact.fact.counted)
        bounds = groups.setdefault(key, {})
        mine = next(iter(bounds)) if not _bound(fact) and len(bounds) == 1 else _bound(fact)
        bounds.setdefault(mine, []).append(fact)
    return [group for bounds in groups.values() for group in bounds.values()]


def _bound(fact: FactView) -> str:
    return (fact.value.bound or "") if fact.value else ""
