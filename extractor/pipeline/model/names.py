"""The trained model as a component: what it takes for names, joined with the names of the rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from extractor.catalogue.names import key
from extractor.ontology import load_ontology
from extractor.pipeline.annotations import ArticleEntity, Name, layer, register_extensions, text_of
from extractor.pipeline.model.heads import softmax
from extractor.pipeline.model.merge import Limits, Merger, Tagged
from extractor.pipeline.model.runtime import KEY, Model, Seen, Sight, View, load_model
from extractor.pipeline.model.tags import spans_of, viterbi
from extractor.pipeline.model.words import Words
from extractor.pipeline.names.catalogue_matcher import catalogue_of
from extractor.pipeline.names.repetition import legal_ending

if TYPE_CHECKING:
    from numpy.typing import NDArray

SURE = 0.9  # the chance from which a mention keeps its own type beside others of its form
BLANK_LINE = "\n\n"
MATCHED = "hardware_news_matched"


@Language.factory("model_matches", requires=["doc._.names"], assigns=["doc.user_data"])
class ModelMatches:
    """Keeps the catalogue's matches, which the name finder overwrites, as features of the model."""

    def __init__(self, nlp: Language, name: str) -> None:
        register_extensions()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Copy ``doc._.names`` to the Doc's user data."""
        doc.user_data[MATCHED] = list(layer(doc, "names"))
        return doc


@Language.factory(
    "model_names",
    default_config={
        "model_dir": None, "ontology_dir": None, "catalogue_dir": None,
        "add": 0.45, "retype": 0.5, "drop": 0.5, "respan": 0.7, "share": 0.5,
    },
    requires=["doc._.names", "doc.sents"],
    assigns=["doc._.names"],
)  # fmt: skip
class ModelNames:
    """Adds names that only the model finds, types and bounds others anew, and drops what it holds for no name.

    ``add``, ``retype``, ``drop`` and ``respan`` are the chances from which it may, ``share`` is that of the likeliest type
    from which it types a name that the rules know by a weak hint. Without ``model_dir`` nothing happens.
    """

    def __init__(
        self, nlp: Language, name: str, model_dir: str | None, ontology_dir: str | None, catalogue_dir: str | None,
        add: float, retype: float, drop: float, respan: float, share: float,
    ) -> None:  # fmt: skip
        register_extensions()
        self.name = name
        self.model: Model | None = load_model(model_dir) if model_dir else None
        self.catalogue = catalogue_of(ontology_dir, catalogue_dir)
        cues = load_ontology(Path(ontology_dir) if ontology_dir else None).names
        self.never, self.legal = cues.never, legal_ending(cues.legal_forms)
        self.limits = Limits(add, retype, drop, respan, share)

    def __call__(self, doc: Doc) -> Doc:
        """Look at the text, keep the sight for the relations, and join both views of the names."""
        text = text_of(doc)
        if self.model is None or not text.strip():
            return doc
        names: list[Name] = layer(doc, "names")
        matched: list[Name] = doc.user_data.get(MATCHED, names)
        seen = Seen(matched, names, layer(doc, "quantities"))
        sight = self.model.look(text, [sentence.start_char for sentence in doc.sents], seen)
        doc.user_data[KEY] = sight
        tagged = one_type(text, tagged_names(self.model, sight, text), self.model.types)
        chances, types = nothing(sight), likeliest(self.model, sight)
        merger = Merger(text, self.catalogue, matched, chances, self.limits, types, self.never, self.legal)
        doc._.names = merger.merged(names, tagged)
        return doc


def tagged_names(model: Model, sight: Sight, text: str) -> list[Tagged]:
    """The names of all windows, those of repeated titles once; none reaches over a blank line."""
    found: dict[tuple[int, int], Tagged] = {}
    for view in sight.views:
        chances = softmax(view.tags)
        for whole_first, whole_last, type_ in spans_of(viterbi(np.log(chances + 1e-9))):
            for first, last in within_paragraphs(view, sight.words, text, whole_first, whole_last):
                by_type = as_name(chances, first, last, begins=first == whole_first)
                start = sight.words.starts[view.window.words[first]]
                end = sight.words.ends[view.window.words[last]]
                found.setdefault((start, end), Tagged(start, end, model.types[type_], float(by_type[type_]), by_type))
    return [found[place] for place in sorted(found)]


