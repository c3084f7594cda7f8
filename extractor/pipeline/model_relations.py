"""The trained model as a component: statements of its heads, weighed against those of the rules."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from extractor.pipeline.annotations import ArticleEntity, layer, register_extensions
from extractor.pipeline.draft import Draft
from extractor.pipeline.model_runtime import KEY, Model, load_model
from extractor.pipeline.model_scores import Say, Scores, scores_of
from extractor.pipeline.quantity_grammar import QuantityMatch
from extractor.pipeline.skeleton import Skeleton

ADD, KEEP = 0.5, 0.0
BASELINE = 0.4
SYMMETRIC = frozenset({"competes_with", "partners_with"})


@Language.factory(
    "model_relations",
    default_config={"model_dir": None, "modality": False},
    requires=["doc._.entities", "doc._.sentences", "doc._.quantities", "doc._.statements"],
    assigns=["doc._.statements"],
)
class ModelRelations:
    """Adds what the model is sure of, and drops what rules found where it holds that for unlikely.

    Both chances, ``add`` and ``keep``, are given for every predicate by the model's thresholds (tuned on passages that
    it did not learn from). With ``modality`` the model's own goes onto its drafts, else the cues decide. Without
    ``model_dir`` nothing happens.
    """

    def __init__(self, nlp: Language, name: str, model_dir: str | None, modality: bool) -> None:
        register_extensions()
        self.name = name
        self.model: Model | None = load_model(model_dir) if model_dir else None
        self.modality = modality

    def __call__(self, doc: Doc) -> Doc:
        """Weigh the drafts."""
        if self.model is None or KEY not in doc.user_data:
            return doc
        entities: list[ArticleEntity] = layer(doc, "entities")
        quantities: list[QuantityMatch] = layer(doc, "quantities")
        scores = scores_of(self.model, doc.user_data[KEY], entities, quantities)
        thresholds = self.model.schema["thresholds"]
        kept = []
        for draft in layer(doc, "statements"):
            say = said(scores, draft, quantities)
            if (say.chance if say else 0.0) >= thresholds.get(draft.predicate, {}).get("keep", KEEP):
                kept.append(draft)
        ours = {draft_key(draft) for draft in kept}
        for draft in drafts(scores, layer(doc, "sentences"), quantities, self.modality):
            if draft.confidence >= thresholds.get(draft.predicate, {}).get("add", ADD) and draft_key(draft) not in ours:
                ours.add(draft_key(draft))
                kept.append(draft)
        doc._.statements = kept
        return doc


def said(scores: Scores, draft: Draft, quantities: list[QuantityMatch]) -> Say | None:
    """What the model says of a rule's draft."""
    if draft.predicate == "has_status":
        return scores.statuses.get((draft.subject, draft.status or ""))
    if draft.predicate in ("has_spec", "compares_to"):
        starts = {start for start, _, role in draft.spans if role == "value"}
        number = next((n for n, q in enumerate(quantities) if q.start in starts), None)
        table = scores.specs if draft.predicate == "has_spec" else scores.compared
        return None if number is None else table.get((number, draft.subject))
    return scores.relations.get((draft.subject, draft.object if draft.object is not None else -1, draft.predicate))


def draft_key(draft: Draft) -> tuple[Any, ...]:
    """What makes a model's draft superfluous beside a rule's: the same ends, or the same quantity of the same thing."""
    if draft.value is not None:
        place = next((start for start, _, role in draft.spans if role == "value"), -1)
        return (draft.predicate, draft.subject, place)
    ends = (draft.subject, draft.object)
    if draft.predicate in SYMMETRIC:
        ends = tuple(sorted(ends, key=lambda end: -1 if end is None else end))  # type: ignore[assignment]
    return (draft.predicate, *ends, draft.status)


def drafts(
    scores: Scores, sentences: list[Skeleton], quantities: list[QuantityMatch], modality: bool
) -> Iterator[Draft]:
    """All statements of the model as drafts, the chance as their confidence."""
    starts = [sentence.start for sentence in sentences]

    def draft(say: Say, predicate: str, subject: int, head: str, **rest: Any) -> Draft:
        sentence = sentences[max(0, bisect_right(starts, say.place) - 1)]
        slots = [
            slot for slot in sentence.slots if slot.kind[:1].isupper() and slot.index in (subject, rest.get("object"))
        ]
        ends = [(slot.start, slot.end, "subject" if slot.index == subject else "object") for slot in slots]
        if "value" in rest:
            match = rest.pop("match")
            ends.append((match.start, match.end, "value"))
        start, end = min((e[0] for e in ends), default=say.place), max((e[1] for e in ends), default=say.place + 1)
        return Draft(subject, predicate, f"model:{head}", sentence, start, end, confidence=round(say.chance, 3),
                     modality=say.modality if modality else None, spans=ends, **rest)  # fmt: skip

    for (subject, object_, predicate), say in scores.relations.items():
        yield draft(say, predicate, subject, "relation", object=object_)
    for (subject, status), say in scores.statuses.items():
        yield draft(say, "has_status", subject, "status", status=status)
    for (number, subject), say in scores.specs.items():
        match = quantities[number]
        yield draft(say, "has_spec", subject, "spec", attribute=say.label, value=match.quantity, match=match)
    for (number, subject), say in scores.compared.items():
        match = quantities[number]
        against = {e: other.chance for (n, e), other in scores.baselines.items() if n == number and e != subject}
        best = max(against, key=lambda e: against[e], default=None)
        object_ = best if best is not None and against[best] >= BASELINE else None
        yield draft(
            say, "compares_to", subject, "comparison",
            attribute=say.label, value=match.quantity, match=match, object=object_,
        )  # fmt: skip
