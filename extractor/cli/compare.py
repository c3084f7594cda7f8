"""``extract compare``: two things side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.options import AsJson, Graph, OntologyFolder
from extractor.cli.statements import ontology_of
from extractor.cli.terminal import complain, print_json, print_table

if TYPE_CHECKING:
    from extractor.query.comparison import Comparison
    from extractor.query.sides import Side

First = Annotated[str, typer.Argument(metavar="A", help="Name, alias or id of the one.")]
Second = Annotated[str, typer.Argument(metavar="B", help="Name, alias or id of the other.")]


def compare(graph: Graph, first: First, second: Second, ontology: OntologyFolder = None, json: AsJson = False) -> None:
    """Show the specs of two things side by side, and what texts claim of one against the other.

    Values of a line are in one unit; the last columns tell how many times the first the second has, where that can be
    said, and the independent sources. With --json all values are in base units as well. Several values of one thing that
    do not agree stand side by side: `extract conflicts` tells which contradict each other.

    \b
    Examples:
      extract compare graph.json H100 MI300X
      extract compare graph.json chip:h100 chip:h200 --json
    """  # noqa: D301
    from extractor.api import load

    found = load(graph).compare(first, second, ontology_of(ontology))
    rows = list(_rows(found))
    if json:
        print_json(found.to_dict())
    elif rows:
        columns = (found.first.name, found.second.name)
        print_table(("what", *columns, "ratio", *(f"sources, {name}" for name in columns)), rows)
    if not rows:
        complain("nothing to compare; `extract query --entity` lists what the graph has about each")


def _rows(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    for row in (*comparison.rows, *comparison.shared):
        cells = ("; ".join(map(row.shown, sides)) for sides in (row.first, row.second))
        ratio = "" if row.ratio is None else f"{row.ratio:g} x"
        yield row.label, *cells, ratio, _names(row.first), _names(row.second)
    for side in comparison.direct:
        mine = side.claims[0].fact.subject == comparison.first
        speaker = side.claims[0].fact.speaker
        said = f"{side.says}, according to {speaker.name}" if speaker else side.says
        told = _names([side])
        yield ("claim", said, "", "", told, "") if mine else ("claim", "", said, "", "", told)


def _names(sides: Iterable[Side]) -> str:
    return ", ".join(dict.fromkeys(name for side in sides for name in side.support.names))
