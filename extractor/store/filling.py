"""Filling a store from files."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from extractor.catalogue import Catalogue
from extractor.errors import NothingReadError, Problem
from extractor.graph.document import Document
from extractor.ontology import Ontology
from extractor.query.knowledge_graph import KnowledgeGraph
from extractor.resolve.identity import Verdicts
from extractor.store.changes import Changes
from extractor.store.graph import StoredGraph
from extractor.store.intake import read_given
from extractor.store.reader import BATCH, Progress, Read, Reader, fingerprint_of_model, fingerprint_of_rules
from extractor.store.store import Store


def reader_of(
    knowledge: tuple[Ontology, Catalogue],
    read: Read,
    verdicts: Verdicts | None,
    workers: int = 1,
    *,
    ontology_dir: Path | None = None,
    catalogue_dir: Path | None = None,
    model_dir: Path | None = None,
) -> Reader:
    """A reader with the fingerprints of these folders (``None``: the packaged data alone, no model)."""
    ontology, catalogue = knowledge
    return Reader(
        catalogue=catalogue,
        symmetric=frozenset(name for name, predicate in ontology.predicates.items() if predicate.symmetric),
        read=read,
        rules=fingerprint_of_rules(ontology_dir, catalogue_dir),
        model=fingerprint_of_model(model_dir),
        verdicts=verdicts or Verdicts(),
        batch=BATCH * workers,
    )


def fill(
    path: str | Path,
    inputs: Iterable[str],
    reader: Reader,
    failures: Collection[Problem] = (),
    *,
    reread: bool = False,
    least: float = 0.0,
    progress: Progress | None = None,
) -> KnowledgeGraph:
    """Add the articles behind the inputs to a store; with ``reread`` read those again that are there.

    Returns the graph of the store without the facts that are less certain than ``least``; its problems are what could not
    be read and ``failures``, which the reader may fill. Where there is neither a store nor an article to make one for, no file
    is made and :class:`NothingReadError` is raised. A file that is no store is refused before anything is read.
    """
    there = Path(path).exists()
    if there or reread:
        Store(path).close()
    articles, problems = read_given(inputs)
    if not articles and not there:
        if problems:
            raise NothingReadError(problems)
        return KnowledgeGraph(Document())
    with Store.open_or_create(path) as store:
        changes = store.reread(reader, progress) if reread else Changes()
        changes += store.add(articles, reader, progress)
    return StoredGraph(path, sorted([*problems, *failures]), changes, least)
