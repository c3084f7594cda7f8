"""Bounded reading of files and streams, compressed with gzip or not."""

from __future__ import annotations

import gzip
import io
import zlib
from pathlib import Path
from typing import BinaryIO

from extractor.articles.record import Place
from extractor.errors import Problem


def load_file(path: Path, place: Place, max_bytes: int) -> bytes | Problem:
    """The bytes of a file, unpacked where it is gzip; a problem where it cannot be read, is empty or too large."""
    try:
        with path.open("rb") as stream:
            return load_stream(stream, place, max_bytes)
    except (OSError, ValueError) as error:
        return place.problem(f"cannot be read: {getattr(error, 'strerror', None) or error}")


def load_stream(stream: BinaryIO, place: Place, max_bytes: int) -> bytes | Problem:
    """The bytes of an open stream under the same rules; at most ``max_bytes + 1`` are read or unpacked."""
    data = stream.read(max_bytes + 1)
    if len(data) > max_bytes:
        return _too_large(place, max_bytes)
    if data.startswith(b"\x1f\x8b"):
        return _unpacked(data, place, max_bytes)
    return data if data.strip() else place.problem("empty file")


def _unpacked(data: bytes, place: Place, max_bytes: int) -> bytes | Problem:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            plain = packed.read(max_bytes + 1)
    except (OSError, EOFError, zlib.error) as error:
        return place.problem(f"damaged gzip file: {error}")
    if len(plain) > max_bytes:
        return _too_large(place, max_bytes)
    return plain if plain.strip() else place.problem("empty file")


def _too_large(place: Place, max_bytes: int) -> Problem:
    return place.problem(f"larger than {max_bytes:,} bytes: split the file or raise the limit (max_bytes)")
