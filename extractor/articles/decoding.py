"""Bytes to text: UTF-8, UTF-16 with a byte order mark, else what the document declares, else cp1252."""

from __future__ import annotations

import codecs
import re

from extractor.articles.cleaning import line_ends, printable
from extractor.articles.record import Place
from extractor.errors import Problem

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?\s*([A-Za-z0-9._-]{2,20})""")
_SAFE = re.compile(r"iso8859|cp125|cp932|koi8|shift_jis|euc|gb|big5|mac-roman")


def decode(data: bytes, place: Place) -> tuple[str | None, list[Problem]]:
    r"""Text of a file with ``\n`` line ends and no control characters, and the remarks that this took.

    The text is ``None``, with one problem, where the bytes are no text.
    """
    text, remark = _text(data)
    if text is None:
        return None, [place.problem(remark)]
    problems = [place.problem(remark, skipped=False)] if remark else []
    clean, first = printable(line_ends(text))
    if first >= 0:
        line = clean.count("\n", 0, first) + 1
        reason = "control characters, replaced by blanks"
        problems.append(Problem(str(place), line, reason, skipped=False))
    return clean, problems


def _text(data: bytes) -> tuple[str | None, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            return text, "" if "\ufffd" not in text else f"not clean {encoding}; what cannot be read became U+FFFD"
    if b"\0" in data:
        return None, "not a text file (it has NUL bytes); text in UTF-16 needs a byte order mark"
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        return _declared(data) or _western(data)


def _declared(data: bytes) -> tuple[str, str] | None:
    found = _DECLARED.search(data, 0, 2048)
    try:
        codec = codecs.lookup(found[1].decode("ascii")).name if found else ""
        return (data.decode(codec), "") if _SAFE.match(codec) else None
    except (LookupError, UnicodeDecodeError):
        return None


def _western(data: bytes) -> tuple[str, str]:
    return data.decode("cp1252", "replace"), "not UTF-8; read as Windows-1252 (cp1252): check accents and quotes"
