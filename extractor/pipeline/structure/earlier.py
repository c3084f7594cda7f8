"""Earlier generations that a text does not name: "its predecessor", "the previous generation", "last year's model"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractor.ontology import Ontology
from extractor.pipeline.structure.generations import ORDINALS, ordinal

Span = tuple[int, int]
Groups = Mapping[str, tuple[str, ...]]
PREDECESSOR, OTHER = "predecessor", "other"
NEAR = 4  # a wording holds few names, and the first behind it is what may say which one it is
TECHNOLOGY, SOFTWARE = "TECHNOLOGY", "SOFTWARE"
# Of others' products: no predecessors.
DETERMINER = r"(?:the|its|their|his|her|our|the (?:company|firm|chipmaker)['’]s)"
LOOSE = r"(?!(?:of|for|and|or|in|the|than|to|with)\b)[a-z]+(?:-[a-z]+)?"
NTH = rf"(?P<nth>{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)|original)"
BARE = r"the\s(?P<bare>first|original)(?=\s?(?:[,.;:)]|and\b|$))"
ENDS = r"(?![\w-])(?!\s(?:of|to)\b)(?!\s(?-i:[A-Z]))"  # not before a name, known or not: "its predecessor Mozu"
# What may stand between such a wording and the name that says which one it is: "its predecessor, Nvidia's older H100".
NAMING = re.compile(
    r"[\s,(–—:-]*(?:(?:was|is|being)\s)?(?:(?:the|called|named|dubbed|codenamed|known as)\s)?(?:[\w-]+['’]s?\s)?"
    r"(?:(?:old|older|earlier|original|\w+-[\w-]+|[A-Z][\w&.-]*)\s)?"
)


@dataclass(frozen=True, slots=True)
class Earlier:
    """A wording for an earlier generation, ``text[start:end]``; ``number`` is the generation's, ``None`` for the one before.

    ``head`` is where the word stands that makes it the baseline of a comparison ("than its predecessor"), if there is one.
    ``types`` are those that its noun is said of, empty where it has none of its own ("model").
    """

    start: int
    end: int
    number: int | None = None
    head: int | None = None
    types: frozenset[str] = frozenset()

    def suits(self, type_: str) -> bool:
        """Whether a thing of this type can have it as an earlier generation: a chip is no successor of "the last process"."""
        return not self.types or type_ == TECHNOLOGY or type_ in self.types

    @property
    def kind(self) -> str:
        """What is compared with, as the qualifier ``baseline`` says it: "predecessor" or "generation 1"."""
        return PREDECESSOR if self.number is None else f"generation {self.number}"


class EarlierWords:
    """Finds such wordings, by the groups ``lineage_...`` of the ontology's lexicon and the nouns of its types."""

    def __init__(self, ontology: Ontology) -> None:
        lexicon = ontology.lexicon
        products = ontology.groups["PRODUCT"] - {SOFTWARE}  # "model", "platform": of anything
        self.nouns = {
            noun: frozenset(t for t in products if noun in ontology.types[t].nouns) for noun in lexicon["lineage_nouns"]
        }
        wording = _wording(lexicon)
        heads = rf"(?:(?P<head>{_any(lexicon['lineage_heads'])})\s(?:(?:that|those|what|the\s\w+)\s(?:of|in)\s)?)?"
        self.anywhere = re.compile(rf"(?<![\w-]){heads}{wording}", re.I)
        goes_on = rf"(?=\s(?:{_any(lexicon['lineage_verbs'])})\b)"
        self.subject = re.compile(rf"(?P<head>)?{wording}{goes_on}", re.I)
        self.clause = re.compile(rf"[;:—–]\s|(?<![\w-])(?:{_any(lexicon['lineage_clauses'])}),?\s", re.I)
        self.rivals = re.compile(rf"(?<!\w)(?:{_any(lexicon['lineage_rivals'])})(?!\w)", re.I)
        others = (*lexicon["lineage_rivals"], *lexicon["lineage_others"])
        self.others = re.compile(rf"(?<!\w)(?:{_any(others)})(?!\w)", re.I)

    def find(self, text: str, start: int, end: int, names: Sequence[Span]) -> list[Earlier]:
        """The wordings in ``text[start:end]`` with none of the ``names`` (places, sorted) in or behind them."""
        return list(self._unnamed(text, self.anywhere.finditer(text, start, end), names))

    def subjects(self, text: str, start: int, end: int, names: Sequence[Span]) -> list[Earlier]:
        """Those with which a clause begins: "Its predecessor was made by Samsung"."""
        begins = (start, *(clause.end() for clause in self.clause.finditer(text, start, end)))
        found = (self.subject.match(text, begin, end) for begin in begins)
        return list(self._unnamed(text, filter(None, found), names))

    def compares(self, text: str, start: int, end: int) -> bool:
        """Whether a stretch of text says what something is compared with: "than", "of comparable machines"."""
        return self.others.search(text, start, end) is not None

    def baseline(self, text: str, value: Span, found: Sequence[Earlier]) -> Earlier | None:
        """The one of ``found`` (all of one sentence) that the value at this place is compared with.

        It is the next one behind the value, unless another baseline stands between, else the last one before it.
        """
        headed = [earlier for earlier in found if earlier.head is not None]
        after = next((earlier for earlier in headed if earlier.start >= value[1]), None)
        if after is None:
            return next((earlier for earlier in reversed(headed) if earlier.end <= value[0]), None)
        return None if self.rivals.search(text, value[1], after.head or after.start) else after

    def _unnamed(self, text: str, found: Iterable[re.Match[str]], names: Sequence[Span]) -> Iterator[Earlier]:
        for match in found:
            start, end = match.span("wording")
            first = bisect_left(names, (start, start))
            near = names[max(0, first - NEAR) : first + NEAR]
            if any(name[0] < end and name[1] > start for name in near):
                continue
            if any(name[0] >= end and NAMING.fullmatch(text, end, name[0]) for name in near):
                continue
            nth, noun = match["nth"] or match["bare"], (match["noun"] or "").lower()
            number = None if nth is None else 1 if nth.lower() == "original" else ordinal(nth)
            head = match.start("head") if match["head"] else start if match["owns"] else None
            yield Earlier(start, end, number, head, self.nouns.get(noun, frozenset()))


def _wording(lexicon: Groups) -> str:
    some = rf"(?:[\s-](?:{_any(lexicon['lineage_modifiers'])})){{0,2}}[\s-](?P<noun>{_any(lexicon['lineage_nouns'])})"
    known = rf"{_any(lexicon['lineage_words'])}|(?:{_any(lexicon['lineage_adjectives'])}|{NTH}){some}"
    long = rf"(?:{DETERMINER}\s(?:{LOOSE}\s){{0,2}}?)?(?:{known})"
    return rf"(?P<wording>{long}|{BARE})(?P<owns>['’]s?)?{ENDS}"


def _any(words: Iterable[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("'", "['’]").replace(r"\ ", r"\s") for word in ordered) or "(?!)"
