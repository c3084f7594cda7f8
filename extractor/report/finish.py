"""The last pass over a report: notes in the order in which a reader meets them, and no characters that hide others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from extractor.page.safe import name
from extractor.report.content import Item, Note, Picture, Report


def finished(report: Report) -> Report:
    """The report with its notes numbered in the order in which its text needs them, every text on one line.

    Notes that no text needs are dropped. Characters that turn or hide others are replaced, wherever they came from.
    """
    order: dict[int, int] = {}
    for item in _items((report.lead, report.sections)):
        for number in item.notes:
            order.setdefault(number, len(order) + 1)
    kept = sorted((note for note in report.notes if note.number in order), key=lambda note: order[note.number])
    notes = tuple(replace(note, number=order[note.number]) for note in kept)
    return replace(
        report,
        title=name(report.title),
        lead=_map(report.lead, order),
        sections=_map(report.sections, order),
        notes=notes,
    )


def _items(value: Any) -> list[Item]:
    if isinstance(value, Item):
        return [value]
    if isinstance(value, tuple):
        return [item for part in value for item in _items(part)]
    if is_dataclass(value) and not isinstance(value, Note):
        return [item for field in fields(value) for item in _items(getattr(value, field.name))]
    return []


def _map(value: Any, order: Mapping[int, int]) -> Any:
    if isinstance(value, str):
        return name(value)
    if isinstance(value, Picture):  # an SVG is no line of text
        return replace(value, caption=name(value.caption))
    if isinstance(value, Item):
        return Item(name(value.text), tuple(sorted(order[number] for number in value.notes)))
    if isinstance(value, tuple):
        return tuple(_map(part, order) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _map(getattr(value, field.name), order) for field in fields(value)})
    return value
