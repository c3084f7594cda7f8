"""Continuation: speech that goes on in sentences without a source of their own."""

from __future__ import annotations

from extractor.pipeline.manner.reach import Speech
from extractor.pipeline.structure.skeleton import Skeleton

Found = tuple[Speech, int]


def quoted(text: str, sentences: list[Skeleton], number: int, speeches: list[list[Speech]]) -> Found | None:
    """The speech beside a sentence that stands in the same quotation, with the number of its sentence."""
    back = number
    while back and not speeches[back] and within_quote(text, sentences[back].start):
        back -= 1
    if speeches[back]:
        return speeches[back][-1], back
    ahead = number + 1
    while ahead < len(sentences) and within_quote(text, sentences[ahead].start):
        if speeches[ahead]:
            return speeches[ahead][0], ahead
        ahead += 1
    return None


def within_quote(text: str, position: int) -> bool:
    """Whether a quotation of the paragraph is open at a position."""
    before = text[text.rfind("\n", 0, position) + 1 : position]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")
