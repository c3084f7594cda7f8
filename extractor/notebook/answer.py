"""An answer in a notebook: its first rows as a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, Protocol

from extractor.notebook.frame import framed
from extractor.notebook.table import SHOWN, table_html
from extractor.query.facts import Facts
from extractor.query.rows import SHOWN_COLUMNS
from extractor.query.view import FactView


class Rows(Protocol):
    """An answer that has columns and rows."""

    @property
    def columns(self) -> Sequence[str]:
        """The names of the columns."""

    def rows(self) -> list[dict[str, Any]]:
        """The rows."""


def answer_html(answer: Rows) -> str:
    """The first :data:`SHOWN` rows of an answer; facts as on the command line, of all else what has a value."""
    if isinstance(answer, Facts):
        return framed(table_html(SHOWN_COLUMNS, map(_fact, answer[:SHOWN]), len(answer)))
    rows = answer.rows()
    shown = list(islice(rows, SHOWN))
    columns = [column for column in answer.columns if any(row[column] not in (None, "") for row in shown)]
    return framed(table_html(columns, _cells(shown, columns), len(rows)))


def _cells(rows: Iterable[dict[str, Any]], columns: Sequence[str]) -> Iterable[list[Any]]:
    return ([row[column] for column in columns] for row in rows)


def _fact(fact: FactView) -> Sequence[Any]:
    speaker = fact.speaker.name if fact.speaker else None
    says = (fact.id, fact.subject_name, fact.predicate, fact.said, fact.modality)
    return *says, speaker, fact.confidence, fact.published, ", ".join(fact.sources)
