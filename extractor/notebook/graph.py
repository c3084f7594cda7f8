"""A graph in a notebook: what it holds, in numbers."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.notebook.frame import framed, words
from extractor.query.summary import Summary

SHOWN = 8  # of each kind


def graph_html(summary: Summary) -> str:
    """The numbers of a graph as a table: a row for each kind of count, the largest counts first."""
    rows = {
        "entities": summary.types.items(),
        "facts": summary.predicates.items(),
        "modality": summary.modalities.items(),
        "sources": summary.sources.items(),
        "most facts": summary.top_entities,
    }
    lines = "".join(f"<tr><th>{label}</th><td>{_counts(pairs)}</td></tr>" for label, pairs in rows.items() if pairs)
    return framed(f'<p class="says">{words(str(summary))}</p><table><tbody>{lines}</tbody></table>')


def _counts(pairs: Iterable[tuple[str, int]]) -> str:
    known = list(pairs)
    shown = [f"{words(name)}&nbsp;{count:,}" for name, count in known[:SHOWN]]
    return ", ".join([*shown, *([f"and {len(known) - SHOWN} more"] if len(known) > SHOWN else [])])
