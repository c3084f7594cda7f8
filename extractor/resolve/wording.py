"""The words of an article as copies are compared by them: without case, signs, wire lines and spelling of codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from hashlib import blake2b
from unicodedata import normalize
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from extractor.articles.article import Article
from extractor.resolve.wire_lines import plain_title, without_wire_lines

Hashes = NDArray[np.uint64]
SHINGLE = 3  # words; an excerpt has some thirty, and a longer shingle would let one edit spoil too many of them
_MOST_KEPT = 1 << 18  # numbers of words
_WORD = re.compile(r"\d+(?:\.\d+)*|[^\W\d_]+")
_THOUSANDS = re.compile(r",(?=\d{3})(?<=\d,)")
_MARKS = re.compile(r"[®™℠©]|\((?:R|TM|SM|C)\)")
CAPITAL = re.compile(r"(?<![^\W_])[^\W\d_a-z][^\W\d_]*")
_QUOTED = re.compile(r"“[^”\n]*(?:”|$)|(?<![\w.])\"(?=\S)[^\"\n]*(?:\"|$)", re.MULTILINE)
# The two odd multipliers and the shifts are those of splitmix64 (Steele, Lea, Flood 2014), whose outputs are well mixed.
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_BASE = np.uint64(0x9E3779B97F4A7C15)


def words(text: str) -> list[str]:
    """The words of a text in lower case; letters and digits part, so that "Graviton4" is written as "Graviton 4".

    A text without letters and digits is split at its blanks.

    >>> words("Graviton4(R): 1,000 MHz") == words("GRAVITON 4 – 1000 MHz")
    True
    """
    plain = _THOUSANDS.sub("", normalize("NFKC", _MARKS.sub("", text)).casefold())
    return _WORD.findall(plain) or plain.split()


def shingles(of: Sequence[str]) -> Hashes:
    """The distinct runs of three words as sorted 64-bit numbers (Broder 1997); a shorter text is one shingle."""
    if not of:
        return np.empty(0, np.uint64)
    row = _numbers(of)
    size = min(SHINGLE, len(row))
    total = np.zeros(len(row) - size + 1, np.uint64)
    for start in range(size):  # a polynomial in an odd base, so that the order of the words counts
        total = total * _BASE + row[start : len(row) - size + 1 + start]
    return np.unique(mixed(total))


def unordered(of: Sequence[str]) -> Hashes:
    """The distinct words as sorted numbers, for titles, whose words are often put in another order."""
    return np.unique(mixed(_numbers(of)))


def whole(text: str) -> np.uint64:
    """One number for the whole of a text, 0 for the empty one."""
    return mixed(_numbers([text]))[0] | np.uint64(1) if text else np.uint64(0)


def mixed(numbers: Hashes) -> Hashes:
    """The numbers with their bits spread by the finalizer of splitmix64."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * _MIX[0]
    numbers = (numbers ^ (numbers >> np.uint64(27))) * _MIX[1]
    return numbers ^ (numbers >> np.uint64(31))


class _Numbers(dict[str, bytes]):
    """Eight bytes for a word that no machine and no hash seed changes; kept, since the same words come again and again."""

    def __missing__(self, word: str) -> bytes:
        if len(self) >= _MOST_KEPT:
            self.clear()
        self[word] = number = blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        return number


_NUMBERS = _Numbers()


def _numbers(of: Iterable[str]) -> Hashes:
    return np.frombuffer(b"".join(map(_NUMBERS.__getitem__, of)), np.dtype("<u8")).astype(np.uint64, copy=False)


class Wording:
    """The words of one article; the parts are made when they are asked for."""

    def __init__(self, article: Article) -> None:
        self.article = article

    @cached_property
    def plain_title(self) -> str:
        """The title as written, without wire lines."""
        return plain_title(self.article.title, self.article.source)

    @cached_property
    def plain_body(self) -> str:
        """The body as written, without wire lines."""
        return without_wire_lines(self.article.body)

    @cached_property
    def title(self) -> list[str]:
        """The words of the title."""
        return words(self.plain_title)

    @cached_property
    def body(self) -> list[str]:
        """The words of the body."""
        return words(self.plain_body)

    @cached_property
    def line(self) -> str:
        """All words, a blank around each: a run of words is in the article if it is in this string."""
        return f" {' '.join(self.title + self.body)} "

    @cached_property
    def shingles(self) -> Hashes:
        """The shingles of the body."""
        return shingles(self.body)

    @cached_property
    def own(self) -> Hashes:
        """The shingles of the body outside quotation marks: what two reporters do not share by quoting one speaker."""
        unquoted = _QUOTED.sub("\n", self.plain_body)
        return self.shingles if unquoted == self.plain_body else shingles(words(unquoted))

    @cached_property
    def figures(self) -> frozenset[str]:
        """The numbers in the body, those within product codes too."""
        return frozenset(word for word in self.body if word[0].isdigit())

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that have a capital somewhere in the body."""
        return frozenset(word.casefold() for word in CAPITAL.findall(self.plain_body))

    @property
    def publisher(self) -> str | None:
        """Who published it: the source, else the host of the address."""
        if self.article.source:
            return self.article.source.casefold().removeprefix("www.")
        try:
            host = urlsplit(self.article.url or "").hostname
        except ValueError:
            return None
        return host.removeprefix("www.") if host else None
