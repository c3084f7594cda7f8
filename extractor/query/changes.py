"""Facts of two graphs: which are the same, which took the place of which, and what is different about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from extractor.query.view import FactView

Views = Mapping[str, FactView]
KeyOf = Callable[[FactView], tuple[str | None, ...]]


@dataclass(frozen=True, slots=True)
class Change:
    """A fact of the old graph and what stands in its place.

    ``what`` lists what is different about them: "value", "date", "modality", "speaker", "qualifiers", "confidence",
    "evidence".
    """

    old: FactView
    new: FactView
    what: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """The change as plain data."""
        return {"what": list(self.what), "old": self.old.to_dict(), "new": self.new.to_dict()}


@dataclass(frozen=True, slots=True)
class FactChanges:
    """Facts that came, that went and that changed, sorted by what they say."""

    came: tuple[FactView, ...]
    went: tuple[FactView, ...]
    changes: tuple[Change, ...]


def compare_facts(before: Views, after: Views) -> FactChanges:
    """The difference between the facts of two graphs, by id.

    One that went and one that came are a change where they differ in the modality alone, or else in value or date, and
    each is the only one of its kind.
    """
    changes = [_change(before[key], after[key]) for key in before.keys() & after.keys()]
    went = {key: fact for key, fact in before.items() if key not in after}
    came = {key: fact for key, fact in after.items() if key not in before}
    for key_of in (_but_modality, _but_value):
        for old, new in list(_pairs(went, came, key_of)):
            changes.append(_change(went.pop(old), came.pop(new)))
    kept = [change for change in changes if change.what]
    return FactChanges(
        came=tuple(sorted(came.values(), key=_order)),
        went=tuple(sorted(went.values(), key=_order)),
        changes=tuple(sorted(kept, key=lambda change: (_order(change.new), change.old.id))),
    )


def _pairs(went: Views, came: Views, key_of: KeyOf) -> Iterator[tuple[str, str]]:
    """The ids of facts that have a key for themselves on both sides."""
    old, new = _by_key(went.values(), key_of), _by_key(came.values(), key_of)
    yield from ((old[key][0], new[key][0]) for key in old if len(old[key]) == 1 and len(new.get(key, ())) == 1)


def _by_key(facts: Iterable[FactView], key_of: KeyOf) -> Mapping[tuple[str | None, ...], list[str]]:
    found: dict[tuple[str | None, ...], list[str]] = defaultdict(list)
    for fact in facts:
        found[key_of(fact)].append(fact.id)
    return found


def _ends(fact: FactView) -> tuple[str | None, ...]:
    return fact.fact.subject, fact.predicate, fact.fact.object, fact.attribute, fact.status, fact.fact.counted


def _but_modality(fact: FactView) -> tuple[str | None, ...]:
    return *_ends(fact), fact.date, repr(_value(fact))


def _but_value(fact: FactView) -> tuple[str | None, ...]:
    return *_ends(fact), fact.modality


def _value(fact: FactView) -> tuple[Any, ...]:
    value = fact.value
    return () if value is None else (float(value.amount), value.unit, value.bound, value.low)


def _change(old: FactView, new: FactView) -> Change:
    """What is different between two facts; nothing where they are the same in every respect."""
    asked: Mapping[str, Callable[[FactView], Any]] = {
        "value": _value,
        "date": lambda fact: fact.date,
        "modality": lambda fact: fact.modality,
        "speaker": lambda fact: fact.fact.attributed_to,
        "qualifiers": lambda fact: fact.fact.qualifiers,
        "confidence": lambda fact: fact.confidence,
        "evidence": lambda fact: fact.evidence,
    }
    return Change(old, new, tuple(name for name, read in asked.items() if read(old) != read(new)))


def _order(fact: FactView) -> tuple[str, str, str, str]:
    return fact.subject_name.casefold(), fact.predicate, fact.sentence(), fact.id
