"""The one place where characters that files and terminals cannot hold are replaced.

:func:`well_formed` keeps the length, so that offsets stay true, and is applied to every document. :func:`printable` and
:func:`one_line` are for what is derived from it: networks, tables, terminals.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from extractor.graph.schema import SURROGATE

T = TypeVar("T")

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def well_formed(value: T) -> T:
    r"""The same text, tuple or dataclass without lone surrogates, which no UTF-8 file can hold.

    >>> well_formed(("a\ud800b", 1))
    ('a�b', 1)
    """
    return _map(value)  # type: ignore[no-any-return]


def _map(value: Any) -> Any:
    if value is None:
        return None
    if isinstance(value, str):
        return SURROGATE.sub(REPLACEMENT, value)
    if isinstance(value, tuple):
        return tuple(map(_map, value))
    names = _fields(type(value))
    changed = {name: new for name in names if (new := _map(old := getattr(value, name))) != old}
    return replace(value, **changed) if changed else value


_FIELDS: dict[type[Any], tuple[str, ...]] = {}


def _fields(kind: type[Any]) -> tuple[str, ...]:
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
    return _FIELDS[kind]


def printable(text: str) -> str:
    r"""The text without characters that XML 1.0 cannot hold or terminals obey; all line ends become ``\n``.

    >>> printable("H\x00100\r\nGPU")
    'H�100\nGPU'
    """
    return _NOT_XML.sub(REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    r"""The text on one line: printable, with every run of blanks, tabs and line ends as one blank.

    >>> one_line("192 GB\tof\n HBM3")
    '192 GB of HBM3'
    """
    return " ".join(printable(text).split())
