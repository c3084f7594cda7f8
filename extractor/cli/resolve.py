"""``extract resolve``: which names are one thing, where the rules cannot tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.options import AsJson, CatalogueFolder, Graph, JudgementFile, Limit
from extractor.cli.terminal import complain, print_json, print_table
from extractor.cli.verdict import record
from extractor.errors import UsageError

if TYPE_CHECKING:
    from extractor.resolve.identity import Pair
    from extractor.resolve.identity.verdicts import Said

COLUMNS = ("score", "type", "name", "other name", "verdict", "by", "reasons")
Ends = tuple[str, str] | None


def resolve(
    graph: Graph,
    same: Annotated[Ends, typer.Option("--same", metavar="A B", help="Record that A and B are one thing.")] = None,
    different: Annotated[Ends, typer.Option("--different", metavar="A B", help="Record that they are two.")] = None,
    forget: Annotated[Ends, typer.Option("--forget", metavar="A B", help="Take a verdict back.")] = None,
    all_: Annotated[bool, typer.Option("--all", help="List what is decided as well.")] = False,
    judgements: JudgementFile = None,
    catalogue: CatalogueFolder = None,
    limit: Limit = None,
    json: AsJson = False,
) -> None:
    """List the pairs of names of which the rules cannot tell whether they are one thing, or decide one.

    A decision (A and B are names or ids of the graph) is kept in GRAPH.judgements.yaml, or in the file of --judgements. The
    graph stays as it is; a later `extract run` that writes to the same GRAPH keeps to the file, against all rules.

    \b
    Examples:
      extract resolve graph.json
      extract resolve graph.json --same "Zorblax Semiconductor" Zorblax
      extract resolve graph.json --forget "Zorblax Semiconductor" Zorblax
      extract resolve graph.json --all --json | jq '.[] | select(.by == "user")'
    """  # noqa: D301
    from extractor.api import load, load_knowledge
    from extractor.resolve.identity import judgement_log, load_verdicts, verdict_path

    choices: tuple[tuple[Ends, Said | None], ...] = ((same, "same"), (different, "different"), (forget, None))
    told = [(ends, said) for ends, said in choices if ends]
    if len(told) > 1:
        raise UsageError("give one of --same, --different and --forget at a time")
    loaded, file = load(graph), judgements or verdict_path(graph)
    entries = load_knowledge(None, catalogue)[1].entries
    if told:
        record(loaded.document, entries, file, *told[0])
        return
    pairs = judgement_log(loaded.document.entities, loaded.document.facts, entries, load_verdicts(file))
    _print([pair for pair in pairs if all_ or pair.verdict == "open"], limit, json)


def _print(found: list[Pair], limit: int | None, json: bool) -> None:
    shown = found[:limit]
    if json:
        print_json([pair.to_dict() for pair in shown])
    elif shown:
        print_table(COLUMNS, map(_row, shown))
    if not found:
        complain("no pair is doubtful; --all lists what is decided")
    elif len(shown) < len(found):
        complain(f"{len(shown)} of {len(found)} pairs; a higher --limit shows more")


def _row(pair: Pair) -> tuple[str, ...]:
    return f"{pair.score:.2f}", pair.type, pair.a, pair.b, pair.verdict, pair.by, "; ".join(pair.reasons)
