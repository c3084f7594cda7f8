"""The two ways to a graph: extract it from articles, or load one that was written before."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.errors import NothingReadError, Problem, UsageError
from extractor.graph import files
from extractor.graph.document import Document
from extractor.query.knowledge_graph import KnowledgeGraph

if TYPE_CHECKING:
    from extractor.articles.article import Article
    from extractor.catalogue import Catalogue
    from extractor.ontology import Ontology
    from extractor.pipeline import Reading
    from extractor.resolve.identity import Verdicts
    from extractor.store import Changes, Reader

Name = str | PathLike[str]
Progress = Callable[[int, int], None]
NO_MODEL = "none"


def extract(
    inputs: Name | Iterable[Name],
    *,
    workers: int = 1,
    ontology: Name | None = None,
    catalogue: Name | None = None,
    model: Name | None = None,
    judgements: Name | None = None,
    min_confidence: float = 0.0,
    store: Name | None = None,
    reread: bool = False,
    progress: Progress | None = None,
) -> KnowledgeGraph:
    """Read articles (files, folders; ``-`` is standard input) and return the graph of what they state.

    ``ontology`` and ``catalogue`` are folders of YAML files that add to the packaged ones. ``model`` is the folder of a
    trained model that works beside the rules (models/README.md), or ``"none"`` for the rules alone; by default the
    environment variable ``EXTRACT_MODEL`` says so, else the model that is installed is used, where its libraries are.
    ``judgements`` is a file of verdicts of ``extract resolve``: which names are one thing and which are not.
    Facts less certain than ``min_confidence`` are left out. ``store`` is a file that the articles are added to (docs/store.md):
    the graph is then that of all its articles; ``reread`` reads those that are there again. ``progress`` is called with the
    number of articles done and of all.
    ``graph.problems`` tells what could not be read. Raises :class:`UsageError` for wrong arguments,
    :class:`DataError` for an ontology or catalogue that breaks its rules, and :class:`NothingReadError` where no article at
    all could be read (but for a store that is there and holds what it held).
    """
    if reread and store is None:
        raise UsageError("reread is for a store: name its file")
    names = _names(inputs, needed=not reread)
    if workers < 1:
        raise UsageError(f"workers must be 1 or more, not {workers}")
    if not 0 <= min_confidence <= 1:
        raise UsageError(f"min_confidence must lie between 0 and 1, not {min_confidence}")
    folders = _folders(ontology, catalogue, model)
    verdicts = load_judgements(judgements or judgements_beside(store))
    known = load_knowledge(ontology, catalogue)

    if store is not None:
        from extractor.store import fill

        reader, failures = _reader(known, verdicts, workers, folders)
        return fill(fspath(store), names, reader, failures, reread=reread, least=min_confidence, progress=progress)

    from extractor.articles import read_articles
    from extractor.pipeline import read_all
    from extractor.resolve import link

    intake = read_articles(names)
    if intake.problems and not intake.articles:
        raise NothingReadError(intake.problems)
    readings = read_all(intake.articles, workers=workers, progress=progress, **folders)
    symmetric = {name for name, predicate in known[0].predicates.items() if predicate.symmetric}
    linked = link(intake.articles, readings, known[1], symmetric, verdicts)
    document = Document.build(intake.articles, linked.entities, linked.facts, linked.copies)
    return KnowledgeGraph(
        document.confident(min_confidence), sorted([*intake.problems, *_failures(intake.articles, readings)])
    )


def load(path: Name) -> KnowledgeGraph:
    """Load a graph document, compressed or not, or open a store (docs/store.md).

    Raises :class:`UsageError` where there is no file and :class:`DataError` naming what is wrong with it.
    """
    from extractor.store import StoredGraph, is_store

    return StoredGraph(fspath(path)) if is_store(fspath(path)) else KnowledgeGraph(files.load(fspath(path)))


def forget(
    articles: str | Iterable[str],
    store: Name,
    *,
    ontology: Name | None = None,
    catalogue: Name | None = None,
    model: Name | None = None,
    judgements: Name | None = None,
) -> Changes:
    """Take articles (by id, at least six digits of it, path or address) out of a store, with what rests on them alone.

    The other arguments are those that the store was filled with. Raises :class:`UsageError` where an article is unknown or
    has several meanings, or the arguments are others; then nothing is taken out.
    """
    from extractor.store import Store

    folders = _folders(ontology, catalogue, model)
    verdicts = load_judgements(judgements or judgements_beside(store))
    with Store(fspath(store)) as opened:
        reader, _ = _reader(load_knowledge(ontology, catalogue), verdicts, 1, folders)
        return opened.forget(articles, reader)


def load_knowledge(ontology: Name | None = None, catalogue: Name | None = None) -> tuple[Ontology, Catalogue]:
    """The packaged ontology and catalogue with what these folders add; raises :class:`DataError` for broken files."""
    from extractor.catalogue import load_catalogue
    from extractor.ontology import load_ontology

    loaded = load_ontology(folder_of("ontology", ontology))
    return loaded, load_catalogue(loaded, folder_of("catalogue", catalogue))


def load_judgements(given: Name | None) -> Verdicts | None:
    """The verdicts of a file; raises :class:`UsageError` where there is none, :class:`DataError` where it is broken."""
    if given is None:
        return None
    from extractor.resolve.identity import load_verdicts

    if not Path(given).exists():
        raise UsageError(f"{fspath(given)}: there is no such file; `extract resolve GRAPH --same A B` writes one")
    return load_verdicts(Path(given))


def model_folder(given: Name | None = None) -> Path | None:
    """The folder of the model to use: the given one, that of ``EXTRACT_MODEL``, or the installed one; ``None`` for none.

    Raises :class:`UsageError` where the given one is no folder.
    """
    from extractor.pipeline.model.installed import installed_model

    chosen = given or os.environ.get("EXTRACT_MODEL")
    if chosen is None:
        return installed_model()
    return None if str(chosen) == NO_MODEL else folder_of("model", chosen)


def _reader(
    known: tuple[Ontology, Catalogue], verdicts: Verdicts | None, workers: int, folders: Mapping[str, Path | None]
) -> tuple[Reader, list[Problem]]:
    """The pipeline as a store asks it, and the list of articles that it fails on, which grows while it reads."""
    from extractor.store import reader_of

    failures: list[Problem] = []

    def read(articles: Sequence[Article], progress: Progress | None) -> Sequence[Reading]:
        from extractor.pipeline import read_all

        readings = read_all(articles, workers=workers, progress=progress, **folders)
        failures.extend(_failures(articles, readings))
        return readings

    return reader_of(known, read, verdicts, workers, **folders), failures


def judgements_beside(graph: Name | None) -> Path | None:
    """The file of the verdicts that were recorded about a graph or store; ``None`` where there is none."""
    if graph is None:
        return None
    from extractor.resolve.identity import verdict_path

    file = verdict_path(fspath(graph))
    return file if file.exists() else None


def _failures(articles: Sequence[Article], readings: Sequence[Reading]) -> Iterator[Problem]:
    """The articles that the pipeline could not read: a fault of ours, but no reason to lose the others."""
    for article, reading in zip(articles, readings, strict=True):
        if reading.failure:
            yield Problem(article.path, 0, f"the pipeline failed on this article, please report it: {reading.failure}")


def _names(inputs: Name | Iterable[Name], *, needed: bool = True) -> list[str]:
    names = [fspath(inputs)] if isinstance(inputs, str | PathLike) else [fspath(name) for name in inputs]
    if not names and needed:
        raise UsageError("name at least one file or folder of articles")
    return names


def _folders(ontology: Name | None, catalogue: Name | None, model: Name | None) -> dict[str, Path | None]:
    return {
        "ontology_dir": folder_of("ontology", ontology),
        "catalogue_dir": folder_of("catalogue", catalogue),
        "model_dir": model_folder(model),
    }


def folder_of(kind: str, given: Name | None) -> Path | None:
    """The folder that is given, ``None`` where none is; :class:`UsageError` where there is no such folder."""
    if given is None:
        return None
    folder = Path(given)
    if not folder.is_dir():
        raise UsageError(f"{folder}: the {kind} must be a folder")
    return folder
