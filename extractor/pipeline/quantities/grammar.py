"""The quantity grammar: finds numbers with their units, counted nouns and multiples in raw text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.ontology.quantity import Quantity
from extractor.pipeline.quantities.context import change_sign, find_bound
from extractor.pipeline.quantities.lexicon import QuantityGrammar, build_grammar, default_grammar
from extractor.pipeline.quantities.multiples import find_wordings
from extractor.pipeline.quantities.numbers import find_numbers
from extractor.pipeline.quantities.readings import read_numbers
from extractor.pipeline.quantities.units import Tail

__all__ = ["QuantityGrammar", "QuantityMatch", "build_grammar", "default_grammar", "find_quantities"]


@dataclass(frozen=True, slots=True)
class QuantityMatch:
    """A quantity found at ``text[start:end]``, which is ``quantity.text``.

    ``kind`` is "value" (has a unit), "money", "count" (unit ""), "multiple" (unit x) or "percent" (unit %, negative for
    less). ``noun`` is what is counted, lower-case singular ("core"; for a named part the name as written, lower-cased:
    "h100s"), at ``noun_start`` to ``noun_end``; "" and -1 where nothing is counted. The noun lies inside the match only
    if it follows the number at once.
    """

    start: int
    end: int
    quantity: Quantity
    kind: str
    noun: str = ""
    noun_start: int = -1
    noun_end: int = -1


def find_quantities(text: str, grammar: QuantityGrammar) -> list[QuantityMatch]:
    """Return the quantities of ``text`` in order, without overlap; offsets are in characters. Linear in the text."""
    return list(_apart(_all(text, grammar)))


def _all(text: str, grammar: QuantityGrammar) -> Iterator[QuantityMatch]:
    """Yield every candidate, numbers first, overlapping ones included."""
    for reading in read_numbers(text, list(find_numbers(text, grammar)), grammar):
        yield _match(text, reading.start, reading.amount, reading.low, reading.tail, grammar)
    for wording in find_wordings(text, grammar):
        yield _match(text, wording.start, wording.amount, None, wording.tail, grammar)


def _match(
    text: str, start: int, amount: float, low: float | None, tail: Tail, grammar: QuantityGrammar
) -> QuantityMatch:
    kind = _kind(tail.unit, grammar)
    if kind == "percent" and change_sign(text, start, tail.end, grammar) < 0:
        amount, low = -amount, None if low is None else -low
    bound = tail.bound or find_bound(text, start, tail.end, grammar, kind == "money", low is not None)
    quantity = Quantity(amount, tail.unit, text[start : tail.end], bound, low)
    return QuantityMatch(start, tail.end, quantity, kind, tail.noun, tail.noun_start, tail.noun_end)


def _kind(unit: str, grammar: QuantityGrammar) -> str:
    """Return the kind of a quantity in this unit."""
    fixed = {"": "count", "x": "multiple", "%": "percent"}
    if unit in fixed:
        return fixed[unit]
    return "money" if grammar.units.dimension(unit).startswith("money") else "value"


def _apart(matches: Iterable[QuantityMatch]) -> Iterator[QuantityMatch]:
    """Yield the matches in order; of two that overlap the one that starts first, then the longer."""
    reached = 0
    for match in sorted(matches, key=lambda match: (match.start, -match.end)):
        if match.start >= reached:
            yield match
            reached = match.end
