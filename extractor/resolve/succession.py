"""What the articles of a graph and the catalogue say of predecessors, and of the same comparison elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from extractor.catalogue import Catalogue
from extractor.catalogue.lineage import earlier_generation
from extractor.facts import Fact

KNOWN = 0.9  # how sure it is that a text means the predecessor that the catalogue has (docs/decisions/0010-lineage.md)
Key = TypeVar("Key")
Said = dict[str, list[Fact]]


@dataclass(frozen=True, slots=True)
class Finding:
    """The baseline that was found: its id, from what ("catalogue", or ids of facts), and how sure that is."""

    object: str
    source: str | tuple[str, ...]
    certainty: float


class Succession:
    """The predecessors of the entities of a graph; only those ``present`` in it are found."""

    def __init__(
        self, facts: Iterable[Fact], present: Container[str], catalogue: Catalogue, copies: Mapping[str, str]
    ) -> None:
        self.present, self.catalogue, self.copies = present, catalogue, copies
        likely = [fact for fact in facts if fact.object is not None and fact.modality != "denied"]
        self.stated = _by_object([f for f in likely if f.predicate == "succeeds"], lambda fact: fact.subject)
        self.compared = _by_object([f for f in likely if f.predicate == "compares_to"], lambda fact: fact.subject)

    def predecessor(self, fact: Fact) -> Finding | None:
        """The predecessor of a fact's subject: by its own articles, else by the catalogue, else by the other articles."""
        said = self.stated.get(fact.subject, {})
        articles = {evidence.article for evidence in fact.evidence}
        here = {
            object_: own
            for object_, facts in said.items()
            if (own := [f for f in facts if articles & {evidence.article for evidence in f.evidence}])
        }
        return self._most(here) or self._known(fact.subject, None) or self._most(said)

    def generation(self, subject: str, number: int) -> Finding | None:
        """The ``number``-th generation of a subject's line, by the catalogue."""
        return self._known(subject, number)

    def _known(self, subject: str, number: int | None) -> Finding | None:
        """By the catalogue; of two forms of it ("Trainium1", "Trainium") the one that more articles compare it with."""
        forms = [form for form in earlier_generation(self.catalogue, subject, number) if form in self.present]
        compared = self.compared.get(subject, {})
        best = max(forms, key=lambda form: len(sources(compared.get(form, ()), self.copies)), default=None)
        return None if best is None else Finding(best, "catalogue", KNOWN)

    def _most(self, said: Said) -> Finding | None:
        return most({object_: facts for object_, facts in said.items() if object_ in self.present}, self.copies)


class Same:
    """Comparisons with a baseline, by what they say apart from it."""

    def __init__(self, facts: Iterable[Fact], copies: Mapping[str, str]) -> None:
        self.copies = copies
        compared = [f for f in facts if f.predicate == "compares_to" and f.object and f.modality != "denied"]
        self.said = _by_object(compared, comparison)

    def find(self, fact: Fact) -> Finding | None:
        """The baseline with which most articles make the comparison of a fact that names none."""
        return most(self.said.get(comparison(fact), {}), self.copies)


def comparison(fact: Fact) -> tuple[object, ...]:
    """Subject, metric, amount and unit of a comparison."""
    return (fact.subject, fact.attribute, *((float(fact.value.amount), fact.value.unit) if fact.value else ()))


def most(said: Said, copies: Mapping[str, str]) -> Finding | None:
    """The object that more independent articles name than any other, if there is one, with the ids of the facts that do."""
    ranked = sorted(((len(sources(facts, copies)), object_) for object_, facts in said.items()), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    facts = said[ranked[0][1]]
    ids = tuple(sorted({fact.id for fact in facts}))
    return Finding(ranked[0][1], ids if len(ids) > 1 else ids[0], max(fact.confidence for fact in facts))


def sources(facts: Iterable[Fact], copies: Mapping[str, str]) -> set[str]:
    """The articles that some facts rest on, with originals in place of copies."""
    return {copies.get(evidence.article, evidence.article) for fact in facts for evidence in fact.evidence}


def _by_object(facts: Iterable[Fact], key: Callable[[Fact], Key]) -> dict[Key, Said]:
    found: dict[Key, Said] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        if fact.object is not None:
            found[key(fact)][fact.object].append(fact)
    return found
