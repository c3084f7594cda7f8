"""Lineage: which entries are the predecessor, or the n-th generation, of a known thing."""

from __future__ import annotations

from extractor.catalogue.model import Catalogue


def earlier_generation(catalogue: Catalogue, known: str, number: int | None = None) -> tuple[str, ...]:
    """The ids that may stand for the predecessor of ``known``, or the ``number``-th generation (from 1) of its line.

    The likelier first; empty where the catalogue knows none, or where ``known`` is no later one than the ``number``-th.
    Of predecessors only the direct one counts: beside Graviton4 nobody means Graviton2. A series stands for its first
    member ("Trainium" for the first Trainium).

    >>> from extractor.catalogue.model import Known
    >>> entries = {
    ...     "chip:a": Known("chip:a", "CHIP", "A", "x"),
    ...     "chip:a1": Known("chip:a1", "CHIP", "A1", "x", family="chip:a"),
    ...     "chip:a2": Known("chip:a2", "CHIP", "A2", "x", family="chip:a", predecessor="chip:a1"),
    ... }
    >>> earlier_generation(Catalogue(entries, first_members={"chip:a": "chip:a1"}), "chip:a2")
    ('chip:a1', 'chip:a')
    """
    if number is None:
        earlier = list(catalogue.lineage(known)[:1])
    else:
        line = generations(catalogue, known)
        earlier = (line[: line.index(known)] if known in line else line)[number - 1 : number]
    return _forms(catalogue, earlier[0]) if earlier else ()


def generations(catalogue: Catalogue, known: str) -> list[str]:
    """The generations of a series, the oldest first: of ``known`` itself, or of the series that it is a member of.

    Empty where the catalogue does not know the first one, or does not lead from it to ``known``.
    """
    entry = catalogue.entries.get(known)
    series = known if known in catalogue.first_members else entry.family if entry else None
    first = catalogue.first_members.get(series or "")
    if first is None:
        return []
    line = line_from(catalogue, first)
    return line if known in (series, *line) else []


def line_from(catalogue: Catalogue, first: str) -> list[str]:
    """``first`` and those that follow it one after the other, as long as there is just one follower."""
    line = [first]
    while (following := catalogue.followers.get(line[-1])) and following not in line:
        line.append(following)
    return line


def _forms(catalogue: Catalogue, wanted: str) -> tuple[str, ...]:
    entry = catalogue.entries.get(wanted)
    series = entry.family if entry else None
    return (wanted, series) if series and catalogue.first_members.get(series) == wanted else (wanted,)
