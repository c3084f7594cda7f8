"""Pages in a real Chromium; these tests are skipped where there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.chromium import chromium, find_chromium, show
from extractor.graph import Document, example_document
from extractor.page import page
from extractor.query import KnowledgeGraph

WIDE = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"}
Show = Callable[..., Any]


@pytest.fixture(scope="module")  # playwright keeps an event loop in its thread for as long as it runs
def browser() -> Iterator[Any]:
    pytest.importorskip("playwright")
    if find_chromium() is None:
        pytest.skip("no Chromium on the path")
    with chromium() as running:
        yield running


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Show]:
    """Show a document; at the end nothing must have been asked for or complained of."""
    noise: list[str] = []
    tabs = []

    def shown(document: Document | None = None, **options: Any) -> Any:
        path = tmp_path / "page.html"
        path.write_text(page(KnowledgeGraph(document or example_document()), "example"), encoding="utf-8")
        context = browser.new_context(**(WIDE | options))
        context.on("console", lambda message: noise.append(f"console: {message.text}"))
        context.on("weberror", lambda error: noise.append(f"error: {error.error}"))
        context.on("dialog", lambda dialog: noise.append(f"dialog: {dialog.message}"))
        context.on("request", lambda request: noise.append(f"request: {request.url}"))
        tab = show(context, path)
        tabs.append(tab)
        assert noise.pop(0) == f"request: {path.as_uri()}"
        return tab

    yield shown
    for tab in tabs:
        tab.wait_for_timeout(50)
        tab.context.close()
    assert noise == []
