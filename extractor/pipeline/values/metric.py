"""Which metric a comparison is about: the cue words nearest to its multiple or percentage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractor.ontology.model import Attribute, Ontology
from extractor.pipeline.values.attribute import surroundings
from extractor.pipeline.values.lexicon import any_of
from extractor.pipeline.values.scene import Article, Scene, is_entity

BEFORE = 12
COMMA = 25
THAN = re.compile(r"(?<!\w)(?:than|compared|over|versus|vs|against|and|while|whereas|with)(?!\w)", re.I)
THAN_COST = 30
VAGUE = 30
NEARBY = 22
LINE_RATES = frozenset({"network_bandwidth", "interconnect_bandwidth"})
ELLIPTIC = re.compile(
    r"\s*(?:as (?:much|many)(?! \w+ as)|more than|less than|those|what|that|that of|the figure)(?!\w)", re.I
)


class MetricFinder:
    """Decides the metric of a comparison."""

    def __init__(self, ontology: Ontology, vague: Iterable[str]) -> None:
        self.attributes = ontology.attributes
        self.by_cue: dict[str, Attribute] = {}
        for attribute in ontology.attributes.values():
            for cue in attribute.metric_cues:
                self.by_cue.setdefault(_plain(cue), attribute)
        self.pattern = any_of(cue for attribute in ontology.attributes.values() for cue in attribute.metric_cues)
        self.vague = frozenset(map(_plain, vague))

    def find(self, article: Article, scene: Scene, slot: int) -> tuple[Attribute, bool] | None:
        """The metric of the quantity in a slot, and whether a word names it; None where nothing tells."""
        before, after = surroundings(article, scene, slot)
        if (same := self._same(article, scene, slot, after)) is not None:
            return same, True
        options = [*self._after(after), *self._before(before)]
        if options:
            return self._specific(min(options, key=lambda option: option[0])[1], article, scene), True
        name = self._last(article, scene)
        return (self.attributes[name], False) if name else None

    def _same(self, article: Article, scene: Scene, slot: int, after: str) -> Attribute | None:
        """The attribute of the value before, where the words after the multiple only point to it ("as much as")."""
        follows = scene.slots[slot + 1] if slot + 1 < len(scene.slots) else None
        named = (
            follows is not None and is_entity(follows) and not after[: follows.start - scene.slots[slot].end].strip()
        )
        found = ELLIPTIC.match(after)
        name = self._last(article, scene)
        if name is None or not (named or found):
            return None
        cue = self.pattern.search(after)
        return None if cue and cue.start() < (found.end() if found else 0) + NEARBY else self.attributes[name]

    def _specific(self, metric: Attribute, article: Article, scene: Scene) -> Attribute:
        """Bandwidth is that of the network or the links where the sentence spoke of that one before."""
        name = self._last(article, scene)
        return self.attributes[name] if metric.name == "memory_bandwidth" and name in LINE_RATES else metric

    def _last(self, article: Article, scene: Scene) -> str | None:
        return next((name for _, name, number, _ in reversed(article.said) if number == scene.number), None)

    def _after(self, text: str) -> Iterator[tuple[int, Attribute]]:
        for found in self.pattern.finditer(text):
            gap = text[: found.start()]
            yield found.start() + self._cost(gap, found[0]), self._of(found[0])

    def _before(self, text: str) -> Iterator[tuple[int, Attribute]]:
        for found in self.pattern.finditer(text):
            gap = text[found.end() :]
            yield BEFORE + len(gap) + self._cost(gap, found[0]), self._of(found[0])

    def _cost(self, gap: str, cue: str) -> int:
        vague = VAGUE if _plain(cue) in self.vague else 0
        return COMMA * gap.count(",") + THAN_COST * len(THAN.findall(gap)) + vague

    def _of(self, wording: str) -> Attribute:
        return self.by_cue[_plain(wording)]


def _plain(cue: str) -> str:
    return re.sub(r"[\s-]+", "", cue.lower())
