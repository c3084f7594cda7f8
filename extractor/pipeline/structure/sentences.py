"""Sentence boundaries by punctuation, line breaks and abbreviations: no parser, no model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from extractor.ontology import load_ontology
from extractor.pipeline.annotations import text_of

END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s)|\n\s*")
STARTS = re.compile(r"\s*[\"'“‘(\[]*(?:[A-Z0-9À-ÞŁŠŽ$€£¥]|[^\x00-\x7f]|i(?:Phone|Pad|OS|Mac|Cloud)|re:|x86|eMMC)")
BLANKS = re.compile(r"[ \t\r\u00a0]*")
INITIALS = re.compile(r"[A-Z](?:\.[A-Z])+")
LAST_WORD = re.compile(r"[\w.&]+$")


def sentence_starts(text: str, abbreviations: frozenset[str]) -> list[int]:
    """Character offsets at which a sentence begins, in order; 0 is the first unless the text is empty.

    A line break always ends a sentence (headlines and list items have no full stop). A full stop does not after an
    abbreviation, after a single capital ("J. Smith") or before a lower-case word ("4.8 TB/s." is no trouble at all).
    """
    return [0, *dict.fromkeys(_boundaries(text, abbreviations))] if text else []


def _boundaries(text: str, abbreviations: frozenset[str]) -> Iterator[int]:
    for found in END.finditer(text):
        end = found.end()
        if end >= len(text):
            return
        if found[0].startswith("\n") or _ends(text, found.start(), end, abbreviations):
            start = BLANKS.match(text, end).end()  # type: ignore[union-attr]
            if start < len(text) and text[start] != "\n":
                yield start


def _ends(text: str, mark: int, end: int, abbreviations: frozenset[str]) -> bool:
    if text[mark] != ".":
        return bool(STARTS.match(text, end))
    word = LAST_WORD.search(text, max(0, mark - 24), mark)
    last = word[0].lower().strip(".") if word else ""
    if last in abbreviations or (word and INITIALS.fullmatch(word[0])):
        # "Calif.", "Inc." and "C.C." may end a sentence, but only before a word that opens one.
        return bool(
            re.match(r"\s+[\"'“‘]?(?:The|It|In|But|And|They|We|He|She|A|An|This|That|For)\s", text[end : end + 12])
        )
    if len(last) == 1 and last.isalpha() and word is not None and word[0].isupper():
        return False
    return bool(STARTS.match(text, end))


@Language.factory(
    "sentence_boundaries", default_config={"ontology_dir": None}, assigns=["token.is_sent_start", "doc.sents"]
)
class SentenceBoundaries:
    """Sets ``token.is_sent_start`` by :func:`sentence_starts`."""

    def __init__(self, nlp: Language, name: str, ontology_dir: str | None) -> None:
        self.name = name
        self.abbreviations = load_ontology(Path(ontology_dir) if ontology_dir else None).names.abbreviations

    def __call__(self, doc: Doc) -> Doc:
        """Mark the first token at or after every sentence start."""
        starts = sentence_starts(text_of(doc), self.abbreviations)
        marks = np.full((len(doc), 1), -1, dtype="int64")
        position = 0
        for number, offset in enumerate(token.idx for token in doc):
            while position < len(starts) and starts[position] <= offset:
                marks[number, 0] = 1
                position += 1
        if len(doc):
            marks[0, 0] = 1
            # Token.is_sent_start looks through the whole Doc each time it is set; an array is set at once.
            doc.from_array(["SENT_START"], marks.view("uint64"))  # type: ignore[arg-type]
        return doc
