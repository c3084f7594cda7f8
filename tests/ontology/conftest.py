"""Helpers: a user's ontology folder, written file by file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.ontology import Ontology, load_ontology

Load = Callable[..., Ontology]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """``load({"rules/x.yaml": text})`` writes a user's folder and loads the ontology with it."""

    def write(files: dict[str, str]) -> Ontology:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        return load_ontology(tmp_path)

    return write
