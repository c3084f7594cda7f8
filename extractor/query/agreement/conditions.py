"""Under which conditions a value is stated: what the words around it say, as claims.yaml lists them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.ontology import Ontology
from extractor.ontology.claims import Condition

Stated = tuple[tuple[str, str], ...]
COUNTED, OTHER = "counted", "other"
BORDER = len(" or ")  # what stands between clauses may say that they are alternatives
REACH = 5  # words between a number and what it counts
_WORD = re.compile(r"[\w'’/-]+")
_BOUND = re.compile(r"\w+\s+than\s*$")
_UNNAMED = re.compile(r"\s*of (?:them|these|those|which|it)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """A quote around the value at ``start`` to ``end``: its clause goes from ``left`` to ``right``."""

    quote: str
    start: int
    end: int
    left: int
    right: int

    def nearest(self, pattern: re.Pattern[str], *, sentence: bool) -> list[str]:
        """What the pattern finds beside the value, the nearest first; in the whole sentence with ``sentence``."""
        left, right = (0, len(self.quote)) if sentence else (self.left, self.right)
        before = [(self.start - m.end(), m[0]) for m in pattern.finditer(self.quote, left, self.start)]
        after = [(m.start() - self.end, m[0]) for m in pattern.finditer(self.quote, self.end, right)]
        return [_plain(word) for _, word in sorted(before + after)]


class ConditionReader:
    """Reads the conditions of values off their sentences, by the words of an ontology."""

    def __init__(self, ontology: Ontology) -> None:
        rules = ontology.claims
        self._patterns = [
            (condition, _pattern(w for words in condition.values.values() for w in words), _names(condition))
            for condition in rules.conditions
        ]
        self._open, self._partial, self._against = map(_pattern, (rules.open, rules.partial, rules.against))
        letters = [word.strip() for word in rules.borders if any(map(str.isalpha, word))]
        marks = "".join(re.escape(mark) for mark in rules.borders if mark.strip() not in letters)
        words = "|".join(rf"\s{re.escape(word)}\s" for word in letters)
        # A comma or full stop within a number is no border.
        self._border = re.compile(
            "|".join(filter(None, (f"[{marks}](?!\\d)" if marks else "", words))) or r"(?!)", re.I
        )
        rest = ontology.attributes.get(OTHER)
        uncounted = rest.nouns if rest else frozenset()  # a graph may hold a count of these under another attribute
        self._nouns = {
            name: _pattern(f"{noun}{end}" for noun in sorted(attribute.nouns | uncounted) for end in ("", "s", "es"))
            for name, attribute in ontology.attributes.items()
            if len(attribute.nouns) > 1
        }

    def clause(self, quote: str, start: int, end: int) -> Clause:
        """The part of a quote between the borders around a value."""
        left = max((m.end() for m in self._border.finditer(quote, 0, start)), default=0)
        right = next((m.start() for m in self._border.finditer(quote, end)), len(quote))
        return Clause(quote, start, end, left, right)

    def read(self, clause: Clause, attribute: str, subject_type: str) -> Stated:
        """The conditions that the words around a value of a subject of this type state, sorted by name.

        >>> from extractor.ontology import load_ontology
        >>> quote = "Compute: 20 PFLOPS at FP4 with sparsity, 10 PFLOPS at FP8."
        >>> reader = ConditionReader(load_ontology())
        >>> reader.read(reader.clause(quote, 9, 18), "compute", "CHIP")
        (('number_format', 'fp4'), ('sparsity', 'sparse'))
        """
        found = dict(self._stated(clause, attribute, subject_type))
        if noun := self._counted(clause, attribute):
            found[COUNTED] = noun
        return tuple(sorted(found.items()))

    def is_open(self, clause: Clause) -> bool:
        """Whether the sentence says that there are other values ("versions"), or the clause that this is a part of one."""
        around = clause.quote[max(clause.left - BORDER, 0) : clause.right + BORDER]
        return bool(self._open.search(clause.quote) or self._partial.search(around))

    def is_foreign(self, clause: Clause) -> bool:
        """Whether the words before the value say that it is that of something else: "more than the 80 GB of its rival"."""
        before = _BOUND.sub("", clause.quote[clause.left : clause.start])
        return bool(self._against.search(before))

    def _stated(self, clause: Clause, attribute: str, subject_type: str) -> Iterator[tuple[str, str]]:
        for condition, pattern, names in self._patterns:
            if not condition.matters(attribute, subject_type):
                continue
            near = clause.nearest(pattern, sentence=False)
            if near:
                yield condition.name, names[near[0]]
            elif condition.sentence:
                said = {names[word] for word in clause.nearest(pattern, sentence=True)}
                yield from ((condition.name, name) for name in said if len(said) == 1)

    def _counted(self, clause: Clause, attribute: str) -> str | None:
        """The noun that is counted, where the attribute has several: cores or compute units, GPUs or CPUs."""
        pattern = self._nouns.get(attribute)
        if pattern is None or _UNNAMED.match(clause.quote, clause.end):
            return None
        ahead = list(_WORD.finditer(clause.quote, clause.end, clause.right))[:REACH]
        last = ahead[-1].end() if ahead else clause.end
        found = list(pattern.finditer(clause.quote, clause.start, last))
        if not found:
            return None
        head = found[0]
        for word in found[1:]:  # "accelerator dies" counts dies
            if clause.quote[head.end() : word.start()].strip():
                break
            head = word
        return _singular(_plain(head[0]))


def _names(condition: Condition) -> dict[str, str]:
    return {_plain(word): name for name, words in condition.values.items() for word in words}


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, the longest first; blanks and hyphens are one. The GPU of "per GPU" is no word by itself."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return re.compile(
        rf"(?<!\w)(?<!per[\s-])(?<!each\s)(?:{'|'.join(map(_spaced, ordered)) or '(?!)'})(?!\w)", re.IGNORECASE
    )


def _spaced(word: str) -> str:
    return r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", word)))


def _plain(word: str) -> str:
    return re.sub(r"[\s-]+", " ", word.lower())


def _singular(noun: str) -> str:
    """Rough, but the same for both claims: "dies" and "die", "switches" and "switch"."""
    return re.sub(r"(?<=[sxz])es$|(?<=[cs]h)es$|(?<!s)s$", "", noun)
