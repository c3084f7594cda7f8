from __future__ import annotations

from typing import Any

import pytest

import extractor
from extractor.graph import Document, example_document
from tests.shared import SHARED

from .hostile import TEXTS, infested

POSTS = SHARED / "articles"


@pytest.fixture
def document() -> Document:
    return example_document()


@pytest.fixture
def raw(document: Document) -> dict[str, Any]:
    return document.to_dict()


@pytest.fixture(scope="session")
def samples() -> Document:
    return extractor.extract("samples", model="none").document


@pytest.fixture(scope="session")
def posts() -> Document:
    """The graph of the shared articles."""
    if not POSTS.is_dir():
        pytest.skip("needs the shared articles")
    return extractor.extract(POSTS, model="none").document


@pytest.fixture(params=["example", "samples", "posts", "empty", *range(len(TEXTS))], ids=str)
def any_document(request: pytest.FixtureRequest) -> Document:
    """Every document that a writer has to bear: small, real, empty, hostile."""
    if isinstance(request.param, int):
        return infested(TEXTS[request.param])
    if request.param in ("samples", "posts"):
        return request.getfixturevalue(request.param)  # type: ignore[no-any-return]
    return example_document() if request.param == "example" else Document()
