"""The words and weights by which names are judged, read from the YAML files beside this one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extractor.errors import DataError
from extractor.ontology.entry import Entry
from extractor.ontology.source import read_yaml

DATA = Path(__file__).parent / "data"
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of names by kind (data/words.yaml); class words by type are phrases."""

    legal_forms: frozenset[str]
    trades: frozenset[str]
    class_words: Mapping[str, frozenset[Phrase]]
    titles: frozenset[str]
    generations: frozenset[str]
    given_names: tuple[frozenset[str], ...]

    def same_given_name(self, a: str, b: str) -> bool:
        """Whether one given name is a short form of the other, or both are of a third."""
        return any(a in group and b in group for group in self.given_names)


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each kind of evidence and the two thresholds, in bits (data/evidence.yaml)."""

    link: float
    review: float
    names: Mapping[str, float]
    contexts: Mapping[str, float]
    similarity: float


@cache
def load_words(path: Path = DATA / "words.yaml") -> Words:
    """The words of a file. Raises :class:`DataError` naming file and entry where one breaks the form."""
    entry = Entry(str(path), "", read_yaml(path))
    entry.only(("legal_forms", "trades", "class_words", "titles", "generations", "given_names"))
    classes = Entry(str(path), "class_words", entry.raw.get("class_words"))
    groups = entry.raw.get("given_names")
    if not isinstance(groups, list):
        raise DataError(str(path), "given_names", "must be a list of lists of names")
    listed = [Entry(str(path), f"given_names, group {n}", {"names": group}) for n, group in enumerate(groups, start=1)]
    return Words(
        legal_forms=frozenset(entry.words("legal_forms")),
        trades=frozenset(entry.words("trades")),
        class_words={type_: _phrases(classes, type_) for type_ in classes.raw},
        titles=frozenset(entry.words("titles")),
        generations=frozenset(entry.words("generations")),
        given_names=tuple(frozenset(group.words("names")) for group in listed),
    )


def _phrases(entry: Entry, type_: str) -> frozenset[Phrase]:
    return frozenset(tuple(phrase.replace("-", " ").split()) for phrase in entry.words(type_))


@cache
def load_weights(path: Path = DATA / "evidence.yaml") -> Weights:
    """The weights of a file. Raises :class:`DataError` naming file and entry where one is missing, unknown or no number."""
    from extractor.resolve.identity.context import CONTEXTS
    from extractor.resolve.identity.evidence import EVIDENCE

    entry = Entry(str(path), "", read_yaml(path))
    entry.only(("thresholds", "names", "contexts", "similarity"))
    thresholds = _numbers(entry, "thresholds", ("link", "review"))
    if thresholds["review"] > thresholds["link"]:
        raise DataError(str(path), "thresholds", "review must not lie above link")
    return Weights(
        link=thresholds["link"],
        review=thresholds["review"],
        names=_numbers(entry, "names", tuple(EVIDENCE)),
        contexts=_numbers(entry, "contexts", tuple(CONTEXTS)),
        similarity=entry.number("similarity"),
    )


def _numbers(entry: Entry, section: str, keys: tuple[str, ...]) -> dict[str, float]:
    part = Entry(entry.file, section, entry.raw.get(section))
    part.only(keys)
    return {key: part.number(key) for key in keys}
