"""Runs: stretches of a sentence that are written as names (capitals, product codes, known names)."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from extractor.ontology.name_cues import NameCues
from extractor.pipeline.annotations import Name

CODE = re.compile(r"(?=.*\d)(?=.*[A-Z])[A-Za-z0-9][\w.+:-]*|[a-z]{1,2}\d{2,}[\w-]*|[A-Z][\w]*[a-z]+\d[\w.+-]*")
CAPITAL = re.compile(r"[A-ZÀ-ÞŁŠŽ][\w'’+.&-]*|[a-z]{1,2}[A-Z]\w+")
NUMBER = re.compile(r"\d{1,5}(?:\.\d+)?[a-z]{0,2}|v\d[\d.]*")


@functools.lru_cache(maxsize=50_000)
def shape(text: str) -> str:
    """The shape of a token: N product code, A acronym, C capitalised word, D number, x anything else.

    >>> [shape(t) for t in ("H100", "DDR5-5600", "AMD", "Instinct", "iPhone", "4090", "chip")]
    ['N', 'N', 'A', 'C', 'C', 'D', 'x']
    """
    if CODE.fullmatch(text):
        return "N"
    if NUMBER.fullmatch(text):
        return "D"
    if len(text) > 1 and text.isupper() and text.replace("&", "").replace(".", "").isalpha():
        return "A"
    return "C" if CAPITAL.fullmatch(text) and any(c.isalpha() for c in text) else "x"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a run: tokens ``first`` to ``last`` (exclusive), either a known name or unknown tokens."""

    first: int
    last: int
    known: Name | None


def title_cased(sentence: Span) -> bool:
    """Whether a sentence is written like a headline, so that its capitals say nothing."""
    words = [token.text for token in sentence if token.text[:1].isalpha() and len(token.text) > 3]
    stopped = len(sentence) > 0 and sentence.text.rstrip().endswith((".", ".”", '."'))
    return not stopped and len(words) > 2 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def runs(sentence: Span, known: dict[int, Name], taken: set[int], cues: NameCues) -> Iterator[list[Part]]:
    """The runs of a sentence. ``known`` maps the first token of a known name to it; ``taken`` tokens are quantities."""
    run: list[Part] = []
    position = sentence.start
    while position < sentence.end:
        part = _part(sentence.doc[position], known, taken, cues, bool(run))
        if part is None:
            if run:
                yield run
            run = []
            position += 1
            continue
        run.append(part)
        position = part.last
    if run:
        yield run


def _part(token: Token, known: dict[int, Name], taken: set[int], cues: NameCues, inside: bool) -> Part | None:
    if token.i in known and not _surname(token, known, cues):
        name = known[token.i]
        last = token.i + 1
        while last < len(token.doc) and token.doc[last].idx < name.end:
            last += 1
        return Part(token.i, last, name)
    if token.i in taken:
        return None
    if token.text in cues.never:
        return Part(token.i, token.i + 1, None) if inside and _inner(token) else None
    kind = shape(token.text)
    if kind == "x" or (kind == "D" and not inside):
        return Part(token.i, token.i + 1, None) if inside and _connects(token, cues) else None
    return Part(token.i, token.i + 1, None)


def _surname(token: Token, known: dict[int, Name], cues: NameCues) -> bool:
    """A place behind a first name is a surname ("Jack London", "Keith May")."""
    return known[token.i].type == "PLACE" and token.i > 0 and token.nbor(-1).text in cues.first_names


def _inner(token: Token) -> bool:
    """Class words belong to a name when it goes on behind them: "Radeon AI PRO", "Advancing AI 2026"."""
    if token.i + 1 >= len(token.doc) or not token.text.isupper():
        return False
    return bool(token.whitespace_) and shape(token.nbor(1).text) in "CAND"


def _connects(token: Token, cues: NameCues) -> bool:
    """A hyphen without blanks, "&", or "of" in "University of Tokyo" continue a run."""
    doc = token.doc
    if token.i + 1 >= len(doc) or shape(doc[token.i + 1].text) == "x":
        return False
    if token.text == "-":
        return not token.whitespace_ and not doc[token.i - 1].whitespace_
    return token.text == "&" or (token.text == "of" and doc[token.i - 1].text in cues.of_heads)
