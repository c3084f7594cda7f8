"""Where graphs go: a file, or standard output for ``-``."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.errors import UsageError

if TYPE_CHECKING:
    from extractor.graph.document import Document


def check_output(output: str | None, format: str | None) -> None:
    """Refuse an output that cannot be written before any work is done."""
    from extractor.export import writer_for, writer_named
    from extractor.graph.files import check_target

    writer = None if format is None else writer_named(format)
    if output == "-":
        if writer is not None and writer.binary and sys.stdout.isatty():
            raise UsageError(f"{format} is nothing for a terminal; name a file with -o, or send it into one with >")
    elif output is not None:
        target = check_target(output)
        writer = writer or writer_for(output)
        if writer.name == "sqlite" and _holds_articles(target):
            raise UsageError(
                f"{output}: is a store that articles were added to; name another file for the plain database"
            )


def _holds_articles(path: Path) -> bool:
    from extractor.store.connection import APPLICATION

    with contextlib.suppress(OSError), path.open("rb") as stream:
        return stream.read(72)[68:] == APPLICATION.to_bytes(4, "big")
    return False


def write_output(document: Document, output: str | None, format: str | None) -> tuple[Path, ...]:
    """Write a document and return the files; none where there is no output or it is standard output."""
    from extractor.export import export, export_to

    if output == "-":
        sys.stdout.flush()
        export_to(document, sys.stdout.buffer, format or "document")
        sys.stdout.buffer.flush()
    elif output is not None:
        return export(document, output, format)
    return ()
