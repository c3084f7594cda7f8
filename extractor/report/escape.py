"""Texts in Markdown: nothing in them is taken for markup, by CommonMark or by GitHub's additions to it."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

# What may begin markup anywhere in a line; a full stop and a colon only where they make a bare address a link.
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>|~&$^@!]|(?<=\w):(?=//)|(?<=www)\.", re.IGNORECASE)
# What begins a block at the beginning of a line.
_START = re.compile(r"^(?:#{1,6}(?=\s|$)|[-+=:]|\d{1,9}(?=[.)](?:\s|$)))")

# What may stand in an address as it is; all else becomes a percent sign and two digits.
_PLAIN = "!#$%&'*+,-./:;=?@_~"


class Markup(str):
    """Text that is Markdown already."""

    __slots__ = ()


def escape(text: str) -> Markup:
    r"""The Markdown that reads as this one line of text.

    >>> print(escape("[a](javascript:x) *b* <i>"), escape("# c"), escape("1. d"))
    \[a\](javascript:x) \*b\* \<i\> \# c 1\. d
    """
    escaped = _SPECIAL.sub(r"\\\g<0>", text)
    if (found := _START.match(escaped)) is None:
        return Markup(escaped)
    at = found.end() if found[0].isdecimal() else 0
    return Markup(f"{escaped[:at]}\\{escaped[at:]}")


def link(address: str) -> Markup:
    """An address or the name of a file as the target of a link.

    >>> print(link("https://example.org/a b>(c)"))
    https://example.org/a%20b%3E%28c%29
    """
    return Markup(quote(address, safe=_PLAIN))


def finalize(value: Any) -> Any:
    """What Jinja puts into a Markdown template for a value: escaped unless it is :class:`Markup` or a number."""
    return escape(value) if isinstance(value, str) and not isinstance(value, Markup) else value
