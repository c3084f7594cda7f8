"""What speaks for an entity as the baseline of a comparison: features for the ranker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extractor.pipeline.values.features import Candidate, FeatureReader
from extractor.pipeline.values.scene import Article, Scene

REACH = 4
MEMORY = 40


class BaselineReader:
    """Collects the candidates for what something is compared with."""

    def __init__(self, groups: Mapping[str, frozenset[str]], nouns: Mapping[str, str]) -> None:
        self.groups = groups
        self.reader = FeatureReader(groups, nouns)

    def candidates(
        self, article: Article, scene: Scene, slot: int, subject: int, types: tuple[str, ...]
    ) -> list[Candidate]:
        """The candidates other than the subject."""
        found = self.reader.candidates(article, scene, slot, types, "baseline")
        return [
            Candidate(c.entity, c.slot, c.features | frozenset(self._features(article, scene, slot, c, subject)))
            for c in found
            if c.entity != subject
        ]

    def nothing(self, article: Article, scene: Scene, slot: int) -> Iterator[str]:
        """What speaks for an unnamed baseline."""
        yield "none"
        place = scene.at[slot]
        if scene.sentence.words & self.groups["predecessor"]:
            yield "none_predecessor"
        if set(scene.tokens[place + 1 : place + 8]) & {"than", "over", "as", "of", "compared", "versus", "against"}:
            yield "none_than"
        if article.against and article.against[-1] is None:
            yield "none_again"

    def _features(self, article: Article, scene: Scene, slot: int, candidate: Candidate, subject: int) -> Iterator[str]:
        entities = article.entities
        same = entities[candidate.entity].type == entities[subject].type
        yield "same_type" if same else "other_type"
        if article.against and article.against[-1] == candidate.entity:
            yield "again"
        elif candidate.entity in article.against[-MEMORY:]:
            yield "before_again"
        if any(entity == candidate.entity for entity, _, _, _ in article.said[-MEMORY:]):
            yield "was_subject"
        if candidate.slot is None:
            return
        place = scene.at[candidate.slot]
        near = scene.tokens[max(0, place - REACH) : place]
        if set(near) & self.groups["compares"]:
            yield "compared"
            yield "compared_after" if candidate.slot > slot else "compared_before"
        if (
            set(near) & self.groups["predecessor"]
            or set(scene.tokens[place + 1 : place + REACH]) & self.groups["predecessor"]
        ):
            yield "named_predecessor"
        if candidate.slot == slot + 1:
            yield "next_slot"
