"""``extract report``: a report to read, as Markdown or HTML."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from extractor.cli.options import AsJson, Graph, OntologyFolder, Since, Until
from extractor.cli.statements import ontology_of
from extractor.cli.terminal import clean, complain, print_json
from extractor.errors import UsageError

if TYPE_CHECKING:
    from extractor.report import Report

Format = Literal["markdown", "html"]
SUFFIXES: dict[str, Format] = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}
TOP = 12
About = Annotated[
    list[str] | None,
    typer.Option("--about", metavar="NAME", help="Name, alias or id; may be repeated (by default all)."),
]
Output = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="File to write (.md, .html); by default stdout.")
]
AsFormat = Annotated[
    str | None, typer.Option("--format", metavar="FORMAT", help="markdown or html; by default the file name tells.")
]
Confidence = Annotated[
    float, typer.Option("--min-confidence", min=0.0, max=1.0, metavar="X", help="Leave out less certain facts.")
]
Top = Annotated[
    int | None,
    typer.Option("--top", min=1, metavar="N", help=f"So many entries of each kind; without --about {TOP}, else all."),
]


def report(
    graph: Graph,
    about: About = None,
    output: Output = None,
    since: Since = None,
    until: Until = None,
    min_confidence: Confidence = 0.5,
    top: Top = None,
    format: AsFormat = None,
    ontology: OntologyFolder = None,
    json: AsJson = False,
) -> None:
    """Write a report: what was announced, compared with what, when it ships, who deals with whom, who disagrees.

    Every statement has a numbered note with the sentence that it rests on and the article in which it stands. About a
    company the report tells of its products too. HTML is one file with its own style; beside a Markdown file its picture is
    written (report.timeline.svg), and Markdown on standard output has none.

    \b
    Examples:
      extract report graph.json --about Nvidia -o report.html
      extract report graph.json --about Graviton4 --about Trainium2 -o report.md
      extract report news.sqlite --since 2024 --until 2024-Q2 --top 20 | less
      extract report graph.json --about AMD --json | jq -r '.notes[].url'
    """  # noqa: D301
    from extractor.api import load
    from extractor.report import Request, report_on

    kind = _format(output, format)
    asked = Request(tuple(about or ()), since, until, min_confidence, top if top or about else TOP)
    found = report_on(load(graph), asked, ontology_of(ontology))
    if json:
        _print_json(found)
    elif output in (None, "-"):
        typer.echo(_text(found, kind), nl=False)
    else:
        _write(found, kind, str(output))
    if not found.sections:
        complain("nothing to report; `extract query` lists what the graph has")


def _format(output: str | None, given: str | None) -> Format:
    """The format that is asked for; :class:`UsageError` for one that there is not or a file that cannot be written."""
    from extractor.graph.files import check_target

    if output not in (None, "-"):
        check_target(str(output))
    if given is not None:
        if given not in SUFFIXES.values():
            raise UsageError(f"there is no format {given!r}; there are markdown and html")
        return "html" if given == "html" else "markdown"
    if output in (None, "-"):
        return "markdown"
    suffix = Path(str(output).lower().removesuffix(".gz")).suffix
    if suffix not in SUFFIXES:
        raise UsageError(f"{output}: the name tells no format; end it in {', '.join(SUFFIXES)}, or give --format")
    return SUFFIXES[suffix]


def _text(report: Report, kind: Format, picture: str = "") -> str:
    from extractor.report import to_html, to_markdown

    return to_html(report) if kind == "html" else to_markdown(report, picture)


def _write(report: Report, kind: Format, output: str) -> None:
    """Write the file, and beside Markdown its picture; print their names."""
    from extractor.graph.files import write_atomic

    drawn = next((section.picture for section in report.sections if section.picture), None)
    beside = Path(output.removesuffix(".gz")).with_suffix(".timeline.svg")
    picture = drawn if kind == "markdown" else None
    data = _text(report, kind, beside.name if picture else "").encode()
    write_atomic(output, lambda stream: stream.write(data))
    typer.echo(clean(output))
    if picture is not None:
        drawing = picture.file.encode()
        write_atomic(beside, lambda stream: stream.write(drawing))
        typer.echo(clean(str(beside)))


def _print_json(report: Report) -> None:
    from dataclasses import asdict

    print_json(asdict(report))
