"""``extract view``: the graph as a page in the browser."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.options import Confidence, Graph, OntologyFolder
from extractor.cli.statements import ontology_of
from extractor.cli.terminal import clean, complain
from extractor.errors import UsageError

Page = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="File to write (.html); by default beside GRAPH; - is stdout."),
]
Open = Annotated[bool, typer.Option("--open/--no-open", help="Show the page in the browser.")]
Title = Annotated[
    str | None, typer.Option("--title", metavar="TEXT", help="Title of the page; by default GRAPH's name.")
]
MARK = b'<meta name="generator" content="extract view">'
SUFFIX = re.compile(r"(\.(json|sqlite3?|db))?(\.gz)?$", re.IGNORECASE)


def view(
    graph: Graph,
    output: Page = None,
    open: Open = True,
    title: Title = None,
    min_confidence: Confidence = 0.0,
    ontology: OntologyFolder = None,
) -> None:
    """Write a graph, or what a store holds, as a page and open it in the browser.

    The page is one HTML file with everything in it: it asks for nothing, works off line and can be sent on. It draws the
    graph, finds, filters (type, predicate, modality, date, source, how sure) and shows for every fact the sentences that
    it rests on. The name of the file is printed.

    \b
    Examples:
      extract view graph.json
      extract view graph.json --no-open -o news.html
      extract view news.sqlite --no-open -o - | gzip > news.html.gz
    """  # noqa: D301
    from extractor.api import load
    from extractor.page import page

    target = None if output == "-" else _target(graph, output)
    name = title if title is not None else SUFFIX.sub("", graph.name)
    data = page(load(graph), name, ontology_of(ontology), min_confidence=min_confidence).encode()
    if target is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    _write(target, data)
    typer.echo(clean(str(target)))
    if open:
        from extractor.cli.browser import open_in_browser

        if not open_in_browser(target):
            complain(f"no browser was found; open {target} in one")


def _target(graph: Path, output: str | None) -> Path:
    """The file to write; :class:`UsageError` where it cannot be or where nobody named it and it is another's."""
    from extractor.graph.files import check_target

    target = Path(output) if output is not None else graph.with_name(SUFFIX.sub("", graph.name) + ".html")
    if target.suffix.lower() not in (".html", ".htm"):
        raise UsageError(f"{target}: a browser needs a name in .html; -o - writes to standard output")
    check_target(target)
    if output is None and target.exists() and MARK not in _head(target):
        raise UsageError(f"{target}: is there and is no page of this program; name the file with -o")
    return target


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(2048)
    except OSError:
        return b""


def _write(target: Path, data: bytes) -> None:
    from extractor.graph.files import write_atomic

    write_atomic(target, lambda stream: stream.write(data))
