"""The spec component: quantities that are properties of a named thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extractor.ontology.model import Attribute
from extractor.pipeline.annotations import layer, register_extensions
from extractor.pipeline.draft import Draft
from extractor.pipeline.values.attribute import AttributeFinder, counted_slot
from extractor.pipeline.values.features import Candidate, FeatureReader
from extractor.pipeline.values.lexicon import load_values
from extractor.pipeline.values.nothing import nothing_features
from extractor.pipeline.values.plural import sharers
from extractor.pipeline.values.ranker import Ranker
from extractor.pipeline.values.scene import Article, Scene, is_entity, obliques, read_article

FLOOR = 0.45
SPEC_KINDS = frozenset({"value", "count", "money"})


@dataclass(frozen=True, slots=True)
class Question:
    """A quantity that may be a spec: its slot, its attribute, the candidates and what speaks against them all."""

    slot: int
    attribute: Attribute
    candidates: list[Candidate]
    none: frozenset[str]


@Language.factory(
    "specs",
    default_config={"ontology_dir": None},
    requires=["doc._.sentences", "doc._.quantities"],
    assigns=["doc._.statements"],
)
class Specs:
    """Appends a ``has_spec`` draft to ``doc._.statements`` for every quantity that is a property of something."""

    def __init__(self, nlp: Language, name: str, ontology_dir: str | None) -> None:
        register_extensions()
        self.name = name
        self.lexicon = load_values(Path(ontology_dir) if ontology_dir else None)
        self.attributes = AttributeFinder(self.lexicon.ontology)
        self.subjects = tuple(sorted(self.lexicon.ontology.predicates["has_spec"].domain - {"ORG"}))
        self.reader = FeatureReader(self.lexicon.groups, self.lexicon.nouns)
        self.ranker = Ranker(self.lexicon.weights["spec"], FLOOR)

    def __call__(self, doc: Doc) -> Doc:
        """Attribute the quantities of the whole text, in its order."""
        article = read_article(doc)
        drafts = [draft for scene in article.scenes for draft in self._scene(article, scene)]
        doc._.statements = layer(doc, "statements") + drafts
        return doc

    def questions(self, article: Article, scene: Scene) -> Iterator[Question]:
        """The quantities of a sentence that may be specs; each sees what was answered (``article.said``) before it."""
        for number, slot in enumerate(scene.slots):
            if is_entity(slot) or slot.kind.removeprefix("quantity.") not in SPEC_KINDS:
                continue
            if article.quantities[slot.index].quantity.unit == "b":
                continue  # "64-bit" is a width, no property that an attribute of the ontology stands for
            found = self.attributes.find(article, scene, number)
            if found:
                yield self._question(article, scene, number, *found)

    def _question(self, article: Article, scene: Scene, number: int, attribute: Attribute, cued: bool) -> Question:
        counted = counted_slot(article.quantities[scene.slots[number].index], scene, number)
        without = obliques(scene) | (frozenset() if counted is None else frozenset({counted}))
        types = attribute.subjects or self.subjects
        candidates = self.reader.candidates(article, scene, number, types, attribute.name, without)
        none = nothing_features(article, scene, number, attribute.name, cued, self.lexicon.groups)
        return Question(number, attribute, candidates, frozenset(none))

    def _scene(self, article: Article, scene: Scene) -> Iterator[Draft]:
        for question in self.questions(article, scene):
            chosen, chance = self.ranker.choose(question.candidates, question.none)
            if chosen is not None:
                article.said.append((chosen.entity, question.attribute.name, scene.number, question.slot))
                for entity in sharers(article, scene, question.slot, chosen, self.lexicon.groups):
                    yield _draft(article, scene, question, replace(chosen, entity=entity), chance)


def _draft(article: Article, scene: Scene, question: Question, chosen: Candidate, chance: float) -> Draft:
    place = scene.slots[question.slot]
    ends = [(place.start, place.end, "value")]
    if chosen.slot is not None:
        ends.append((scene.slots[chosen.slot].start, scene.slots[chosen.slot].end, "subject"))
    return Draft(
        subject=chosen.entity,
        predicate="has_spec",
        by=f"spec:{place.kind.removeprefix('quantity.')}-{question.attribute.name.replace('_', '-')}",
        sentence=scene.sentence,
        start=min(start for start, _, _ in ends),
        end=max(end for _, end, _ in ends),
        attribute=question.attribute.name,
        value=article.quantities[place.index].quantity,
        counted=article.quantities[place.index].noun or None,
        confidence=round(chance, 2),
        spans=ends,
    )
