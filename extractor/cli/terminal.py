"""Printing: plain lines for pipes, tables and colours for terminals (``NO_COLOR`` is honoured by rich)."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TextIO

import typer

if TYPE_CHECKING:
    from rich.console import Console

ID = 10  # so much of a fact's id on a terminal names it for sure
FACT = re.compile(r"[0-9a-f]{16}")


def console(stream: TextIO | None = None) -> Console:
    """A rich console that prints texts as they are: no markup, no guesses at numbers or emoji."""
    from rich.console import Console

    class Screen(Console):
        """A console that leaves a closed pipe to the command group, as plain printing does."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    return Screen(file=stream or sys.stdout, highlight=False, markup=False, emoji=False)


def on_terminal() -> bool:
    """Whether somebody looks at standard output."""
    return sys.stdout.isatty()


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
    """Print a table: tab-separated lines under a header, on a terminal drawn, ids of facts in front cut short.

    A narrow terminal gets fewer columns, which stderr tells, not broken words.
    """
    cleaned = [[clean(cell) for cell in row] for row in rows]
    screen = console()
    if not screen.is_terminal:
        for line in ([*columns], *cleaned):
            typer.echo("\t".join(line))
        return
    from rich.table import Table

    from extractor.cli.fitting import fitting, shared_out

    cut = all(FACT.fullmatch(row[0]) or not row[0] for row in cleaned)
    first = ID if cut else screen.width
    kept = fitting(columns, cleaned, screen.width, first)
    names, cells = [columns[place] for place in kept], [[row[place] for place in kept] for row in cleaned]
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    for place, (name, width) in enumerate(zip(names, shared_out(names, cells, screen.width, first), strict=True)):
        short = cut and place == 0
        table.add_column(name, width=width, no_wrap=short, overflow="crop" if short else "fold")
    for row in cells:
        table.add_row(*row)
    screen.print(table)
    if left_out := [column for column in columns if column not in names]:
        complain(f"no room for {', '.join(left_out)}: a wider terminal, a pipe or --json shows them")
