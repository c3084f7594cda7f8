"""The component for comparisons with an earlier generation that is not named beside them: "than its predecessor"."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extractor.catalogue import Catalogue
from extractor.catalogue.lineage import earlier_generation
from extractor.ontology import load_ontology
from extractor.pipeline.annotations import ArticleEntity, layer, register_extensions, text_of
from extractor.pipeline.draft import Draft
from extractor.pipeline.names.catalogue_matcher import catalogue_of
from extractor.pipeline.structure.earlier import OTHER, Earlier, EarlierWords, Span
from extractor.pipeline.structure.skeleton import Skeleton


@Language.factory(
    "unnamed_baselines",
    default_config={"ontology_dir": None, "catalogue_dir": None},
    requires=["doc._.entities", "doc._.sentences", "doc._.statements"],
    assigns=["doc._.statements"],
)
class UnnamedBaselines:
    """Gives a ``compares_to`` draft that speaks of an earlier generation that one as its object, if the article names it.

    Which one it is says a ``succeeds`` of the article, else the catalogue. In any case the draft keeps in ``baseline`` how
    the text speaks of it: where the article does not name it, other articles may (extractor/resolve/lineage.py). Where the
    text compares with something else that was not recognised, ``baseline`` is "other".
    """

    def __init__(self, nlp: Language, name: str, ontology_dir: str | None, catalogue_dir: str | None) -> None:
        register_extensions()
        self.name = name
        ontology = load_ontology(Path(ontology_dir) if ontology_dir else None)
        self.words = EarlierWords(ontology)
        self.products = ontology.groups["PRODUCT"]
        self.catalogue = catalogue_of(ontology_dir, catalogue_dir)

    def __call__(self, doc: Doc) -> Doc:
        """Find the baselines of all comparisons."""
        drafts: list[Draft] = layer(doc, "statements")
        lineage = ArticleLineage(self.catalogue, layer(doc, "entities"), drafts)
        sentences: dict[int, Spoken] = {}
        for draft in drafts:
            if draft.predicate == "compares_to":
                place = draft.sentence.start
                if place not in sentences:
                    sentences[place] = self._spoken(text_of(doc), draft.sentence)
                self._complete(text_of(doc), draft, sentences[place], lineage)
        return doc

    def _spoken(self, text: str, sentence: Skeleton) -> Spoken:
        names = [(s.start, s.end) for s in sentence.slots if s.kind in self.products and not s.reference]
        earlier = self.words.find(text, sentence.start, sentence.end, names)
        return Spoken(names, earlier, self.words.compares(text, sentence.start, sentence.end))

    def _complete(self, text: str, draft: Draft, spoken: Spoken, lineage: ArticleLineage) -> None:
        value = next(((start, end) for start, end, role in draft.spans if role == "value"), (draft.start, draft.end))
        earlier = self.words.baseline(text, value, spoken.earlier)
        if earlier is None or not earlier.suits(lineage.entities[draft.subject].type):
            if draft.object is None and spoken.compares:
                draft.baseline = OTHER
            return
        object_ = lineage.find(draft.subject, earlier)
        if draft.object is not None and (object_ is None or _between(spoken.names, value, earlier)):
            return
        if draft.object is None or draft.object != object_:
            others = [span for span in draft.spans if span[2] != "object"]
            draft.spans = [*others, (earlier.start, earlier.end, "cue" if object_ is None else "object")]
        draft.object, draft.baseline = object_, earlier.kind


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a sentence says: where it names products, the earlier generations it speaks of, whether it compares at all."""

    names: list[Span]
    earlier: list[Earlier]
    compares: bool


def _between(names: list[Span], value: Span, earlier: Earlier) -> bool:
    """Whether a name stands between the value and the earlier generation: that may be the baseline just as well."""
    low, high = min(value[1], earlier.end), max(value[0], earlier.start)
    return any(low <= start < high for start, _ in names)


class ArticleLineage:
    """What an article and the catalogue say of the predecessors of the article's ``entities``."""

    def __init__(self, catalogue: Catalogue, entities: list[ArticleEntity], drafts: list[Draft]) -> None:
        self.catalogue, self.entities = catalogue, entities
        self.present = {entity.known: entity.index for entity in entities if entity.known}
        self.stated: dict[int, set[int]] = defaultdict(set)
        for draft in drafts:
            if draft.predicate == "succeeds" and draft.object is not None and draft.modality != "denied":
                self.stated[draft.subject].add(draft.object)

    def find(self, subject: int, earlier: Earlier) -> int | None:
        """The entity of the article that is this earlier generation of ``subject``."""
        stated = self.stated.get(subject, set()) if earlier.number is None else set()
        if len(stated) == 1:
            return next(iter(stated))
        known = self.entities[subject].known
        forms = earlier_generation(self.catalogue, known, earlier.number) if known else ()
        return next((self.present[form] for form in forms if form in self.present), None)
