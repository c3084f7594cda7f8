"""Helpers: the built-in catalogue, and a user's folder laid over it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.catalogue import Catalogue, load_catalogue
from extractor.ontology import load_ontology

Load = Callable[..., Catalogue]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue(load_ontology())


SMALL = """
entries:
  - {name: Nvidia, type: ORG}
  - {name: AMD, type: ORG}
  - {name: A100, type: CHIP, maker: Nvidia}
  - {name: H100, type: CHIP, maker: Nvidia, predecessor: A100}
  - {name: Graviton4, type: CHIP}
  - {name: CUDA, type: SOFTWARE}
"""


@pytest.fixture
def load(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Load:
    """``load({"chips.yaml": text})`` writes a user's folder and loads it over a small one."""
    small = tmp_path_factory.mktemp("small")
    (small / "small.yaml").write_text(SMALL, encoding="utf-8")
    monkeypatch.setattr("extractor.catalogue.loader.BUILT_IN", small)
    return lambda files: load_catalogue(load_ontology(), written(tmp_path, files))


@pytest.fixture
def load_over_all(tmp_path: Path) -> Load:
    """The same over the real catalogue."""
    return lambda files: load_catalogue(load_ontology(), written(tmp_path, files))


def written(folder: Path, files: dict[str, str]) -> Path:
    """The folder with these files written into it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder
