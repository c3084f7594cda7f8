"""Where the words of a skeleton stand in the text."""

from __future__ import annotations

from bisect import bisect_left

from extractor.pipeline.structure.skeleton import OPEN, WORD, Skeleton, lowered


class Places:
    """Where the words of a skeleton's line stand in the text."""

    def __init__(self, text: str, sentence: Skeleton) -> None:
        self.tokens = sentence.line.split()
        self.offsets = [0]
        for token in self.tokens:
            self.offsets.append(self.offsets[-1] + len(token) + 1)
        self.chars = list(_chars(text, sentence))
        self.slots = [n for n, token in enumerate(self.tokens) if token.startswith(OPEN)]

    def number(self, offset: int) -> int:
        """The number of the word that begins at an offset of the line."""
        return bisect_left(self.offsets, offset)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the text that a stretch of the line stands for."""
        first = min(self.number(start), len(self.chars) - 1)
        last = min(max(first, self.number(end) - 1), len(self.chars) - 1)
        return self.chars[first][0], self.chars[last][1]


def _chars(text: str, sentence: Skeleton) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    position = sentence.start
    for slot in sentence.slots:
        spans += _words(text, position, slot.start)
        spans.append((slot.start, slot.end))
        if slot.possessive:
            spans.append((slot.start, slot.end))
        position = slot.end
    return spans + _words(text, position, sentence.end)


def _words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    part = lowered(text[start:end])
    return [(start + match.start(), start + match.end()) for match in WORD.finditer(part)]
