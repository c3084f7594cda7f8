"""A graph in numbers, as text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from extractor.cli.terminal import clean

if TYPE_CHECKING:
    from extractor.query import Summary


def print_summary(summary: Summary, *, err: bool = False) -> None:
    """Print a summary, on stderr with ``err``."""
    rows = {
        "entities": summary.types.items(),
        "facts": summary.predicates.items(),
        "modality": summary.modalities.items(),
        "sources": list(summary.sources.items())[:10],
        "most facts": summary.top_entities,
    }
    typer.echo(str(summary), err=err)
    for name, pairs in rows.items():
        if pairs:
            typer.echo(f"  {name:<11}{_counts(pairs)}", err=err)


def _counts(pairs: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{clean(name)} {count}" for name, count in pairs)
