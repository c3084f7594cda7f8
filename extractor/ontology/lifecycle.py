"""The statuses of statuses.yaml in the order of a product's life, and which of them end which."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from extractor.ontology.entry import Entry
from extractor.ontology.source import Source

KEYS = ("order", "description", "functional", "ahead", "ends", "words")


@dataclass(frozen=True, slots=True)
class Status:
    """A stage in the life of a product, a facility or a deal.

    A ``functional`` status begins once. The date of one that looks ``ahead`` is still to come when it is told ("delayed
    to 2024-Q2"). ``ends`` are the statuses that are over when this one begins; a sentence needs one of the
    ``words`` to tell it.
    """

    name: str
    functional: bool = False
    ahead: bool = False
    ends: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()


def load_lifecycle(source: Source) -> dict[str, Status]:
    """The statuses by name, in their order; raises :class:`DataError` naming file and entry for a broken one."""
    entries = [Entry(source.file("statuses"), n, raw) for n, raw in source.section("statuses", "statuses").items()]
    names = {entry.name for entry in entries}
    return {entry.name: _status(entry, names) for entry in sorted(entries, key=lambda e: (e.number("order"), e.name))}


def _status(entry: Entry, names: Container[str]) -> Status:
    entry.only(KEYS)
    ends = entry.words("ends")
    unknown = [name for name in ends if name not in names or name == entry.name]
    if unknown:
        raise entry.error(f"cannot end {unknown[0]}; ends lists other statuses")
    return Status(entry.name, entry.flag("functional"), entry.flag("ahead"), frozenset(ends), entry.words("words"))
