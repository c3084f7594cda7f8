"""What the model says as draft statements, with their sentence, their marked parts and the date of a status."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from spacy.tokens import Doc

from extractor.pipeline.annotations import layer
from extractor.pipeline.dates.grammar import DateMatch
from extractor.pipeline.draft import Draft
from extractor.pipeline.model.scores import Say, Scores
from extractor.pipeline.quantities.grammar import QuantityMatch
from extractor.pipeline.structure.skeleton import Skeleton

BASELINE = 0.4
SYMMETRIC = frozenset({"competes_with", "partners_with"})
Span = tuple[int, int, str]


class DraftWriter:
    """Writes the scores of one text as drafts, the chance as their confidence.

    With ``modality`` the model's own goes onto them, else it is left open for the cues to decide.
    """

    def __init__(self, doc: Doc, *, modality: bool) -> None:
        self.sentences: list[Skeleton] = layer(doc, "sentences")
        self.quantities: list[QuantityMatch] = layer(doc, "quantities")
        self.dates = layer(doc, "dates")
        self.starts = [sentence.start for sentence in self.sentences]
        self.modality = modality

    def drafts(self, scores: Scores) -> Iterator[Draft]:
        """All drafts, the unlikely ones included."""
        for (subject, object_, predicate), say in scores.relations.items():
            yield self._draft(say, predicate, "relation", subject, object_)
        for (subject, status), say in scores.statuses.items():
            draft = self._draft(say, "has_status", "status", subject, None)
            draft.status, draft.date = status, only_date(draft.sentence, self.dates)
            yield draft
        for (number, subject), say in scores.specs.items():
            yield self._valued(say, "has_spec", "spec", subject, None, self.quantities[number])
        for (number, subject), say in scores.compared.items():
            baseline = best_baseline(scores, number, subject)
            yield self._valued(say, "compares_to", "comparison", subject, baseline, self.quantities[number])

    def _valued(
        self, say: Say, predicate: str, head: str, subject: int, object_: int | None, match: QuantityMatch
    ) -> Draft:
        draft = self._draft(say, predicate, head, subject, object_, [(match.start, match.end, "value")])
        draft.attribute, draft.value, draft.counted = say.label, match.quantity, match.noun or None
        return draft

    def _draft(
        self, say: Say, predicate: str, head: str, subject: int, object_: int | None, others: list[Span] | None = None
    ) -> Draft:
        sentence = self.sentences[max(0, bisect_right(self.starts, say.place) - 1)]
        spans = [*_ends(sentence, "subject", subject), *_ends(sentence, "object", object_), *(others or ())]
        return Draft(
            subject=subject,
            predicate=predicate,
            by=f"model:{head}",
            sentence=sentence,
            start=min((start for start, _, _ in spans), default=say.place),
            end=max((end for _, end, _ in spans), default=say.place + 1),
            object=object_,
            modality=say.modality if self.modality else None,
            confidence=round(say.chance, 3),
            spans=spans,
            speaker=say.source,
        )


def only_date(sentence: Skeleton, dates: Sequence[DateMatch]) -> str | None:
    """The date of a sentence that names just one; ``dates`` are those of the text."""
    values = {dates[slot.index].value for slot in sentence.slots if slot.kind == "date"}
    return values.pop() if len(values) == 1 else None


def _ends(sentence: Skeleton, role: str, entity: int | None) -> list[Span]:
    """The mentions of an entity in a sentence; quantities and dates have kinds in lower case."""
    slots = [slot for slot in sentence.slots if slot.kind.isupper() and slot.index == entity]
    return [(slot.start, slot.end, role) for slot in slots]


def best_baseline(scores: Scores, number: int, subject: int) -> int | None:
    """The likeliest baseline of a compared quantity, or ``None`` where none is likely."""
    against = {e: say.chance for (n, e), say in scores.baselines.items() if n == number and e != subject}
    best = max(against, key=lambda e: against[e], default=None)
    return best if best is not None and against[best] >= BASELINE else None


def said(scores: Scores, draft: Draft, quantities: list[QuantityMatch]) -> Say | None:
    """What the model says of a rule's draft."""
    if draft.predicate == "has_status":
        return scores.statuses.get((draft.subject, draft.status or ""))
    if draft.predicate in ("has_spec", "compares_to"):
        place = value_place(draft)
        number = next((n for n, quantity in enumerate(quantities) if quantity.start == place), None)
        table = scores.specs if draft.predicate == "has_spec" else scores.compared
        return None if number is None else table.get((number, draft.subject))
    return None if draft.object is None else scores.relations.get((draft.subject, draft.object, draft.predicate))


def draft_key(draft: Draft) -> tuple[Any, ...]:
    """What makes a model's draft superfluous beside a rule's: the same ends, or the same quantity of the same thing."""
    if draft.value is not None:
        return (draft.predicate, draft.subject, value_place(draft))
    if draft.predicate in SYMMETRIC and draft.object is not None:
        return (draft.predicate, *sorted((draft.subject, draft.object)), draft.status)
    return (draft.predicate, draft.subject, draft.object, draft.status)


def value_place(draft: Draft) -> int:
    """Where the value of a draft stands, -1 where it has none."""
    return next((start for start, _, role in draft.spans if role == "value"), -1)
