"""What the heads say of the entities and quantities of a text, gathered over its windows: the surest word counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from extractor.pipeline.annotations import ArticleEntity, Reference
from extractor.pipeline.model.heads import ABSENT, Vectors, logsumexp, sigmoid, softmax
from extractor.pipeline.model.layout import (
    KINDS,
    SPEAKERS,
    Things,
    allowed_pairs,
    pairs_of,
    speakers_of,
    things,
    unit_number,
)
from extractor.pipeline.model.runtime import Model, Sight, View
from extractor.pipeline.quantities.grammar import QuantityMatch

if TYPE_CHECKING:
    from numpy.typing import NDArray


SMALL = 0.01


@dataclass(frozen=True, slots=True)
class Say:
    """A chance with the place in the text (a character in the later mention) and the rest that a head says.

    ``label`` is the likeliest attribute, ``labels`` are the chances of those that are not negligible; ``source`` is the
    entity that says it with the chance of that, ``None`` where the model knows no sources or the text no speakers.
    """

    chance: float
    place: int
    modality: str
    label: str = ""
    labels: dict[str, float] | None = None
    source: tuple[int, float] | None = None


@dataclass(slots=True)
class Scores:
    """Chances of relations (subject, object, predicate), of values (quantity, entity) in the roles spec, compared and
    baseline, and of statuses (entity, status).
    """

    relations: dict[tuple[int, int, str], Say] = field(default_factory=dict)
    specs: dict[tuple[int, int], Say] = field(default_factory=dict)
    compared: dict[tuple[int, int], Say] = field(default_factory=dict)
    baselines: dict[tuple[int, int], Say] = field(default_factory=dict)
    statuses: dict[tuple[int, str], Say] = field(default_factory=dict)


def scores_of(
    model: Model,
    sight: Sight,
    entities: Sequence[ArticleEntity],
    quantities: Sequence[QuantityMatch],
    references: Sequence[Reference] = (),
) -> Scores:
    """All that the heads say."""
    scores = Scores()
    places = [_outer(entity, sight, entities) for entity in entities]
    numbers = [[sight.words.span(q.start, q.end)] for q in quantities]
    also: list[list[tuple[int, int]]] = [[] for _ in entities]
    for reference in references:
        also[reference.entity].append(sight.words.span(reference.start, reference.end))
    for view in sight.views:
        position = {int(word): n for n, word in enumerate(view.window.words)}
        ours = _inside(places, position)
        if ours:
            window = _Window(model, sight, view, ours, _inside(numbers, position))
            others = _inside(also, position)
            window.references = [others.get(number, []) for number in ours]
            with model.one_thread():
                window.read(scores, entities, quantities)
    return scores


def _outer(entity: ArticleEntity, sight: Sight, entities: Sequence[ArticleEntity]) -> list[tuple[int, int]]:
    """The places of an entity's names, without those inside its own longer names."""
    spans = sorted({sight.words.span(name.start, name.end) for name in entity.names})
    return [s for s in spans if s[0] <= s[1] and not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]


def _inside(places: list[list[tuple[int, int]]], position: dict[int, int]) -> dict[int, list[tuple[int, int]]]:
    found = {
        number: [(position[a], position[b]) for a, b in spans if a in position and b in position and a <= b]
        for number, spans in enumerate(places)
    }
    return {number: spans for number, spans in found.items() if spans}


