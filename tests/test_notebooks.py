"""The notebooks of ``examples/`` run from the first cell to the last, each in a kernel of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")
pytest.importorskip("ipykernel")
pytest.importorskip("pandas")

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "examples").glob("*.ipynb"))


def shown(notebook: Any, kind: str) -> list[str]:
    """What the cells put out in a format."""
    outputs = (output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs)
    return [str(output.data[kind]) for output in outputs if kind in output.get("data", {})]


def test_there_are_notebooks() -> None:
    assert len(NOTEBOOKS) == 2


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_outputs(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert all(not cell.outputs and cell.execution_count is None for cell in notebook.cells if cell.cell_type == "code")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(path.parent)}}).execute()
    tables = [text for text in shown(notebook, "text/html") if "hardware-graph" in text]
    if path.stem == "from-articles-to-answers":
        assert any("<mark" in text for text in tables)
        assert len(tables) == 5
        assert any("memory, GB" in text for text in shown(notebook, "text/html"))
    else:
        assert len(tables) == 2
        assert "True" in shown(notebook, "text/plain")
        assert "(True, True)" in shown(notebook, "text/plain")
