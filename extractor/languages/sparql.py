"""SPARQL over the statements of the RDF exports (extra ``rdf``)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from extractor.errors import UsageError, install
from extractor.export.rdf_terms import XSD, Triple, n_triples, number
from extractor.export.statements import ntriples
from extractor.export.vocabulary import PREFIXES, iri, term
from extractor.languages.table import Table, in_order
from extractor.query.knowledge_graph import KnowledgeGraph

if TYPE_CHECKING:
    import pyoxigraph

MISSING = f"--sparql needs pyoxigraph; {install('rdf')}"
NUMBERS = {f"{XSD}integer": int, f"{XSD}decimal": float, f"{XSD}double": float}


def sparql(graph: KnowledgeGraph, query: str) -> Table:
    """What a query in SPARQL 1.1 finds among the triples of the graph (docs/exports.md draws them).

    The prefixes of the exports need not be declared. Besides what those hold, statements have ``ha:support``, the number of
    independent sources. ASK answers with one row, CONSTRUCT with
    one for each triple. IRIs and texts become texts, numbers numbers, what is unbound ``None``; rows are sorted unless the
    query orders them. Raises :class:`UsageError` for a query that cannot be read, and where pyoxigraph is missing.
    """
    try:
        import pyoxigraph
    except ImportError as error:
        raise UsageError(MISSING) from error
    store = loaded(graph)
    try:
        found = store.query(query, prefixes=PREFIXES)
    except (SyntaxError, ValueError) as error:
        raise UsageError(f"the SPARQL query cannot be read: {_reason(str(error))}") from error
    if isinstance(found, pyoxigraph.QueryBoolean):
        return Table(("answer",), [(bool(found),)])
    if isinstance(found, pyoxigraph.QuerySolutions):
        columns = [variable.value for variable in found.variables]
        rows = [[_plain(cell) for cell in row] for row in found]
    else:
        columns = ["subject", "predicate", "object"]
        rows = [[_plain(one) for one in (triple.subject, triple.predicate, triple.object)] for triple in found]
    return Table(columns, in_order(rows, query))


def _reason(message: str) -> str:
    """What the library says on one line; of an unknown prefix the prefixes instead of what else might have stood there."""
    if "Prefix not found" not in message:
        return " ".join(message.split())
    place = message.partition(": expected")[0]
    declared = ", ".join(f"{prefix}:" for prefix in PREFIXES)
    return f"{place}: this prefix is not declared; {declared} are, others need PREFIX name: <IRI> in front"


def loaded(graph: KnowledgeGraph) -> pyoxigraph.Store:
    """The triples of a graph in a store in memory."""
    import pyoxigraph

    store = pyoxigraph.Store()
    lines = [*ntriples(graph.document), *(f"{' '.join(map(n_triples, triple))} .\n" for triple in _more(graph))]
    store.bulk_load("".join(lines).encode(), pyoxigraph.RdfFormat.N_TRIPLES)
    return store


def _more(graph: KnowledgeGraph) -> Iterator[Triple]:
    """What takes the whole graph to know of a fact."""
    facts = graph.facts()
    for fact in facts:
        yield Triple(iri("statement", fact.id), term("ha:support"), number(facts.support(fact)))


def _plain(cell: Any) -> Any:
    """A term as Python has it."""
    if cell is None:
        return None
    datatype = getattr(getattr(cell, "datatype", None), "value", None)
    if datatype == f"{XSD}boolean":
        return cell.value == "true"
    return NUMBERS[datatype](cell.value) if datatype in NUMBERS else cell.value
