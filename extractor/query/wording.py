"""How facts are written for people: their certainty, and the conditions of their values."""

from __future__ import annotations

from extractor.ontology import Ontology
from extractor.query.agreement.claims import ClaimReader
from extractor.query.agreement.conditions import COUNTED, Stated
from extractor.query.view import FactView


def certainty(confidence: float) -> str:
    """A confidence with two digits; what is not quite certain is never 1.00.

    >>> certainty(0.997), certainty(0.956), certainty(1.0)
    ('0.99', '0.96', '1.00')
    """
    return f"{min(confidence, 0.99) if confidence < 1 else 1:.2f}"


def worded(conditions: Stated) -> str:
    """Conditions in words; what is counted is not among them: the value says it.

    >>> worded((("counted", "core"), ("number_format", "fp8")))
    'number format fp8'
    """
    return ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in conditions if name != COUNTED)


class ConditionTexts:
    """Writes the conditions under which facts are stated, as their most exact wording has them."""

    def __init__(self, ontology: Ontology) -> None:
        self._reader = ClaimReader(ontology)

    def of(self, fact: FactView) -> str:
        """The conditions of one fact; nothing where its value is stated without, or where it has none."""
        if fact.value is None:
            return ""
        return worded(min(self._reader.of(fact), key=lambda claim: claim.order).conditions)

    def said(self, fact: FactView) -> str:
        """What a fact says of its subject, with the conditions in brackets."""
        stated = self.of(fact)
        return f"{fact.said} ({stated})" if stated else fact.said
