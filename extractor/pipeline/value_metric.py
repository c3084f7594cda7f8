"""Which metric a comparison is about: the cue words nearest to its multiple or percentage."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.ontology.model import Attribute, Ontology
from extractor.pipeline.value_attribute import surroundings
from extractor.pipeline.value_lexicon import any_of
from extractor.pipeline.value_scene import Article, Scene

BEFORE = 12
COMMA = 25
THAN = re.compile(r"(?<!\w)(?:than|compared|over|versus|vs|against|and|while|whereas|with)(?!\w)", re.I)
THAN_COST = 30


class MetricFinder:
    """Decides the metric of a comparison."""

    def __init__(self, ontology: Ontology) -> None:
        self.attributes = ontology.attributes
        self.by_cue: dict[str, Attribute] = {}
        for attribute in ontology.attributes.values():
            for cue in attribute.metric_cues:
                self.by_cue.setdefault(_plain(cue), attribute)
        self.pattern = any_of(self.by_cue)

    def find(self, article: Article, scene: Scene, slot: int) -> tuple[Attribute, bool] | None:
        """The metric of the quantity in a slot, and whether a word names it; None where nothing tells."""
        before, after = surroundings(article, scene, slot)
        options = [*self._after(after), *self._before(before)]
        if options:
            return min(options, key=lambda option: option[0])[1], True
        for _, name, number, _ in reversed(article.said):
            if number == scene.number:
                return self.attributes[name], False
        return None

    def _after(self, text: str) -> Iterator[tuple[int, Attribute]]:
        for found in self.pattern.finditer(text):
            gap = text[: found.start()]
            yield found.start() + COMMA * gap.count(",") + THAN_COST * len(THAN.findall(gap)), self._of(found[0])

    def _before(self, text: str) -> Iterator[tuple[int, Attribute]]:
        for found in self.pattern.finditer(text):
            gap = text[found.end() :]
            yield BEFORE + len(gap) + COMMA * gap.count(",") + THAN_COST * len(THAN.findall(gap)), self._of(found[0])

    def _of(self, wording: str) -> Attribute:
        return self.by_cue[_plain(wording)]


def _plain(cue: str) -> str:
    return re.sub(r"[\s-]+", "", cue.lower())
