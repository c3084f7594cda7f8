"""The pipeline: a spaCy Language whose components recognise entities and statements; nothing above it knows spaCy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.pipeline.reading import LocalEntity, Mention, Reading, Statement

if TYPE_CHECKING:
    from extractor.pipeline.reader import read, read_all

__all__ = ["LocalEntity", "Mention", "Reading", "Statement", "read", "read_all"]


def __getattr__(name: str) -> Any:
    """``read`` and ``read_all`` import spaCy, so they are fetched when they are asked for."""
    if name in ("read", "read_all"):
        from extractor.pipeline import reader

        return getattr(reader, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
