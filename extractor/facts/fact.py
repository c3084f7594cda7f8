"""Facts: immutable statements about entities, with the evidence that they rest on."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import Any

from extractor.ontology.quantity import Quantity


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Where a fact was found: ``text[start:end] == quote`` in the article ``article``.

    ``by`` names the rule or the model head that found it; ``spans`` are the marked parts of the quote (start, end and
    role, in characters of the article).
    """

    article: str
    start: int
    end: int
    quote: str
    by: str
    spans: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement. Entities are ids of the graph; fields that the predicate does not have are ``None``.

    ``attribute`` holds the attribute of ``has_spec`` and the metric of ``compares_to``. ``qualifiers`` is a sorted
    tuple of pairs (``bound``, ``counted``, ``conditions``, ``date``, ``amount``, ``role``). Two facts that say the same have
    the same :attr:`id`, wherever they were found.
    """

    subject: str
    predicate: str
    object: str | None = None
    attribute: str | None = None
    value: Quantity | None = None
    status: str | None = None
    date: str | None = None
    modality: str = "asserted"
    attributed_to: str | None = None
    qualifiers: tuple[tuple[str, str | tuple[str, ...]], ...] = ()
    confidence: float = 1.0
    evidence: tuple[Evidence, ...] = ()

    @property
    def id(self) -> str:
        """Hash of what the fact says (16 hexadecimal digits of SHA-256), not of where it was found.

        Confidence, evidence, wording of the value, attribution and the qualifiers other than the bound and what is counted do
        not count: they say how well and where it was said.
        """
        said = [self.subject, self.predicate, self.object, self.attribute, self.status, self.date, self.modality]
        if self.value is not None:
            said += [repr(float(self.value.amount)), self.value.unit, self.value.bound]
        if self.counted:
            said.append(self.counted)
        return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()[:16]

    @property
    def said(self) -> dict[str, Any]:
        """The qualifiers as a dictionary."""
        return dict(self.qualifiers)

    @property
    def counted(self) -> str | None:
        """The noun of a count that no attribute stands for: the "port" of 12 ports."""
        noun = self.said.get("counted")
        return noun if isinstance(noun, str) else None

    def with_evidence(self, evidence: tuple[Evidence, ...], confidence: float) -> Fact:
        """The same fact resting on other evidence."""
        return replace(self, evidence=evidence, confidence=confidence)
