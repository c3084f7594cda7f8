"""Writing graphs in the formats of other programs: one file per format, one registry."""

from extractor.export.registry import WRITERS, export, export_to, writer_for, writer_named
from extractor.export.writer import Writer

__all__ = ["WRITERS", "Writer", "export", "export_to", "writer_for", "writer_named"]
