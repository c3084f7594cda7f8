"""Files that are taken for graph documents: exports and articles, told by name or content."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from extractor.articles.readers import recognised

EXPORTS = (
    ".graphml",
    ".gexf",
    ".csv",
    ".zip",
    ".cypher",
    ".cql",
    ".ttl",
    ".jsonld",
    ".parquet",
    ".dot",
    ".gv",
    ".node-link.json",
)
TEXTS = ("title", "headline", "text", "body", "content", "articles")


def by_name(path: str | Path) -> str | None:
    """What a file is instead, by its name, with the remedy; ``None`` where the name tells nothing."""
    name = Path(path).name.lower().removesuffix(".gz")
    if name.endswith(EXPORTS):
        return _EXPORT
    if name.endswith(".json") or not recognised(Path(path)):
        return None
    return _article(path)


def by_content(path: str | Path, loaded: Any) -> str | None:
    """The same of a JSON file by its keys."""
    if isinstance(loaded, dict) and "schema" not in loaded:
        if "@context" in loaded or "@graph" in loaded or ("nodes" in loaded and {"links", "edges"} & loaded.keys()):
            return _EXPORT
        if any(key in loaded for key in TEXTS):
            return _article(path)
    if isinstance(loaded, list) and loaded and isinstance(loaded[0], dict) and {*TEXTS} & loaded[0].keys():
        return _article(path)
    return None


_EXPORT = (
    "an export, which is not read back: give the graph document (.json) or the store that it was made from; "
    "`extract run INPUT -o graph.json` writes one"
)


def _article(path: str | Path) -> str:
    return f"articles, no graph: `extract run {path} -o graph.json` makes one of them; give that"
