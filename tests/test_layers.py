"""The direction of the imports: import-linter holds the contract of pyproject.toml."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SPACY_ONLY_IN = {"pipeline"}
NETWORKX_ONLY_IN = {"graph", "query", "export"}


def test_the_flow_goes_one_way() -> None:
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stdout + run.stderr
    assert " 0 broken" in run.stdout


def imported(path: Path) -> set[str]:
    """The top-level packages that a file imports anywhere."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


@pytest.mark.parametrize(("library", "homes"), [("spacy", SPACY_ONLY_IN), ("networkx", NETWORKX_ONLY_IN)])
def test_libraries_stay_where_they_belong(library: str, homes: set[str]) -> None:
    files = [path for path in (ROOT / "extractor").rglob("*.py") if library in imported(path)]
    assert files, f"nothing imports {library}"
    strays = [str(path) for path in files if path.relative_to(ROOT / "extractor").parts[0] not in homes]
    assert strays == []


def test_importing_the_package_costs_nothing() -> None:
    code = "import sys, extractor; sys.exit(bool({'spacy', 'networkx', 'yaml', 'numpy'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, timeout=60, check=False).returncode == 0
