"""The examples of README and docs work: they are run as they stand, beside the samples and their graph.

Run are the blocks marked ``bash``, ``sh`` or ``python``, and indented blocks of ``extract`` lines. Each document has a
folder of its own with ``samples/``, ``graph.json``, ``out/graph.json`` and ``out/graph.graphml``; its blocks run in their
order, blocks with a ``title="FILE"`` are written there before. What is not run, :meth:`Reader.why_not` decides. Python in
``docs/`` may use ``extractor``, ``networkx`` and the ``graph`` of the samples as given; that of the README must bring its
own imports. Every row of a table of facts right below a block of the shell must be among those that its last line prints.
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
from contextlib import chdir
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import networkx
import pytest

import extractor
from extractor.export import export

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCED = re.compile(r"^ *```(\w*)[^\n]*\n(.*?)^ *```[ \t]*\n", re.MULTILINE | re.DOTALL)
TITLED = re.compile(r"^```\w+ title=\"([^\"]+)\"\n(.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)
INDENTED = re.compile(r"(?<=\n\n)()((?: {4}[^\n]*\n)+)")
TABLE = re.compile(r"\s*\| (?:fact \| )?subject \|[^\n]*\n\|[- |]*\n((?:\|[^\n]*\n)*)")
PLACEHOLDER = re.compile(
    r"…|\.\.\.(?=[\s\]/]|$)|<[A-Za-z][\w -]*>|\[-|\b(?:INPUT|FILE|GRAPH|FACT|DIR|FOLDER|NAME|ID|ARTICLE|FORMAT|PATH)\b"
)
ARTICLES = re.compile(r"\.(?:md|markdown|x?html?|rss|atom|xml|jsonl?|ndjson|txt|text)(?:\.gz)?$")
FACT = re.compile(r"[0-9a-f]{4,16}")
NEW = {"-o", "--output", ">", ">>"}  # what comes next is a file to be written


@dataclass(frozen=True)
class Block:
    kind: str
    line: int
    code: str
    rows: list[list[str]]  # of the table below


def blocks(text: str) -> list[Block]:
    """The blocks that might run, in their order."""
    bare = FENCED.sub(lambda match: re.sub(r"[^\n]", "`", match[0]), text + "\n")
    found = [*FENCED.finditer(text + "\n"), *INDENTED.finditer(bare)]
    return [
        Block(match[1] or "sh", bare.count("\n", 0, match.start()) + 1, textwrap.dedent(match[2]), _rows(match))
        for match in sorted(found, key=lambda match: match.start())
        if match[1] in {"bash", "sh", "python"} or match.re is INDENTED
    ]


def _rows(match: re.Match[str]) -> list[list[str]]:
    table = TABLE.match(match.string, match.end())
    if table is None:
        return []
    first = 1 if table[0].lstrip().startswith("| fact |") else 0  # the id is not what the reader compares
    return [[cell.strip() for cell in row[1:-1].split("|")][first:] for row in table[1].splitlines()]


@dataclass
class Reader:
    """Somebody who tries the examples in a folder."""

    folder: Path
    own: set[str] = field(default_factory=set)  # graphs of articles that only the reader of the document has
    ran: list[str] = field(default_factory=list)
    shown: str = ""

    def save(self, text: str) -> None:
        """Write the blocks that have the name of a file as their title."""
        for name, content in TITLED.findall(text):
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")

    def why_not(self, line: str) -> str:
        """Why a line of a shell is not run; empty where it is."""
        try:
            words = shlex.split(line, comments=True)
        except ValueError as error:
            return f"not for a shell: {error}"
        if len(words) < 2 or words[0] != "extract":
            return "not a line of extract (make, git, pip, a comment, output)"
        if PLACEHOLDER.search(line):
            return "a placeholder"
        if absent := [word for before, word in pairwise(words) if before not in NEW and self.is_own(word, words[1])]:
            return f"about files of the reader's own: {absent}"
        if words[1] == "explain" and FACT.fullmatch(words[-1]) and self.own & {*words}:
            return "about a fact of the reader's own graph"
        missing = [word for before, word in pairwise(words) if before == "|" and not shutil.which(word)]
        return f"not installed: {missing}" if set(missing) - {"extract"} else ""

    def is_own(self, word: str, command: str) -> bool:
        """Whether a word names a folder, articles or a graph that are not here; samples must be."""
        if word.startswith(("-", "/", "samples", "http")) or any(self.folder.glob(word.rstrip("/") or ".")):
            return False
        return word.endswith("/") or word in self.own or (command == "run" and bool(ARTICLES.search(word)))

    def shell(self, block: Block) -> Iterator[str]:
        """Run the lines of a block; what goes wrong."""
        why_not = "empty"
        for given in block.code.replace("\\\n", " ").splitlines():
            line = re.sub(r"^\s*(?:\$ )?(?:\.venv/bin/)?(?=extract\b)", "", given)
            why_not = self.why_not(line)
            if not why_not:
                yield from self.command(line)
            elif line.startswith("extract run"):
                self.own |= {word for before, word in pairwise(line.split()) if before in NEW}
        shown = [line.split("\t")[1:] for line in self.shown.splitlines()[1:]]
        if not why_not and (stale := [row for row in block.rows if row not in shown]):
            yield f"the table below has {stale}, printed is\n" + "".join(f"  | {' | '.join(row)} |\n" for row in shown)

    def command(self, line: str) -> Iterator[str]:
        env = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
        command = ["bash", "-o", "pipefail", "-c", line]
        result = subprocess.run(
            command, cwd=self.folder, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        self.ran.append(line)
        self.shown = result.stdout
        if result.returncode or "Traceback" in result.stderr:
            yield f"{line}\n  exit code {result.returncode}: {result.stderr.strip()}"

    def python(self, block: Block, given: dict[str, Any]) -> Iterator[str]:
        """Run a block in a namespace of its own; what goes wrong."""
        if "…" in block.code:
            return
        self.ran.append(block.code)
        try:
            with chdir(self.folder):
                exec(compile(block.code, "example", "exec"), {"__name__": "__main__", **given})
        except Exception as error:
            yield f"{type(error).__name__}: {error}\n{textwrap.indent(block.code, '  ')}"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """What somebody has who ran the samples, with the trained reader where it can be used."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "samples", folder / "samples")
    (folder / "out").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("EXTRACT_MODEL", raising=False)
        with chdir(folder):
            graph = extractor.extract("samples")
        for name in ("graph.json", "out/graph.json"):
            graph.save(folder / name)
        export(graph.document, folder / "out" / "graph.graphml")
        yield folder


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_examples(document: Path, desk: Path, tmp_path: Path) -> None:
    reader = Reader(Path(shutil.copytree(desk, tmp_path / "desk")))
    given: dict[str, Any] = {}
    if document.name != "README.md":
        given = {"extractor": extractor, "networkx": networkx, "graph": extractor.load(desk / "graph.json")}
    wrong = []
    text = document.read_text(encoding="utf-8")
    reader.save(text)
    for block in blocks(text):
        found = reader.python(block, given) if block.kind == "python" else reader.shell(block)
        wrong += [f"{document.relative_to(ROOT)}:{block.line}: {what}" for what in found]
    assert not wrong, "\n" + "\n".join(wrong)


