"""What a query in another language answers with: columns and rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from extractor.query.frame import frame

if TYPE_CHECKING:
    import pandas as pd

ORDERED = re.compile(r"\border\s+by\b", re.IGNORECASE)


class Table(Sequence[tuple[Any, ...]]):
    """Rows in the order of the query, with the names of their columns."""

    def __init__(self, columns: Iterable[str], rows: Iterable[Iterable[Any]]) -> None:
        self.columns = tuple(columns)
        self._rows = [tuple(row) for row in rows]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return iter(self._rows)

    def __getitem__(self, place: Any) -> Any:
        return self._rows[place]

    def __repr__(self) -> str:
        return f"<Table: {', '.join(self.columns)}; {len(self)} rows>"

    def _repr_html_(self) -> str:
        from extractor.notebook import answer_html

        return answer_html(self)

    def rows(self) -> list[dict[str, Any]]:
        """The rows as dictionaries by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self._rows]

    def dicts(self) -> list[dict[str, Any]]:
        """The same: these rows are flat."""
        return self.rows()

    def frame(self) -> pd.DataFrame:
        """The rows as a pandas DataFrame (extra ``pandas``); raises :class:`UsageError` where pandas is missing."""
        return frame(self.rows(), self.columns)


def in_order(rows: list[list[Any]], query: str) -> list[list[Any]]:
    """The rows as the query orders them, else sorted."""
    return rows if ORDERED.search(query) else sorted(rows, key=lambda row: [str(cell) for cell in row])
