"""The options of ``extract query`` that no other command has."""

from __future__ import annotations

from typing import Annotated

import typer

from extractor.cli.options import Words

VALUES, THINGS, SHAPES, OUTPUT = "Values", "What the subject is", "Other answers than facts", "Output"
MadeBy = Annotated[Words, typer.Option("--made-by", metavar="NAME", help="Maker of the subject.")]
Family = Annotated[Words, typer.Option("--family", metavar="NAME", help="Series that the subject is a member of.")]
Country = Annotated[
    str | None, typer.Option("--country", metavar="NAME", help="Country of the subject, or of its maker.")
]
Over = Annotated[str | None, typer.Option("--over", metavar="LIMIT", help='Value above it, in any unit: "4 TB/s".')]
AtLeast = Annotated[str | None, typer.Option("--at-least", metavar="LIMIT", help="Value of at least so much.")]
Under = Annotated[str | None, typer.Option("--under", metavar="LIMIT", help="Value below it.")]
AtMost = Annotated[str | None, typer.Option("--at-most", metavar="LIMIT", help="Value of at most so much.")]
SaidBy = Annotated[Words, typer.Option("--said-by", metavar="NAME", help="Whom the text gives as the source.")]
Independent = Annotated[
    int | None, typer.Option("--support", min=1, metavar="N", help="Stated by at least N independent sources.")
]
Conflicting = Annotated[
    bool | None, typer.Option("--conflicting/--undisputed", help="Contradicted by other facts, or not.")
]
Things = Annotated[bool, typer.Option("--entities", help="List the entities instead of facts about them.")]
Named = Annotated[str | None, typer.Option("--name", metavar="PART", help="With --entities: part of a name or alias.")]
PathEnds = Annotated[
    tuple[str, str] | None, typer.Option("--path", metavar="A B", help="How A and B are connected: the shortest paths.")
]
Steps = Annotated[
    int | None, typer.Option("--steps", min=1, metavar="N", help="With --path: all paths of at most N steps.")
]
Around = Annotated[str | None, typer.Option("--around", metavar="NAME", help="What lies around it.")]
Depth = Annotated[int | None, typer.Option("--depth", min=1, metavar="N", help="With --around: so many steps (1).")]
Without = Annotated[
    Words, typer.Option("--without", metavar="WORD", help="With --path, --around: predicates that do not lead on.")
]
Rank = Annotated[
    str | None,
    typer.Option(
        "--rank", metavar="BY", help="Entities with the most facts, sources, connections, or of an attribute."
    ),
]
Lowest = Annotated[bool, typer.Option("--lowest", help="With --rank: begin with the lowest.")]
Cypher = Annotated[str | None, typer.Option("--cypher", metavar="QUERY", help="openCypher (extra cypher).")]
Sparql = Annotated[str | None, typer.Option("--sparql", metavar="QUERY", help="SPARQL 1.1 (extra rdf).")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV, with all columns unless --columns names some.")]
Columns = Annotated[
    str | None, typer.Option("--columns", metavar="A,B", help="Print these columns, in this order (docs/query.md).")
]
