"""Arguments and options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Graph = Annotated[Path, typer.Argument(metavar="GRAPH", help="Graph document or store, as `extract run` writes it.")]
OntologyFolder = Annotated[
    Path | None, typer.Option("--ontology", metavar="DIR", help="Folder of YAML files that add to the ontology.")
]
CatalogueFolder = Annotated[
    Path | None, typer.Option("--catalogue", metavar="DIR", help="Folder of YAML files that add to the catalogue.")
]
ModelFolder = Annotated[
    str | None,
    typer.Option(
        "--model", metavar="DIR", help="Folder of another trained model than the installed one; none: the rules alone."
    ),
]
Confidence = Annotated[
    float, typer.Option("--min-confidence", min=0.0, max=1.0, metavar="X", help="Leave out less certain facts.")
]
Format = Annotated[
    str | None,
    typer.Option("--format", metavar="FORMAT", help="As `extract export` lists them; by default the file name tells."),
]
FormatName = Annotated[str | None, typer.Argument(metavar="FORMAT", help="By default the file name tells.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Words = list[str] | None
Entity = Annotated[str | None, typer.Option(metavar="NAME", help="At either end: name, alias or id.")]
Subject = Annotated[str | None, typer.Option(metavar="NAME", help="Name, alias or id of the subject.")]
Object = Annotated[str | None, typer.Option(metavar="NAME", help="Name, alias or id of the object.")]
Type = Annotated[Words, typer.Option(metavar="TYPE", help="Type of the subject: CHIP, ORG, …")]
PredicateName = Annotated[Words, typer.Option(metavar="WORD", help="announces, has_spec, …")]
AttributeName = Annotated[Words, typer.Option(metavar="WORD", help="Attribute or metric.")]
Status = Annotated[Words, typer.Option(metavar="WORD", help="available, delayed, …")]
Modality = Annotated[Words, typer.Option(metavar="WORD", help="asserted, planned, reported, denied.")]
Article = Annotated[str | None, typer.Option(metavar="ARTICLE", help="Id, beginning of one, path, address.")]
Publisher = Annotated[Words, typer.Option(metavar="NAME", help="Publisher.")]
Since = Annotated[str | None, typer.Option(metavar="DATE", help="First day: 2026-03-14, 2026-03, 2026-Q1, 2026.")]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="The last day that counts.")]
Limit = Annotated[int | None, typer.Option(min=1, metavar="N", help="Print so many at most.")]
Inputs = Annotated[list[str] | None, typer.Argument(metavar="INPUT", help="Articles: files, folders, - for stdin.")]
GraphOutput = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="Write the graph there; - is stdout.")
]
Workers = Annotated[int, typer.Option(min=1, metavar="N", help="Processes to read with.")]
JudgementFile = Annotated[
    Path | None,
    typer.Option(
        "--judgements", metavar="FILE", help="Verdicts of `extract resolve`; by default GRAPH.judgements.yaml."
    ),
]
StoreFile = Annotated[
    Path | None,
    typer.Option("--store", metavar="FILE", help="Store to add the articles to (made where there is none)."),
]
Reread = Annotated[bool, typer.Option("--reread", help="Read the articles of the store again.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no summary; problems only.")]
Output = Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="File to write; - is stdout.")]
