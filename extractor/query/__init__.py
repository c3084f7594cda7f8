"""Asking the graph: :class:`KnowledgeGraph` and what it answers with."""

from extractor.query.explain import Explanation, Passage
from extractor.query.knowledge_graph import KnowledgeGraph
from extractor.query.names import AmbiguousEntityError, UnknownEntityError
from extractor.query.summary import Summary
from extractor.query.view import FactView

__all__ = [
    "AmbiguousEntityError",
    "Explanation",
    "FactView",
    "KnowledgeGraph",
    "Passage",
    "Summary",
    "UnknownEntityError",
]
