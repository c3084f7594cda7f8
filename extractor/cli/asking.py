"""Which question the options of ``extract query`` ask, and that they fit together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from extractor.errors import UsageError

if TYPE_CHECKING:
    from extractor.query import KnowledgeGraph


class Rows(Protocol):
    """An answer that has columns and rows."""

    @property
    def columns(self) -> Any:
        """The names of the columns."""

    def rows(self) -> list[dict[str, Any]]:
        """The rows."""

    def dicts(self) -> list[dict[str, Any]]:
        """Plain nested data."""

    def __len__(self) -> int: ...


Given = dict[str, Any]
THINGS = ("type", "made_by", "family", "country")
LEADING = ("predicate", "without", "modality")
GO_WITH = {
    "path": (*LEADING, "steps"),
    "around": (*LEADING, "depth"),
    "rank": (*THINGS, "lowest"),
    "entities": (*THINGS, "name"),
    "cypher": (),
    "sparql": (),
}  # fmt: skip
ONLY_WITH = {"steps": "path", "depth": "around", "lowest": "rank", "name": "entities", "without": "path or --around"}
SPELLED = {"independent": "support", "conflicting": "conflicting/--undisputed"}


def answer(graph: KnowledgeGraph, asked: Given, limit: int | None) -> Rows:
    """The answer to the options that are given; raises :class:`UsageError` where they do not fit together."""
    given = {name: value for name, value in asked.items() if _is_given(name, value)}
    shape = _shape(given)
    if shape is None:
        return graph.facts(**given)
    own = {name: value for name, value in given.items() if name != shape}
    return _ASK[shape](graph, given[shape], own, limit)


def _is_given(name: str, value: Any) -> bool:
    """Whether an option was used; of switches only --undisputed means something when it is off."""
    return bool(value) or (name == "conflicting" and value is not None)


def _shape(given: Given) -> str | None:
    shapes = [name for name in GO_WITH if name in given]
    if len(shapes) > 1:
        raise UsageError(f"--{shapes[0]} and --{shapes[1]} are two questions; ask one")
    shape = shapes[0] if shapes else None
    for name in given.keys() - {shape}:
        if shape is not None and name not in GO_WITH[shape]:
            raise UsageError(f"{_option(name)} does not go with --{shape}, {_allowed(shape)}")
        if shape is None and name in ONLY_WITH:
            raise UsageError(f"{_option(name)} goes with --{ONLY_WITH[name]} only")
    return shape


def _allowed(shape: str) -> str:
    names = ", ".join(map(_option, GO_WITH[shape]))
    return f"which takes {names}" if names else "which is a whole question"


def _option(name: str) -> str:
    return f"--{SPELLED.get(name, name).replace('_', '-')}"


def _cypher(graph: KnowledgeGraph, query: Any, own: Given, limit: int | None) -> Rows:
    from extractor.languages import cypher

    return cypher(graph, query)


def _sparql(graph: KnowledgeGraph, query: Any, own: Given, limit: int | None) -> Rows:
    from extractor.languages import sparql

    return sparql(graph, query)


_ASK: Mapping[str, Callable[[KnowledgeGraph, Any, Given, int | None], Rows]] = {
    "path": lambda graph, ends, own, limit: graph.paths(ends[0], ends[1], own.get("steps"), **_leading(own)),
    "around": lambda graph, name, own, limit: graph.neighbours(name, own.get("depth", 1), **_leading(own)),
    "rank": lambda graph, by, own, limit: graph.rank(by, top=limit or 10, **own),
    "entities": lambda graph, _, own, limit: graph.entities(**own),
    "cypher": _cypher,
    "sparql": _sparql,
}


def _leading(own: Given) -> Given:
    return {name: own[name] for name in LEADING if name in own}
