"""Statements as rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from sqlite3 import Connection
from typing import Any

from extractor.ontology.quantity import Quantity
from extractor.pipeline.reading import Statement
from extractor.store.groups import among, bind

COLUMNS = "article, place, subject, object, speaker, predicate, modality, said, baseline, inferred"
Row = tuple[int, int, int, int | None, int | None, str, str, str, str | None, str | None]


def write_statements(
    db: Connection, article: int, names: Sequence[int], statements: Sequence[Statement], facts: Iterable[str]
) -> None:
    """Write the statements of an article, each with the id of its fact; ``names`` are the rows of its entities."""

    def row(local: int | None) -> int | None:
        return None if local is None else names[local]

    rows = [
        (article, place, fact, row(s.subject), row(s.object), row(s.attributed_to), s.predicate, s.modality, encode(s))
        for place, (s, fact) in enumerate(zip(statements, facts, strict=True))
    ]
    db.executemany("INSERT INTO statements VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)", rows)


def delete_statements(db: Connection, articles: Iterable[int]) -> None:
    """Delete what these articles state."""
    db.execute(f"DELETE FROM statements WHERE {among('article')}", (bind(articles),))


def encode(statement: Statement) -> str:
    """What a row of columns would be too wide for, as JSON."""
    value = statement.value
    said = [
        statement.start,
        statement.end,
        statement.by,
        statement.attribute,
        None if value is None else [value.amount, value.unit, value.text, value.bound, value.low],
        statement.status,
        statement.date,
        statement.qualifiers,
        statement.spans,
        statement.confidence,
    ]
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def decode(row: Row, local: dict[int, int]) -> Statement:
    """The statement of a row; ``local`` gives every name its index."""
    _, _, subject, object_, speaker, predicate, modality, said, _, _ = row
    start, end, by, attribute, value, status, date, qualifiers, spans, confidence = json.loads(said)
    return Statement(
        subject=local[subject],
        predicate=predicate,
        start=start,
        end=end,
        by=by,
        object=None if object_ is None else local[object_],
        attribute=attribute,
        value=None if value is None else Quantity(*value),
        status=status,
        date=date,
        modality=modality,
        attributed_to=None if speaker is None else local[speaker],
        qualifiers=tuple((name, _plain(one)) for name, one in qualifiers),
        spans=tuple((first, last, role) for first, last, role in spans),
        confidence=confidence,
    )


def _plain(said: Any) -> str | tuple[str, ...]:
    return said if isinstance(said, str) else tuple(said)
