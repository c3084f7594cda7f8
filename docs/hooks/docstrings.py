"""Docstrings as Markdown: roles (``:class:`X```) become code, doctests become blocks of code."""

from __future__ import annotations

import re
from typing import Any

import griffe

_ROLE = re.compile(r":(?:class|meth|func|mod|attr|data):`~?([^`]+)`")
_DOCTEST = re.compile(r"^>>> .*?(?=\n\s*\n|\Z)", re.MULTILINE | re.DOTALL)


def as_markdown(docstring: str) -> str:
    """The docstring with roles and doctests as Markdown.

    >>> as_markdown("See :class:`~extractor.Fact`.")
    'See `extractor.Fact`.'
    """
    return _DOCTEST.sub(lambda test: f"```pycon\n{test[0]}\n```", _ROLE.sub(r"`\1`", docstring))


class Markdown(griffe.Extension):
    """Rewrites every docstring that is loaded."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        """Called by griffe for every module, class, function and attribute."""
        if obj.docstring:
            obj.docstring.value = as_markdown(obj.docstring.value)
