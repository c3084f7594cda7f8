"""The label sets of the heads, taken from the ontology, in fixed order; saved beside the weights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from extractor.ontology import Ontology
from extractor.pipeline.model.layout import KINDS
from extractor.pipeline.model.words import SHAPES

MODALITIES = ("asserted", "planned", "reported", "denied")


@dataclass(frozen=True)
class Schema:
    """Names of types, relations, attributes, statuses and units, and what the ontology allows."""

    types: tuple[str, ...]
    relations: tuple[str, ...]
    attributes: tuple[str, ...]
    statuses: tuple[str, ...]
    units: tuple[str, ...]
    allowed: Any  # types x types x relations
    valued: tuple[str, ...]  # types that may have a spec, comparison or status

    def document(self) -> dict[str, Any]:
        """The schema as JSON data."""
        names = ("types", "relations", "attributes", "statuses", "units", "valued")
        return {name: list(getattr(self, name)) for name in names} | {
            "allowed": self.allowed.astype(int).tolist(),
            "modalities": list(MODALITIES),
        }


def schema_of(ontology: Ontology, units: tuple[str, ...]) -> Schema:
    """The schema of an ontology, with the units seen in training."""
    types = tuple(ontology.types)
    relations = tuple(n for n, p in ontology.predicates.items() if p.kind == "relation")
    allowed = np.array([[[ontology.predicates[p].allows(s, o) for p in relations] for o in types] for s in types], bool)
    valued = tuple(sorted(ontology.predicates["has_spec"].domain))
    return Schema(types, relations, tuple(ontology.attributes), tuple(ontology.statuses), units, allowed, valued)


def mark_sizes(schema: Schema) -> list[int]:
    """The numbers of values of the encoder's marks: shape, the catalogue's and the rules' names, quantities."""
    names = 1 + 2 * len(schema.types)
    return [len(SHAPES), names, names, 1 + 2 * len(KINDS)]
