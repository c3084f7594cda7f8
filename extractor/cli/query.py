"""``extract query``: the facts that fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.options import AsJson, Confidence, Graph
from extractor.cli.terminal import complain, print_json, print_table

if TYPE_CHECKING:
    from extractor.query import FactView

COLUMNS = ("fact", "subject", "predicate", "object or value", "modality", "confidence", "published", "sources")


def query(
    graph: Graph,
    entity: Annotated[str | None, typer.Option(metavar="NAME", help="At either end: name, alias or id.")] = None,
    subject: Annotated[str | None, typer.Option(metavar="NAME", help="Name, alias or id of the subject.")] = None,
    object: Annotated[str | None, typer.Option(metavar="NAME", help="Name, alias or id of the object.")] = None,
    type: Annotated[list[str] | None, typer.Option(metavar="TYPE", help="Type of the subject: CHIP, ORG, …")] = None,
    predicate: Annotated[list[str] | None, typer.Option(metavar="WORD", help="announces, has_spec, …")] = None,
    attribute: Annotated[list[str] | None, typer.Option(metavar="WORD", help="Attribute or metric.")] = None,
    status: Annotated[list[str] | None, typer.Option(metavar="WORD", help="available, delayed, …")] = None,
    modality: Annotated[
        list[str] | None, typer.Option(metavar="WORD", help="asserted, planned, reported, denied.")
    ] = None,
    article: Annotated[str | None, typer.Option(metavar="ARTICLE", help="Id, beginning of one, path, address.")] = None,
    source: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Publisher.")] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="First day: 2026-03-14, 2026-03, 2026-Q1, 2026.")
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="The last day that counts.")] = None,
    min_confidence: Confidence = 0.0,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="Print so many at most.")] = None,
    json: AsJson = False,
) -> None:
    """List the facts that fit everything that is given.

    Options in WORD, TYPE or of the publisher may be repeated: one of them has to fit. Case, blanks and hyphens of names
    do not count. Dates hold for the day of publication or for the date of the fact itself. On a terminal this prints a
    table, else tab-separated lines. Nothing found is no error; a name that the graph does not have is (exit code 2).

    \b
    Examples:
      extract query graph.json --entity "Graviton 4"
      extract query graph.json --type CHIP --predicate has_spec --attribute memory_capacity
      extract query graph.json --predicate announces --since 2023-11 --json
    """  # noqa: D301
    from extractor.api import load

    found = load(graph).facts(
        entity=entity,
        subject=subject,
        object=object,
        type=type,
        predicate=predicate,
        attribute=attribute,
        status=status,
        modality=modality,
        article=article,
        source=source,
        since=since,
        until=until,
        min_confidence=min_confidence,
    )
    shown = found[:limit]
    if json:
        print_json([fact.to_dict() for fact in shown])
    elif shown:
        print_table(COLUMNS, map(_row, shown))
    if not found:
        complain("no fact fits; `extract show` tells what the graph holds")
    elif len(shown) < len(found):
        complain(f"{len(shown)} of {len(found)} facts; a higher --limit shows more")


def _row(fact: FactView) -> tuple[str, ...]:
    published = min((article.published[:10] for article in fact.articles if article.published), default="")
    sources = ", ".join(fact.sources)
    confidence = f"{fact.confidence:.2f}"
    return fact.id, fact.subject_name, fact.predicate, fact.said, fact.modality, confidence, published, sources
