"""Predecessors as subjects: "Its predecessor was made by Samsung" speaks of the Exynos 2400 that the text names elsewhere."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator

from extractor.catalogue import Catalogue
from extractor.catalogue.lineage import earlier_generation
from extractor.pipeline.annotations import ArticleEntity, Reference
from extractor.pipeline.structure.earlier import TECHNOLOGY, Earlier, EarlierWords

BACK = 2


class PredecessorReferences:
    """Resolves an earlier generation that is the subject of a clause, by the catalogue's lineage.

    Elsewhere in a clause such a wording is the baseline of a comparison (values/unnamed.py), and a slot for it would draw
    the comparison's values to the wrong one of the two.
    """

    def __init__(self, words: EarlierWords, catalogue: Catalogue, products: Container[str]) -> None:
        self.words, self.catalogue, self.products = words, catalogue, products

    def find(self, text: str, starts: list[int], entities: list[ArticleEntity]) -> Iterator[Reference]:
        """References to entities that the article names too; ``starts`` are those of its sentences."""
        products = [entity for entity in entities if entity.type in self.products]
        by_id = {entity.known: entity for entity in products if entity.known}
        mentions = sorted((name.start, name.end, entity.index) for entity in products for name in entity.names)
        places = [mention[:2] for mention in mentions]
        firsts = [bisect_left(places, (start, start)) for start in [*starts, len(text)]]
        for number, start in enumerate(starts):
            end = starts[number + 1] if number + 1 < len(starts) else len(text)
            names = places[firsts[number] : firsts[number + 1]]
            for earlier in self.words.subjects(text, start, end, names) if by_id else ():
                before = mentions[firsts[max(0, number - BACK)] : bisect_left(places, (earlier.start, earlier.start))]
                known = self._meant([entities[index] for _, _, index in before], earlier, by_id)
                if known is not None:
                    yield Reference(earlier.start, earlier.end, by_id[known].index)

    def _meant(self, subjects: list[ArticleEntity], earlier: Earlier, present: Container[str]) -> str | None:
        """The one entry that is this earlier generation of any of the subjects: of a product, else of a technology."""
        found: dict[bool, set[str]] = {True: set(), False: set()}
        for subject in subjects:
            if subject.known and earlier.suits(subject.type):
                forms = earlier_generation(self.catalogue, subject.known, earlier.number)
                found[subject.type == TECHNOLOGY].update([form for form in forms if form in present][:1])
        likelier = found[False] or found[True]
        return likelier.pop() if len(likelier) == 1 else None
