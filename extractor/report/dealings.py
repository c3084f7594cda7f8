"""Who deals with whom: suppliers and partners, investments, restrictions, people."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.report.content import Item, Section
from extractor.report.material import Group, Material
from extractor.report.wording import does, words

PERSON = "PERSON"


def dealings(material: Material) -> Iterator[Section]:
    """A section for each kind of dealings that there are, as sections.yaml lists them."""
    columns = words("sections")["dealing_columns"]
    for kind in words("sections")["dealings"]:
        groups = sorted(
            _merged(material, material.groups(kind["predicates"])),
            key=lambda group: (kind["predicates"].index(group[0].predicate), _ends(material, group), group[0].id),
        )
        shown = material.best(groups, lambda group: group)
        if not shown:
            continue
        rows = [
            (
                (Item(material.called(group[0].subject)),),
                (Item(does(group[0].predicate)),),
                (material.item(material.called(group[0].object), group),),
                (Item(_details(group)),),
                (Item(material.standing(group)),),
            )
            for group in shown
        ]
        block = material.table(columns, rows, len(groups) - len(shown))
        yield Section(kind["key"], kind["title"], (block,))


def _merged(material: Material, groups: list[Group]) -> list[Group]:
    """The groups; what "Huang" is said to do goes into what "Jensen Huang" does."""
    found = {_key(material, group): list(group) for group in groups}
    for key in sorted(key for key in found if key[-1] == PERSON):
        predicate, who, whom, kind = key
        full = [
            other
            for other in found
            if other[1].endswith(f" {who}") and (*other[:1], *other[2:]) == (predicate, whom, kind)
        ]
        if len(full) == 1:
            found[full[0]] += found.pop(key)
    return list(found.values())


def _key(material: Material, group: Group) -> tuple[str, str, str, str]:
    fact = group[0]
    return fact.predicate, material.called(fact.subject), material.called(fact.object), fact.subject.type


def _ends(material: Material, group: Group) -> tuple[str, str]:
    return material.called(group[0].subject).casefold(), material.called(group[0].object).casefold()


def _details(group: Group) -> str:
    """What the facts say besides: an amount, a post, a day."""
    known = words("sections")["details"]
    told = dict.fromkeys(
        known[key].format(value)
        for fact in group
        for key, value in fact.fact.qualifiers
        if key in known and isinstance(value, str)
    )
    return ", ".join(told)
