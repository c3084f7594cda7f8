"""``extract show``: what a graph holds, in numbers or article by article."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extractor.cli.options import AsJson, Graph
from extractor.cli.terminal import complain, print_json, print_table

if TYPE_CHECKING:
    from extractor.articles.article import Article

COLUMNS = ("id", "published", "source", "title", "path", "url")
Articles = Annotated[bool, typer.Option("--articles", help="List the articles instead, the latest first.")]


def show(graph: Graph, articles: Articles = False, json: AsJson = False) -> None:
    """Show what a graph holds: counts by type, predicate, modality and source, and the entities with most facts.

    With --articles it lists the articles: id, date, source, title, file and address. `extract forget` takes any of id, file
    and address, `extract query --article` too.

    \b
    Examples:
      extract show graph.json
      extract show graph.json.gz --json
      extract show news.sqlite --articles
      extract show graph.json --articles --json | jq -r '.[].url'
    """  # noqa: D301
    from extractor.api import load
    from extractor.cli.summary import print_summary

    loaded = load(graph)
    if articles:
        _list(loaded.articles, json)
        return
    summary = loaded.summary()
    if json:
        print_json(summary.to_dict())
    else:
        print_summary(summary)


def _list(articles: Iterable[Article], json: bool) -> None:
    found = [
        {name: getattr(article, name) for name in COLUMNS}
        for article in sorted(articles, key=lambda article: (article.published or "", article.id), reverse=True)
    ]
    if json:
        print_json(found)
    elif found:
        print_table(COLUMNS, map(_row, found))
    else:
        complain("no article")


def _row(article: dict[str, Any]) -> list[str]:
    shown = article | {"published": (article["published"] or "")[:10]}
    return [shown[name] or "" for name in COLUMNS]
