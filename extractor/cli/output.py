"""Where graphs go: a file, or standard output for ``-``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.graph.document import Document


def check_output(output: str | None, format: str | None) -> None:
    """Refuse an output that cannot be written before any work is done."""
    from extractor.export import writer_for, writer_named
    from extractor.graph.files import check_target

    if format is not None:
        writer_named(format)
    if output not in (None, "-"):
        check_target(output)
        if format is None:
            writer_for(output)


def write_output(document: Document, output: str | None, format: str | None) -> None:
    """Write a document; nothing where there is no output."""
    from extractor.export import export, export_to

    if output == "-":
        sys.stdout.flush()
        export_to(document, sys.stdout.buffer, format or "document")
        sys.stdout.buffer.flush()
    elif output is not None:
        export(document, output, format)
