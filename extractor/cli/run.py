"""``extract run``: from articles to a graph."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from extractor.cli.options import (
    CatalogueFolder,
    Confidence,
    Format,
    GraphOutput,
    Inputs,
    JudgementFile,
    ModelFolder,
    OntologyFolder,
    Quiet,
    Reread,
    StoreFile,
    Workers,
)
from extractor.cli.output import check_output, write_output
from extractor.cli.progress import progress_bar
from extractor.cli.terminal import complain
from extractor.errors import NothingReadError, UsageError

if TYPE_CHECKING:
    from extractor.query.knowledge_graph import KnowledgeGraph
    from extractor.store import Changes


def run(
    inputs: Inputs = None,
    output: GraphOutput = None,
    store: StoreFile = None,
    reread: Reread = False,
    format: Format = None,
    workers: Workers = 1,
    ontology: OntologyFolder = None,
    catalogue: CatalogueFolder = None,
    model: ModelFolder = None,
    judgements: JudgementFile = None,
    min_confidence: Confidence = 0.0,
    quiet: Quiet = False,
) -> None:
    """Read articles and write the graph of what they state.

    Without -o and --store nothing is written: the summary shows what a run would find. What cannot be read is named on
    stderr, a line each, and the exit code is 1; the graph of the others is written all the same.

    With --store the articles are added to what the store holds, and -o writes the graph of all. The same article again
    changes nothing; a new text at the same address takes the place of the old one. A run that was stopped goes on where it
    was when it is started again. Where rules or model are others than before, --reread reads all articles of the store anew.

    \b
    Examples:
      extract run samples -o graph.json
      extract run news/ feeds/*.xml -o graph.graphml --workers 4
      cat article.md | extract run - -o - | jq '.facts | length'
      extract run news/ --store news.sqlite
      extract run --store news.sqlite --reread
    """  # noqa: D301
    from extractor.api import extract, judgements_beside

    if not inputs and not (store and reread):
        raise UsageError("name at least one file or folder of articles (or --store and --reread)")
    check_output(output, format)
    note_missing_model(model, quiet=quiet)
    try:
        with progress_bar(shown=not quiet) as advance:
            graph = extract(
                inputs or [],
                workers=workers,
                ontology=ontology,
                catalogue=catalogue,
                model=model,
                judgements=judgements or (None if store or output == "-" else judgements_beside(output)),
                min_confidence=min_confidence,
                store=store,
                reread=reread,
                progress=advance,
            )
    except NothingReadError as error:
        for problem in error.problems:
            complain(str(problem))
        complain("no article could be read: nothing was written")
        raise typer.Exit(1) from None
    for problem in graph.problems:
        complain(str(problem))
    changes: Changes | None = getattr(graph, "changes", None)
    if output is not None:
        write_output(graph.document, output, format)
    if not quiet:
        _sum_up(graph, output, store, changes)
    if any(problem.skipped for problem in graph.problems):
        raise typer.Exit(1)


def note_missing_model(model: str | None, *, quiet: bool) -> None:
    """Say on stderr why the installed model is not used, where nobody asked for another or for none."""
    if model is None and not quiet and not os.environ.get("EXTRACT_MODEL"):
        from extractor.pipeline.model.installed import missing

        if note := missing():
            complain(f"note: {note}")


def _sum_up(graph: KnowledgeGraph, output: str | None, store: Path | None, changes: Changes | None) -> None:
    from extractor.cli.summary import print_summary

    if changes is not None:
        typer.echo(f"{changes}; `extract show {store}` tells what the store holds", err=output == "-")
        return
    print_summary(graph.summary(), err=output == "-")
    if output is None:
        complain("nothing was written; add -o graph.json to keep the graph")
