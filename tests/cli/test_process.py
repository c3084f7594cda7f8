"""The program as a process of its own: what it imports, what pipes and terminals see."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from extractor.cli.app import app

HEAVY = "{'spacy', 'networkx', 'yaml', 'numpy', 'feedparser', 'trafilatura', 'onnxruntime'}"
PROGRAM = "import sys; from extractor.cli import main; sys.argv = ['extract', *sys.argv[1:]]; main()"
PEEK = (
    f"import atexit, sys; atexit.register(lambda: print('HEAVY', *sorted({HEAVY} & {{*sys.modules}}), file=sys.stderr))"
)
COMMANDS = list(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("words", [["--help"], ["--version"], *([command, "--help"] for command in COMMANDS)])
def test_help_imports_nothing_heavy(words: list[str]) -> None:
    command = [sys.executable, "-c", f"{PEEK}; {PROGRAM}", *words]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert result.stderr == "HEAVY\n"
    assert "extract" in result.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_has_examples(command: str) -> None:
    result = subprocess.run([sys.executable, "-c", PROGRAM, command, "-h"], capture_output=True, text=True, check=True)
    assert f"Examples:\n    extract {command}" in result.stdout


def test_a_reader_that_hangs_up_is_no_error(graph: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "export", graph, "-o", "-", "--format", "document"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(60) == 0


def test_what_the_terminal_cannot_show_is_escaped(graph: Path) -> None:
    graph.write_text(graph.read_text(encoding="utf-8").replace('"name": "AWS"', '"name": "华为"'), encoding="utf-8")
    env = os.environ | {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    result = subprocess.run([sys.executable, "-c", PROGRAM, "query", graph], capture_output=True, env=env, check=True)
    assert b"\\u534e\\u4e3a" in result.stdout


def test_no_arguments_show_the_help() -> None:
    result = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert "Usage: extract" in result.stdout + result.stderr
