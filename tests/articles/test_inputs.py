import os
from pathlib import Path

from extractor.articles.inputs import expand, label
from extractor.errors import Problem

from .conftest import Put


def _wanted(path: Path) -> bool:
    return path.suffix == ".md"


def _names(root: Path, *inputs: str | Path) -> list[str]:
    return [
        found.reason if isinstance(found, Problem) else label(found.relative_to(root))
        for found in expand(inputs, _wanted)
    ]


def test_folders_are_searched_in_order(put: Put, tmp_path: Path) -> None:
    for name in ("b.md", "a.md", "sub/c.md", "image.png", ".hidden.md", ".git/x.md"):
        put(name, "x")
    assert _names(tmp_path, tmp_path) == ["a.md", "b.md", "sub/c.md"]


def test_a_named_file_is_taken_whatever_its_suffix_and_only_once(put: Put, tmp_path: Path) -> None:
    assert _names(tmp_path, put("a.odd", "x"), tmp_path / "a.odd") == ["a.odd"]


def test_patterns(put: Put, tmp_path: Path) -> None:
    for name in ("a.md", "b.png", "sub/c.md", "sub/.d.md"):
        put(name, "x")
    assert _names(tmp_path, f"{tmp_path}/*.md") == ["a.md"]
    assert _names(tmp_path, f"{tmp_path}/s?b/*") == ["sub/c.md"]
    assert sorted(_names(tmp_path, f"{tmp_path}/**/*.md")) == ["a.md", "sub/c.md"]


def test_a_file_whose_name_looks_like_a_pattern(put: Put, tmp_path: Path) -> None:
    assert _names(tmp_path, put("a[1].md", "x")) == ["a[1].md"]


def test_inputs_that_give_nothing(put: Put, tmp_path: Path) -> None:
    put("empty/x.png", "x")
    inputs = [
        "",
        tmp_path / "none.md",
        tmp_path / "empty",
        f"{tmp_path}/*.nothing",
        f"{tmp_path}/a**b/*",
        "a\0b",
        "x" * 5000,
    ]
    found = list(expand(inputs, _wanted))
    assert len(found) == len(inputs)
    assert all(isinstance(item, Problem) and item.skipped for item in found)


def test_symlink_loops_end(put: Put, tmp_path: Path) -> None:
    put("sub/a.md", "x")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    (tmp_path / "sub" / "self").symlink_to(tmp_path / "sub")
    (tmp_path / "dead").symlink_to(tmp_path / "nowhere")
    (tmp_path / "ring").symlink_to(tmp_path / "ring")
    assert _names(tmp_path, tmp_path) == ["sub/a.md"]
    assert _names(tmp_path, f"{tmp_path}/**/*.md") == ["sub/a.md"]
    assert _names(tmp_path, tmp_path / "ring") == ["no such file or folder"]


def test_a_dead_link_and_a_pipe_in_a_folder_are_problems(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "b.md")
    assert _names(tmp_path, tmp_path) == ["neither a file nor a link to one"] * 2


def test_labels_can_be_written_out() -> None:
    label(Path("caf\udce9.md")).encode("utf-8")
