"""Sentence boundaries by punctuation, line breaks and abbreviations: no parser, no model."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s)|\n+")
STARTS = re.compile(r"\s*[\"'“‘(\[]*(?:[A-Z0-9À-ÞŁŠŽ$€£¥]|[^\x00-\x7f]|i(?:Phone|Pad|OS|Mac|Cloud)|re:|x86|eMMC)")
ABBREVIATIONS = frozenset(
    "inc corp ltd co llc plc bros dr mr mrs ms prof sen rep gov gen col st mt ft vs etc eg ie e.g i.e al approx est no fig "
    "jan feb mar apr jun jul aug sep sept oct nov dec calif ariz mass tex ore wash mich minn colo conn pa va ga fla ill "
    "u.s u.k u.n e.u d.c u.s.a n.y n.j n.v s.a b.v a.g s.p.a jr sr vol ver rev max min avg".split()
)
LAST_WORD = re.compile(r"[\w.&]+$")


def sentence_starts(text: str) -> list[int]:
    """Character offsets at which a sentence begins, in order; 0 is the first unless the text is empty.

    A line break always ends a sentence (headlines and list items have no full stop). A full stop does not after an
    abbreviation, after a single capital ("J. Smith") or before a lower-case word ("4.8 TB/s." is no trouble at all).
    """
    return [0, *dict.fromkeys(_boundaries(text))] if text else []


def _boundaries(text: str) -> Iterator[int]:
    for found in END.finditer(text):
        end = found.end()
        if end >= len(text):
            return
        if found[0].startswith("\n") or _ends(text, found.start(), end):
            yield end + len(text[end:]) - len(text[end:].lstrip(" \t\r\u00a0")) if not found[0].startswith("\n") else end


def _ends(text: str, mark: int, end: int) -> bool:
    if text[mark] != ".":
        return bool(STARTS.match(text, end))
    word = LAST_WORD.search(text, max(0, mark - 24), mark)
    last = word[0].lower().strip(".") if word else ""
    if last in ABBREVIATIONS:
        # "Calif." and "Inc." may end a sentence, but only before a word that opens one.
        return bool(re.match(r"\s+[\"'“‘]?(?:The|It|In|But|And|They|We|He|She|A|An|This|That|For)\s", text[end : end + 12]))
    if len(last) == 1 and last.isalpha() and word is not None and word[0].isupper():
        return False
    return bool(STARTS.match(text, end))


@Language.factory("sentence_boundaries", assigns=["token.is_sent_start", "doc.sents"])
class SentenceBoundaries:
    """Sets ``token.is_sent_start`` by :func:`sentence_starts`."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Mark the first token at or after every sentence start."""
        starts = sentence_starts(doc.text)
        position = 0
        for token in doc:
            opens = False
            while position < len(starts) and starts[position] <= token.idx:
                opens = True
                position += 1
            token.is_sent_start = opens or token.i == 0
        return doc
