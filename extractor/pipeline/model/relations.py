"""The trained model as a component: its statements and those of the rules, weighed by the judge."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extractor.ontology import load_ontology
from extractor.pipeline.annotations import ArticleEntity, layer, register_extensions
from extractor.pipeline.model.candidates import Candidate, candidates_of, chosen
from extractor.pipeline.model.drafts import SYMMETRIC
from extractor.pipeline.model.excluded import Excluded
from extractor.pipeline.model.judge import Judge, features
from extractor.pipeline.model.names import certainty
from extractor.pipeline.model.rows import bounded
from extractor.pipeline.model.runtime import KEY, Model, load_model
from extractor.pipeline.model.scores import scores_of
from extractor.pipeline.model.wordings import WordedStatuses
from extractor.pipeline.names.catalogue_matcher import catalogue_of
from extractor.pipeline.statuses.wording import StatusWording


@Language.factory(
    "model_relations",
    default_config={"model_dir": None, "ontology_dir": None, "catalogue_dir": None, "modality": False},
    requires=["doc._.entities", "doc._.sentences", "doc._.quantities", "doc._.statements"],
    assigns=["doc._.statements"],
)
class ModelRelations:
    """Keeps what the judge holds for likely enough of all that the rules and the model say.

    With ``modality`` the model's own goes onto its drafts, else the cues decide. Without ``model_dir`` nothing happens.
    """

    def __init__(
        self, nlp: Language, name: str, model_dir: str | None, ontology_dir: str | None, catalogue_dir: str | None,
        modality: bool,
    ) -> None:  # fmt: skip
        register_extensions()
        self.catalogue = catalogue_of(ontology_dir, catalogue_dir)
        self.name = name
        self.model: Model | None = load_model(model_dir) if model_dir else None
        self.judge = Judge(self.model.schema["judge"]) if self.model else None
        self.modality = modality
        ontology = load_ontology(Path(ontology_dir) if ontology_dir else None)
        self.excluded = Excluded(ontology)
        self.worded = WordedStatuses(StatusWording(ontology.lifecycle.values()))

    def __call__(self, doc: Doc) -> Doc:
        """Weigh the drafts."""
        if self.model is None or self.judge is None or KEY not in doc.user_data:
            return doc
        sight, entities = doc.user_data[KEY], layer(doc, "entities")
        scores = scores_of(self.model, sight, entities, layer(doc, "quantities"), layer(doc, "references"))
        found = candidates_of(doc, bounded(scores, doc), modality=self.modality)
        worded = list(self.worded.kept(doc, found))
        candidates = [c for c in self.excluded.kept(doc, worded) if not self._of_one_house(c, entities)]
        rows = features(candidates, scores, certainty(self.model, sight, entities))
        doc._.statements = chosen(candidates, self.judge.chances(candidates, rows), self.model.schema["threshold"])
        return doc

    def _of_one_house(self, candidate: Candidate, entities: list[ArticleEntity]) -> bool:
        """Whether a draft makes a parent and its known subsidiary partners or rivals: the model mistakes lists for that."""
        draft = candidate.draft
        if candidate.ruled or draft.predicate not in SYMMETRIC or draft.object is None:
            return False
        known = [entities[index].known for index in (draft.subject, draft.object)]
        parents = [self.catalogue.entries[one].parent if one else None for one in known]
        return known[0] is not None and known[1] is not None and (parents[0] == known[1] or parents[1] == known[0])
