"""The trained model as a component: what it takes for names, laid over the names of the rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from extractor.catalogue import Catalogue
from extractor.catalogue.names import key
from extractor.pipeline.annotations import Name, layer, register_extensions, text_of
from extractor.pipeline.catalogue_matcher import candidates, catalogue_of
from extractor.pipeline.model_heads import softmax
from extractor.pipeline.model_runtime import KEY, Model, Sight, load_model
from extractor.pipeline.model_tags import spans_of, viterbi

if TYPE_CHECKING:
    from numpy.typing import NDArray

MATCHED = "hardware_news_matched"
WEIGHT = 3.0


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name that the model tags: characters, type, chance, and the chances of all types."""

    start: int
    end: int
    type: str
    chance: float
    types: NDArray[Any]


@Language.factory("model_matches", requires=["doc._.names"])
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
        "model_dir": None, "ontology_dir": None, "catalogue_dir": None, "add": 0.9, "retype": 0.9, "drop": 0.6
    },
    requires=["doc._.names", "doc.sents"],
    assigns=["doc._.names"],
)  # fmt: skip
class ModelNames:
    """Adds names that only the model finds, types unseen ones anew, and drops unseen ones that it holds for none.

    ``add``, ``retype`` and ``drop`` are the chances from which it may. Without ``model_dir`` nothing happens.
    """

    def __init__(
        self, nlp: Language, name: str, model_dir: str | None, ontology_dir: str | None, catalogue_dir: str | None,
        add: float, retype: float, drop: float,
    ) -> None:  # fmt: skip
        register_extensions()
        self.name = name
        self.model: Model | None = load_model(model_dir) if model_dir else None
        self.catalogue = catalogue_of(ontology_dir, catalogue_dir)
        self.add, self.retype, self.drop = add, retype, drop

    def __call__(self, doc: Doc) -> Doc:
        """Look at the text, keep the sight for the relations, and join both views of the names."""
        if self.model is None or not text_of(doc).strip():
            return doc
        names: list[Name] = layer(doc, "names")
        matched = doc.user_data.get(MATCHED, names)
        sight = self.model.look(text_of(doc), [s.start_char for s in doc.sents], matched, names)
        doc.user_data[KEY] = sight
        tagged = one_type(text_of(doc), tagged_names(self.model, sight), self.model.types)
        joined = [*self._kept(names, tagged, text_of(doc), sight), *self._added(names, tagged, text_of(doc))]
        doc._.names = sorted(joined, key=lambda name: (name.start, -name.end))
        return doc

    def _kept(self, names: list[Name], tagged: list[Tagged], text: str, sight: Sight) -> Iterator[Name]:
        none = nothing(self.model, sight) if self.model else []
        for name in names:
            same = next((t for t in tagged if t.start <= name.start < t.end or name.start <= t.start < name.end), None)
            if same is None:
                first, last = sight.words.span(name.start, name.end)
                if first <= last and min(none[first : last + 1]) >= self.drop:
                    continue
                yield name
            elif (
                name.type != same.type
                and same.chance >= self.retype
                and (name.start, name.end) == (same.start, same.end)
            ):
                yield replace(name, type=same.type, known=self._known(name.text, same.type), weight=WEIGHT * same.chance,
                              by="model:type", brand=name.brand)  # fmt: skip
            else:
                yield name

    def _added(self, names: list[Name], tagged: list[Tagged], text: str) -> Iterator[Name]:
        for one in tagged:
            if one.chance >= self.add and not any(n.start < one.end and one.start < n.end for n in names):
                form = text[one.start : one.end]
                yield Name(
                    one.start, one.end, form, one.type, self._known(form, one.type), WEIGHT * one.chance, "model:name"
                )

    def _known(self, form: str, type_: str) -> str | None:
        return known_as(self.catalogue, form, type_)


def known_as(catalogue: Catalogue, form: str, type_: str) -> str | None:
    """The catalogue entry that a form means as a thing of this type, if there is one."""
    return next((i for i in candidates(catalogue, form) if catalogue.entries[i].type == type_), None)


def tagged_names(model: Model, sight: Sight) -> list[Tagged]:
    """The names of all windows, those of repeated titles once."""
    found: dict[tuple[int, int], Tagged] = {}
    for view in sight.views:
        chances = softmax(view.tags)
        for first, last, type_ in spans_of(viterbi(np.log(chances + 1e-9))):
            by_type = chances[first, 1::2] * np.prod(chances[first + 1 : last + 1, 2::2], axis=0)
            start = sight.words.starts[view.window.words[first]]
            end = sight.words.ends[view.window.words[last]]
            found.setdefault((start, end), Tagged(start, end, model.types[type_], float(by_type[type_]), by_type))
    return [found[place] for place in sorted(found)]


def one_type(text: str, tagged: Iterable[Tagged], types: list[str]) -> list[Tagged]:
    """The same type for all mentions of one form: the one with the greatest sum of log chances."""
    groups: dict[str, list[Tagged]] = defaultdict(list)
    for one in tagged:
        groups[key(text[one.start : one.end])].append(one)
    decided: list[Tagged] = []
    for group in groups.values():
        best = int(np.sum([np.log(one.types + 1e-4) for one in group], axis=0).argmax())
        decided.extend(replace(one, type=types[best], chance=float(max(o.types[best] for o in group))) for one in group)
    return sorted(decided, key=lambda one: one.start)


def nothing(model: Model, sight: Sight) -> list[float]:
    """For every word the chance that it belongs to no name."""
    chances = [1.0] * len(sight.words.starts)
    for view in sight.views:
        for number, chance in zip(view.window.words.tolist(), softmax(view.tags)[:, 0].tolist(), strict=True):
            chances[number] = min(chances[number], chance)
    return chances
