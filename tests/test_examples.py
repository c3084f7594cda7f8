"""The examples of README and docs work: they are run as they stand, beside the samples and their graph.

Run are the blocks marked ``bash``, ``sh`` or ``python``, and indented blocks of ``extract`` lines. Each document has a
folder of its own with ``samples/``, ``graph.json``, ``out/graph.json`` and ``out/graph.graphml``; its blocks run in their
order. Not run, by the rules of :func:`why_not` alone: lines of other programs, lines with placeholders, lines about files
of the reader's own, and ids of facts of a graph that comes from those. Python in ``docs/`` may use ``extractor``,
``networkx`` and the ``graph`` of the samples as given; that of the README must bring its own imports.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import networkx
import pytest

import extractor
from extractor.export import export

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^(?P<dent> *)```(?P<kind>\w*)[^\n]*\n(?P<code>.*?)^ *```[ \t]*$", re.MULTILINE | re.DOTALL)
INDENTED = re.compile(r"(?<=\n\n)(?: {4}\S[^\n]*\n(?:\n(?= {4}))?)+")
PLACEHOLDER = re.compile(
    r"…|\.\.\.(?=[\s\]/]|$)|<[A-Za-z][\w -]*>|\[-|\b(?:INPUT|FILE|GRAPH|FACT|DIR|FOLDER|NAME|ID|ARTICLE|FORMAT|PATH|N)\b"
)
TABLE = re.compile(r"(?<=\n)\s*\| subject \|[^\n]*\n(?:\|[^\n]*\n?)*")
ARTICLES = re.compile(r"\.(?:md|markdown|x?html?|rss|atom|xml|jsonl?|ndjson|txt|text)(?:\.gz)?$")
FACT = re.compile(r"[0-9a-f]{6,16}")
NEW = {"-o", "--output", ">", ">>"}


@dataclass(frozen=True)
class Block:
    kind: str
    line: int
    code: str
    below: str = ""

    @property
    def rows(self) -> list[list[str]]:
        """The rows of the table of facts that stands below, as a query prints them, without their ids."""
        head, *rows = TABLE.match(self.below)[0].split("\n") if TABLE.match(self.below) else [""]
        return [[cell.strip() for cell in row.strip(" |").split("|")] for row in rows[1:] if row]


@dataclass
class Reader:
    """Somebody who tries the examples in a folder."""

    folder: Path
    own: set[str] = field(default_factory=set)  # graphs of articles that only the reader of the document has
    ran: int = 0
    shown: str = ""

    def why_not(self, line: str) -> str:
        """Why a line of a shell is not run; empty where it is."""
        try:
            words = shlex.split(line, comments=True)
        except ValueError as error:
            return f"not for a shell: {error}"
        if not words or words[0] != "extract":
            return "not a line of extract"
        if len(words) == 1 or PLACEHOLDER.search(line):
            return "a placeholder"
        if absent := [word for i, word in enumerate(words) if words[i - 1] not in NEW and self.is_own(word, words[1])]:
            return f"about files of the reader's own: {absent}"
        if words[1:2] == ["explain"] and FACT.fullmatch(words[-1]) and self.own & {*words}:
            return "about a fact of the reader's own graph"
        tools = [part[0] for part in _split(words) if part and shutil.which(part[0]) is None and part[0] != "extract"]
        return f"not installed: {tools}" if tools else ""

    def is_own(self, word: str, command: str) -> bool:
        """Whether a word names a folder, articles or a graph that are not here; samples must be."""
        if word.startswith(("-", "samples", "http")) or " " in word or any(self.folder.glob(word.rstrip("/") or ".")):
            return False
        return word.endswith("/") or word in self.own or (command == "run" and bool(ARTICLES.search(word)))

    def shell(self, code: str) -> Iterator[str]:
        """Run the lines of a block; what goes wrong."""
        for line in code.replace("\\\n", " ").splitlines():
            line = re.sub(r"^\s*(?:\$ )?(?:\./)?(?:\.venv/bin/)?(?=extract\b)", "", line)
            if not self.why_not(line):
                yield from self.command(line)
            elif line.startswith("extract run"):
                self.own |= {new for old, new in zip(line.split(), line.split()[1:], strict=False) if old in NEW}

    def command(self, line: str) -> Iterator[str]:
        self.ran += 1
        env = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
        command = ["bash", "-o", "pipefail", "-c", line]
        result = subprocess.run(
            command, cwd=self.folder, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        self.shown = result.stdout
        if result.returncode or "Traceback" in result.stderr:
            yield f"{line}\n  exit code {result.returncode}: {result.stderr.strip()}"

    def python(self, code: str, given: dict[str, Any]) -> Iterator[str]:
        """Run a block as a program of its own; what goes wrong."""
        if "…" in code:
            return
        self.ran += 1
        try:
            exec(compile(code, "example", "exec"), {"__name__": "__main__", **given})
        except Exception as error:
            yield f"{textwrap.indent(code, '  ')}  {type(error).__name__}: {error}"


def _split(words: list[str]) -> Iterator[list[str]]:
    part: list[str] = []
    for word in [*words, "|"]:
        if word in {"|", "&&", ";"}:
            yield part
            part = []
        else:
            part.append(word)


def blocks(text: str) -> list[Block]:
    """The blocks that might run, in their order."""
    found = [
        Block(match["kind"], text.count("\n", 0, match.start()) + 1, textwrap.dedent(match["code"]))
        for match in BLOCK.finditer(text)
    ]
    bare = BLOCK.sub(lambda match: "\n" * match[0].count("\n"), text)
    found += [
        Block("bash", bare.count("\n", 0, match.start()) + 1, textwrap.dedent(match[0]))
        for match in INDENTED.finditer(bare)
    ]
    return sorted((block for block in found if block.kind in {"bash", "sh", "python"}), key=lambda block: block.line)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What somebody has who ran the samples."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "samples", folder / "samples")
    (folder / "out").mkdir()
    before = Path.cwd()
    os.chdir(folder)
    try:
        graph = extractor.extract("samples")
    finally:
        os.chdir(before)
    graph.save(folder / "graph.json")
    shutil.copy(folder / "graph.json", folder / "out" / "graph.json")
    export(graph.document, folder / "out" / "graph.graphml")
    return folder


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_examples(document: Path, desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(Path(shutil.copytree(desk, tmp_path / "desk")))
    monkeypatch.chdir(reader.folder)
    wrong = []
    for block in blocks(document.read_text(encoding="utf-8")):
        if block.kind == "python":
            given = {} if document.name == "README.md" else _given()
            found = reader.python(block.code, given)
        else:
            found = reader.shell(block.code)
        wrong += [f"{document.name}:{block.line}: {what}" for what in found]
    assert not wrong, "\n" + "\n".join(wrong)


def _given() -> dict[str, Any]:
    return {"extractor": extractor, "networkx": networkx, "graph": extractor.load("graph.json")}
