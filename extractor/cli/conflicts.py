"""``extract conflicts``: what contradicts itself in a graph, and what differs without being comparable."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.options import AsJson, Confidence, Entity, Graph, OntologyFolder
from extractor.cli.statements import count, ontology_of, support_lines
from extractor.cli.terminal import clean, complain, print_json

if TYPE_CHECKING:
    from extractor.query.conflicts import Conflict

All = Annotated[bool, typer.Option("--all", help="List what differs but cannot be compared as well, with the reason.")]


def conflicts(
    graph: Graph,
    entity: Entity = None,
    min_confidence: Confidence = 0.0,
    ontology: OntologyFolder = None,
    all_: All = False,
    json: AsJson = False,
) -> None:
    """List what cannot all be true: both sides of every contradiction, with sentences, dates and independent sources.

    Values are held against each other in base units and as exactly as their texts state them. What differs but is of other
    conditions, another modality or another time (told more than a week apart, or not known when) is no contradiction: it is
    counted on stderr, and --all lists it with the reason. The side with the most independent sources comes first: copies of
    a story count once. Nothing is decided and nothing is changed. No contradiction is no error.

    \b
    Examples:
      extract conflicts graph.json
      extract conflicts graph.json --entity H20 --min-confidence 0.5
      extract conflicts graph.json --all
      extract conflicts graph.json --json | jq -r '.[] | [.name, .topic, (.sides | length)] | @tsv'
    """  # noqa: D301
    from extractor.api import load

    asked, loaded = (entity, min_confidence, ontology_of(ontology)), load(graph)
    found, undecided = loaded.conflicts(*asked), loaded.undecided(*asked)
    listed = [*found, *(undecided if all_ else ())]
    if json:
        print_json([conflict.to_dict() for conflict in listed])
    else:
        for number, conflict in enumerate(listed):
            if number:
                typer.echo("")
            _print(conflict)
    _remark(found, undecided, listed)


def _remark(found: Sequence[Conflict], undecided: Sequence[Conflict], listed: Sequence[Conflict]) -> None:
    if not found:
        complain("no contradiction")
    if undecided:
        told = "pair differs" if len(undecided) == 1 else "pairs differ"
        more = "" if len(listed) > len(found) else "; --all lists them with the reason"
        complain(f"{len(undecided)} {told} but cannot be compared{more}")


def _print(conflict: Conflict) -> None:
    from extractor.query.agreement import Verdict

    verdict = "" if conflict.verdict is Verdict.CONTRADICTS else f"{conflict.verdict}: "
    typer.echo(clean(f"{conflict.about.name}, {conflict.topic}: {verdict}{conflict.reason}"))
    for side in conflict.sides:
        typer.echo(f"  {count(side.support.weight, 'source')}: {clean(side.says)} [{', '.join(side.facts)}]")
        for line in support_lines(side.support, "    "):
            typer.echo(line)
