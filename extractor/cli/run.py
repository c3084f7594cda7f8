"""``extract run``: from articles to a graph."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import typer

from extractor.cli.options import (
    CatalogueFolder,
    Confidence,
    Format,
    GraphOutput,
    Inputs,
    ModelFolder,
    OntologyFolder,
    Quiet,
    Workers,
)
from extractor.cli.output import check_output, write_output
from extractor.cli.progress import progress_bar
from extractor.cli.terminal import complain

if TYPE_CHECKING:
    from extractor.query.knowledge_graph import KnowledgeGraph


def run(
    inputs: Inputs,
    output: GraphOutput = None,
    format: Format = None,
    workers: Workers = 1,
    ontology: OntologyFolder = None,
    catalogue: CatalogueFolder = None,
    model: ModelFolder = None,
    min_confidence: Confidence = 0.0,
    quiet: Quiet = False,
) -> None:
    """Read articles and write the graph of what they state.

    Without -o nothing is written: the summary shows what a run would find. What cannot be read is named on stderr, a
    line each, and the exit code is 1; the graph of the others is written all the same.

    \b
    Examples:
      extract run samples -o graph.json
      extract run news/ feeds/*.xml -o graph.graphml --workers 4
      cat article.md | extract run - -o - | jq '.facts | length'
    """  # noqa: D301
    from extractor.api import extract

    check_output(output, format)
    note_missing_model(model, quiet=quiet)
    with progress_bar(shown=not quiet) as advance:
        graph = extract(
            inputs,
            workers=workers,
            ontology=ontology,
            catalogue=catalogue,
            model=model,
            min_confidence=min_confidence,
            progress=advance,
        )
    for problem in graph.problems:
        complain(str(problem))
    if graph.problems and not graph.articles:
        complain("no article could be read: nothing was written")
        raise typer.Exit(1)
    write_output(graph.document, output, format)
    if not quiet:
        _sum_up(graph, output)
    if any(problem.skipped for problem in graph.problems):
        raise typer.Exit(1)


def note_missing_model(model: str | None, *, quiet: bool) -> None:
    """Say on stderr why the installed model is not used, where nobody asked for another or for none."""
    if model is None and not quiet and not os.environ.get("EXTRACT_MODEL"):
        from extractor.pipeline.model.installed import missing

        if note := missing():
            complain(f"note: {note}")


def _sum_up(graph: KnowledgeGraph, output: str | None) -> None:
    from extractor.cli.summary import print_summary

    print_summary(graph.summary(), err=output == "-")
    if output is None:
        complain("nothing was written; add -o graph.json to keep the graph")
