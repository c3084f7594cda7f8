"""Hard-wrapped text: a line end within a sentence is a blank, lines of their own stay apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import pairwise

_ITEM = re.compile(r"[ \t]*(?:[-*+•▪◦‣·–—■●►][ \t]|\(?\d{1,3}[.)][ \t]|\(?[a-z][.)][ \t])")
_BLOCK = re.compile(
    r" {0,3}(?:#{1,6}[ \t]|\||={2,}[ \t]*$|(?:[-*_][ \t]*){2,}$|`{3}|~{3}|\[[^\[\]\n]{1,200}\]:)"
)  # no prose
_COLUMNS = re.compile(r"\||\t|\S {3,}\S")
_LABEL = re.compile(r"[^\W_][^.:!?]{0,40}:(?:\s|$)")
_ENDED = re.compile(r"[.!?…:][\"'”’)\]]*$")
_TARGET = re.compile(r"\]\([^()\s]{0,2000}\)|<[^<>]{0,2000}>")
_NUMBER = re.compile(r"[\d.,]*\d$")
_SMALL = re.compile(r"(?<![\w-])[a-z]{2,}")
_CONTINUES = re.compile(r"[a-z](?![A-Z])|[,;)\]%]")  # but "iPhone"
WIDEST = 130  # characters: nobody wraps lines at more
PROSE = 3  # words in lower case that make a line prose rather than a title or a row of names and figures


@cache
def _words(group: str) -> frozenset[str]:
    import yaml

    text = resources.files("extractor.articles").joinpath("wrapping.yaml").read_text("utf-8")
    return frozenset(yaml.safe_load(text)[group])


def unwrapped(text: str, *, prose: bool = False) -> str:
    r"""The text with the lines of each sentence joined; items, rows, labels and short lines of their own stay.

    ``prose`` says that a line end means nothing in this kind of text (Markdown): lines of prose then go on wherever they end.

    >>> unwrapped("It is faster than\nthe old chip.\n- one\n- two")
    'It is faster than the old chip.\n- one\n- two'
    """
    lines = text.split("\n")
    width = _width(lines)
    joined = lines[:1]
    for above, line in pairwise(lines):
        goes_on = _marked(above, line) if prose else None
        if _goes_on(above, line, width, prose) if goes_on is None else goes_on:
            joined[-1] = f"{joined[-1].rstrip()} {line.lstrip()}"
        else:
            joined.append(line)
    return "\n".join(joined)


def _marked(line: str, following: str) -> bool | None:
    """What Markdown's own marks say: a hard break, an indented line below an item, an emphasis or a link left open."""
    if not line.strip() or not following.strip() or _apart(line, following) or line.endswith(("  ", "\\")):
        return False
    indented = following.startswith("  ") and (line.startswith("  ") or bool(_ITEM.match(line)))
    return True if indented or line.count("**") % 2 or line.count("[") > line.count("]") else None


def _width(lines: list[str]) -> int:
    """How long lines become before they are broken: the longest of a paragraph or with a sentence's end.

    A text with long paragraphs on one line each is thereby none that is wrapped.
    """
    return max((_length(line) for line in _running(lines)), default=0)


def _running(lines: list[str]) -> Iterator[str]:
    for above, line, below in zip(["", *lines], lines, [*lines[1:], ""], strict=False):
        if " " in line.strip() and (above.strip() or below.strip() or _ENDED.search(line.rstrip())):
            yield line


def _length(line: str) -> int:
    return len(_TARGET.sub("", line).strip())


def _goes_on(line: str, following: str, width: int, prose: bool) -> bool:
    """Whether a sentence runs from a line into the one that follows it."""
    here, there = line.strip(), following.strip()
    if not here or not there or _apart(line, following):
        return False
    if _ENDED.search(here):
        return _filled(here, there, width)
    if _CONTINUES.match(there) or _unfinished(here, there):
        return True
    if _filled(here, there, width):
        return not (_bare(here) and _bare(there))
    return prose and not _bare(here)


def _apart(line: str, following: str) -> bool:
    """Whether one of the lines is a heading, an item, a row or a labelled line ("Memory: 64 GB")."""
    here, there = line.strip(), following.strip()
    if _BLOCK.match(line) or _BLOCK.match(following) or _ITEM.match(following):
        return True
    if _COLUMNS.search(here) and _COLUMNS.search(there):
        return True
    return bool(_LABEL.match(there) and (_LABEL.match(here) or _ITEM.match(here) or here.endswith(":")))


def _unfinished(here: str, there: str) -> bool:
    """Whether the last words of a line ask for more: a comma, "than", "288" before "GB"."""
    last, first = here.split()[-1], there.split()[0].rstrip(".,;:)")
    if here[-1] in ",;&/–—" or last.lower() in _words("goes_on"):
        return True
    return bool(_NUMBER.search(last)) and first in _words("units")


def _filled(here: str, there: str, width: int) -> bool:
    """Whether the next line's first word had no room behind this one."""
    return width <= WIDEST and _length(here) + 1 + len(there.split()[0]) > width


def _bare(line: str) -> bool:
    """Whether a line holds no prose: a title, or names and figures."""
    return len(_SMALL.findall(line)) < PROSE
