"""``extract check``: whether ontology, catalogue and graph keep their rules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.options import CatalogueFolder, OntologyFolder
from extractor.cli.terminal import clean
from extractor.errors import DataError

if TYPE_CHECKING:
    from extractor.ontology import Ontology


def check(
    graph: Annotated[Path | None, typer.Argument(metavar="[GRAPH]", help="Graph document to check.")] = None,
    ontology: OntologyFolder = None,
    catalogue: CatalogueFolder = None,
) -> None:
    """Check the ontology, the catalogue and a graph document; print what is wrong, a line each.

    A graph is checked for its structure, its ids, its quotes (each must stand in its article, to the letter) and its
    vocabulary. The exit code is 1 where anything is wrong.

    \b
    Examples:
      extract check
      extract check graph.json
      extract check --catalogue my-names/
    """  # noqa: D301
    problems = list(_problems(graph, ontology, catalogue))
    for problem in problems:
        typer.echo(clean(problem))
    if problems:
        raise typer.Exit(1)
    typer.echo("all is well")


def _problems(graph: Path | None, ontology: Path | None, catalogue: Path | None) -> Iterator[str]:
    from extractor.api import load_knowledge
    from extractor.pipeline.rules.validate import problems

    known: Ontology | None = None
    found: list[DataError] = []
    try:
        known = load_knowledge(ontology, catalogue)[0]
    except DataError as error:
        found.append(error)
    # A broken ontology is found by both.
    yield from dict.fromkeys(map(str, [*found, *problems(ontology)]))
    if graph is not None:
        yield from _graph_problems(graph, known)


def _graph_problems(graph: Path, ontology: Ontology | None) -> Iterator[str]:
    from extractor.graph import check_document
    from extractor.graph.files import read_json

    try:
        yield from (f"{graph}: {problem}" for problem in check_document(read_json(graph), ontology))
    except DataError as error:
        yield str(error)
