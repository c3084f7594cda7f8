"""The comparison component: multiples and percentages by which one named thing differs from another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extractor.ontology.model import Attribute
from extractor.pipeline.annotations import layer, register_extensions
from extractor.pipeline.draft import Draft
from extractor.pipeline.values.baseline import BaselineReader
from extractor.pipeline.values.change import change_features, signed
from extractor.pipeline.values.features import Candidate, FeatureReader
from extractor.pipeline.values.lexicon import load_values
from extractor.pipeline.values.metric import MetricFinder
from extractor.pipeline.values.ranker import Ranker
from extractor.pipeline.values.scene import Article, Scene, obliques, read_article

FLOOR = 0.45
KINDS = frozenset({"quantity.multiple", "quantity.percent"})
TYPES = ("CHIP", "SYSTEM", "SERVICE", "TECHNOLOGY", "SOFTWARE", "FACILITY")


@dataclass(frozen=True, slots=True)
class Comparison:
    """A quantity that may compare: its slot and metric, the candidate subjects and what speaks against them all."""

    slot: int
    metric: Attribute
    candidates: list[Candidate]
    none: frozenset[str]


@Language.factory(
    "comparisons",
    default_config={"ontology_dir": None},
    requires=["doc._.sentences", "doc._.quantities"],
    assigns=["doc._.statements"],
)
class Comparisons:
    """Appends a ``compares_to`` draft to ``doc._.statements`` for every multiple or change against a baseline."""

    def __init__(self, nlp: Language, name: str, ontology_dir: str | None) -> None:
        register_extensions()
        self.name = name
        self.lexicon = load_values(Path(ontology_dir) if ontology_dir else None)
        self.metrics = MetricFinder(self.lexicon.ontology, self.lexicon.groups["vague"])
        self.reader = FeatureReader(self.lexicon.groups, self.lexicon.nouns)
        self.baselines = BaselineReader(self.lexicon.groups, self.lexicon.nouns)
        self.subject_ranker = Ranker(self.lexicon.weights["comparison"], FLOOR)
        self.baseline_ranker = Ranker(self.lexicon.weights["baseline"])

    def __call__(self, doc: Doc) -> Doc:
        """Read the comparisons of the whole text, in its order."""
        article = read_article(doc)
        drafts: list[Draft] = []
        for comparison, scene in self.questions(article, layer(doc, "statements")):
            drafts.extend(self._answer(article, scene, comparison))
        doc._.statements = layer(doc, "statements") + drafts
        return doc

    def questions(self, article: Article, drafts: list[Draft]) -> Iterator[tuple[Comparison, Scene]]:
        """The quantities that may compare; each sees the specs (``drafts``) and comparisons before it."""
        specs = spec_places(article, drafts)
        for scene in article.scenes:
            for number, slot in enumerate(scene.slots):
                if (scene.number, number) in specs:
                    article.said.append(specs[scene.number, number])
                elif slot.kind in KINDS and (found := self.metrics.find(article, scene, number)):
                    yield self._question(article, scene, number, *found), scene

    def _question(self, article: Article, scene: Scene, number: int, metric: Attribute, cued: bool) -> Comparison:
        candidates = self.reader.candidates(article, scene, number, TYPES, "compares", obliques(scene))
        none = change_features(article, scene, number, metric.name, cued, self.lexicon.groups)
        return Comparison(number, metric, candidates, frozenset(none))

    def _answer(self, article: Article, scene: Scene, comparison: Comparison) -> Iterator[Draft]:
        subject, chance = self.subject_ranker.choose(comparison.candidates, comparison.none)
        if subject is None:
            return
        others = self.baselines.candidates(article, scene, comparison.slot, subject.entity, TYPES)
        nothing = self.baselines.nothing(article, scene, comparison.slot)
        baseline, _ = self.baseline_ranker.choose(others, frozenset(nothing))
        article.said.append((subject.entity, comparison.metric.name, scene.number, comparison.slot))
        article.against.append(baseline.entity if baseline else None)
        yield _draft(article, scene, comparison, subject, baseline, chance)


def spec_places(article: Article, drafts: list[Draft]) -> dict[tuple[int, int], tuple[int, str, int, int]]:
    """The specs found before, by scene and slot of their value."""
    values = {
        start: draft
        for draft in drafts
        if draft.predicate == "has_spec"
        for start, _, role in draft.spans
        if role == "value"
    }
    return {
        (scene.number, n): (draft.subject, draft.attribute or "other", scene.number, n)
        for scene in article.scenes
        for n, slot in enumerate(scene.slots)
        if (draft := values.get(slot.start)) and slot.kind.startswith("quantity.")
    }


def _draft(
    article: Article,
    scene: Scene,
    comparison: Comparison,
    subject: Candidate,
    baseline: Candidate | None,
    chance: float,
) -> Draft:
    place = scene.slots[comparison.slot]
    ends = [(place.start, place.end, "value")]
    for role, end in (("subject", subject), ("object", baseline)):
        if end is not None and end.slot is not None:
            ends.append((scene.slots[end.slot].start, scene.slots[end.slot].end, role))
    return Draft(
        subject=subject.entity,
        predicate="compares_to",
        by=f"comparison:{place.kind.removeprefix('quantity.')}-{comparison.metric.name.replace('_', '-')}",
        sentence=scene.sentence,
        start=min(start for start, _, _ in ends),
        end=max(end for _, end, _ in ends),
        object=baseline.entity if baseline else None,
        attribute=comparison.metric.name,
        value=signed(article, scene, comparison.slot),
        confidence=round(chance, 2),
        spans=ends,
    )
