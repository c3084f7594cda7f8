"""``extract conflicts``: what contradicts itself in a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from extractor.cli.options import AsJson, Confidence, Entity, Graph, OntologyFolder
from extractor.cli.statements import count, ontology_of, support_lines
from extractor.cli.terminal import clean, complain, print_json

if TYPE_CHECKING:
    from extractor.query.conflicts import Conflict


def conflicts(
    graph: Graph,
    entity: Entity = None,
    min_confidence: Confidence = 0.0,
    ontology: OntologyFolder = None,
    json: AsJson = False,
) -> None:
    """List what cannot all be true: both sides of every contradiction, with sentences, dates and independent sources.

    Values are held against each other in base units and as exactly as their texts state them; what differs in its
    conditions or in its time is no contradiction. The side with the most independent sources comes first: copies of a
    story count once. Nothing is decided and nothing is changed. No contradiction is no error.

    \b
    Examples:
      extract conflicts graph.json
      extract conflicts graph.json --entity H20 --min-confidence 0.5
      extract conflicts graph.json --json | jq -r '.[] | [.name, .topic, (.sides | length)] | @tsv'
    """  # noqa: D301
    from extractor.api import load

    found = load(graph).conflicts(entity, min_confidence, ontology_of(ontology))
    if json:
        print_json([conflict.to_dict() for conflict in found])
    else:
        for number, conflict in enumerate(found):
            if number:
                typer.echo("")
            _print(conflict)
    if not found:
        complain("no contradiction")


def _print(conflict: Conflict) -> None:
    typer.echo(clean(f"{conflict.about.name}, {conflict.topic}: {conflict.reason}"))
    for side in conflict.sides:
        typer.echo(f"  {count(side.support.weight, 'source')}: {clean(side.says)} [{', '.join(side.facts)}]")
        for line in support_lines(side.support, "    "):
            typer.echo(line)
