"""Clean text: no control characters, no lone surrogates, one kind of line end, no runs of blanks."""

from __future__ import annotations

import re

# Controls except tab and newline, and the code points that are no characters; each becomes one blank.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")  # soft hyphen, zero-width space, word joiner, BOM
_LINE_END = re.compile("\r\n?")
_SEPARATOR = re.compile("[\u2028\u2029]")  # inside JSON they are no line ends


def line_ends(text: str) -> str:
    r"""The text with every line end of Unix, Windows and old Macs written as ``\n``."""
    return _LINE_END.sub("\n", text)


def printable(text: str) -> tuple[str, int]:
    """The text with control characters as blanks and lone surrogates as U+FFFD, and the place of the first one.

    The length stays (a surrogate pair becomes the one character that it means); the place is -1 where all was well.
    """
    if _SURROGATE.search(text):
        first = _SURROGATE.search(paired := _pair(text))
        text = _SURROGATE.sub("\ufffd", paired)
        place = first.start() if first else -1
    else:
        place = -1
    if control := _UNPRINTABLE.search(text):
        place = control.start() if place < 0 else min(place, control.start())
        text = _UNPRINTABLE.sub(" ", text)
    return text, place


def tidy(text: str) -> str:
    """Printable text with single blanks, stripped lines and at most one empty line in a row."""
    text = _INVISIBLE.sub("", _SEPARATOR.sub("\n", line_ends(text)))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def one_line(text: str) -> str:
    """``tidy`` text on one line."""
    return " ".join(tidy(text).split())


def _pair(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
