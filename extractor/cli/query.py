"""``extract query``: the facts that fit, the entities, what lies between them and around them, and rankings."""

from __future__ import annotations

import extractor.cli.query_options as only
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


def query(
    graph: Graph,
    entity: Entity = None,
    subject: Subject = None,
    object: Object = None,
    type: Type = None,
    made_by: only.MadeBy = None,
    family: only.Family = None,
    country: only.Country = None,
    predicate: PredicateName = None,
    attribute: AttributeName = None,
    over: only.Over = None,
    at_least: only.AtLeast = None,
    under: only.Under = None,
    at_most: only.AtMost = None,
    status: Status = None,
    modality: Modality = None,
    article: Article = None,
    source: Publisher = None,
    said_by: only.SaidBy = None,
    since: Since = None,
    until: Until = None,
    support: only.Independent = None,
    conflicting: only.Conflicting = None,
    min_confidence: Confidence = 0.0,
    entities: only.Things = False,
    name: only.Named = None,
    path: only.PathEnds = None,
    steps: only.Steps = None,
    around: only.Around = None,
    depth: only.Depth = None,
    without: only.Without = None,
    rank: only.Rank = None,
    lowest: only.Lowest = False,
    cypher: only.Cypher = None,
    sparql: only.Sparql = None,
    limit: Limit = None,
    columns: only.Columns = None,
    csv: only.AsCsv = False,
    json: AsJson = False,
) -> None:
    """List the facts that fit everything that is given; or entities, paths, what lies around a thing, a ranking.

    Options in WORD, TYPE, NAME of a maker, family or speaker, or of the publisher may be repeated: one of them has to fit.
    Case, blanks and hyphens of names do not count. Dates hold for the day of publication or for the date of the fact itself.
    Limits are compared in base units, as the values are stated. On a terminal this prints a table, else tab-separated lines.
    Nothing found is no error; a name, word, unit or column that there is not is (exit code 2).

    \b
    Examples:
      extract query graph.json --entity "Graviton 4"
      extract query graph.json --type CHIP --attribute memory_bandwidth --over "4 TB/s"
      extract query graph.json --predicate announces --since 2023-11 --until 2023-11 --json
      extract query graph.json --made-by Nvidia --family Blackwell --csv
      extract query graph.json --support 2 --conflicting
      extract query graph.json --entities --type CHIP --country "South Korea"
      extract query graph.json --path Anthropic TSMC --steps 4 --without competes_with
      extract query graph.json --around H20 --depth 2
      extract query graph.json --rank memory_bandwidth --type CHIP --limit 5
      extract query graph.json --cypher 'MATCH (a)-[:supplies]->(b) RETURN a.name, b.name'
      extract query graph.json --sparql 'SELECT ?name { ?chip a type:CHIP ; rdfs:label ?name }'
    """  # noqa: D301
    from extractor.api import load
    from extractor.cli.asking import answer
    from extractor.cli.query_print import print_answer
    from extractor.errors import UsageError

    if csv and json:
        raise UsageError("--csv and --json are two outputs; choose one")
    asked = {
        "entity": entity, "subject": subject, "object": object, "type": type, "made_by": made_by, "family": family,
        "country": country, "predicate": predicate, "attribute": attribute, "over": over, "at_least": at_least,
        "under": under, "at_most": at_most, "status": status, "modality": modality, "article": article, "source": source,
        "said_by": said_by, "since": since, "until": until, "independent": support, "conflicting": conflicting,
        "min_confidence": min_confidence, "entities": entities, "name": name, "path": path, "steps": steps,
        "around": around, "depth": depth, "without": without, "rank": rank, "lowest": lowest, "cypher": cypher,
        "sparql": sparql,
    }  # fmt: skip
    print_answer(answer(load(graph), asked, limit), limit, columns, json=json, as_csv=csv)
