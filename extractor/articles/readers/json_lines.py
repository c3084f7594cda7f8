"""JSON Lines: one object a line."""

from __future__ import annotations

import json

from extractor.articles.fields import records_of
from extractor.articles.record import Found, Place


def read(text: str, path: str) -> Found:
    """The articles of a JSON Lines file, with fragments ``line-1``, ``line-2``...; a bad line does not stop the others.

    The keys are those of ``extractor.articles.fields``; empty lines are passed over.
    """
    for number, line in enumerate(text.lstrip("\ufeff").split("\n"), start=1):
        if line.strip():
            yield from _line(line, Place(path).inside(f"line-{number}", number))


def _line(line: str, place: Place) -> Found:
    try:
        loaded = json.loads(line, strict=False)
    except json.JSONDecodeError as error:
        yield place.problem(f"not valid JSON: {error.msg}, column {error.colno}")
    except (ValueError, RecursionError) as error:
        yield place.problem(f"not valid JSON: {error}")
    else:
        if isinstance(loaded, dict):
            yield from records_of(loaded, place)
        else:
            yield place.problem("not an object: give it keys such as title, text and url")
