from __future__ import annotations

from typing import Any

import pytest

from extractor.graph import Document, example_document


@pytest.fixture
def document() -> Document:
    return example_document()


@pytest.fixture
def raw(document: Document) -> dict[str, Any]:
    return document.to_dict()
