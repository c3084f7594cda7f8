"""Whether of two articles one carries the text of the other: rules that accept, and objections to them."""

from __future__ import annotations

import re
from collections.abc import Set

import numpy as np

from extractor.resolve.wording import CAPITAL, Hashes, Wording, shingles, words

NEARLY_ALL, LEAST_WORDS = 0.7, 12  # Jaccard similarity of two texts; any article could have a shorter one
MOSTLY, ENOUGH_WORDS = 0.5, 20  # the same for two publishers, quotations aside
NEAR_TITLE, LEAST_TITLE = 0.7, 5  # Jaccard similarity of the words of two titles, and how many those must be
BEGINNING, SHIFT = 30, 10  # words; the one may begin up to ten words later
BEGINS = 0.9  # of the shingles of a beginning
SHARED_PART, LEAST_SHARED = 0.5, 8  # of the shorter text's shingles, quotations aside; eight are ten words in a row
SPEAKING_TITLE = 8  # words of a title that two editors do not choose by chance
EXCERPT = 100  # words at most: a text that only begins to tell the story
SAME_NEWS = 3  # days between two outlets that carry one story
SHARED_FIGURES = 0.5  # of the numbers of the text that has fewer
_CODE = re.compile(r"(?<![^\W_])[^\W\d_]+\d[^\W_]*|(?<![^\W_])\d+(?:[.,]\d+)*")


def same_text(one: Wording, other: Wording) -> str | None:
    """Why the texts are one, word for word or but for edits; ``None`` where they are not.

    Of one publisher more is asked: it fills in one form, or begins with one introduction, again and again.
    """
    if one.line == other.line and len(one.title) + len(one.body) >= LEAST_WORDS:
        return "same words"
    least = min(len(one.body), len(other.body))
    syndicated = other_publishers(one, other)
    nearly = least >= LEAST_WORDS and jaccard(one.shingles, other.shingles) >= NEARLY_ALL
    mostly = least >= ENOUGH_WORDS and syndicated and jaccard(one.own, other.own) >= MOSTLY
    speaks = syndicated or least > EXCERPT or near_title(one, other)
    if not (nearly or mostly) or not speaks or swapped(one, other) or other_figures(one, other):
        return None
    return "nearly the same words" if nearly else "mostly the same words"


def same_story(one: Wording, other: Wording) -> str | None:
    """Why one is a shorter or another cut of the other; ``None`` where nothing proves it."""
    if same_title(one, other):
        return "same title"
    near = near_title(one, other)
    if not near and not (other_publishers(one, other) and same_beginning(one, other)):
        return None
    shared = min(len(one.own), len(other.own)) >= LEAST_SHARED and containment(one.own, other.own) >= SHARED_PART
    if not shared or swapped(one, other) or other_figures(one, other):
        return None
    return f"{'nearly the same title' if near else 'same beginning'}, shared text"


def jaccard(one: Hashes, other: Hashes) -> float:
    """Shared elements of two sets as a part of all their elements (Jaccard 1901); 0 for two empty sets."""
    shared = _shared(one, other)
    return shared / max(len(one) + len(other) - shared, 1)


def containment(one: Hashes, other: Hashes) -> float:
    """Shared elements of two sets as a part of the smaller one (Broder 1997); 0 where one is empty."""
    return _shared(one, other) / max(min(len(one), len(other)), 1)


def _shared(one: Hashes, other: Hashes) -> int:
    return int(np.intersect1d(one, other, assume_unique=True).size)


def near_title(one: Wording, other: Wording) -> bool:
    """Whether the titles have nearly the same words, in any order."""
    mine, theirs = set(one.title), set(other.title)
    long_enough = min(len(one.title), len(other.title)) >= LEAST_TITLE
    return long_enough and len(mine & theirs) >= NEAR_TITLE * len(mine | theirs)


def same_beginning(one: Wording, other: Wording) -> bool:
    """Whether the shorter text begins as the longer one does, whatever stands above them."""
    short, long = sorted((one.body, other.body), key=len)
    if len(short) < ENOUGH_WORDS:
        return False
    return containment(shingles(short[:BEGINNING]), shingles(long[: BEGINNING + SHIFT])) >= BEGINS


def same_title(one: Wording, other: Wording) -> bool:
    """Two outlets with one speaking title in the same days, where the excerpts are too short to tell more."""
    if one.title != other.title or len(one.title) < SPEAKING_TITLE:
        return False
    days = (one.article.day, other.article.day)
    if days[0] is None or days[1] is None or abs((days[0] - days[1]).days) > SAME_NEWS:
        return False
    return max(len(one.body), len(other.body)) <= EXCERPT and other_publishers(one, other)


def other_publishers(one: Wording, other: Wording) -> bool:
    """Whether the publishers are known and two."""
    return None not in (one.publisher, other.publisher) and one.publisher != other.publisher


def swapped(one: Wording, other: Wording) -> bool:
    """Whether each title has a name or number that the other article lacks: one form filled in for two things.

    A difference on one side only is a cut or an addition.
    """
    return _lacks(_marks(one), other) and _lacks(_marks(other), one)


def _lacks(marks: Set[str], article: Wording) -> bool:
    return any(f" {mark} " not in article.line for mark in marks)


def _marks(article: Wording) -> set[str]:
    """Codes, numbers and names in a title. In a headline all words may have capitals, so the body must confirm a name."""
    codes = {" ".join(words(code)) for code in _CODE.findall(article.plain_title)}
    capitals = {word.casefold() for word in CAPITAL.findall(article.plain_title)}
    return codes | (capitals & article.names)


def other_figures(one: Wording, other: Wording) -> bool:
    """Whether the numbers in the bodies are mostly others: one form filled in on two days."""
    fewer = min(len(one.figures), len(other.figures))
    return len(one.figures & other.figures) < SHARED_FIGURES * fewer
