"""The store: articles come and go, the graph of those that are there is always the same as if read at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from sqlite3 import Connection
from types import TracebackType
from typing import Self

from extractor.articles.article import Article
from extractor.articles.duplicates import merge_duplicates
from extractor.graph.document import Document
from extractor.graph.scrub import well_formed
from extractor.pipeline.reading import Reading
from extractor.store.assemble import whole
from extractor.store.batches import batches
from extractor.store.change import carry_out
from extractor.store.changes import Changes
from extractor.store.connection import PATIENCE, connect, create, told
from extractor.store.forget import copies_called
from extractor.store.given import Group, delete, drop, regroup, take
from extractor.store.meta import Meta
from extractor.store.plan import plan
from extractor.store.reader import Progress, Reader
from extractor.store.renew import hear, renew
from extractor.store.steps import Steps

Alter = Callable[[Connection], Group]


class Store:
    """An open store; a context manager that closes it.

    Each batch of articles is one transaction: a process that is killed leaves what it committed, and the next run goes on
    from there. Methods that write wait ``patience`` seconds for other writers, then raise :class:`StoreBusyError`; all
    raise :class:`DataError` where the file is damaged.
    """

    def __init__(self, path: str | Path, *, patience: float = PATIENCE) -> None:
        """Open the store at ``path``; :func:`open_or_create` makes one where there is none."""
        self.path = path
        self._db = connect(path, patience=patience)

    @classmethod
    def open_or_create(cls, path: str | Path, *, patience: float = PATIENCE) -> Self:
        """The store at ``path``, an empty one where there is no file."""
        if not Path(path).exists():
            create(path)
        return cls(path, patience=patience)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; without other users its write-ahead log is folded into it."""
        self._db.close()

    def add(self, articles: Iterable[Article], reader: Reader, progress: Progress | None = None) -> Changes:
        """Add articles, as they were given (extractor/store/intake.py).

        The same again changes nothing; a new text at an address that is there replaces the old one with all that rests on
        it. Articles that a killed :meth:`reread` has left are read too. Raises :class:`UsageError` where the articles of the
        store were read with other rules or another model.
        """
        with self.reading() as db:
            Meta.of(db).check_model(reader)
        given, changes = [well_formed(article) for article in articles], Changes()
        steps = Steps(progress, len(merge_duplicates(given)))
        for some in batches(given, reader.batch):
            count = len(merge_duplicates(some))
            changes += self._change(partial(take, incoming=some), reader, steps).with_unchanged(count)
            steps.advance(count)
        return changes + self._catch_up(reader)

    def reread(self, reader: Reader, progress: Progress | None = None) -> Changes:
        """Read all articles of the store again, with other rules or another model; may be killed and taken up again."""
        with self._writing() as db:
            renew(db, reader)
        return self._catch_up(reader, progress)

    def forget(self, articles: str | Iterable[str], reader: Reader) -> Changes:
        """Take articles out (by id, beginning of one, path or address), with what rests on them alone.

        Every copy of them that was given goes too. Raises :class:`UsageError` where there is none, or several, of a name;
        then nothing is taken out.
        """
        names = [articles] if isinstance(articles, str) else list(articles)
        changes = self._change(lambda db: drop(db, set().union(*(copies_called(db, name) for name in names))), reader)
        with told(self.path):
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # the log holds the old pages
        return changes

    def document(self) -> Document:
        """The graph document of all articles."""
        with self.reading() as db:
            return whole(db, Meta.of(db).symmetric)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store, whatever others write."""
        with told(self.path):
            self._db.execute("BEGIN")
            try:
                yield self._db
            finally:
                self._db.rollback()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with told(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.commit()
            finally:
                self._db.rollback()

    def _change(self, alter: Alter, reader: Reader, steps: Steps | None = None) -> Changes:
        """Alter what was given and let the graph follow, in one transaction.

        Articles are read outside of it, so that nobody waits for the pipeline (whose workers, forks of this process, never
        touch the connection). It is tried again with their readings, and once more where another process has changed
        meanwhile which articles are to be read.
        """
        readings: dict[Article, Reading] = {}
        while True:
            with self._writing() as db:
                meta = Meta.claimed(db, reader)
                hear(db, reader)
                group = alter(db)
                found = plan(db, group, meta.generation)
                missing = [article for article, _ in found.fresh if article not in readings]
                if not missing:
                    if found:
                        carry_out(db, found, readings, reader, meta.generation)
                    delete(db, group.dropped)
                    return Changes.of(found)
                db.rollback()
            meta.check_model(reader)
            readings |= zip(missing, reader.read(missing, steps), strict=True)

    def _catch_up(self, reader: Reader, progress: Progress | None = None) -> Changes:
        """Read the articles whose reading is of an older generation."""
        changes, stale = Changes(), self._stale()
        steps = Steps(progress, len(stale))
        for start in range(0, len(stale), reader.batch):
            some = stale[start : start + reader.batch]
            changes += self._change(partial(regroup, given=some), reader, steps)
            steps.advance(len(some))
        return changes

    def _stale(self) -> Sequence[int]:
        with self.reading() as db:
            query = "SELECT given FROM articles WHERE generation < ?"
            return sorted(given for (given,) in db.execute(query, (Meta.of(db).generation,)))
