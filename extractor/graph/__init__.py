"""The graph: one lossless document, and the network that is made from it (in :mod:`extractor.graph.network`)."""

from extractor.graph.check import check_document
from extractor.graph.document import Document
from extractor.graph.example import example_document
from extractor.graph.files import dumps, load, save

__all__ = ["Document", "check_document", "dumps", "example_document", "load", "save"]
