"""Printing what a query found: a table, tab-separated lines, CSV or JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import typer

from extractor.cli.terminal import clean, complain, on_terminal, print_json, print_table
from extractor.errors import UsageError
from extractor.query.rows import SHOWN_COLUMNS

if TYPE_CHECKING:
    from extractor.cli.asking import Rows
    from extractor.query import FactView, Paths
    from extractor.query.wording import ConditionTexts


def print_answer(found: Rows, limit: int | None, columns: str | None, *, json: bool, as_csv: bool) -> None:
    """Print an answer, at most ``limit`` rows of it; raises :class:`UsageError` for a column that there is not."""
    from extractor.query import Facts, Paths
    from extractor.query.packaged import packaged_ontology
    from extractor.query.wording import ConditionTexts

    wanted = None if columns is None else _wanted(columns, found.columns)
    if json:
        print_json(found.dicts()[:limit] if wanted is None else [_only(row, wanted) for row in found.rows()[:limit]])
    elif isinstance(found, Paths) and wanted is None and not as_csv and on_terminal():
        _print_paths(found, limit)
    elif isinstance(found, Facts) and wanted is None and not as_csv:
        if found:
            texts = ConditionTexts(packaged_ontology())
            print_table(SHOWN_COLUMNS, (_fact(fact, texts) for fact in found[:limit]))
    else:
        wanted = wanted or list(found.columns)
        cells = [[_cell(row[name]) for name in wanted] for row in found.rows()[:limit]]
        if as_csv:
            _print_csv(wanted, cells)
        elif cells:
            print_table(wanted, cells)
    _remark(found, limit)


def _print_paths(paths: Paths, limit: int | None) -> None:
    """Each path as a line of arrows, the facts of its steps below."""
    for path in paths[:limit]:
        typer.echo(clean(str(path)))
        for fact in (fact for step in path.steps for fact in step.facts):
            typer.echo(f"  {fact.id}  {clean(fact.sentence())}")


def _remark(found: Rows, limit: int | None) -> None:
    from extractor.query import Facts

    things = "facts" if isinstance(found, Facts) else "results"
    if not found:
        complain("no fact fits; `extract show` tells what the graph holds" if things == "facts" else "nothing found")
    elif limit is not None and limit < len(found):
        complain(f"{limit} of {len(found)} {things}; a higher --limit shows more")


def _wanted(columns: str, known: Sequence[str]) -> list[str]:
    wanted = [name.strip() for name in columns.split(",")]
    for name in wanted:
        if name not in known:
            raise UsageError(f"there is no column {name!r}; there are {', '.join(known)}")
    return wanted


def _only(row: dict[str, Any], columns: Sequence[str]) -> dict[str, Any]:
    return {name: row[name] for name in columns}


def _cell(value: Any) -> str:
    """A value as text: nothing for ``None``, whole numbers without a fraction."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:.15g}" if not value.is_integer() or abs(value) >= 1e15 else str(int(value))
    return str(value)


def _print_csv(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([clean(cell) for cell in row] for row in rows)
    typer.echo(text.getvalue(), nl=False)


def _fact(fact: FactView, texts: ConditionTexts) -> tuple[str, ...]:
    from extractor.query.wording import certainty

    sources = ", ".join(fact.sources)
    confidence = certainty(fact.confidence)
    speaker = fact.speaker.name if fact.speaker else ""
    says = (fact.id, fact.subject_name, fact.predicate, texts.said(fact), fact.modality)
    return *says, speaker, confidence, fact.published or "", sources
