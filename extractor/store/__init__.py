"""The store: a graph in an SQLite file that articles are added to and taken out of (docs/store.md).

Each name is loaded when it is first asked for: to tell a store from a document takes nothing but its first bytes.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.store.changes import Changes
    from extractor.store.connection import StoreBusyError, is_store
    from extractor.store.filling import fill, reader_of
    from extractor.store.graph import StoredGraph
    from extractor.store.reader import Reader
    from extractor.store.store import Store

_HOMES = {
    "Changes": "changes",
    "Reader": "reader",
    "Store": "store",
    "StoreBusyError": "connection",
    "StoredGraph": "graph",
    "fill": "filling",
    "is_store": "connection",
    "reader_of": "filling",
}

__all__ = ["Changes", "Reader", "Store", "StoreBusyError", "StoredGraph", "fill", "is_store", "reader_of"]


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
