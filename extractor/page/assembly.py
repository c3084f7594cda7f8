"""The page: markup, style, script and data put into one file."""

from __future__ import annotations

import html
import re
from importlib import resources

from extractor.ontology import Ontology
from extractor.page.payload import payload
from extractor.page.safe import digest, embedded
from extractor.query import KnowledgeGraph

# In this order: each uses what stands before it.
SCRIPTS = (
    "elements", "graph", "choice", "camera", "labels", "drawing", "still", "wording", "evidence", "entity", "fact", "search",
    "filters", "pointer", "selection", "main",
)  # fmt: skip
STYLES = ("colours", "frame", "lists", "details", "phone")


def page(graph: KnowledgeGraph, title: str, ontology: Ontology | None = None, *, min_confidence: float = 0.0) -> str:
    """The page of a graph; the same graph and title give the same text.

    ``title`` is shown and is the title of the window, ``ontology`` another than the built-in one; facts less certain than
    ``min_confidence`` are left out. The page asks for nothing: its policy forbids all requests, and lets only its own
    script and style run, by their hashes.

    >>> from extractor.graph import example_document
    >>> page(KnowledgeGraph(example_document()), "example")[:15]
    '<!doctype html>'
    """
    style = "".join(_asset(f"{name}.css") for name in STYLES)
    script = '"use strict";\n(() => {\n' + "".join(_asset(f"{name}.js") for name in SCRIPTS) + "})();\n"
    parts = {
        "policy": html.escape(_policy(script, style)),
        "title": html.escape(title),
        "style": style,
        "script": script,
        "data": embedded(payload(graph, title, ontology, min_confidence)),
    }
    return re.sub(r"\{\{(\w+)\}\}", lambda found: parts[found[1]], _asset("page.html"))


def _policy(script: str, style: str) -> str:
    return (
        f"default-src 'none'; script-src '{digest(script)}'; style-src '{digest(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _asset(name: str) -> str:
    return resources.files(__package__).joinpath("assets", name).read_text(encoding="utf-8")
