"""A fact with its names resolved, as the query API hands it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extractor.articles.article import Article
from extractor.facts.entity import Entity
from extractor.facts.fact import Evidence, Fact
from extractor.graph.encode import encode_fact
from extractor.graph.wording import value_text
from extractor.ontology.quantity import Quantity


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact with the entities and articles that it names.

    ``subject`` is an entity, ``object`` and ``speaker`` (whom the text gives as the source) an entity or ``None``,
    ``articles`` where the fact was found.
    """

    fact: Fact
    subject: Entity
    object: Entity | None
    speaker: Entity | None
    articles: tuple[Article, ...]

    @classmethod
    def of(cls, fact: Fact, entities: Mapping[str, Entity], articles: Mapping[str, Article]) -> FactView:
        """The view of a fact whose entities and articles are in these mappings."""
        read = dict.fromkeys(evidence.article for evidence in fact.evidence)
        return cls(
            fact=fact,
            subject=entities[fact.subject],
            object=entities[fact.object] if fact.object else None,
            speaker=entities[fact.attributed_to] if fact.attributed_to else None,
            articles=tuple(articles[key] for key in read),
        )

    @property
    def id(self) -> str:
        """The id of the fact."""
        return self.fact.id

    @property
    def predicate(self) -> str:
        """The predicate of the fact."""
        return self.fact.predicate

    @property
    def attribute(self) -> str | None:
        """The attribute of has_spec or the metric of compares_to."""
        return self.fact.attribute

    @property
    def value(self) -> Quantity | None:
        """The value of has_spec or compares_to."""
        return self.fact.value

    @property
    def status(self) -> str | None:
        """The status of has_status."""
        return self.fact.status

    @property
    def date(self) -> str | None:
        """The date of has_status, as precise as the text gives it."""
        return self.fact.date

    @property
    def modality(self) -> str:
        """Whether it is asserted, planned, reported or denied."""
        return self.fact.modality

    @property
    def confidence(self) -> float:
        """How certain the extractor is, from 0 to 1."""
        return self.fact.confidence

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Where the fact was found."""
        return self.fact.evidence

    @property
    def subject_name(self) -> str:
        """The name of the subject."""
        return self.subject.name

    @property
    def object_name(self) -> str | None:
        """The name of the object, or ``None`` where the fact has none."""
        return self.object.name if self.object else None

    @property
    def quotes(self) -> tuple[str, ...]:
        """The sentences that the fact rests on."""
        return tuple(evidence.quote for evidence in self.evidence)

    @property
    def sources(self) -> tuple[str, ...]:
        """The publishers that state the fact, sorted."""
        return tuple(sorted({article.source for article in self.articles if article.source}))

    @property
    def published(self) -> str | None:
        """The day of the first article, or ``None`` where none is known."""
        return min((article.published[:10] for article in self.articles if article.published), default=None)

    @property
    def said(self) -> str:
        """The object, the value, or both in words: ``(predecessor): performance up to 4 x``."""
        value = value_text(self.fact)
        if self.predicate == "compares_to":
            return f"{self.object_name or '(predecessor)'}: {value}"
        return ": ".join(filter(None, (self.object_name, value)))

    def sentence(self) -> str:
        """The fact in words; what is not plainly asserted says so at the end."""
        hedge = "" if self.modality == "asserted" else f" [{self.modality}]"
        return f"{self.subject_name} {self.predicate} {self.said}{hedge}"

    def __str__(self) -> str:
        return self.sentence()

    def to_dict(self) -> dict[str, Any]:
        """The fact as in the graph document, with names, sentence and sources beside the ids."""
        names = {"subject_name": self.subject_name, "object_name": self.object_name, "sentence": self.sentence()}
        speaker = self.speaker.name if self.speaker else None
        return encode_fact(self.fact) | names | {"attributed_to_name": speaker, "sources": list(self.sources)}

    def _repr_html_(self) -> str:
        from extractor.notebook import fact_html

        return fact_html(self)