def test_blocks_with_a_title_are_files(tmp_path: Path) -> None:
    text = '```yaml title="my-names/one.yaml"\nentries: []\n```\n\n```yaml\nno: file\n```\n\n'
    text += '```text title="a.txt"\nA\n\nB\n```\n'
    Reader(tmp_path).save(text)
    written = {path.relative_to(tmp_path).as_posix(): path.read_text() for path in tmp_path.rglob("*.*")}
    assert written == {"my-names/one.yaml": "entries: []\n", "a.txt": "A\n\nB\n"}


LINES = {
    "extract run samples -o graph.json": "",
    "extract run samples/2024-03-18-nvidia-unveils-blackwell-b200.md": "",
    "extract run samples/no-such-article.md": "",
    'extract query graph.json --type CHIP --entity "Graviton 4" | head -3': "",
    "extract check": "",
    "extract": "not a line of extract",
    "make run  # extracts": "not a line of extract",
    "extract run INPUT... -o FILE": "a placeholder",
    "extract run <folder> -o graph.json": "a placeholder",
    "extract explain graph.json …": "a placeholder",
    "extract run news/ -o graph.json": "about files of the reader's own",
    "extract run samples feeds/*.xml": "about files of the reader's own",
    "extract check --catalogue my-names/": "about files of the reader's own",
    "extract show graph.json | no-such-program": "not installed",
    'extract query graph.json --entity "open': "not for a shell",
}


@pytest.mark.parametrize("line", LINES)
def test_what_is_not_run(line: str, desk: Path) -> None:
    reason = Reader(desk).why_not(line)
    assert reason.startswith(LINES[line])
    assert bool(reason) == bool(LINES[line])


def test_what_is_wrong_is_found(desk: Path, tmp_path: Path) -> None:
    reader = Reader(Path(shutil.copytree(desk, tmp_path / "desk")))
    text = (
        "# Title\n\n```bash\nextract show graph.json\nextract show no.json\n```\n\n"
        "```sh\n.venv/bin/extract query graph.json --predicate founded\n```\n\n| subject | predicate |\n|---|---|\n| A | b |\n"
        "\n    extract explain graph.json 0000\n\n```python\nimport os\nos.nothing\n```\n\n```yaml\nextract: no\n```"
    )
    found = blocks(text)
    assert [(block.kind, block.line) for block in found] == [("bash", 3), ("sh", 8), ("sh", 16), ("python", 18)]
    wrong = [[*(reader.python(block, {}) if block.kind == "python" else reader.shell(block))] for block in found]
    assert [len(some) for some in wrong] == [1, 1, 1, 1]
    for (message,), start in zip(wrong, ["extract show no.json", "the table", "extract explain", "Attr"], strict=True):
        assert message.startswith(start)
