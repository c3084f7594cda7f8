"""The examples in the help texts work: each is run as it stands, up to its first pipe, beside files of the names it uses."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

import extractor
from extractor.cli.app import app

ROOT = Path(__file__).parents[2]
COMMANDS: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]
EXAMPLE = re.compile(r"^\s*(?:cat \S+ \| )?extract (.*)$", re.MULTILINE)
OWN = re.compile(r"has no (entity|fact)|lacks|has no article|there is no article")  # names that are the reader's own


def examples() -> list[tuple[str, str]]:
    """The lines of extract in the help of every command, without what follows a pipe or stands in brackets."""
    found = []
    for name, command in COMMANDS.items():
        _, _, below = (command.help or "").partition("Examples:")
        for line in EXAMPLE.findall(below):
            found.append((name, re.split(r"\s+[|>]\s+|\s{2,}\(", line)[0]))
    return found


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all that the examples name."""
    folder = tmp_path_factory.mktemp("help")
    shutil.copytree(ROOT / "samples", folder / "samples")
    for name in ("news", "feeds", "my-names"):
        (folder / name).mkdir()
    shutil.copy(sorted((ROOT / "samples").glob("2024-03-18*.md"))[0], folder / "news" / "2024-03-18.md")
    shutil.copy(folder / "news" / "2024-03-18.md", folder / "article.md")
    feed = "<rss version='2.0'><channel><item><title>AMD sells the MI300X</title></item></channel></rss>"
    (folder / "feeds" / "f.xml").write_text(feed, encoding="utf-8")
    graph = extractor.extract(folder / "samples", model="none")
    for name in ("graph.json", "graph.json.gz", "old.json", "new.json", "yesterday.json", "today.json"):
        graph.save(folder / name)
    for name in ("news.sqlite", "news.store"):
        extractor.extract(folder / "news", model="none", store=folder / name)
    return folder


def test_every_command_has_an_example() -> None:
    assert {name for name, _ in examples()} == set(COMMANDS)


@pytest.mark.parametrize(("name", "line"), examples(), ids=lambda text: text)
def test_an_example_runs(place: Path, monkeypatch: pytest.MonkeyPatch, name: str, line: str) -> None:
    for option, module in (("--cypher", "grandcypher"), ("--sparql", "pyoxigraph"), ("parquet", "pyarrow")):
        if option in line:
            pytest.importorskip(module)
    if name == "mcp":
        pytest.importorskip("mcp")
    monkeypatch.chdir(place)
    monkeypatch.setenv("EXTRACT_MODEL", "none")
    monkeypatch.setattr("extractor.cli.browser.open_in_browser", lambda path: True)
    words = [
        str(one) for word in shlex.split(line) for one in (sorted(Path.cwd().glob(word)) if "*" in word else [word])
    ]
    given = (place / "article.md").read_text(encoding="utf-8") if "-" in words[1:2] else ""
    result = CliRunner().invoke(app, words, input=given, prog_name="extract")
    assert result.exit_code == 0 or OWN.search(result.stderr), result.stderr
    if name == "query":
        assert result.exit_code == 0, result.stderr


def test_the_list_of_commands_cuts_nothing_and_offers_completion() -> None:
    text = CliRunner().invoke(app, ["--help"], prog_name="extract").stdout
    assert "..." not in text.partition("Commands:")[2]
    assert "…" not in text
    assert set(re.findall(r"^  ([a-z]+) {2,}\S", text, re.MULTILINE)) == set(COMMANDS)
    assert "--install-completion" in text
