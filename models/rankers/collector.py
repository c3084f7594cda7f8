"""The collector: asks the components for their questions in a passage and writes down the annotated answers.

The questions are those of ``Specs.questions`` and ``Comparisons.questions``, so candidates and features are the same in
fitting and in use. Each question depends on the answers before it: those of the annotation where no weights are given,
else those that rankers with these weights give.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from spacy.language import Language

from extractor.pipeline import comparisons, specs
from extractor.pipeline.annotations import layer
from extractor.pipeline.draft import Draft
from extractor.pipeline.value_features import Candidate
from extractor.pipeline.value_ranker import Ranker
from extractor.pipeline.value_scene import Article, Scene, read_article
from models.rankers.passages import Passage
from models.rankers.questions import Question, Questions, Weights, question, same

class Collector:
    """Collects questions with the value components of a pipeline, whose spec ranker it changes."""

    def __init__(self, nlp: Language) -> None:
        self.specs: specs.Specs = nlp.get_pipe("specs")
        self.comparisons: comparisons.Comparisons = nlp.get_pipe("comparisons")

    def collect(self, passages: Iterable[Passage], weights: Weights | None) -> Questions:
        """The questions of all passages; ``weights`` of the rankers that answer, ``None`` for the annotation."""
        found = Questions()
        for passage in passages:
            self._specs(passage, weights, found)
            self._comparisons(passage, weights, found)
        return found

    def _specs(self, passage: Passage, weights: Weights | None, found: Questions) -> None:
        article = read_article(passage.doc)
        for scene in article.scenes:
            for asked in self.specs.questions(article, scene):
                facts = _facts(passage, "has_spec", article, scene, asked.slot)
                wanted = _subjects(passage, (f for f in facts if f["attribute"] == asked.attribute.name))
                one = question(asked.candidates, asked.none, wanted, clear=bool(wanted) or not facts)
                found.spec.append(one)
                entity = _answer(asked.candidates, one, asked.none, weights and weights["spec"], specs.FLOOR)
                if entity is not None:
                    article.said.append((entity, asked.attribute.name, scene.number, asked.slot))

    def _comparisons(self, passage: Passage, weights: Weights | None, found: Questions) -> None:
        article = read_article(passage.doc)
        for asked, scene in self.comparisons.questions(article, self._drafts(passage, weights)):
            facts = _facts(passage, "compares_to", article, scene, asked.slot)
            hits = [f for f in facts if f["metric"] == asked.metric.name]
            wanted = _subjects(passage, hits)
            one = question(asked.candidates, asked.none, wanted, clear=bool(wanted) or not facts)
            found.comparison.append(one)
            given = weights and weights["comparison"]
            entity = _answer(asked.candidates, one, asked.none, given, comparisons.FLOOR)
            if entity is not None:
                ours = [f for f in hits if passage.numbers.get(f["s"]) == entity]
                objects = {passage.numbers.get(f["o"] or "") for f in ours}
                against = self._baseline(article, scene, asked.slot, entity, objects, weights, found)
                article.said.append((entity, asked.metric.name, scene.number, asked.slot))
                article.against.append(against)

    def _baseline(
        self,
        article: Article,
        scene: Scene,
        slot: int,
        subject: int,
        objects: set[int | None],
        weights: Weights | None,
        found: Questions,
    ) -> int | None:
        others = self.comparisons.baselines.candidates(article, scene, slot, subject, comparisons.TYPES)
        none = frozenset(self.comparisons.baselines.nothing(article, scene, slot))
        one = question(others, none, {entity for entity in objects if entity is not None})
        if objects:
            found.baseline.append(one)
        return _answer(others, one, none, weights and weights["baseline"], 0.0)

    def _drafts(self, passage: Passage, weights: Weights | None) -> list[Draft]:
        """The specs that the component finds with these weights, or with those that it has."""
        if weights:
            self.specs.ranker = Ranker(weights["spec"], specs.FLOOR)
        passage.doc._.statements = []
        return layer(self.specs(passage.doc), "statements")


def _facts(passage: Passage, predicate: str, article: Article, scene: Scene, slot: int) -> list[dict[str, Any]]:
    quantity = article.quantities[scene.slots[slot].index].quantity
    return [fact for fact in passage.facts if fact["p"] == predicate and same(fact, quantity)]


def _subjects(passage: Passage, facts: Iterable[dict[str, Any]]) -> set[int]:
    return {passage.numbers[fact["s"]] for fact in facts if fact["s"] in passage.numbers}


def _answer(
    candidates: Sequence[Candidate],
    one: Question,
    none: frozenset[str],
    weights: Mapping[str, float] | None,
    floor: float,
) -> int | None:
    """The entity that the ranker, or where there are no weights the annotation, gives as the answer."""
    if weights is None:
        return candidates[one.right[0]].entity if one.right else None
    chosen, _ = Ranker(weights, floor).choose(candidates, none)
    return None if chosen is None else chosen.entity
