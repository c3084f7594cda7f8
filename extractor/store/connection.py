"""The file: created whole, opened in write-ahead mode, its errors told in plain words."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from extractor.errors import DataError, ExtractorError, UsageError
from extractor.graph.files import check_target

MAGIC = b"SQLite format 3\0"
APPLICATION = 0x68776B67  # "hwkg", in the header of every store
FORMAT = 2
PATIENCE = 60.0
SYNCHRONOUS = "FULL"  # a commit is on the disk when it returns, whatever happens to the machine
SCHEMA = Path(__file__).with_name("schema.sql")


class StoreBusyError(ExtractorError):
    """Another process was writing to the store for longer than this one would wait."""


def is_store(path: str | Path) -> bool:
    """Whether the file is an SQLite database; ``False`` where there is none or it cannot be read."""
    try:
        with Path(path).open("rb") as stream:
            return stream.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def create(path: str | Path) -> None:
    """Put an empty store where there is no file yet.

    It is made beside its place and moved there, so that no process ever meets half a store. Raises :class:`UsageError`
    where the folder is missing and :class:`DataError` where it cannot be written.
    """
    target = check_target(path)
    draft = target.with_name(f".{target.name}.{uuid4().hex[:8]}.part")
    try:
        with told(path), contextlib.closing(sqlite3.connect(draft, isolation_level=None)) as db:
            db.execute(f"PRAGMA synchronous={SYNCHRONOUS}")
            db.execute("PRAGMA journal_mode=WAL")
            db.executescript(
                f"BEGIN; {SCHEMA.read_text('utf-8')} PRAGMA application_id={APPLICATION}; "
                f"PRAGMA user_version={FORMAT}; COMMIT;"
            )
        _move(draft, target)
    except OSError as error:
        raise DataError(str(path), "", f"cannot be written: {error.strerror}") from error
    finally:
        draft.unlink(missing_ok=True)


def _move(draft: Path, target: Path) -> None:
    """Give the draft its name, unless another process was faster."""
    with contextlib.suppress(FileExistsError):
        try:
            os.link(draft, target)
        except FileExistsError:
            raise
        except OSError:  # a file system without links
            target.touch(exist_ok=False)
            draft.replace(target)


def connect(path: str | Path, *, patience: float = PATIENCE) -> sqlite3.Connection:
    """An open connection that waits up to ``patience`` seconds for other writers.

    What is deleted is overwritten in the file, and a commit is on the disk when it returns. A store in a place where
    nothing can be written is opened for reading. Raises :class:`UsageError` where there is no file, :class:`DataError`
    where it is no store of this version.
    """
    if not Path(path).exists():
        raise UsageError(f"{path}: there is no such file; `extract run INPUT --store {path}` makes a store")
    if not is_store(path):
        raise DataError(str(path), "", "is no store; name another file")
    mode = "mode=rw" if os.access(path, os.W_OK) and os.access(Path(path).parent, os.W_OK) else "mode=ro&immutable=1"
    with told(path):
        address = f"{Path(path).resolve().as_uri()}?{mode}"
        db = sqlite3.connect(address, uri=True, timeout=patience, isolation_level=None)
        try:
            _check(db, str(path))
            db.executescript(f"PRAGMA synchronous={SYNCHRONOUS}; PRAGMA secure_delete=ON; PRAGMA cache_size=-65536;")
        except BaseException:
            db.close()
            raise
        return db


def _check(db: sqlite3.Connection, path: str) -> None:
    if db.execute("PRAGMA application_id").fetchone() != (APPLICATION,):
        raise DataError(path, "", "is a database, but not a store of this program")
    (found,) = db.execute("PRAGMA user_version").fetchone()
    if found != FORMAT:
        raise DataError(path, "", f"is a store of format {found}, this version reads {FORMAT}; build it anew")


@contextmanager
def told(path: str | Path) -> Iterator[None]:
    """Turn what SQLite says about the file into an error that a user understands."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise StoreBusyError(f"{path}: another run is writing to it; try again when it is done") from error
        raise DataError(str(path), "", f"cannot be read or written: {error}") from error
    except sqlite3.DatabaseError as error:
        raise DataError(str(path), "", f"is damaged ({error}); restore it, or build it anew") from error
