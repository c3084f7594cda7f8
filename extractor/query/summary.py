"""What a graph holds, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from extractor.graph.document import Document


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts, each mapping ordered from the most to the fewest.

    ``top_entities`` pairs the name of an entity with the number of facts that it takes part in.
    """

    articles: int
    entities: int
    facts: int
    types: dict[str, int]
    predicates: dict[str, int]
    modalities: dict[str, int]
    sources: dict[str, int]
    top_entities: tuple[tuple[str, int], ...]

    def to_dict(self) -> dict[str, Any]:
        """The summary as plain data."""
        return asdict(self) | {"top_entities": [list(pair) for pair in self.top_entities]}

    @property
    def counts(self) -> dict[str, list[tuple[str, int]]]:
        """All counts under the words that stand before them where they are shown."""
        return {
            "entities": [*self.types.items()],
            "facts": [*self.predicates.items()],
            "modality": [*self.modalities.items()],
            "sources": [*self.sources.items()],
            "most facts": [*self.top_entities],
        }

    def __str__(self) -> str:
        return f"{self.articles} articles, {self.entities} entities, {self.facts} facts"


def summarise(document: Document, top: int = 10) -> Summary:
    """Count what a document holds.

    >>> from extractor.graph import example_document
    >>> str(summarise(example_document()))
    '2 articles, 5 entities, 7 facts'
    """
    names = {entity.id: entity.name for entity in document.entities}
    ends = (names[end] for fact in document.facts for end in {fact.subject, fact.object} if end is not None)
    return Summary(
        articles=len(document.articles),
        entities=len(document.entities),
        facts=len(document.facts),
        types=_ranked(entity.type for entity in document.entities),
        predicates=_ranked(fact.predicate for fact in document.facts),
        modalities=_ranked(fact.modality for fact in document.facts),
        sources=_ranked(article.source or "(unknown)" for article in document.articles),
        top_entities=tuple(_ranked(ends).items())[:top],
    )


def _ranked(things: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(things).items(), key=lambda pair: (-pair[1], pair[0])))
