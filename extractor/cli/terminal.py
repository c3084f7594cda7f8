"""Printing: plain lines for pipes, tables and colours for terminals (``NO_COLOR`` is honoured by rich)."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TextIO

import typer

if TYPE_CHECKING:
    from rich.console import Console


def console(stream: TextIO | None = None) -> Console:
    """A rich console that prints texts as they are: no markup, no guesses at numbers or emoji."""
    from rich.console import Console

    class Screen(Console):
        """A console that leaves a closed pipe to the command group, as plain printing does."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    return Screen(file=stream or sys.stdout, highlight=False, markup=False, emoji=False)


def complain(message: str) -> None:
    """Print one line on stderr."""
    typer.echo(" ".join(map(clean, message.splitlines())), err=True)


def clean(text: str) -> str:
    """The text on one line, without characters that a terminal would obey."""
    from extractor.graph.scrub import one_line

    return one_line(text)


def print_json(data: Any) -> None:
    """Print plain data as JSON."""
    typer.echo(json.dumps(data, ensure_ascii=False, indent=1))


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table: drawn on a terminal, the ids in front cut short, else tab-separated lines under a header."""
    cleaned = [[clean(cell) for cell in row] for row in rows]
    screen = console()
    if not screen.is_terminal:
        for line in ([*columns], *cleaned):
            typer.echo("\t".join(line))
        return
    from rich.table import Table

    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column(columns[0], no_wrap=True, max_width=10, overflow="crop")
    for column in columns[1:]:
        table.add_column(column, overflow="fold")
    for row in cleaned:
        table.add_row(*row)
    screen.print(table)
