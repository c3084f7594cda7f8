"""What the pipeline hands on: plain, immutable and picklable, free of spaCy."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.ontology.quantity import Quantity


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A name in an article's text: ``text[start:end]``, in characters."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class LocalEntity:
    """An entity as one article knows it.

    ``known`` is the id of the catalogue entry that it is, or ``None``. ``name`` is the canonical name where it is known,
    else the fullest name in the article. ``mentions`` are sorted and never empty.
    """

    type: str
    name: str
    known: str | None
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of an article about its own entities (indices into :attr:`Reading.entities`).

    ``predicate`` is one of the ontology. ``attribute`` is the attribute of has_spec or the metric of compares_to.
    ``start`` and ``end`` bound the sentence that it rests on; ``spans`` are the marked parts in it (subject, object or
    value, cue). ``by`` names the rule or model head. ``confidence`` lies in (0, 1].
    """

    subject: int
    predicate: str
    start: int
    end: int
    by: str
    object: int | None = None
    attribute: str | None = None
    value: Quantity | None = None
    status: str | None = None
    date: str | None = None
    modality: str = "asserted"
    attributed_to: int | None = None
    qualifiers: tuple[tuple[str, str | tuple[str, ...]], ...] = ()
    spans: tuple[tuple[int, int, str], ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one article: its entities and the statements about them.

    ``failure`` says what went wrong where the pipeline could not read the article at all.
    """

    article: str
    entities: tuple[LocalEntity, ...] = ()
    statements: tuple[Statement, ...] = ()
    failure: str | None = None
