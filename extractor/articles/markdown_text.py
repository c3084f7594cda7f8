"""Markdown to plain text: marks go, words stay. Patterns are bounded, so that no input makes them slow."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from extractor.articles.wrapping import unwrapped

_FENCE = re.compile(r"^ {0,3}(?:`{3,}|~{3,})[^`\n]{0,100}$", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,500}\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,200}\])")
_DEFINITION = re.compile(
    r"^ {0,3}\[[^\[\]\n^][^\[\]\n]{0,200}\]:[ ]{0,4}(?:<[^<>\n]*>|https?://\S+|/\S*|#\S*).*$", re.MULTILINE
)
_NOTE = re.compile(r"\[\^[^\[\]\n]{1,60}\]:?")
_LINK = re.compile(r"\[([^\[\]\n]{0,1000})\](?:\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)|\[[^\[\]\n]{1,200}\])")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(\S.*)$", re.MULTILINE)
_CLOSING = re.compile(r"[ \t]+#+$")
_UNDERLINE = re.compile(r"(?<=\S\n) {0,3}(?:=+|-{2,})[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$", re.MULTILINE)
_TABLE_RULE = re.compile(r"^(?=[^\n]*\|)(?=[^\n]*-)[ \t:|-]+(?:\n|\Z)", re.MULTILINE)
_TABLE_ROW = re.compile(r"^ {0,12}\|(.*)$", re.MULTILINE)
_CELL = re.compile(r"(?<!\\)\|")
_QUOTE = re.compile(r"^ {0,3}(?:>[ \t]?)+", re.MULTILINE)
_BULLET = re.compile(r"^[ \t]{0,12}[-*+][ \t]+(?=\S)", re.MULTILINE)
_BREAK = re.compile(r"\\$", re.MULTILINE)
_BLANKS = re.compile(r"(?<=\S)[ \t]{2,}")
_CODE = re.compile(r"(?<!`)(`{1,2})(?!`)([^`\n]{1,1000})(?<!`)\1(?!`)")
_STRONG = re.compile(r"(?<![*\\])\*\*(?=[^\s*])([^*\n]{1,500}?)(?<![\s\\])\*\*(?!\*)")
_STRONG_EM = re.compile(r"(?<![*\\])\*{3}(?=[^\s*])([^*\n]{1,500}?)(?<![\s\\])\*{3}(?!\*)")
_EM = re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*\n]{1,500}?)(?<![\s\\])\*(?![\w*])")
_UNDER = re.compile(r"(?<![\w\\])(_{1,3})(?=[^\s_])([^\n]{1,500}?)(?<![\s\\_])\1(?!\w)")
_STRUCK = re.compile(r"~~(?=\S)([^~\n]{1,500}?)(?<=\S)~~")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def _row(cells: str) -> str:
    """A row of a table as a line of text: what it begins with, and what is said of that."""
    first, *others = (cell.strip() for cell in _CELL.split(cells.strip().removesuffix("|")))
    said = ", ".join(filter(None, others))
    return f"{first}: {said}" if first and said else first or said


_STEPS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (_FENCE, ""),
    (_IMAGE, ""),
    (_DEFINITION, ""),
    (_NOTE, ""),
    (_LINK, r"\1"),
    (_AUTOLINK, r"\1"),
    (_HEADING, lambda found: _CLOSING.sub("", found[1])),
    (_TABLE_RULE, ""),
    (_RULE, ""),
    (_UNDERLINE, ""),
    (_TABLE_ROW, lambda found: _row(found[1])),
    (_BULLET, ""),
    (_BREAK, ""),
    (_CODE, r"\2"),
    (_STRONG_EM, r"\1"),
    (_STRONG, r"\1"),
    (_EM, r"\1"),
    (_UNDER, r"\2"),
    (_STRUCK, r"\1"),
    (_ESCAPE, r"\1"),
)


def markdown_to_text(text: str) -> str:
    """The words of a Markdown text: links give their text, images go, marks of all kinds go, code stays.

    A line end within a paragraph is a blank, but for hard breaks (:func:`joined`).

    >>> markdown_to_text("## The **H100** has [80 GB](https://example.org) of `HBM3`")
    'The H100 has 80 GB of HBM3'
    """
    text = joined(text)
    text = "\n".join(_BLANKS.sub(" ", line.rstrip()) for line in text.split("\n"))
    for pattern, replacement in _STEPS:
        text = pattern.sub(replacement, text)
    return text


def joined(text: str) -> str:
    """Markdown with each paragraph on one line and without the marks of quotations; fenced code stays as it is."""
    text = _QUOTE.sub("", text)
    pieces, place = [], 0
    for fence in _fences(text):
        pieces += [unwrapped(text[place : fence[0]], prose=True), text[fence[0] : fence[1]]]
        place = fence[1]
    return "".join([*pieces, unwrapped(text[place:], prose=True)])


def _fences(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of fenced code; a fence that is never closed fences nothing."""
    opened: re.Match[str] | None = None
    for mark in _FENCE.finditer(text):
        if opened is None:
            opened = mark
        elif mark[0].strip().startswith(opened[0].strip()[:3]):
            yield opened.start(), mark.end()
            opened = None
