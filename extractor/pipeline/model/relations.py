"""The trained model as a component: statements of its heads, weighed against those of the rules."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from extractor.pipeline.annotations import layer, register_extensions
from extractor.pipeline.draft import Draft
from extractor.pipeline.model.drafts import DraftWriter, draft_key, said
from extractor.pipeline.model.runtime import KEY, Model, load_model
from extractor.pipeline.model.scores import Scores, scores_of

ADD, KEEP = 0.5, 0.0


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
        parts = (layer(doc, name) for name in ("entities", "quantities", "references"))
        scores = scores_of(self.model, doc.user_data[KEY], *parts)
        kept = list(self._kept(doc, scores))
        taken = {draft_key(draft) for draft in kept}
        for draft in DraftWriter(doc, modality=self.modality).drafts(scores):
            if draft.confidence >= self._threshold(draft, "add", ADD) and draft_key(draft) not in taken:
                taken.add(draft_key(draft))
                kept.append(draft)
        doc._.statements = kept
        return doc

    def _kept(self, doc: Doc, scores: Scores) -> Iterator[Draft]:
        for draft in layer(doc, "statements"):
            say = said(scores, draft, layer(doc, "quantities"))
            if (say.chance if say else 0.0) >= self._threshold(draft, "keep", KEEP):
                yield draft

    def _threshold(self, draft: Draft, name: str, default: float) -> float:
        assert self.model is not None
        return float(self.model.schema["thresholds"].get(draft.predicate, {}).get(name, default))