def within_paragraphs(view: View, words: Words, text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The words from ``first`` to ``last`` of a window in pieces without a blank line: "…with Google", "Xnor.ai…"."""
    for place in range(first, last):
        here, following = view.window.words[place], view.window.words[place + 1]
        if BLANK_LINE in text[words.ends[here] : words.starts[following]]:
            yield first, place
            first = place + 1
    yield first, last


def as_name(chances: NDArray[Any], first: int, last: int, *, begins: bool = True) -> NDArray[Any]:
    """The chances by type that the words from ``first`` to ``last`` are one name; ``chances`` are words by tags. Unless it
    ``begins`` there by the tags, the first word may as well be tagged as inside one.
    """
    start = chances[first, 1::2] if begins else chances[first, 1::2] + chances[first, 2::2]
    found: NDArray[Any] = start * np.prod(chances[first + 1 : last + 1, 2::2], axis=0)
    return found


def one_type(text: str, tagged: Iterable[Tagged], types: list[str]) -> list[Tagged]:
    """The same type for all mentions of one form: the one with the greatest sum of log chances.

    A mention that the model is sure of keeps its own: "AMD and Arm" beside "the Arm-based CPUs".
    """
    groups: dict[str, list[Tagged]] = defaultdict(list)
    for one in tagged:
        groups[key(text[one.start : one.end])].append(one)
    decided: list[Tagged] = []
    for group in groups.values():
        best = int(np.sum([np.log(one.types + 1e-4) for one in group], axis=0).argmax())
        chance = float(max(one.types[best] for one in group))
        decided.extend(one if one.chance >= SURE else replace(one, type=types[best], chance=chance) for one in group)
    return sorted(decided, key=lambda one: one.start)


def certainty(model: Model, sight: Sight, entities: Iterable[ArticleEntity]) -> dict[int, float]:
    """The chance of every entity to be a thing of its type: of its surest name, by that name's least sure word."""
    chances = np.zeros((len(sight.words.starts), len(model.types)))
    for view in sight.views:
        ours = softmax(view.tags)
        chances[view.window.words] = np.maximum(chances[view.window.words], ours[:, 1::2] + ours[:, 2::2])
    found = {}
    for entity in entities:
        spans = (sight.words.span(name.start, name.end) for name in entity.names)
        column = chances[:, model.types.index(entity.type)]
        found[entity.index] = max((float(column[a : b + 1].min()) for a, b in spans if a <= b), default=0.0)
    return found


def nothing(sight: Sight) -> Callable[[int, int], float]:
    """The chance that ``text[start:end]`` holds no name, by its least sure word."""
    chances = [1.0] * len(sight.words.starts)
    for view in sight.views:
        for number, chance in zip(view.window.words.tolist(), softmax(view.tags)[:, 0].tolist(), strict=True):
            chances[number] = min(chances[number], chance)

    def chance_of(start: int, end: int) -> float:
        first, last = sight.words.span(start, end)
        return min(chances[first : last + 1], default=0.0)

    return chance_of


def likeliest(model: Model, sight: Sight) -> Callable[[int, int], tuple[str, float]]:
    """The likeliest type of ``text[start:end]`` as a name, with its share of the chances of all types."""
    chances = np.zeros((len(sight.words.starts), 1 + 2 * len(model.types)))
    for view in sight.views:
        chances[view.window.words] = softmax(view.tags)

    def type_of(start: int, end: int) -> tuple[str, float]:
        first, last = sight.words.span(start, end)
        by_type = as_name(chances, first, last)
        best = int(by_type.argmax())
        return model.types[best], float(by_type[best] / max(1e-12, by_type.sum()))

    return type_of
