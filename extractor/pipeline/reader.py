"""Reading articles: one pipeline in this process, or one in each of several workers."""

from __future__ import annotations

import functools
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.articles.article import Article
from extractor.errors import ExtractorError
from extractor.pipeline.build import build_pipeline
from extractor.pipeline.names.catalogue_matcher import catalogue_of
from extractor.pipeline.reading import Reading
from extractor.pipeline.statements import reading_of

if TYPE_CHECKING:
    from spacy.language import Language

Progress = Callable[[int, int], None]
CHUNK = 16


@functools.lru_cache(maxsize=4)
def _pipeline(ontology_dir: Path | None, catalogue_dir: Path | None, model_dir: Path | None) -> Language:
    return build_pipeline(ontology_dir, catalogue_dir, model_dir)


def read(
    article: Article,
    ontology_dir: Path | None = None,
    catalogue_dir: Path | None = None,
    model_dir: Path | None = None,
) -> Reading:
    """What the pipeline reads in one article."""
    nlp = _pipeline(ontology_dir, catalogue_dir, model_dir)
    doc = nlp.make_doc(article.text)
    doc._.published = article.day
    for _, component in nlp.pipeline:
        doc = component(doc)
    catalogue = catalogue_of(
        str(ontology_dir) if ontology_dir else None, str(catalogue_dir) if catalogue_dir else None
    )  # fmt: skip
    return reading_of(doc, article.id, catalogue)


def read_safely(
    article: Article,
    ontology_dir: Path | None = None,
    catalogue_dir: Path | None = None,
    model_dir: Path | None = None,
) -> Reading:
    """:func:`read`; a fault of a component is told in the Reading, so that one article does not end the run."""
    try:
        return read(article, ontology_dir, catalogue_dir, model_dir)
    except Exception as error:
        return Reading(article.id, failure=f"{type(error).__name__}: {error}")


def read_all(
    articles: Sequence[Article],
    *,
    workers: int = 1,
    ontology_dir: Path | None = None,
    catalogue_dir: Path | None = None,
    model_dir: Path | None = None,
    progress: Progress | None = None,
) -> list[Reading]:
    """The Readings of all articles, in their order, whatever the number of workers.

    ``progress`` is called with (articles read, articles in all). Raises :class:`extractor.errors.DataError` where a user's
    ontology or catalogue is invalid, before any article is read, and :class:`extractor.errors.ExtractorError` where a worker
    was killed.
    """
    if not articles:
        return []
    job = functools.partial(read_safely, ontology_dir=ontology_dir, catalogue_dir=catalogue_dir, model_dir=model_dir)
    _pipeline(ontology_dir, catalogue_dir, model_dir)
    readings: list[Reading] = []
    for reading in _run(job, articles, min(workers, len(articles))):
        readings.append(reading)
        if progress:
            progress(len(readings), len(articles))
    return readings


def _run(job: Callable[[Article], Reading], articles: Sequence[Article], workers: int) -> Iterator[Reading]:
    """Readings in order. Workers are forked where the platform can, so that they share the loaded pipeline."""
    if workers <= 1:
        yield from map(job, articles)
        return
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        try:
            yield from pool.map(job, articles, chunksize=CHUNK)
        except BrokenProcessPool as error:
            raise ExtractorError("a worker was ended from outside (out of memory?); try fewer --workers") from error
