"""The documentation is whole: it has every command, option and public name, the site has every page, links lead somewhere."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml

from extractor.cli.app import app

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
HOW_TO = ["own-catalogue", "own-predicate", "correct-the-graph", "gephi", "neo4j", "pandas", "agent"]
PUBLIC = ["", ".query", ".export", ".store", ".graph", ".articles", ".report", ".page", ".languages", ".notebook"]
COMMANDS: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]
FENCE = re.compile(r"^ *```.*?^ *```|`[^`\n]+`", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)\s#]*)(?:#([^)\s]*))?\)")


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def synopsis() -> dict[str, str]:
    """The lines of the first block of docs/cli.md, by command."""
    found: dict[str, str] = {}
    command = ""
    for line in text_of(DOCS / "cli.md").split("\n\n")[1].splitlines():
        words = line.split()
        command = words[1] if words[0] == "extract" else command
        found[command] = f"{found.get(command, '')} {line}"
    return found


def anchors(page: Path) -> set[str]:
    """The anchors of the headings, as GitHub and the site make them."""
    headings = re.findall(
        r"^#+ (.+)$", FENCE.sub(lambda m: m[0].strip("`") if "\n" not in m[0] else "", text_of(page)), re.M
    )
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_described(name: str) -> None:
    said = re.search(rf"\*\*{name}\*\*", text_of(DOCS / "cli.md"))
    assert said, f"docs/cli.md does not tell what **{name}** does"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_in_the_synopsis(name: str) -> None:
    given = [p.opts + p.secondary_opts for p in COMMANDS[name].params if p.param_type_name == "option"]
    shown = set(re.findall(r"(?<![\w-])--?[\w-]+", synopsis().get(name, "")))
    missing = [options for options in given if not shown & {*options} and "--help" not in options]
    assert not missing, f"the synopsis of docs/cli.md lacks {missing} of `extract {name}`"


def test_the_synopsis_has_no_command_that_there_is_not() -> None:
    assert set(synopsis()) - {"--version"} == set(COMMANDS)


def documented() -> dict[int, str]:
    """What docs/reference.md documents, by the identity of the object; a path that leads nowhere is an error."""
    found = {}
    for path in re.findall(r"^::: ([\w.]+)$", text_of(DOCS / "reference.md"), re.MULTILINE):
        module, name = path.rsplit(".", 1)
        found[id(getattr(import_module(module), name))] = path
    return found


@pytest.mark.parametrize("module", PUBLIC)
def test_every_public_name_is_in_the_reference(module: str) -> None:
    known = documented()
    package = import_module(f"extractor{module}")
    missing = [name for name in package.__all__ if id(getattr(package, name)) not in known]
    assert not missing, f"docs/reference.md lacks {missing} of extractor{module}"


def test_no_name_is_in_the_reference_twice() -> None:
    paths = re.findall(r"^::: ([\w.]+)$", text_of(DOCS / "reference.md"), re.MULTILINE)
    assert len(documented()) == len(paths)


def in_nav(entries: Any) -> list[str]:
    if isinstance(entries, str):
        return [entries]
    children = entries.values() if isinstance(entries, dict) else entries
    return [page for child in children for page in in_nav(child)]


def test_the_site_has_all_pages() -> None:
    listed = in_nav(yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"])
    there = [page.relative_to(DOCS).as_posix() for page in PAGES]
    assert sorted(listed) == sorted(there), "the nav of mkdocs.yml and the pages of docs/ differ"


def test_the_guides_are_there() -> None:
    assert sorted(path.stem for path in (DOCS / "how-to").glob("*.md")) == sorted(HOW_TO)


@pytest.mark.parametrize("page", [ROOT / "README.md", *PAGES], ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    wrong = []
    for name, anchor in LINK.findall(FENCE.sub("", text_of(page))):
        target = (page.parent / name).resolve() if name else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            wrong.append(f"{name}#{anchor}")
    assert not wrong, f"{page.relative_to(ROOT)} links to {wrong}"


def test_the_site_builds_and_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    """As ``make docs`` does; needs the extra ``docs``."""
    config = pytest.importorskip("mkdocs.config")
    pytest.importorskip("material")
    pytest.importorskip("mkdocstrings_handlers.python")
    build = pytest.importorskip("mkdocs.commands.build")
    build.build(config.load_config(str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path), strict=True))
    pages = sorted(tmp_path.rglob("*.html"))
    assert len(pages) > len(PAGES)
    loads = re.compile(r"<(?:script|img|iframe|source|link)\b[^>]*?\b(?:src|href)=[\"']?((?:https?:)?//[^\"'\s>]+)")
    assert [
        (page.name, *loads.findall(page.read_text(encoding="utf-8")))
        for page in pages
        if loads.search(page.read_text(encoding="utf-8"))
    ] == []
    styles = [
        path
        for path in tmp_path.rglob("*.css")
        if re.search(r"(?:url\(|@import )[\"']?(?:https?:)?//", path.read_text(encoding="utf-8"))
    ]
    assert styles == []
    reference = (tmp_path / "reference.html").read_text(encoding="utf-8")
    assert "&gt;&gt;&gt;" in reference
    assert ":class:" not in reference
    assert "<li><em>Dependency patterns</em>" in (tmp_path / "decisions/0001-architecture.html").read_text(
        encoding="utf-8"
    )
    links = re.findall(r'href="(examples/[^"]+)"', (tmp_path / "notebooks.html").read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (tmp_path / link).exists()] == []