class _Window:
    """The heads over one window."""

    def __init__(self, model: Model, sight: Sight, view: View, ours: Any, values: Any) -> None:
        self.model, self.view = model, view
        words = view.window.words
        self.starts = [sight.words.starts[n] for n in words]
        self.sentences = sight.words.sentences[words]
        self.ours, self.numbers = list(ours), list(values)
        self.entity_places, self.value_places = list(ours.values()), list(values.values())
        self.references: list[list[tuple[int, int]]] = []

    def read(self, scores: Scores, entities: Sequence[ArticleEntity], quantities: Sequence[QuantityMatch]) -> None:
        types = [self.model.types.index(entities[n].type) for n in self.ours]
        laid = things(types, self.entity_places, self.references)
        kinds = [KINDS.index(quantities[n].kind) for n in self.numbers]
        numbers = things(kinds, self.value_places) if kinds else None
        self.speakers = [n for n, kind in enumerate(types) if self.model.types[kind] in SPEAKERS]
        self.scene = self.model.heads.scene(self.view.vectors)
        vectors = self.model.heads.vectors(self.scene, laid, 0)
        self._relations(scores, types, laid, vectors)
        self._statuses(scores, types, laid, vectors)
        if numbers is not None:
            self._values(scores, types, laid, vectors, numbers, [quantities[n] for n in self.numbers])

    def _sources(
        self, kind: str, rows: Any, anchors: Any, laid: Things, vectors: Vectors
    ) -> list[tuple[int, float] | None]:
        """The likeliest speaker of some facts, which stand at the words ``anchors``."""
        if not self.speakers or not len(rows) or not self.model.heads.tell_sources:
            return [None] * len(rows)
        codes = speakers_of(anchors, laid, self.speakers, self.sentences)
        chances = self.model.heads.sources(kind, rows, vectors.things[self.speakers], codes)[:, 1:]
        best = chances.argmax(1)
        return [(self.ours[self.speakers[n]], float(chances[row, n])) for row, n in enumerate(best.tolist())]

    def _modalities(self, head: str, rows: NDArray[Any]) -> list[str]:
        best = self.model.heads.linear(head, rows).argmax(-1)
        return [self.model.schema["modalities"][n] for n in best]

    def _relations(self, scores: Scores, types: list[int], laid: Things, vectors: Vectors) -> None:
        chosen = allowed_pairs(types, self.model.allowed)
        if not len(chosen):
            return
        pairs = pairs_of(laid, laid, chosen, self.sentences)
        rows = self.model.heads.pairs("pairs", self.scene, vectors, vectors, pairs)
        chances = sigmoid(self.model.heads.linear("relations", rows))
        kinds = np.array(types)
        chances = chances * self.model.allowed[kinds[chosen[:, 0]], kinds[chosen[:, 1]]]
        modalities = self._modalities("modality", rows)
        places = np.maximum(laid.first[pairs.left_mention], laid.first[pairs.right_mention])
        likely = np.flatnonzero((chances > self.model.schema["floor"]).any(1))
        found = self._sources("relation", rows[likely], places[likely], laid, vectors)
        sources = dict(zip(likely.tolist(), found, strict=True))
        for row, column in np.argwhere(chances > self.model.schema["floor"]).tolist():
            ends = self.ours[chosen[row, 0]], self.ours[chosen[row, 1]]
            say = Say(float(chances[row, column]), self.starts[places[row]], modalities[row], source=sources[row])
            _keep(scores.relations, (*ends, self.model.schema["relations"][column]), say)

    def _statuses(self, scores: Scores, types: list[int], laid: Things, vectors: Vectors) -> None:
        mentions, modal, inner = self.model.heads.statuses(self.scene, vectors)
        absent, members = laid.members < 0, np.maximum(laid.members, 0)
        cells = np.where(absent[..., None], np.float32(ABSENT), mentions[members])
        chances, best = sigmoid(logsumexp(cells)), cells.argmax(1)
        for row, column in np.argwhere(chances > self.model.schema["floor"]).tolist():
            if self.model.types[types[row]] in self.model.schema["valued"]:
                mention = members[row, best[row, column]]
                modality = self.model.schema["modalities"][int(modal[mention].argmax())]
                (source,) = self._sources("status", inner[[mention]], laid.first[[mention]], laid, vectors)
                say = Say(float(chances[row, column]), self.starts[laid.first[mention]], modality, source=source)
                _keep(scores.statuses, (self.ours[row], self.model.schema["statuses"][column]), say)

    def _values(
        self, scores: Scores, types: list[int], laid: Things, vectors: Vectors, numbers: Things,
        quantities: list[QuantityMatch],
    ) -> None:  # fmt: skip
        valued = [n for n, kind in enumerate(types) if self.model.types[kind] in self.model.schema["valued"]]
        chosen = np.array([(q, e) for q in range(len(quantities)) for e in valued], int).reshape(-1, 2)
        if not len(chosen):
            return
        units = np.array([unit_number(q.quantity.unit, self.model.units) for q in quantities])
        left = self.model.heads.vectors(self.scene, numbers, len(self.model.types), units)
        pairs = pairs_of(numbers, laid, chosen, self.sentences)
        rows = self.model.heads.pairs("value_pairs", self.scene, left, vectors, pairs)
        chances, modalities = sigmoid(self.model.heads.linear("values", rows)), self._modalities("value_modality", rows)
        labels = [softmax(self.model.heads.linear(head, rows)) for head in ("attributes", "metrics")]
        likely = np.flatnonzero((chances > self.model.schema["floor"]).any(1))
        found = self._sources("value", rows[likely], numbers.first[pairs.left_mention[likely]], laid, vectors)
        sources = dict(zip(likely.tolist(), found, strict=True))
        for row, column in np.argwhere(chances > self.model.schema["floor"]).tolist():
            q, e = chosen[row].tolist()
            ours = _label_chances(labels[min(column, 1)][row], self.model.schema["attributes"])
            say = Say(
                float(chances[row, column]), quantities[q].start, modalities[row], max(ours, key=ours.__getitem__), ours,
                sources[row],
            )  # fmt: skip
            table = (scores.specs, scores.compared, scores.baselines)[column]
            _keep(table, (self.numbers[q], self.ours[e]), say)


def _label_chances(chances: NDArray[Any], names: Sequence[str]) -> dict[str, float]:
    """The chances of the likeliest label and of all that are not negligible."""
    small = min(SMALL, float(chances.max()))
    return {names[n]: float(chances[n]) for n in np.flatnonzero(chances >= small).tolist()}


def _keep(table: dict[Any, Say], key: Any, say: Say) -> None:
    if key not in table or table[key].chance < say.chance:
        table[key] = say
