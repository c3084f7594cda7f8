"""``extract timeline``: the history of a product."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.options import AsJson, Graph, OntologyFolder
from extractor.cli.statements import ontology_of
from extractor.cli.terminal import complain, print_json, print_table

if TYPE_CHECKING:
    from extractor.query.events import Event
    from extractor.query.timeline import Timeline

COLUMNS = ("fact", "published", "event", "date", "modality", "says", "ended", "disputed by", "weight", "sources")


def timeline(
    graph: Graph,
    product: Annotated[str, typer.Argument(metavar="PRODUCT", help="Name, alias or id of a product.")],
    ontology: OntologyFolder = None,
    json: AsJson = False,
) -> None:
    """Show the history of a product: rumoured, announced, sampling, available, delayed, cancelled.

    Each line has the date of the event, the date of its first publication, how it ended (ended, delayed, revised, came
    true), which facts dispute it, and its independent sources. Below stand predecessors and successors, the nearest
    first. On a terminal this prints a table, else tab-separated lines.

    \b
    Examples:
      extract timeline graph.json H20
      extract timeline graph.json chip:graviton4 --json
    """  # noqa: D301
    from extractor.api import load

    found = load(graph).timeline(product, ontology_of(ontology))
    if json:
        print_json(found.to_dict())
    elif rows := list(_rows(found)):
        print_table(COLUMNS, rows)
    if not found.events:
        complain(f"the graph has no status of {found.product.name}; `extract query --entity` lists what it has")


def _rows(timeline: Timeline) -> Iterator[tuple[str, ...]]:
    yield from map(_row, timeline.events)
    for role, relatives in (("predecessor", timeline.predecessors), ("successor", timeline.successors)):
        yield from (("", "", role, "", "", entity.name, "", "", "", "") for entity in relatives)


def _row(event: Event) -> tuple[str, ...]:
    ended = f"{event.ended} ({event.ended_by})" if event.ended else ""
    sources = ", ".join(event.side.support.names)
    disputed, weight = ", ".join(event.disputed_by), str(event.side.support.weight)
    published = (event.published or "")[:10]
    said = (event.date or "", event.modality, event.side.says)
    return event.fact, published, event.status, *said, ended, disputed, weight, sources
