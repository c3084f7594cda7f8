"""Bad input costs one clear line each: the good articles are in the graph, and nothing ever ends in a traceback."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractor.cli import app
from extractor.graph import Document, check_document, load

PROGRAM = "import sys; from extractor.cli import main; sys.argv = ['extract', *sys.argv[1:]]; main()"
GOOD = "---\ntitle: AWS presents Graviton4\ndate: 2023-11-28\n---\nAWS said Graviton4 has 96 cores.\n"
MORE = {"title": "Nvidia H100", "text": "Nvidia announced the H100 GPU."}
TEXT = "Intel announced Panther Lake.\n"


@dataclass(frozen=True)
class Case:
    """A file, what is said about it (``line`` 0: no line is named), and how many articles of it are read all the same."""

    name: str
    content: str | bytes
    reason: str
    line: int = 0
    skipped: bool = True
    kept: int = 0
    part: str = ""

    @property
    def says(self) -> re.Pattern[str]:
        """The one line about it."""
        name = "".join(re.escape(sign) if sign.isprintable() else "." for sign in self.name)
        place = name + self.part + (f":{self.line}" if self.line else "")
        return re.compile(rf"(?:.*/)?{place}: .*{self.reason}.*{r' [(]skipped[)]' if self.skipped else ''}")


def front(*lines: str, body: str = TEXT) -> str:
    return "\n".join(["---", *lines, "---", body])


XML = '<?xml version="1.0"?>\n'
BOMB = [
    "a0: &a0 [x, x, x, x, x, x, x, x, x, x]",
    *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)),
]
ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
LAUGHS = f'<!DOCTYPE rss [<!ENTITY e0 "ha">{ENTITIES}]><rss><channel><item><title>&e11;</title></item></channel></rss>'

CASES = [
    Case("open-quote.md", front("title: Chips", 'excerpt: "never closed'), "not valid YAML", line=3),
    Case("two-colons.md", front("date: 2026-01-05", "title: Chips: more of them"), "not valid YAML", line=3),
    Case("tab.md", front("title: Chips", "topics:", "\t- Chips"), "not valid YAML", line=4),
    Case("unclosed.md", "---\ntitle: Chips\n", "not closed", skipped=False, kept=1),
    Case("no-title.md", front("date: 2026-01-05"), "no title", skipped=False, kept=1),
    Case("nothing.md", front("date: 2026-01-05", body=""), "neither a title nor a text"),
    Case("bad-date.md", front("title: Chips", "date: 03/04/2024"), "not a date", skipped=False, kept=1),
    Case("bad-address.md", front("title: Chips", "url: news/chips"), "address", skipped=False, kept=1),
    Case("latin.md", front("title: Größe zählt").encode("latin-1"), "not UTF-8", skipped=False, kept=1),
    Case("utf-16.md", GOOD.encode("utf-16-le"), "NUL bytes.*byte order mark"),
    Case("damaged.md", TEXT.encode("utf-16") + b"\x00\xd8", "not clean utf-16", skipped=False, kept=1),
    Case("empty.md", "", "empty file"),
    Case("blank.txt", " \n\n\t\n", "empty file"),
    Case("picture.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0" + bytes(range(256)) * 20, "not a text file"),
    Case("cyclic.md", front("title: Chips", "related: &a", "  - *a"), "anchor a holds itself", line=4),
    Case("cyclic-map.md", front("title: Chips", "provider: &p {name: *p}"), "anchor p holds itself", line=3),
    Case("bomb.md", front("title: Chips", *BOMB), "expand to more than", line=7),
    Case("unknown-anchor.md", front("title: *nobody"), "not valid YAML", line=2),
    Case("deep.md", front("title: Chips", f"topics: {'[' * 20_000}"), "not valid YAML", line=3),
    Case("related.md", front("title: Chips", "related: none of them"), "related is not a list", kept=1),
    Case("related-map.md", front("title: Chips", "related: {title: One}"), "related is not a list", kept=1),
    Case("items.md", front("title: Chips", "related: [5090]"), "not a mapping", kept=1, part="#related-1"),
    Case("control.md", front("title: Chips", body="Intel\n\x07announced\x1b[31m it."), "control", 5, False, kept=1),
    Case("half.json", '{"title": "Chips",\n "text": "Intel announced', "not valid JSON", line=2),
    Case("list.json", json.dumps([MORE, 7, {**MORE, "title": "H200"}]), "not an object", kept=2, part="#item-2"),
    Case("empty-list.json", "[]", "empty list"),
    Case("number.json", "7", "neither an object"),
    Case("deep.json", "[" * 200_000, "not valid JSON"),
    Case("digits.json", f'{{"title": {"9" * 6000}}}', "not valid JSON"),
    Case("lines.jsonl", f'{json.dumps(MORE)}\n{{"title": \n{json.dumps(MORE)}\n', "not valid JSON", line=2, kept=1),
    Case("feed.xml", "<rss><channel><title>News</title></channel></rss>", "without entries"),
    Case("half.rss", f"{XML}<rss><channel>\n<item><title>Chips &</title>", "not well-formed", 3, False, kept=1),
    Case("laughs.xml", XML + LAUGHS, "not well-formed", 2, False, kept=1),
    Case("cut.md.gz", gzip.compress(GOOD.encode() * 50)[:-20], "damaged gzip"),
    Case("zeros.md.gz", gzip.compress(bytes(21_000_000)), "larger than 20,000,000 bytes"),
    Case("odd\n\x1b[31mname.md", "", "empty file"),
]  # fmt: skip
if sys.platform == "linux":  # other systems refuse such names
    CASES.append(Case(os.fsdecode(b"gr\xf6\xdfe.md"), "", "empty file"))
REMARKS = [case for case in CASES if not case.skipped]


def put(folder: Path, *cases: Case) -> list[Path]:
    """A good file and those of the cases."""
    folder.mkdir(exist_ok=True)
    (folder / "good.md").write_text(GOOD, encoding="utf-8")
    for case in cases:
        data = case.content if isinstance(case.content, bytes) else case.content.encode("utf-8")
        (folder / case.name).write_bytes(data)
    return [folder / "good.md", *(folder / case.name for case in cases)]


def program(*words: str | Path) -> tuple[int, str, list[str]]:
    """Exit code, output and lines of complaint of the program in a process of its own."""
    command = [sys.executable, "-c", PROGRAM, *words]
    result = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    complaints = result.stderr.decode()
    assert "Traceback" not in complaints, complaints
    return result.returncode, result.stdout.decode(), complaints.splitlines()


def in_process(*words: str | Path) -> tuple[int, list[str]]:
    """Exit code and lines of complaint; what no handler caught is raised."""
    result = CliRunner().invoke(app, list(map(str, words)), prog_name="extract")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stderr.splitlines()


def read_graph(path: Path, articles: int | None = None) -> Document:
    """The graph, whole and sound, with what the good file states."""
    document = load(path)
    assert check_document(document.to_dict()) == []
    assert articles in (None, len(document.articles))
    assert "chip:graviton4" in {fact.subject for fact in document.facts if fact.attribute == "core_count"}
    return document


@pytest.mark.parametrize("case", CASES, ids=[ascii(case.name) for case in CASES])
def test_one_file(case: Case, tmp_path: Path) -> None:
    code, lines = in_process("run", *put(tmp_path / "news", case), "-o", tmp_path / "graph.json", "--quiet")
    assert code == int(case.skipped)
    assert len(lines) == 1
    assert case.says.fullmatch(lines[0]), lines
    read_graph(tmp_path / "graph.json", 1 + case.kept)


def test_lines_of_a_feed_without_declaration(tmp_path: Path) -> None:
    case = Case("half.xml", "<rss><channel>\n<item><title>Chips &</title>", "not well-formed", 2, skipped=False)
    _, lines = in_process("run", *put(tmp_path, case), "--quiet")
    assert case.says.fullmatch(lines[0]), lines


@pytest.fixture
def large(tmp_path: Path) -> Iterator[Path]:
    """A file of 50 MB, which is gone after the test."""
    path = tmp_path / "large.md"
    path.write_bytes(GOOD.encode())
    os.truncate(path, 50 * 2**20)
    yield path
    path.unlink()


def test_all_in_one_folder(tmp_path: Path, large: Path) -> None:
    news, nothing, missing = tmp_path / "news", tmp_path / "no-articles", tmp_path / "missing.md"
    put(news, *CASES)
    (news / "more.json").write_text(json.dumps(MORE), encoding="utf-8")
    (news / "gone.md").symlink_to(missing)
    (news / "again").symlink_to(news)
    nothing.mkdir()
    (nothing / "picture.png").write_bytes(b"\x89PNG")
    words = [news, nothing, missing, large, tmp_path / "*.rss", "-o", tmp_path / "graph.json", "--quiet"]
    code, output, lines = program("run", *words)
    assert (code, output) == (1, "")
    more = {
        "gone.md": "neither a file nor a link to one",
        "no-articles": "no article files in this folder",
        "missing.md": "no such file or folder",
        "large.md": "larger than 20,000,000 bytes",
        "*.rss": "no article files match this pattern",
    }
    expected = [case.says for case in CASES] + [Case(name, "", reason).says for name, reason in more.items()]
    assert [says.pattern for says in expected if sum(bool(says.fullmatch(line)) for line in lines) != 1] == []
    assert len(lines) == len(expected)
    read_graph(tmp_path / "graph.json")


def test_remarks_alone_are_no_failure(tmp_path: Path) -> None:
    put(tmp_path / "news", *REMARKS)
    code, _, lines = program("run", tmp_path / "news", "-o", tmp_path / "graph.json", "--quiet", "--workers", "2")
    assert code == 0
    assert len(lines) == len(REMARKS)
    read_graph(tmp_path / "graph.json")


def test_a_graph_among_the_articles_changes_nothing(tmp_path: Path) -> None:
    put(tmp_path / "news")
    graph = tmp_path / "news" / "graph.json"
    assert in_process("run", tmp_path / "news", "-o", graph, "--quiet") == (0, [])
    first = graph.read_bytes()
    assert in_process("run", tmp_path / "news", "-o", graph, "--quiet") == (0, [])
    assert graph.read_bytes() == first


def test_nothing_to_read(tmp_path: Path) -> None:
    code, lines = in_process("run", "-", "-o", tmp_path / "graph.json", "--quiet")
    assert (code, lines) == (1, ["-: empty file (skipped)", "no article could be read: nothing was written"])
    assert not (tmp_path / "graph.json").exists()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a file that its owner may not read")
def test_unreadable(tmp_path: Path) -> None:
    good, bad = put(tmp_path, Case("locked.md", GOOD, "cannot be read"))
    bad.chmod(0)
    code, lines = in_process("run", good, bad, "-o", tmp_path / "graph.json", "--quiet")
    assert code == 1
    assert [line for line in lines if "locked.md: cannot be read: Permission denied (skipped)" in line] == lines


WRONG = {
    "no input": ([], "name at least one file or folder of articles"),
    "unknown option": (["good.md", "--no-such-option"], "--no-such-option"),
    "no workers": (["good.md", "--workers", "0"], "--workers"),
    "workers in words": (["good.md", "--workers", "two"], "--workers"),
    "too certain": (["good.md", "--min-confidence", "2"], "--min-confidence"),
    "unknown format": (["good.md", "-o", "graph.json", "--format", "papyrus"], "papyrus"),
    "unknown suffix": (["good.md", "-o", "graph.txt"], "graph.txt"),
    "no such folder": (["good.md", "-o", "missing/graph.json"], "missing"),
    "a folder as output": (["good.md", "-o", ".", "--format", "graphml"], "."),
    "no ontology": (["good.md", "--ontology", "missing"], "missing"),
    "no catalogue": (["good.md", "--catalogue", "good.md"], "good.md"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_wrong_usage(wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path)
    monkeypatch.chdir(tmp_path)
    words, named = WRONG[wrong]
    code, output, lines = program("run", *words)
    assert (code, output) == (2, "")
    errors = [line for line in lines if line.lower().startswith("error: ")]
    assert errors == lines[-1:]
    assert named in errors[0]
    assert [path.name for path in tmp_path.iterdir()] == ["good.md"]


def test_unknown_command() -> None:
    code, output, lines = program("walk", "good.md")
    assert (code, output) == (2, "")
    assert "walk" in lines[-1]


@pytest.mark.parametrize("text", ["entries: {", "entries: [{name: X9, type: PLANET}]", "entries: &e [*e]"])
def test_broken_catalogue(text: str, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "names.yaml").write_text(text, encoding="utf-8")
    words = (*put(tmp_path / "news"), "--catalogue", tmp_path / "mine", "-o", tmp_path / "graph.json")
    code, lines = in_process("run", *words)
    assert code == 1
    assert len(lines) == 1
    assert "names.yaml" in lines[0]
    assert not (tmp_path / "graph.json").exists()
