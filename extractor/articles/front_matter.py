"""The block between two --- lines at the head of a Markdown file: split off, checked, loaded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_OPEN = re.compile(r"\s*^---[ \t]*\n", re.MULTILINE)
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*$\n?", re.MULTILINE)
_KEY = re.compile(r"(?:[ \t]*(?:#.*)?\n)*[\"']?[A-Za-z_][\w .-]{0,60}[\"']?[ \t]*:(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Split:
    """The YAML ``block``, the file's ``line`` that it starts on, the ``body``, whether a second --- closed it."""

    block: str
    line: int
    body: str
    closed: bool


def split(text: str) -> Split | None:
    """Front matter and body of a text, or ``None`` where the text has no front matter.

    A first --- line opens it only where a key, or at once the closing line, follows: a rule above plain text does not.
    """
    opening = _OPEN.match(text.removeprefix("\ufeff"))
    if not opening or opening[0].strip() != "---":
        return None
    rest, line = text.removeprefix("\ufeff")[opening.end() :], opening[0].count("\n") + 1
    closing = _CLOSE.search(rest)
    if not _KEY.match(rest) and not (closing and not rest[: closing.start()].strip()):
        return None
    if closing is None:
        return Split(rest, line, "", closed=False)
    return Split(rest[: closing.start()], line, rest[closing.end() :], closed=True)


def as_mapping(loaded: object) -> dict[Any, Any] | None:
    """The loaded block where it is a mapping (an empty block is an empty one), else ``None``."""
    return {} if loaded is None else loaded if isinstance(loaded, dict) else None
