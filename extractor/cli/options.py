"""Arguments and options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Graph = Annotated[Path, typer.Argument(metavar="GRAPH", help="Graph document, as `extract run -o` writes it.")]
OntologyFolder = Annotated[
    Path | None, typer.Option("--ontology", metavar="DIR", help="Folder of YAML files that add to the ontology.")
]
CatalogueFolder = Annotated[
    Path | None, typer.Option("--catalogue", metavar="DIR", help="Folder of YAML files that add to the catalogue.")
]
Confidence = Annotated[
    float, typer.Option("--min-confidence", min=0.0, max=1.0, metavar="X", help="Leave out less certain facts.")
]
Format = Annotated[
    str | None,
    typer.Option("--format", metavar="FORMAT", help="document, graphml or json; by default the file name tells."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
