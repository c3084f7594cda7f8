"""The collector: asks the components for their questions in a passage and writes down the annotated answers.

The questions are those of ``Specs.questions`` and ``Comparisons.questions``, so candidates and features are the same in
fitting and in use. Each question depends on the answers before it: those of the annotation where no weights are given,
else those that rankers with these weights give.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from spacy.language import Language

from extractor.pipeline.annotations import layer
from extractor.pipeline.draft import Draft
from extractor.pipeline.values import comparisons, specs
from extractor.pipeline.values.features import Candidate
from extractor.pipeline.values.ranker import Ranker
from extractor.pipeline.values.scene import Article, Scene, read_article
from models.rankers.passages import Passage
from models.rankers.questions import Question, Questions, Weights, question, same

FLOORS: Mapping[str, float] = {"spec": specs.FLOOR, "comparison": comparisons.FLOOR, "baseline": 0.0}
Facts = list[dict[str, Any]]


class Collector:
    """Collects questions with the value components of a pipeline; those in the pipeline are left as they are."""

    def __init__(self, nlp: Language) -> None:
        self.specs = cast(specs.Specs, nlp.create_pipe("specs"))
        self.comparisons = cast(comparisons.Comparisons, nlp.create_pipe("comparisons"))
        self.rankers: dict[str, Ranker] = {}

    def collect(self, passages: Iterable[Passage], weights: Weights | None) -> Questions:
        """The questions of all passages; ``weights`` of the rankers that answer, ``None`` for the annotation."""
        self.rankers = {name: Ranker(weights[name], FLOORS[name]) for name in FLOORS} if weights else {}
        found = Questions()
        for passage in passages:
            drafts = self._specs(passage, found)
            self._comparisons(passage, self._stated(passage) if weights else drafts, found)
        return found

    def _specs(self, passage: Passage, found: Questions) -> list[Draft]:
        article, drafts = read_article(passage.doc), []
        for scene in article.scenes:
            for asked in self.specs.questions(article, scene):
                facts = _facts(passage, "has_spec", article, scene, asked.slot)
                ours = [f for f in facts if f["attribute"] == asked.attribute.name]
                one = _question(passage, asked.candidates, asked.none, facts, ours)
                found.spec.append(one)
                entity = self._answer("spec", asked.candidates, asked.none, one)
                if entity is not None:
                    article.said.append((entity, asked.attribute.name, scene.number, asked.slot))
                    drafts.append(_draft(scene, asked.slot, entity, asked.attribute.name))
        return drafts

    def _stated(self, passage: Passage) -> list[Draft]:
        """What the spec component itself states with these rankers."""
        self.specs.ranker = self.rankers["spec"]
        passage.doc._.statements = []
        return layer(self.specs(passage.doc), "statements")

    def _comparisons(self, passage: Passage, drafts: list[Draft], found: Questions) -> None:
        article = read_article(passage.doc)
        for asked, scene in self.comparisons.questions(article, drafts):
            facts = _facts(passage, "compares_to", article, scene, asked.slot)
            ours = [f for f in facts if f["metric"] == asked.metric.name]
            one = _question(passage, asked.candidates, asked.none, facts, ours)
            found.comparison.append(one)
            entity = self._answer("comparison", asked.candidates, asked.none, one)
            if entity is not None:
                about = [f for f in ours if passage.numbers.get(f["s"]) == entity]
                against = self._baseline(passage, article, scene, asked.slot, entity, about, found)
                article.said.append((entity, asked.metric.name, scene.number, asked.slot))
                article.against.append(against)

    def _baseline(
        self, passage: Passage, article: Article, scene: Scene, slot: int, subject: int, facts: Facts, found: Questions
    ) -> int | None:
        reader = self.comparisons.baselines
        others = reader.candidates(article, scene, slot, subject, comparisons.TYPES)
        none = frozenset(reader.nothing(article, scene, slot))
        one = question(others, none, {passage.numbers[f["o"]] for f in facts if f["o"] in passage.numbers})
        if facts:
            found.baseline.append(one)
        return self._answer("baseline", others, none, one)

    def _answer(self, ranker: str, candidates: Sequence[Candidate], none: frozenset[str], one: Question) -> int | None:
        """The entity that the ranker, or where there is none the annotation, gives as the answer."""
        if not self.rankers:
            return candidates[one.right[0]].entity if one.right else None
        chosen, _ = self.rankers[ranker].choose(candidates, none)
        return None if chosen is None else chosen.entity


def _question(
    passage: Passage, candidates: Sequence[Candidate], none: frozenset[str], facts: Facts, ours: Facts
) -> Question:
    """A question about a value of which ``facts`` speak, ``ours`` under the attribute that the component gives it."""
    wanted = {passage.numbers[f["s"]] for f in ours if f["s"] in passage.numbers}
    return question(candidates, none, wanted, clear=bool(wanted) or not facts)


def _facts(passage: Passage, predicate: str, article: Article, scene: Scene, slot: int) -> Facts:
    quantity = article.quantities[scene.slots[slot].index].quantity
    return [fact for fact in passage.facts if fact["p"] == predicate and same(fact, quantity)]


def _draft(scene: Scene, slot: int, entity: int, attribute: str) -> Draft:
    place = scene.slots[slot]
    ends = [(place.start, place.end, "value")]
    return Draft(
        entity, "has_spec", "annotation", scene.sentence, place.start, place.end, attribute=attribute, spans=ends
    )
