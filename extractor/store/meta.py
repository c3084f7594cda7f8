"""Who filled a store: the fingerprints of its rules and model, kept in the file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from sqlite3 import Connection

from extractor.errors import UsageError
from extractor.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Meta:
    """What a store knows of its reader; ``generation`` counts how often all articles were given to another one."""

    rules: str = ""
    model: str = ""
    verdicts: str = ""
    symmetric: frozenset[str] = frozenset()
    generation: int = 0

    @classmethod
    def of(cls, db: Connection) -> Meta:
        """What the file says; generation 0 where nobody has filled it yet."""
        rows = dict(db.execute("SELECT name, value FROM meta").fetchall())
        if not rows:
            return cls()
        symmetric = frozenset(json.loads(rows["symmetric"]))
        return cls(rows["rules"], rows["model"], rows["verdicts"], symmetric, int(rows["generation"]))

    @classmethod
    def claimed(cls, db: Connection, reader: Reader) -> Meta:
        """What the file says, after a first reader has put its name to it; raises :class:`UsageError` for other rules."""
        meta = cls.of(db)
        if not meta.generation:
            meta = cls.renewed(db, reader)
        if meta.rules != reader.rules:
            raise UsageError(
                "the store was filled by another version, or with another ontology or catalogue: give the same ones, "
                "or read its articles again with `extract run --store FILE --reread`"
            )
        return meta

    @classmethod
    def renewed(cls, db: Connection, reader: Reader) -> Meta:
        """Write down a new reader: what was read before is of an older generation."""
        meta = cls(reader.rules, reader.model, reader.said, reader.symmetric, cls.of(db).generation + 1)
        rows = {"symmetric": json.dumps(sorted(meta.symmetric)), "generation": str(meta.generation)}
        rows |= {"rules": meta.rules, "model": meta.model, "verdicts": meta.verdicts}
        db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", rows.items())
        return meta

    @classmethod
    def heard(cls, db: Connection, reader: Reader) -> None:
        """Write down other verdicts."""
        db.execute("UPDATE meta SET value = ? WHERE name = 'verdicts'", (reader.said,))

    def check_model(self, reader: Reader) -> None:
        """Raise :class:`UsageError` where the articles of the store were read with another model."""
        if self.generation and self.model != reader.model:
            raise UsageError(
                "the store was filled with another model: give the same one with --model, "
                "or read its articles again with `extract run --store FILE --reread`"
            )
