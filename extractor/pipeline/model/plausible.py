"""Values that cannot be what the model takes them for: a counted noun names its attribute, and a revenue is no price of a
share.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from extractor.ontology import Ontology
from extractor.pipeline.annotations import layer, text_of
from extractor.pipeline.model.candidates import Candidate
from extractor.pipeline.quantities.grammar import QuantityMatch
from extractor.pipeline.values.attribute import STOPS, is_change, is_radio

SPEC, COMPARED, OTHER, CLOCK, EFFICIENCY = "has_spec", "compares_to", "other", "clock_frequency", "energy_efficiency"
EFFICIENT = re.compile(r" (?:as|more) (?:energy|power)(?:[- ]efficien|\s*(?:\.\.\.|…|\[|\Z))")
UNITS = "unit_count"  # "eight devices" may be units, drives of storage or anything else
BEFORE, AFTER = 40, 30


class PlausibleValues:
    """Holds the values that the model gives to an attribute against what the ontology says of it."""

    def __init__(self, ontology: Ontology) -> None:
        self.least = {name: attribute.least for name, attribute in ontology.attributes.items() if attribute.least}
        self.units = ontology.units
        self.fitting: dict[str, list[str]] = defaultdict(list)  # the attributes of each dimension
        for name, attribute in ontology.attributes.items():
            for dimension in attribute.dimensions:
                self.fitting[dimension].append(name)
        self.nouns = {
            noun: name for name, attribute in ontology.attributes.items() if name != UNITS for noun in attribute.nouns
        }

    def kept(self, doc: Doc, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
        """The candidates, the model's counts under the attribute of their noun; without values below the least and changes."""
        quantities: list[QuantityMatch] = layer(doc, "quantities")
        for candidate in candidates:
            if candidate.ruled or candidate.number is None or candidate.draft.predicate != SPEC:
                yield self._compared(text_of(doc), quantities, candidate)
                continue
            match = quantities[candidate.number]
            candidate = _under(candidate, self._named(text_of(doc), match, candidate.draft.attribute))
            small = match.quantity.amount < self.least.get(candidate.draft.attribute or "", 0)
            if not small and not is_change(text_of(doc), match):
                yield candidate

    def _compared(self, text: str, quantities: Sequence[QuantityMatch], candidate: Candidate) -> Candidate:
        """A comparison "as energy-efficient", also where an excerpt breaks off before the end, under that metric."""
        if candidate.ruled or candidate.number is None or candidate.draft.predicate != COMPARED:
            return candidate
        match = quantities[candidate.number]
        return _under(candidate, EFFICIENCY) if EFFICIENT.match(text, match.end) else candidate

    def _named(self, text: str, match: QuantityMatch, attribute: str | None) -> str | None:
        """The attribute that the words name: the counted noun, or those of a radio beside a frequency; else the model's, where
        it fits the unit.
        """
        if match.kind == "count" and match.noun:
            return self.nouns.get(match.noun) or self.nouns.get(match.noun.rsplit(" ", 1)[-1]) or attribute
        if attribute == CLOCK:
            before, after = text[max(0, match.start - BEFORE) : match.start], text[match.end : match.end + AFTER]
            clause = STOPS.split(before)[-1], STOPS.split(after)[0]
            return OTHER if is_radio(match, *clause) else attribute
        if match.kind == "value" and attribute != OTHER:
            fitting = self.fitting.get(self.units.dimension(match.quantity.unit), [])
            return attribute if not fitting or attribute in fitting else fitting[0]
        return attribute


def _under(candidate: Candidate, attribute: str | None) -> Candidate:
    """The candidate under another attribute, which is as likely as the model's own was."""
    draft, say = candidate.draft, candidate.say
    if attribute == draft.attribute or attribute is None:
        return candidate
    if say is not None and say.labels is not None:
        say = replace(say, labels={**say.labels, attribute: say.labels.get(draft.attribute or "", 0.0)})
    draft.attribute = attribute
    return replace(candidate, say=say)
