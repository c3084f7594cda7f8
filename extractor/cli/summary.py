"""A graph in numbers, as text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from extractor.cli.terminal import clean

if TYPE_CHECKING:
    from extractor.query import Summary

SOURCES = 10


def print_summary(summary: Summary, *, err: bool = False) -> None:
    """Print a summary, on stderr with ``err``."""
    typer.echo(str(summary), err=err)
    for name, pairs in summary.counts.items():
        if pairs:
            limit = SOURCES if name == "sources" else None
            typer.echo(f"  {name:<11}{_counts(pairs, limit)}", err=err)


def _counts(pairs: Sequence[tuple[str, int]], limit: int | None) -> str:
    shown = [f"{clean(name)} {count}" for name, count in pairs[:limit]]
    more = len(pairs) - len(shown)
    return ", ".join([*shown, *([f"and {more} more"] if more else [])])
