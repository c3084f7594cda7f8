"""Recording a person's verdict about two names of a graph."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from extractor.cli.terminal import clean, complain
from extractor.errors import UsageError

if TYPE_CHECKING:
    from extractor.catalogue import Known
    from extractor.graph.document import Document
    from extractor.resolve.identity import Side, Verdicts
    from extractor.resolve.identity.verdicts import Said

Ends = tuple[str, str]


def record(document: Document, entries: Mapping[str, Known], file: Path, ends: Ends, said: Said | None) -> None:
    """Add a verdict about two names to a file, or take it back where ``said`` is ``None``; says so on stdout.

    Raises :class:`UsageError` for names that the graph does not have, of two types, or that no verdict can join or part.
    """
    from extractor.graph.files import write_atomic
    from extractor.resolve.identity import dump_verdicts, load_verdicts

    before = load_verdicts(file)
    a, b = _sides(document, entries, *ends)
    after = before.without(a, b) if said is None else before.with_verdict(a, b, said)
    if said is not None and not before.about(a, b):
        _check_effect(document, entries, after, a, b)
    data = dump_verdicts(after).encode()
    write_atomic(file, lambda stream: stream.write(data))
    told = "no verdict any more" if said is None else "one thing" if said == "same" else "two things"
    typer.echo(clean(f"{a}, {b}: {told}; the next `extract run` keeps to {file}"))
    if said == "same" and _nothing_in_common(document, entries, a, b):
        complain(
            f"{a} and {b} have nothing in common that any rule knows; `extract resolve --forget` takes the verdict back"
        )


def _sides(document: Document, entries: Mapping[str, Known], one: str, other: str) -> tuple[Side, Side]:
    """The names with the type that they have in common; an id stands for the name of its entity."""
    from extractor.query.names import NameIndex
    from extractor.resolve.identity import Side, owners

    index = NameIndex(document.entities)
    found = [{entity.type: entity for entity in index.find(name)} for name in (one, other)]
    types = sorted(found[0].keys() & found[1].keys())
    if len(types) != 1:
        kinds = " or ".join(types) if types else f"{' or '.join(sorted(found[0]))} and {' or '.join(sorted(found[1]))}"
        reason = "give ids" if types else "things of two types are never one"
        raise UsageError(f"{one!r} and {other!r} are {kinds}: {reason}")
    a, b = (by_type[types[0]] for by_type in found)
    sides = [Side(e.type, e.name if name == e.id else name) for e, name in ((a, one), (b, other))]
    if sides[0].spelled == sides[1].spelled and a.id != b.id:
        makers = owners(document.entities, document.facts, entries)
        sides = [Side(e.type, side.name, makers.get(e.id, "?")) for e, side in zip((a, b), sides, strict=True)]
    return sides[0], sides[1]


def _nothing_in_common(document: Document, entries: Mapping[str, Known], a: Side, b: Side) -> bool:
    """Whether no rule sees the two names, or other names of their entities, as ones that may be one thing."""
    from extractor.query.names import NameIndex
    from extractor.resolve.identity import judgement_log

    index = NameIndex(document.entities)
    ids = [{entity.id for entity in index.find(side.name) if entity.type == side.type} for side in (a, b)]
    if ids[0] & ids[1]:
        return False
    pairs = judgement_log(document.entities, document.facts, entries)
    return not any({pair.a_id, pair.b_id} & ids[0] and {pair.a_id, pair.b_id} & ids[1] for pair in pairs)


def _check_effect(document: Document, entries: Mapping[str, Known], verdicts: Verdicts, a: Side, b: Side) -> None:
    from extractor.resolve.identity import idle

    unheard = idle(document.entities, document.facts, entries, verdicts)
    if any({verdict.a, verdict.b} == {a, b} for verdict in unheard):
        raise UsageError(f"{a}, {b}: no article uses both as names of their own, so a verdict would change nothing")
