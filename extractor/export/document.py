"""The graph document itself: lossless, and what every command reads."""

from __future__ import annotations

from typing import BinaryIO

from extractor.export.writer import Writer
from extractor.graph.document import Document
from extractor.graph.files import dumps


def write_document(document: Document, stream: BinaryIO) -> None:
    """Write the canonical JSON of the document."""
    stream.write(dumps(document).encode())


WRITER = Writer("document", (".json",), "the graph document: lossless, read by all commands", write_document)
