"""``extract sources``: who says a fact."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.options import AsJson, Graph, OntologyFolder
from extractor.cli.statements import count, ontology_of, support_lines
from extractor.cli.terminal import clean, print_json

if TYPE_CHECKING:
    from extractor.query.provenance import Provenance


def sources(
    graph: Graph,
    fact: Annotated[str, typer.Argument(metavar="FACT", help="Id of a fact, or the beginning of one.")],
    ontology: OntologyFolder = None,
    json: AsJson = False,
) -> None:
    """Show who says a fact: its independent sources with their sentences, and who supports or contradicts it.

    Copies of a story and articles of one publisher are one source. Below stand the other facts of the graph that
    corroborate, refine or contradict this one, and those that differ but cannot be compared; "independent" counts those
    that say the same or more exactly.

    \b
    Examples:
      extract sources graph.json 1f0cb2
      extract sources graph.json 1f0cb2 --json | jq .total_weight
    """  # noqa: D301
    from extractor.api import load

    found = load(graph).sources(fact, ontology_of(ontology))
    if json:
        print_json(found.to_dict())
    else:
        for line in _lines(found):
            typer.echo(line)


def _lines(found: Provenance) -> Iterator[str]:
    speaker = found.fact.speaker
    yield f"fact          {found.fact.id}"
    yield f"says          {clean(found.fact.sentence())}"
    if speaker:
        yield f"according to  {clean(speaker.name)}"
    yield f"independent   {count(found.total.weight, 'source')}, {found.support.weight} of this fact itself"
    yield ""
    yield from support_lines(found.support, "")
    for related in found.related:
        yield ""
        verdict, reason = related.relation.verdict, related.relation.reason
        yield f"{verdict}: {clean(related.fact.sentence())} [{related.fact.id}] ({reason})"
        yield from support_lines(related.support, "  ")
