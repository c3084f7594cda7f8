"""HTML fragments (excerpts, feed summaries) to text: one pass over the tags, linear in time, without recursion."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from extractor.articles.wrapping import unwrapped

_TAG = re.compile(
    r"<(/?)([A-Za-z][A-Za-z0-9]*+)(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*+>|<!--|<![A-Za-z\[][^<>]*+>|<\?[^<>]*+>"
)
_ENTITY = re.compile(r"&(?:#\d{1,8}|#[xX][0-9A-Fa-f]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")
_POWER = re.compile(r"(?<=\d)\s{0,3}<sup(?:\s[^<>]*)?>\s{0,3}([+\-−–]?\d{1,4})\s{0,3}</sup>", re.IGNORECASE)
_HIDDEN = frozenset({"script", "style", "template", "noscript", "head"})
_PARAGRAPHS = (
    "address article aside blockquote dd div dl dt figure figcaption footer form h1 h2 h3 h4 h5 h6 header hr main nav"
    " ol p pre section table tbody thead ul body html title"
)
_LINE = frozenset({"br", "li", "tr", "caption"})
_CELL = frozenset({"td", "th"})
_INLINES = (
    "a abbr acronym audio b bdi bdo big button center cite code col colgroup data del details dfn em embed fieldset"
    " font i iframe img input ins kbd label legend link mark meta meter object optgroup option output param picture"
    " progress q rp rt ruby s samp select small source span strike strong sub summary sup svg path textarea tfoot time"
    " track tt u var video wbr"
)
_PARAGRAPH = frozenset(_PARAGRAPHS.split())
_KNOWN = _HIDDEN | _PARAGRAPH | _LINE | _CELL | frozenset(_INLINES.split())


def powers(text: str) -> str:
    """The HTML with ``10<sup>15</sup>`` written as ``10^15``."""
    return _POWER.sub(r"^\1", text)


def html_to_text(text: str, *, lines: bool = False) -> str:
    """Text of an HTML fragment: tags gone, entities as characters, paragraphs on lines of their own.

    What only looks like a tag ("<10 ms", "List<Chip>") stays. Text of scripts and styles is never part of the result.
    With ``lines`` line ends are known to mean something; without it they are blanks beside tags of paragraphs, else those
    of a plain text that may be wrapped.
    """
    blocks = False
    if "<" in text:
        pieces = list(_pieces(powers(text)))
        blocks = not lines and any(tag and "\n" in piece for piece, tag in pieces)
        text = "".join(re.sub(r"\s+", " ", piece) if blocks and not tag else piece for piece, tag in pieces)
    if not blocks and not lines:
        text = unwrapped(text)
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text)


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Stretches of text (second item false) and what stands for a tag (true)."""
    place = 0
    while found := _TAG.search(text, place):
        yield text[place : found.start()], False
        tag, place = (found[2] or "").lower(), found.end()
        if found[0] == "<!--":
            place = _after(text, "-->", place)
        elif tag in _HIDDEN and not found[1]:
            place = _after_hidden(text, tag, place)
        elif tag and tag not in _KNOWN:
            yield found[0], False
        else:
            yield _stands_for(tag), True
    yield text[place:], False


def _stands_for(tag: str) -> str:
    if tag in _PARAGRAPH:
        return "\n\n"
    return "\n" if tag in _LINE else " " if tag in _CELL else ""


def _after(text: str, end: str, place: int) -> int:
    found = text.find(end, place)
    return len(text) if found < 0 else found + len(end)


def _after_hidden(text: str, tag: str, place: int) -> int:
    ends = "</head>|<body" if tag == "head" else f"</{tag}"
    found = re.compile(ends, re.IGNORECASE).search(text, place)
    return found.start() if found else len(text)
