"""The program ``extract``: its commands, its exit codes, its entry point.

Nothing heavy is imported here or by the modules of the commands: each command imports what it calls when it runs.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from extractor import __version__
from extractor.cli import (
    check,
    compare,
    conflicts,
    diff,
    explain,
    export,
    forget,
    mcp,
    query,
    report,
    resolve,
    run,
    show,
    sources,
    timeline,
    view,
)
from extractor.cli.group import QuietGroup

app = typer.Typer(
    name="extract",
    cls=QuietGroup,
    help="Read news about chips and systems into a knowledge graph, and ask it.",
    epilog="Exit codes: 0 all went well, 1 something was skipped or is broken, 2 wrong usage.",
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    run.run, forget.forget, show.show, query.query, explain.explain, sources.sources, conflicts.conflicts, timeline.timeline,
    compare.compare, diff.diff, resolve.resolve, export.export, report.report, view.view, mcp.mcp, check.check,
):  # fmt: skip
    app.command()(command)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"extract {__version__}")
        raise typer.Exit


@app.callback()
def common(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read news about chips and systems into a knowledge graph, and ask it."""


def main() -> None:
    """Run the command line; what the terminal cannot show is escaped, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="backslashreplace")
    app()
