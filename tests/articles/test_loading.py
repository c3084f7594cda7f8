import gzip
import io
from pathlib import Path

import pytest

from extractor.articles.loading import load_file, load_stream
from extractor.articles.record import Place
from extractor.errors import Problem

PLACE = Place("a.txt")


def _reason(data: bytes, limit: int = 100) -> str:
    found = load_stream(io.BytesIO(data), PLACE, limit)
    assert isinstance(found, Problem)
    assert found.skipped
    return found.reason


def test_plain_and_packed() -> None:
    assert load_stream(io.BytesIO(b"text"), PLACE, 4) == b"text"
    assert load_stream(io.BytesIO(gzip.compress(b"text", mtime=0)), PLACE, 100) == b"text"


def test_too_large_names_limit_and_remedy() -> None:
    assert "100 bytes" in _reason(b"x" * 101)
    assert "max_bytes" in _reason(b"x" * 101)


def test_gzip_bomb_is_bounded() -> None:
    assert "larger than 100,000" in _reason(gzip.compress(b"\0" * 50_000_000, mtime=0), 100_000)


@pytest.mark.parametrize(
    "data", [gzip.compress(b"text " * 9, mtime=0)[:-9], b"\x1f\x8bnonsense", b"\x1f\x8b\x08\0" + b"\xff" * 40]
)
def test_damaged_gzip(data: bytes) -> None:
    assert "damaged gzip" in _reason(data)


@pytest.mark.parametrize("data", [b"", b" \n\r\n", gzip.compress(b"", mtime=0)])
def test_empty(data: bytes) -> None:
    assert _reason(data) == "empty file"


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none", Path("a\0b")):
        found = load_file(path, PLACE, 100)
        assert isinstance(found, Problem)
        assert "cannot be read" in found.reason
