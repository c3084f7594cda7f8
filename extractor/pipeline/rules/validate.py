"""What a run with a user's ontology would refuse, beyond what loading it refuses: all of it, not only the first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from extractor.errors import DataError
from extractor.ontology import Ontology, load_ontology
from extractor.pipeline.dates.lexicon import load_dates
from extractor.pipeline.quantities.lexicon import load_grammar
from extractor.pipeline.rules.pattern import compile_rule
from extractor.pipeline.values.lexicon import load_values


def problems(folder: Path | None) -> Iterator[DataError]:
    """Every problem of the rules, values, quantities and dates of the ontology with ``folder`` laid over it."""
    try:
        ontology = load_ontology(folder)
    except DataError as error:
        yield error
        return
    for task in _tasks(ontology, folder):
        try:
            task()
        except DataError as error:
            yield error


def _tasks(ontology: Ontology, folder: Path | None) -> Iterator[Callable[[], Any]]:
    for rule in ontology.rules:
        yield lambda rule=rule: compile_rule(rule, ontology)  # type: ignore[misc]
    for load in (load_values, load_grammar, load_dates):
        yield lambda load=load: load(folder)  # type: ignore[misc]
