"""``extract show``: what a graph holds."""

from __future__ import annotations

from extractor.cli.options import AsJson, Graph
from extractor.cli.terminal import print_json


def show(graph: Graph, json: AsJson = False) -> None:
    """Show what a graph holds: counts by type, predicate, modality and source, and the entities with most facts.

    \b
    Examples:
      extract show graph.json
      extract show graph.json.gz --json
    """  # noqa: D301
    from extractor.api import load
    from extractor.cli.summary import print_summary

    summary = load(graph).summary()
    if json:
        print_json(summary.to_dict())
    else:
        print_summary(summary)
