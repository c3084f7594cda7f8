"""``extract diff``: what is different between two graphs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.options import AsJson
from extractor.cli.terminal import complain, print_json, print_table

if TYPE_CHECKING:
    from extractor.query.difference import Difference

COLUMNS = ("id", "change", "kind", "old", "new", "what")
Old = Annotated[Path, typer.Argument(metavar="OLD", help="Graph document.")]
New = Annotated[Path, typer.Argument(metavar="NEW", help="Graph document to hold against it.")]


def diff(old: Old, new: New, json: AsJson = False) -> None:
    """Show what came, went and changed between two graphs: articles, entities, facts.

    A fact that has another value, date or modality than one that it replaces is shown as changed, and so is one whose
    confidence or evidence is another. On a terminal this prints a table, else tab-separated lines; the counts go to
    stderr. The exit code is 0 whether there is a difference or not.

    \b
    Examples:
      extract diff yesterday.json today.json
      extract diff old.json new.json | grep -P '^\\S+\\tcame\\tfact'
      extract diff old.json new.json --json | jq '.facts.changed | length'
    """  # noqa: D301
    from extractor.api import load

    found = load(old).difference(load(new))
    if json:
        print_json(found.to_dict())
    elif found:
        print_table(COLUMNS, _rows(found))
    complain(_counts(found) if found else "no difference")


def _rows(found: Difference) -> Iterator[tuple[str, ...]]:
    for article in found.articles_went:
        yield article.id, "went", "article", article.title, "", article.path
    for article in found.articles_came:
        yield article.id, "came", "article", "", article.title, article.path
    for entity in found.entities_went:
        yield entity.id, "went", "entity", entity.name, "", entity.type
    for entity in found.entities_came:
        yield entity.id, "came", "entity", "", entity.name, entity.type
    for before, after in found.entities_changed:
        yield after.id, "changed", "entity", before.name, after.name, after.type
    for fact in found.facts_went:
        yield fact.id, "went", "fact", fact.sentence(), "", ", ".join(fact.sources)
    for fact in found.facts_came:
        yield fact.id, "came", "fact", "", fact.sentence(), ", ".join(fact.sources)
    for change in found.facts_changed:
        yield change.new.id, "changed", "fact", change.old.sentence(), change.new.sentence(), ", ".join(change.what)


def _counts(found: Difference) -> str:
    names = ("articles", "entities", "facts")
    parts = []
    for name in names:
        came, went = len(getattr(found, f"{name}_came")), len(getattr(found, f"{name}_went"))
        changed = len(getattr(found, f"{name}_changed", ()))
        parts.append(f"{name}: {came} came, {went} went" + ("" if name == "articles" else f", {changed} changed"))
    return "; ".join(parts)
