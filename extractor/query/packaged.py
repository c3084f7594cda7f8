"""The packaged ontology and catalogue, each read once in a process: they are immutable, and graphs are many."""

from __future__ import annotations

from functools import cache

from extractor.catalogue import Catalogue, load_catalogue
from extractor.ontology import Ontology, load_ontology


@cache
def packaged_ontology() -> Ontology:
    """The ontology without additions."""
    return load_ontology()


@cache
def packaged_catalogue() -> Catalogue:
    """The catalogue without additions."""
    return load_catalogue(packaged_ontology())
