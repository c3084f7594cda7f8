"""What a writer is: a name, the suffixes that call for it, and a function that writes a document to a stream."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from extractor.graph.document import Document


@dataclass(frozen=True, slots=True)
class Writer:
    """One output format. ``suffixes`` begin with a dot; of several that fit a file name the longest wins."""

    name: str
    suffixes: tuple[str, ...]
    description: str
    write: Callable[[Document, BinaryIO], object]
