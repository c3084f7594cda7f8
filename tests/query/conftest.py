from __future__ import annotations

import pytest

from extractor.graph import example_document
from extractor.query import KnowledgeGraph


@pytest.fixture
def graph() -> KnowledgeGraph:
    return KnowledgeGraph(example_document())
