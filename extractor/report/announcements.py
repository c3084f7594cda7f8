"""What was announced, by whom, on which day."""

from __future__ import annotations

from extractor.report.content import Item, Section
from extractor.report.dates import readable
from extractor.report.material import Group, Material
from extractor.report.wording import listed, words


def announcements(material: Material) -> Section | None:
    """The section of announcements, in the order of their days; ``None`` where there are none."""
    said = words("sections")["announcements"]
    groups = sorted(material.groups(["announces"]), key=lambda group: _order(material, group))
    shown = material.best(groups, lambda group: group)
    if not shown:
        return None
    rows = [
        (
            (Item(readable(announced_on(material, group))),),
            (Item(material.called(group[0].subject)),),
            (material.item(material.called(group[0].object), group),),
            (Item(material.standing(group)),),
            (Item(listed(material.notes.sources(group))),),
        )
        for group in shown
    ]
    return Section("announcements", said["title"], (material.table(said["columns"], rows, len(groups) - len(shown)),))


def _order(material: Material, group: Group) -> tuple[str, str, str, str]:
    names = material.called(group[0].subject).casefold(), material.called(group[0].object).casefold()
    return announced_on(material, group) or "~", *names, group[0].id


def announced_on(material: Material, group: Group) -> str | None:
    """The day of an announcement: the one that a text gives, else the first on which somebody wrote of it."""
    stated = (str(fact.fact.said["date"]) for fact in group if fact.fact.said.get("date"))
    return min(stated, default=None) or material.first_told(group)
