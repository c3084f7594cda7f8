"""Rows as an HTML table: the first of many, and how many there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from extractor.notebook.frame import words

SHOWN = 20


def table_html(columns: Sequence[str], rows: Iterable[Sequence[Any]], total: int) -> str:
    """A table of these rows, and a line below it that says of how many they are.

    >>> table_html(["a"], [["<"]], 3)
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>&lt;</td></tr></tbody></table><p class="soft">1 of 3</p>'
    """
    head = "".join(f"<th>{words(column)}</th>" for column in columns)
    body = ["".join(map(_cell, row)) for row in rows]
    lines = "".join(f"<tr>{cells}</tr>" for cells in body)
    count = f"{len(body):,} of {total:,}" if len(body) < total else f"{total:,} in all"
    return f'<table><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table><p class="soft">{count}</p>'


def _cell(value: Any) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        form = ",.10g" if isinstance(value, float) else ","
        return f'<td class="number">{value:{form}}</td>'
    return f"<td>{'' if value is None else words(str(value))}</td>"
