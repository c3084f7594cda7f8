from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import BinaryIO

import pytest

from extractor.errors import DataError
from extractor.export.parts import archive, part_path, write_parts
from extractor.graph import Document


def one(document: Document, stream: BinaryIO) -> None:
    stream.write(b"one")


def broken(document: Document, stream: BinaryIO) -> None:
    stream.write(b"half")
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    ("path", "expected"),
    [("g.csv", "g.p.csv"), ("a.b/g.x.csv.GZ", "a.b/g.x.p.csv.GZ"), ("graph", "graph.p"), ("g.gz", "g.p.gz")],
)
def test_names(path: str, expected: str) -> None:
    assert part_path(path, "p").as_posix() == expected


def test_all_or_none(tmp_path: Path) -> None:
    (tmp_path / "g.a.csv").write_text("old")
    for parts in ({"a": one, "b": broken}, {"a": broken, "b": one}):
        with pytest.raises(DataError, match="No space left"):
            write_parts(Document(), tmp_path / "g.csv", parts)
        assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("g.a.csv", "old")]
    write_parts(Document(), tmp_path / "g.csv", {"a": one, "b": one})
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"g.a.csv": "one", "g.b.csv": "one"}


class Pipe(io.RawIOBase):
    """Standard output into a pipe: nobody can go back in it."""

    def __init__(self) -> None:
        self.data = b""

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.data += bytes(data)  # type: ignore[call-overload]
        return len(bytes(data))  # type: ignore[call-overload]


def test_an_archive_goes_through_a_pipe() -> None:
    pipe = Pipe()
    archive({"a": one, "b": one}, ".csv")(Document(), pipe)  # type: ignore[arg-type]
    with zipfile.ZipFile(io.BytesIO(pipe.data)) as packed:
        assert packed.testzip() is None
        assert {info.filename: info.date_time[0] for info in packed.infolist()} == {"a.csv": 1980, "b.csv": 1980}
