"""Candidates: all that the rules or the heads of the model say of a text, before the judge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from extractor.pipeline.annotations import layer
from extractor.pipeline.draft import Draft
from extractor.pipeline.model.drafts import DraftWriter, draft_key, said, value_place
from extractor.pipeline.model.scores import Say, Scores
from extractor.pipeline.quantities.grammar import QuantityMatch

SURE = 0.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A draft, whether a rule found it, and what the model says of it; ``number`` is that of its quantity."""

    draft: Draft
    ruled: bool
    say: Say | None
    number: int | None


def candidates_of(doc: Doc, scores: Scores, *, modality: bool) -> list[Candidate]:
    """The drafts of the rules, and those of the model that say something else.

    With ``modality`` the model's own goes onto its drafts, and onto those of the rules whose wording has none and of which
    it is :data:`SURE`; the cues decide over the others.
    """
    quantities: list[QuantityMatch] = layer(doc, "quantities")
    found = []
    taken = set()
    for draft in layer(doc, "statements"):
        taken.add((*draft_key(draft), draft.attribute))
        say = said(scores, draft, quantities)
        if modality and draft.modality is None and say is not None and say.chance > SURE:
            draft.modality = say.modality
        draft.speaker = say.source if say else None
        found.append(Candidate(draft, True, say, _number(draft, quantities)))
    for draft in DraftWriter(doc, modality=modality).drafts(scores):
        if (*draft_key(draft), draft.attribute) not in taken:
            found.append(Candidate(draft, False, said(scores, draft, quantities), _number(draft, quantities)))
    return found


def chosen(candidates: Sequence[Candidate], chances: Sequence[float], threshold: float) -> list[Draft]:
    """The likeliest draft of each kind (:func:`draft_key`) that reaches the threshold; its confidence is the chance."""
    kept: dict[object, Draft] = {}
    for candidate, chance in sorted(zip(candidates, chances, strict=True), key=lambda pair: -pair[1]):
        if chance >= threshold:
            candidate.draft.confidence = round(chance, 3)
            kept.setdefault(draft_key(candidate.draft), candidate.draft)
    return list(kept.values())


def _number(draft: Draft, quantities: Sequence[QuantityMatch]) -> int | None:
    if draft.value is None:
        return None
    place = value_place(draft)
    return next((n for n, quantity in enumerate(quantities) if quantity.start == place), None)
