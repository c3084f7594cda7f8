"""``extract explain``: why a fact is in the graph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.options import AsJson, Graph
from extractor.cli.terminal import clean, console, print_json

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from extractor.query import Explanation, FactView, Passage

STYLES = {"subject": "bold cyan", "object": "bold green", "value": "bold green", "cue": "bold yellow"}

LABELS = {"object_inferred_from": "inferred from"}


def explain(
    graph: Graph,
    fact: Annotated[str, typer.Argument(metavar="FACT", help="Id of a fact, or the beginning of one.")],
    json: AsJson = False,
) -> None:
    """Show the sentences that a fact rests on, the parts that count marked, with article, date, source and rule.

    \b
    Examples:
      extract explain graph.json 5f0c2a
      extract query graph.json --entity Graviton4 --limit 1 | tail -1 | cut -f1 | xargs extract explain graph.json
    """  # noqa: D301
    from extractor.api import load

    explanation = load(graph).explain(fact)
    if json:
        print_json(explanation.to_dict())
    else:
        _print(explanation, console())


def _print(explanation: Explanation, screen: Console) -> None:
    from rich.text import Text

    lines: list[str | Text] = [f"{name:<14}{clean(value)}" for name, value in _about(explanation.fact)]
    for number, passage in enumerate(explanation.passages, 1):
        quote = _marked(passage) if screen.is_terminal else Text(clean(passage.marked()))
        lines += ["", Text.assemble(f"{number}. ", quote)]
        lines += [f"   {name:<9}{clean(value)}" for name, value in _origin(passage) if value]
    for line in lines:
        screen.print(line, soft_wrap=True)


def _about(fact: FactView) -> Iterator[tuple[str, str]]:
    from extractor.query.packaged import packaged_ontology
    from extractor.query.wording import ConditionTexts, certainty

    yield "fact", fact.id
    yield "says", fact.sentence()
    yield "modality", fact.modality
    yield "confidence", certainty(fact.confidence)
    if fact.speaker:
        yield "according to", fact.speaker.name
    if stated := ConditionTexts(packaged_ontology()).of(fact):
        yield "conditions", stated
    for name, said in fact.fact.qualifiers:
        yield LABELS.get(name, name), said if isinstance(said, str) else "; ".join(said)


def _origin(passage: Passage) -> Iterator[tuple[str, str]]:
    article = passage.article
    if passage.before.strip() or passage.after.strip():
        yield "context", passage.context
    yield "article", article.title
    yield "date", article.published or "unknown"
    yield "source", article.source or "unknown"
    yield "address", article.url or ""
    yield "file", article.path
    yield "rule", passage.rule


def _marked(passage: Passage) -> Text:
    from rich.text import Text

    text = Text()
    for piece, role in passage.pieces():
        text.append(_kept(piece), STYLES.get(role, "bold magenta") if role else "")
    return text


def _kept(piece: str) -> str:
    from extractor.graph.scrub import printable

    return printable(piece).replace("\n", " ")
