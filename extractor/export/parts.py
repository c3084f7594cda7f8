"""Formats of several files: beside each other under one name, or in one archive."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from extractor.export.writer import Write
from extractor.graph.document import Document
from extractor.graph.files import write_atomic

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first date that an archive can hold: the same content gives the same bytes


def part_path(path: str | Path, part: str) -> Path:
    """The file of a part.

    >>> part_path("out/graph.csv.gz", "nodes").as_posix()
    'out/graph.nodes.csv.gz'
    """
    path = Path(path)
    packed = ".gz" if path.suffix.lower() == ".gz" else ""
    plain = Path(path.name[: len(path.name) - len(packed)])
    return path.with_name(f"{plain.stem}.{part}{plain.suffix}{path.name[len(path.name) - len(packed) :]}")


def write_parts(document: Document, path: str | Path, parts: Mapping[str, Write]) -> None:
    """Write every part to its file; none takes its place before all are whole."""
    _write_rest(document, Path(path), list(parts.items()))


def _write_rest(document: Document, path: Path, parts: list[tuple[str, Write]]) -> None:
    """The first part takes its place last: the others are written before its draft is renamed."""
    (part, fill), rest = parts[0], parts[1:]

    def write(stream: BinaryIO) -> None:
        fill(document, stream)
        if rest:
            _write_rest(document, path, rest)

    write_atomic(part_path(path, part), write)


def archive(parts: Mapping[str, Write], suffix: str) -> Write:
    """A function that writes all parts into one zip archive, each under its name with this suffix."""

    def write(document: Document, stream: BinaryIO) -> None:
        with ZipFile(stream, "w", ZIP_DEFLATED) as packed:
            for part, fill in parts.items():
                entry = ZipInfo(f"{part}{suffix}", _EPOCH)
                entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o644 << 16
                with packed.open(entry, "w", force_zip64=True) as target:
                    fill(document, target)  # type: ignore[arg-type]

    return write
