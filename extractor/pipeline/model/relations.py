"""The trained model as a component: its statements and those of the rules, weighed by the judge."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractor.pipeline.annotations import layer, register_extensions
from extractor.pipeline.model.candidates import candidates_of, chosen
from extractor.pipeline.model.judge import Judge, features
from extractor.pipeline.model.names import certainty
from extractor.pipeline.model.runtime import KEY, Model, load_model
from extractor.pipeline.model.scores import scores_of


@Language.factory(
    "model_relations",
    default_config={"model_dir": None, "modality": False},
    requires=["doc._.entities", "doc._.sentences", "doc._.quantities", "doc._.statements"],
    assigns=["doc._.statements"],
)
class ModelRelations:
    """Keeps what the judge holds for likely enough of all that the rules and the model say.

    With ``modality`` the model's own goes onto its drafts, else the cues decide. Without ``model_dir`` nothing happens.
    """

    def __init__(self, nlp: Language, name: str, model_dir: str | None, modality: bool) -> None:
        register_extensions()
        self.name = name
        self.model: Model | None = load_model(model_dir) if model_dir else None
        self.judge = Judge(self.model.schema["judge"]) if self.model else None
        self.modality = modality

    def __call__(self, doc: Doc) -> Doc:
        """Weigh the drafts."""
        if self.model is None or self.judge is None or KEY not in doc.user_data:
            return doc
        sight, entities = doc.user_data[KEY], layer(doc, "entities")
        scores = scores_of(self.model, sight, entities, layer(doc, "quantities"), layer(doc, "references"))
        candidates = candidates_of(doc, scores, modality=self.modality)
        rows = features(candidates, scores, certainty(self.model, sight, entities))
        doc._.statements = chosen(candidates, self.judge.chances(candidates, rows), self.model.schema["threshold"])
        return doc
