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
from extractor.pipeline.model.plausible import PlausibleValues
from extractor.pipeline.model.rows import bounded
from extractor.pipeline.model.runtime import KEY, Model, load_model
from extractor.pipeline.model.scores import scores_of
from extractor.pipeline.model.wordings import WordedStatuses
from extractor.pipeline.names.catalogue_matcher import catalogue_of
from extractor.pipeline.statuses.wording import StatusWording

MAKING = frozenset({"makes", "announces"})  # what a product's maker does, not another firm that is named beside it
# What a publication that reports of others does not do by being named beside them.
BUSINESS = MAKING | {
    "acquires",
    "competes_with",
    "invests_in",
    "offers",
    "partners_with",
    "restricts",
    "supplies",
    "uses",
}
OF_ONE_MAKER = frozenset({"CHIP", "SYSTEM", "SOFTWARE", "SERVICE"})


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
        self.excluded, self.plausible = Excluded(ontology), PlausibleValues(ontology)
        self.worded = WordedStatuses(StatusWording(ontology.lifecycle.values()))

    def __call__(self, doc: Doc) -> Doc:
        """Weigh the drafts."""
        if self.model is None or self.judge is None or KEY not in doc.user_data:
            return doc
        sight, entities = doc.user_data[KEY], layer(doc, "entities")
        scores = scores_of(self.model, sight, entities, layer(doc, "quantities"), layer(doc, "references"))
        found = candidates_of(doc, bounded(scores, doc), modality=self.modality)
        worded = list(self.worded.kept(doc, list(self.plausible.kept(doc, found))))
        candidates = [c for c in self.excluded.kept(doc, worded) if not self._against_the_catalogue(c, entities)]
        rows = features(candidates, scores, certainty(self.model, sight, entities))
        doc._.statements = chosen(candidates, self.judge.chances(candidates, rows), self.model.schema["threshold"])
        return doc

    def _against_the_catalogue(self, candidate: Candidate, entities: list[ArticleEntity]) -> bool:
        """Whether the model alone says what a reader who knows the firms would not: it mistakes lists for relations."""
        draft = candidate.draft
        if candidate.ruled or draft.object is None:
            return False
        subject, object_ = entities[draft.subject].known, entities[draft.object].known
        if draft.predicate in BUSINESS and any(
            id_ and self.catalogue.entries[id_].reports for id_ in (subject, object_)
        ):
            return True
        if draft.predicate in SYMMETRIC:
            return self._related(subject, object_)
        if draft.predicate not in MAKING or object_ is None or entities[draft.object].type not in OF_ONE_MAKER:
            return False
        maker = self.catalogue.entries[object_].maker
        told = maker is not None and (subject is not None or any(entity.known == maker for entity in entities))
        return told and subject != maker and not self._related(subject, maker)

    def _related(self, one: str | None, other: str | None) -> bool:
        """Whether one of two known organisations is the parent of the other."""
        parents = [self.catalogue.entries[id_].parent if id_ else None for id_ in (one, other)]
        return one is not None and other is not None and (parents[0] == other or parents[1] == one)
