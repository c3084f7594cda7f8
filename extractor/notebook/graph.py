"""A graph in a notebook: what it holds, in numbers."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.notebook.frame import framed, words
from extractor.query.summary import Summary

SHOWN = 8  # of each kind


def graph_html(summary: Summary) -> str:
    """The numbers of a graph as a table: a row for each kind of count, the largest counts first."""
    lines = "".join(
        f"<tr><th>{label}</th><td>{_counts(pairs)}</td></tr>" for label, pairs in summary.counts.items() if pairs
    )
    return framed(f'<p class="says">{words(str(summary))}</p><table><tbody>{lines}</tbody></table>')


def _counts(known: Sequence[tuple[str, int]]) -> str:
    shown = [f"{words(name)}&nbsp;{count:,}" for name, count in known[:SHOWN]]
    return ", ".join([*shown, *([f"and {len(known) - SHOWN} more"] if len(known) > SHOWN else [])])
