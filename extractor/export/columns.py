"""The attributes of the network with their types, for formats that declare them first (docs/graph.md lists them)."""

from __future__ import annotations

from extractor.graph.document import Document
from extractor.graph.elements import Scalar
from extractor.graph.scrub import one_line

NODE_COLUMNS: dict[str, type[Scalar]] = {
    "kind": str, "type": str, "name": str, "aliases": str, "known": bool, "mentions": int, "articles": int,
}  # fmt: skip
EDGE_COLUMNS: dict[str, type[Scalar]] = {
    "fact": str, "predicate": str, "attribute": str, "amount": float, "low": float, "unit": str, "value": str,
    "status": str, "date": str, "modality": str, "confidence": float, "attributed_to": str, "articles": int, "sources": int,
    "published": str, "url": str, "quote": str,
}  # fmt: skip


def qualifier_columns(document: Document) -> dict[str, type[Scalar]]:
    """The attributes of the qualifiers that the facts of a document have, by name."""
    names = {one_line(f"qualifier_{name}") for fact in document.facts for name, _ in fact.qualifiers}
    return dict.fromkeys(sorted(names), str)
