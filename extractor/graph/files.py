"""Documents on disk: canonical JSON, plain or compressed, written whole or not at all."""

from __future__ import annotations

import gzip
import json
import os
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, NoReturn
from uuid import uuid4

from extractor.errors import DataError, UsageError
from extractor.graph.document import Document
from extractor.graph.mistaken import by_content, by_name

GZIP_MAGIC = b"\x1f\x8b"


def dumps(document: Document, *, compact: bool = False) -> str:
    r"""The document as canonical JSON: the same document gives the same text, to the letter.

    >>> dumps(Document(), compact=True)
    '{"schema":"hardware-announcements/1","articles":[],"entities":[],"facts":[]}\n'
    """
    layout: dict[str, Any] = {"separators": (",", ":")} if compact else {"indent": 1}
    return json.dumps(document.to_dict(), ensure_ascii=False, allow_nan=False, **layout) + "\n"


def save(document: Document, path: str | Path, *, compact: bool = False) -> None:
    """Write the document to ``path``, compressed where the name ends in ``.gz``; an old file is replaced as a whole."""
    data = dumps(document, compact=compact).encode()
    write_atomic(path, lambda stream: stream.write(data))


def load(path: str | Path) -> Document:
    """Read a document; raises :class:`DataError` naming file and entry, :class:`UsageError` where there is no file."""
    loaded = read_json(path)
    if instead := by_content(path, loaded):
        raise DataError(str(path), "", f"is {instead}")
    return Document.from_dict(loaded, str(path))


def read_json(path: str | Path) -> Any:
    """The JSON of a file, compressed or not, whether it makes a document or not."""
    try:
        data = Path(path).read_bytes()
        text = (gzip.decompress(data) if data.startswith(GZIP_MAGIC) else data).decode("utf-8-sig")
    except FileNotFoundError:
        raise UsageError(f"{path}: there is no such file; `extract run INPUT -o {path}` writes one") from None
    except IsADirectoryError:
        remedy = f"`extract run {path} -o graph.json` makes a graph of the articles in it"
        raise DataError(str(path), "", f"cannot be read: it is a folder; {remedy}") from None
    except UnicodeDecodeError as error:
        if instead := by_name(path):
            raise DataError(str(path), "", f"is {instead}") from None
        raise DataError(str(path), f"byte {error.start}", "is not UTF-8; is this a graph document?") from None
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise DataError(str(path), "", f"is not a whole gzip file ({error}); write it again") from None
    except OSError as error:
        raise DataError(str(path), "", f"cannot be read: {error.strerror}") from None
    return _parse(text, str(path))


def _parse(text: str, file: str) -> Any:
    def refuse(constant: str) -> NoReturn:
        raise DataError(file, "", f"{constant} is not JSON")

    try:
        return json.loads(text, parse_constant=refuse)
    except json.JSONDecodeError as error:
        if instead := by_name(file):
            raise DataError(file, "", f"is {instead}") from None
        reason = f"{error.msg}: not JSON, or half-written; write it again"
        raise DataError(file, f"line {error.lineno}, column {error.colno}", reason) from None
    except (ValueError, RecursionError) as error:
        raise DataError(file, "", f"cannot be read: {error}") from None


def check_target(path: str | Path) -> Path:
    """The file that ``path`` leads to; raises :class:`UsageError` where none can be written."""
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise UsageError(f"{path}: is a folder; name a file in it")
    if not target.parent.is_dir():
        raise UsageError(f"{path}: the folder {target.parent} does not exist; create it first")
    return target


def write_atomic(path: str | Path, write: Callable[[BinaryIO], object]) -> None:
    """Let ``write`` fill a new file that takes the place of ``path`` once it is whole.

    A name in ``.gz`` is compressed (without a time stamp: the same content gives the same bytes). What is no regular
    file (``/dev/stdout``, a pipe) is written to directly.
    """
    target = check_target(path)
    direct = target.exists() and not target.is_file()
    draft = target if direct else target.with_name(f".{target.name}.{uuid4().hex[:8]}.part")
    try:
        with draft.open("wb") as raw:
            _fill(raw, write, compress=Path(path).suffix == ".gz")
        if not direct:
            draft.replace(target)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise DataError(str(path), "", f"cannot be written: {error.strerror}") from error
    finally:
        if not direct:
            draft.unlink(missing_ok=True)


def _fill(raw: BinaryIO, write: Callable[[BinaryIO], object], *, compress: bool) -> None:
    if not compress:
        write(raw)
        return
    with gzip.GzipFile("", "wb", fileobj=raw, mtime=0) as packed:
        write(packed)  # type: ignore[arg-type]
