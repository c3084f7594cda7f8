"""The two ways to a graph: extract it from articles, or load one that was written before."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.errors import Problem, UsageError
from extractor.graph import files
from extractor.graph.document import Document
from extractor.query.knowledge_graph import KnowledgeGraph

if TYPE_CHECKING:
    from extractor.articles import Intake
    from extractor.catalogue import Catalogue
    from extractor.ontology import Ontology
    from extractor.pipeline import Reading

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
    min_confidence: float = 0.0,
    progress: Progress | None = None,
) -> KnowledgeGraph:
    """Read articles (files, folders; ``-`` is standard input) and return the graph of what they state.

    ``ontology`` and ``catalogue`` are folders of YAML files that add to the packaged ones. ``model`` is the folder of a
    trained model that works beside the rules (models/README.md), or ``"none"`` for the rules alone; by default the
    environment variable ``EXTRACT_MODEL`` says so, else the model that is installed is used, where its libraries are.
    Facts less certain than ``min_confidence`` are left out. ``progress`` is called with the number of articles done and of all.
    ``graph.problems`` tells what could not be read. Raises :class:`UsageError` for wrong arguments and
    :class:`DataError` for an ontology or catalogue that breaks its rules.
    """
    names = _names(inputs)
    if workers < 1:
        raise UsageError(f"workers must be 1 or more, not {workers}")
    if not 0 <= min_confidence <= 1:
        raise UsageError(f"min_confidence must lie between 0 and 1, not {min_confidence}")
    folders = {
        "ontology_dir": _folder("ontology", ontology),
        "catalogue_dir": _folder("catalogue", catalogue),
        "model_dir": model_folder(model),
    }
    known = load_knowledge(ontology, catalogue)

    from extractor.articles import read_articles
    from extractor.pipeline import read_all
    from extractor.resolve import link

    intake = read_articles(names)
    readings = read_all(intake.articles, workers=workers, progress=progress, **folders)
    symmetric = {name for name, predicate in known[0].predicates.items() if predicate.symmetric}
    linked = link(intake.articles, readings, known[1], symmetric)
    document = Document.build(intake.articles, linked.entities, linked.facts, linked.copies)
    return KnowledgeGraph(document.confident(min_confidence), sorted([*intake.problems, *_failures(intake, readings)]))


def load(path: Name) -> KnowledgeGraph:
    """Load a graph document, compressed or not.

    Raises :class:`UsageError` where there is no file and :class:`DataError` naming what is wrong with it.
    """
    return KnowledgeGraph(files.load(fspath(path)))


def load_knowledge(ontology: Name | None = None, catalogue: Name | None = None) -> tuple[Ontology, Catalogue]:
    """The packaged ontology and catalogue with what these folders add; raises :class:`DataError` for broken files."""
    from extractor.catalogue import load_catalogue
    from extractor.ontology import load_ontology

    loaded = load_ontology(_folder("ontology", ontology))
    return loaded, load_catalogue(loaded, _folder("catalogue", catalogue))


def model_folder(given: Name | None = None) -> Path | None:
    """The folder of the model to use: the given one, that of ``EXTRACT_MODEL``, or the installed one; ``None`` for none.

    Raises :class:`UsageError` where the given one is no folder.
    """
    from extractor.pipeline.model.installed import installed_model

    chosen = given or os.environ.get("EXTRACT_MODEL")
    if chosen is None:
        return installed_model()
    return None if str(chosen) == NO_MODEL else _folder("model", chosen)


def _failures(intake: Intake, readings: Sequence[Reading]) -> Iterator[Problem]:
    """The articles that the pipeline could not read: a fault of ours, but no reason to lose the others."""
    for article, reading in zip(intake.articles, readings, strict=True):
        if reading.failure:
            yield Problem(article.path, 0, f"the pipeline failed on this article, please report it: {reading.failure}")


def _names(inputs: Name | Iterable[Name]) -> list[str]:
    names = [fspath(inputs)] if isinstance(inputs, str | PathLike) else [fspath(name) for name in inputs]
    if not names:
        raise UsageError("name at least one file or folder of articles")
    return names


def _folder(kind: str, given: Name | None) -> Path | None:
    if given is None:
        return None
    folder = Path(given)
    if not folder.is_dir():
        raise UsageError(f"{folder}: the {kind} must be a folder")
    return folder
