"""Words, pieces and windows: how a text is laid before the trained encoder. Shared by training and run time."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
SHAPES = ("lower", "Title", "UPPER", "Camel", "Coded", "coded", "digits", "one", "space", *",.-'()$%/+&:;\"", "sign")
TITLE_LIMIT = 60


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: character offsets, shape, whether glued to the word before, and the sentence's number."""

    starts: list[int]
    ends: list[int]
    shapes: NDArray[Any]
    glued: NDArray[Any]
    sentences: NDArray[Any]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """First and last word that ``text[start:end]`` touches; the first is greater than the last if it touches none."""
        return bisect_right(self.ends, start), bisect_right(self.starts, end - 1) - 1


@dataclass(frozen=True, slots=True)
class Window:
    """What the encoder sees at once: numbers of words, piece ids, and for every piece its place among the words."""

    words: NDArray[Any]
    ids: NDArray[Any]
    piece_words: NDArray[Any]


def words_of(text: str, sentence_starts: Sequence[int]) -> Words:
    """Split a text into words.

    >>> words_of("Nvidia's H100", [0]).glued.tolist()
    [0, 1, 1, 0]
    """
    found = list(WORD.finditer(text))
    starts, ends = [m.start() for m in found], [m.end() for m in found]
    glued = [int(n > 0 and ends[n - 1] == start) for n, start in enumerate(starts)]
    sentences = [bisect_right(sentence_starts, start) for start in starts]
    shapes = [SHAPES.index(shape(m[0])) for m in found]
    return Words(starts, ends, np.array(shapes, int), np.array(glued, int), np.array(sentences, int))


def shape(word: str) -> str:
    """The class of a word by its letters' case and its digits.

    >>> [shape(w) for w in ("chip", "Intel", "TSMC", "GeForce", "H100", "7nm", "192", "X", ",", "*")]
    ['lower', 'Title', 'UPPER', 'Camel', 'Coded', 'coded', 'digits', 'one', ',', 'sign']
    """
    if not word.isalnum():
        return word if word in SHAPES else "sign"
    if word.isdecimal():
        return "digits"
    if any(c.isdigit() for c in word):
        return "Coded" if word[0].isupper() else "coded"
    if len(word) == 1 and word.isupper():
        return "one"
    if word.islower() or not any(c.isupper() for c in word):
        return "lower"
    return "Title" if word.istitle() else "UPPER" if word.isupper() else "Camel"


def windows_of(text: str, words: Words, tokenizer: Any, limit: int) -> list[Window]:
    """Windows of at most ``limit`` pieces, ending with a sentence where they can; each begins with the title again."""
    if not words.starts:
        return []
    encoded = tokenizer.encode(
        [text[s:e] for s, e in zip(words.starts, words.ends, strict=True)],
        is_pretokenized=True,
        add_special_tokens=False,
    )
    pieces: list[list[int]] = [[] for _ in words.starts]
    for piece, word in zip(encoded.ids, encoded.word_ids, strict=True):
        pieces[word].append(piece)
    cls, sep = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    return [_window(group, pieces, cls, sep) for group in _groups(words, [len(p) for p in pieces], limit - 2)]


def _window(numbers: list[int], pieces: list[list[int]], cls: int, sep: int) -> Window:
    ids, places = [cls], [-1]
    for place, number in enumerate(numbers):
        ids.extend(pieces[number])
        places.extend([place] * len(pieces[number]))
    return Window(np.array(numbers, int), np.array([*ids, sep], np.int64), np.array([*places, -1], int))


def _groups(words: Words, sizes: list[int], limit: int) -> list[list[int]]:
    if sum(sizes) <= limit:
        return [list(range(len(sizes)))]
    title = [n for n in range(min(TITLE_LIMIT, len(sizes))) if words.sentences[n] == words.sentences[0]]
    title = title if len(title) < TITLE_LIMIT else []
    head = sum(sizes[n] for n in title)
    groups, group, size = [], list(title), head
    for sentence in _sentences(words, len(title)):
        for part in _cut(sentence, sizes, limit - head):
            length = sum(sizes[n] for n in part)
            if size + length > limit and len(group) > len(title):
                groups.append(group)
                group, size = list(title), head
            group.extend(part)
            size += length
    return [*groups, group]


def _sentences(words: Words, first: int) -> Iterable[list[int]]:
    numbers = range(first, len(words.starts))
    bounds = [n for n in numbers if n == first or words.sentences[n] != words.sentences[n - 1]]
    return [list(range(a, b)) for a, b in zip(bounds, [*bounds[1:], len(words.starts)], strict=True)]


def _cut(sentence: list[int], sizes: list[int], limit: int) -> Iterable[list[int]]:
    part: list[int] = []
    size = 0
    for number in sentence:
        if size + sizes[number] > limit and part:
            yield part
            part, size = [], 0
        if sizes[number] <= limit:
            part.append(number)
            size += sizes[number]
    if part:
        yield part
