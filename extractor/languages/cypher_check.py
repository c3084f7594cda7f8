"""Checks a Cypher query against the graph: in Cypher a slip of the pen matches nothing, which looks like an answer."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from typing import Any

from extractor.errors import UsageError
from extractor.query.vocabulary import hint

UNDIRECTED = (
    "an edge has no direction, or two, and would match nothing: write (a)-[:supplies]->(b) or (a)<-[:supplies]-(b)"
)


class Vocabulary:
    """The words that a query over a labelled network may use."""

    def __init__(self, network: Any, labels: Collection[str], types: Collection[str]) -> None:
        """``labels`` and ``types`` are known besides those that the network has."""
        nodes = [node for _, node in network.nodes(data=True)]
        edges = [edge for *_, edge in network.edges(data=True)]
        self.labels = {*labels, *(node["type"] for node in nodes)}
        self.types = {*types, *(edge["predicate"] for edge in edges)}
        self.properties = {"node": _names(nodes), "edge": _names(edges)}


def check_cypher(tree: Any, known: Vocabulary) -> None:
    """Raise :class:`UsageError` for a label, type or property that there is not, and for an edge without one direction.

    ``tree`` is the query as lark parses it. Case counts, as it does when the query runs.
    """
    variables = dict(_variables(tree))
    for edge in tree.find_data("edge_match"):
        if len(_tokens(edge, "LEFT_ANGLE") + _tokens(edge, "RIGHT_ANGLE")) != 1:
            raise UsageError(UNDIRECTED)
        _check("relationship type", _listed(edge), known.types)
    for node in tree.find_data("node_match"):
        _check("label", _listed(node), known.labels)
        rules = (rule for found in node.find_data("json_rule") for rule in _tokens(found, "CNAME")[:1])
        _check("property of nodes", rules, known.properties["node"])
    for entity in tree.find_data("entity_id"):
        variable, name = map(str, entity.children[:2])
        if kind := variables.get(variable):
            _check(f"property of {kind}s", [name], known.properties[kind])


def _names(elements: Collection[dict[str, Any]]) -> set[str]:
    return {name for element in elements for name in element if not name.startswith("__")}


def _variables(tree: Any) -> Iterator[tuple[str, str]]:
    """What the variables of a query stand for."""
    for kind in ("node", "edge"):
        for found in tree.find_data(f"{kind}_match"):
            yield from ((name, kind) for name in _tokens(found, "CNAME"))
    for found in tree.find_data("list_predicate"):
        yield from ((name, "edge") for name in _tokens(found, "CNAME")[:1])


def _tokens(tree: Any, kind: str) -> list[str]:
    return [str(child) for child in tree.children if getattr(child, "type", None) == kind]


def _listed(tree: Any) -> list[str]:
    return [str(child) for found in tree.find_data("type_list") for child in found.children]


def _check(kind: str, words: Any, known: Collection[str]) -> None:
    for word in words:
        if word not in known:
            folded = {one.casefold(): one for one in known}
            near = [folded[one] for one in get_close_matches(word.casefold(), folded, n=3, cutoff=0.6)]
            raise UsageError(f"the Cypher query has an unknown {kind} {word!r}; {hint(near, known)}")
