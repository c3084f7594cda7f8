"""Multiples in words: "twice", "doubles", "tenfold", "a third of", "an order of magnitude", "dual-core"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.pipeline.quantities.counts import count_tail
from extractor.pipeline.quantities.lexicon import QuantityGrammar
from extractor.pipeline.quantities.numbers import tidy
from extractor.pipeline.quantities.units import Tail

_ENDS_PART = re.compile(r"\s(?:of|the|as|that)\b")


@dataclass(frozen=True, slots=True)
class Wording:
    """An ``amount`` in the tail's unit that words state without a number of their own; it begins at ``start``."""

    start: int
    amount: float
    tail: Tail


def find_wordings(text: str, grammar: QuantityGrammar) -> Iterator[Wording]:
    """Yield the multiples, fractions and "dual"-style counts of the text, kind by kind."""
    for found in grammar.patterns["wording"].finditer(text):
        yield from _multiple(text, found, grammar)
    for found in grammar.patterns["fold"].finditer(text):
        fold = re.sub(r"[\s-]+", " ", found[1].lower())
        yield Wording(found.start(), grammar.tables["folds"][fold], Tail(found.end(), "x"))
    for found in grammar.patterns["part"].finditer(text):
        yield from _part(text, found, grammar)
    for found in grammar.patterns["dual"].finditer(text):
        amount = grammar.tables["multiples_of_one"][found[1].lower()]
        tail = count_tail(text, found.end(1), amount, grammar)
        if tail:
            yield Wording(found.start(), amount, tail)


def _multiple(text: str, found: re.Match[str], grammar: QuantityGrammar) -> Iterator[Wording]:
    """Yield the multiple that a wording stands for, unless what follows tells otherwise ("double precision")."""
    phrase = re.sub(r"[\s-]+", " ", found[1].lower())
    start, end = found.span()
    kept = grammar.trim.get(phrase)
    if kept:
        start += phrase.rindex(kept) if phrase.endswith(kept) else phrase.index(kept)
        end = start + len(kept)
    before = text[max(0, found.start() - 12) : found.start()]
    if phrase.startswith("half") and grammar.patterns["half_before"].search(before):
        return
    if phrase == "by half":
        yield Wording(start, 50, Tail(end, "%", word=phrase))
    elif not grammar.patterns["not_multiple"].match(text, found.end()):
        yield Wording(start, grammar.tables["multiples"][phrase], Tail(end, "x", word=phrase))


def _part(text: str, found: re.Match[str], grammar: QuantityGrammar) -> Iterator[Wording]:
    """Yield "a third of", "one-fifth the", "two-thirds" as a multiple, "a third faster" as a change in percent."""
    count, part = found[1].lower(), grammar.tables["parts"][found[2].lower()]
    if found[2].lower() == "quarters" and count != "three":
        return
    before = text[max(0, found.start() - 20) : found.start()].rstrip()
    share = (1 if count in ("a", "an") else grammar.tables["numbers"][count]) / part
    changes = any(grammar.patterns[name].match(text, found.end()) for name in ("fall_after", "rise_after"))
    if changes or re.search(r"\bby\Z", before):
        yield Wording(found.start(), tidy(round(100 * share, 2)), Tail(found.end(), "%"))
    elif share < 1 and (count not in ("a", "an", "one") or _ENDS_PART.match(text, found.end())):
        yield Wording(found.start(), tidy(round(share, 4)), Tail(found.end(), "x"))
