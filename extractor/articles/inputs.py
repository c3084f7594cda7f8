"""Inputs as users give them (files, folders, patterns, "-") to the files that are to be read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from extractor.articles.record import Place
from extractor.errors import Problem

STDIN = "-"


def label(path: Path) -> str:
    """The path as text that can be written out as UTF-8, with forward slashes."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def expand(inputs: Iterable[str | Path], wanted: Callable[[Path], bool]) -> Iterator[Path | Problem]:
    """The files behind the inputs, each once, in order; a problem for an input that gives none.

    ``wanted`` chooses by name among what folders and patterns hold; a file that is named itself is always taken. The
    path ``-`` stands for standard input and is passed on.
    """
    seen: set[Path] = set()
    for given in inputs:
        for found in _one(given, wanted):
            if isinstance(found, Problem):
                yield found
            elif found not in seen:
                seen.add(found)
                yield found


def _one(given: str | Path, wanted: Callable[[Path], bool]) -> Iterator[Path | Problem]:
    path, place = Path(given), Place(label(Path(given)))
    if not str(given):
        yield Problem("", 0, "an input is the empty text: name a file or a folder")
    elif str(given) == STDIN or (_exists(path) and not path.is_dir()):
        yield path
    elif _exists(path):
        files = list(_walk(path, wanted))
        yield from files or [place.problem("no article files in this folder (see docs/inputs.md for the formats)")]
    elif any(sign in str(given) for sign in "*?["):
        matches = list(_matches(path, wanted))
        yield from matches or [place.problem("no article files match this pattern")]
    else:
        yield place.problem("no such file or folder")


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _walk(folder: Path, wanted: Callable[[Path], bool]) -> Iterator[Path | Problem]:
    """Files below a folder, sorted; links to folders are followed, no folder is entered twice."""
    entered: set[tuple[int, int]] = set()
    problems: list[OSError] = []
    for root, folders, files in os.walk(folder, followlinks=True, onerror=problems.append):
        state = Path(root).stat()
        if (state.st_dev, state.st_ino) in entered:
            folders.clear()
            continue
        entered.add((state.st_dev, state.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = (Path(root, name) for name in sorted(files) if not name.startswith("."))
        yield from (_regular(path) for path in paths if wanted(path))
    for error in problems:
        yield Place(label(Path(error.filename))).problem(f"cannot be read: {error.strerror}")


def _regular(path: Path) -> Path | Problem:
    return path if path.is_file() else Place(label(path)).problem("neither a file nor a link to one")


def _matches(pattern: Path, wanted: Callable[[Path], bool]) -> Iterator[Path | Problem]:
    first = next(index for index, part in enumerate(pattern.parts) if any(sign in part for sign in "*?["))
    base, rest = Path(*pattern.parts[:first]), pattern.parts[first:]
    hidden = any(part.startswith(".") for part in rest)
    try:
        found = sorted(base.glob(str(Path(*rest))))
    except (OSError, ValueError) as error:
        yield Place(label(pattern)).problem(f"not a pattern: {error}")
        return
    for path in found:
        if not hidden and any(part.startswith(".") for part in path.relative_to(base).parts):
            continue
        if path.is_dir():
            yield from _walk(path, wanted)
        elif wanted(path):
            yield _regular(path)
