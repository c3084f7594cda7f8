"""``extract query``: the facts that fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.cli.options import (
    Article,
    AsJson,
    AttributeName,
    Confidence,
    Entity,
    Graph,
    Limit,
    Modality,
    Object,
    PredicateName,
    Publisher,
    Since,
    Status,
    Subject,
    Type,
    Until,
)
from extractor.cli.terminal import complain, print_json, print_table

if TYPE_CHECKING:
    from extractor.query import FactView

COLUMNS = (
    "fact",
    "subject",
    "predicate",
    "object or value",
    "modality",
    "according to",
    "confidence",
    "published",
    "sources",
)


def query(
    graph: Graph,
    entity: Entity = None,
    subject: Subject = None,
    object: Object = None,
    type: Type = None,
    predicate: PredicateName = None,
    attribute: AttributeName = None,
    status: Status = None,
    modality: Modality = None,
    article: Article = None,
    source: Publisher = None,
    since: Since = None,
    until: Until = None,
    min_confidence: Confidence = 0.0,
    limit: Limit = None,
    json: AsJson = False,
) -> None:
    """List the facts that fit everything that is given.

    Options in WORD, TYPE or of the publisher may be repeated: one of them has to fit. Case, blanks and hyphens of names
    do not count. Dates hold for the day of publication or for the date of the fact itself. On a terminal this prints a
    table, else tab-separated lines. Nothing found is no error; a name or word that there is not is (exit code 2).

    \b
    Examples:
      extract query graph.json --entity "Graviton 4"
      extract query graph.json --type CHIP --predicate has_spec --attribute memory_capacity
      extract query graph.json --predicate announces --since 2023-11 --json
    """  # noqa: D301
    from extractor.api import load

    found = load(graph).facts(
        entity=entity,
        subject=subject,
        object=object,
        type=type,
        predicate=predicate,
        attribute=attribute,
        status=status,
        modality=modality,
        article=article,
        source=source,
        since=since,
        until=until,
        min_confidence=min_confidence,
    )
    _print(found, found[:limit], json)


def _print(found: list[FactView], shown: list[FactView], json: bool) -> None:
    if json:
        print_json([fact.to_dict() for fact in shown])
    elif shown:
        print_table(COLUMNS, map(_row, shown))
    if not found:
        complain("no fact fits; `extract show` tells what the graph holds")
    elif len(shown) < len(found):
        complain(f"{len(shown)} of {len(found)} facts; a higher --limit shows more")


def _row(fact: FactView) -> tuple[str, ...]:
    published = min((article.published[:10] for article in fact.articles if article.published), default="")
    sources = ", ".join(fact.sources)
    confidence = f"{fact.confidence:.2f}"
    speaker = fact.speaker.name if fact.speaker else ""
    return fact.id, fact.subject_name, fact.predicate, fact.said, fact.modality, speaker, confidence, published, sources
