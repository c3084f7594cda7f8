"""Single values of loose records: to text, to an address, to a list of topics."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)
_NO_DATE = frozenset({"", "true", "false", "yes", "no", "null", "none", "~"})


def as_text(value: object) -> str | None:
    """The value as text: strings as they are, numbers written out; ``None`` for anything else."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return None


def first_text(values: Iterable[object]) -> str | None:
    """The first value that is text or a number and not blank; ``None`` where there is none."""
    return next((text for value in values if (text := as_text(value)) and text.strip()), None)


def first_address(values: Iterable[object]) -> tuple[str | None, bool]:
    """The first http(s) address among the values, and whether any value was given at all."""
    texts = [text.strip() for value in values if (text := as_text(value)) and text.strip()]
    return next((text for text in texts if _ADDRESS.fullmatch(text)), None), bool(texts)


def domain(address: str) -> str | None:
    """The site of an address; ``None`` where it names none.

    >>> domain("https://www.Chips.example:8080/a")
    'chips.example'
    """
    try:
        host = urlsplit(address).hostname
    except ValueError:  # half an IPv6 address
        return None
    return (host or "").removeprefix("www.") or None


def date_texts(values: Iterable[object]) -> list[str]:
    """The values that may be dates; flags ("published: false") are not."""
    texts = (text.strip() for value in values if (text := as_text(value)))
    return [text for text in texts if text.lower() not in _NO_DATE]


def topic_texts(value: object) -> list[str]:
    """Topics from a list (of strings or of mappings with a name) or from one string with commas."""
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    if not isinstance(value, list | tuple):
        return []
    named = (item.get("name") or item.get("term") if isinstance(item, dict) else item for item in value)
    return [text.strip() for item in named if (text := as_text(item)) and text.strip()]
