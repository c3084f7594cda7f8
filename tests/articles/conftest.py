"""Helpers: write a file with invented text and read it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.articles import Intake, read_articles

Put = Callable[[str, str | bytes], Path]
ReadText = Callable[[str, str | bytes], Intake]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """``put("a.md", text)`` writes a file below ``tmp_path`` and gives its path."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return write


@pytest.fixture
def read(put: Put) -> ReadText:
    """``read("a.md", text)`` writes a file and reads its articles."""
    return lambda name, content: read_articles([put(name, content)])
