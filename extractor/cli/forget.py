"""``extract forget``: articles out of a store."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.options import AsJson, CatalogueFolder, JudgementFile, ModelFolder, OntologyFolder
from extractor.cli.terminal import print_json


def forget(
    articles: Annotated[
        list[str], typer.Argument(metavar="ARTICLE", help="Id, six digits of it, path, name of the file, address.")
    ],
    store: Annotated[Path, typer.Option("--store", metavar="FILE", help="Store to take the articles out of.")],
    ontology: OntologyFolder = None,
    catalogue: CatalogueFolder = None,
    model: ModelFolder = None,
    judgements: JudgementFile = None,
    json: AsJson = False,
) -> None:
    """Take articles out of a store, with every copy that was given of them and what rests on them alone.

    The rest of the store is then as if they had never been there; their texts are overwritten in the file. A store that was
    filled with options of its own (--ontology, --catalogue, --model, --judgements) needs the same ones here. An article that
    the store lacks is an error (exit code 2), and nothing is taken out.

    \b
    Examples:
      extract forget news/2024-03-18.md --store news.sqlite
      extract forget https://example.com/a-chip 5f0c2a91 --store news.sqlite
    """  # noqa: D301
    from extractor import api

    changes = api.forget(articles, store, ontology=ontology, catalogue=catalogue, model=model, judgements=judgements)
    if json:
        print_json(changes.to_dict())
    else:
        typer.echo(f"articles: {changes.removed} taken out of {store}")
