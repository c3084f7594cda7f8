"""What a writer is: a name, the suffixes that call for it, and how a document is written with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from extractor.graph.document import Document

Write = Callable[[Document, BinaryIO], object]


@dataclass(frozen=True, slots=True)
class Writer:
    """One output format. ``suffixes`` begin with a dot; of several that fit a file name the longest wins.

    ``write`` fills one stream. A format of several files names them in ``parts``, each with its own function: for
    ``graph.csv`` the part ``nodes`` is ``graph.nodes.csv``; ``write`` is then the archive of all. ``binary`` tells that a
    terminal cannot show it.
    """

    name: str
    suffixes: tuple[str, ...]
    description: str
    write: Write
    parts: Mapping[str, Write] = field(default_factory=dict)
    binary: bool = False
