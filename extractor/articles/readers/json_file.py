"""JSON: one object, a list of objects, or an object with a list ``articles``."""

from __future__ import annotations

import json
from typing import Any

from extractor.articles.fields import records_of
from extractor.articles.readers import json_lines
from extractor.articles.record import Found, Place


def read(text: str, path: str) -> Found:
    """The articles of a JSON file; those of a list have fragments ``item-1``, ``item-2``...

    The keys are those of ``extractor.articles.fields``. A file with one object a line is read as JSON Lines.
    """
    place = Place(path)
    try:
        loaded = json.loads(text.strip("\ufeff"), strict=False)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" and "\n" in text:
            yield from json_lines.read(text, path)
        else:
            yield Place(path, line=error.lineno).problem(f"not valid JSON: {error.msg}, column {error.colno}")
    except (ValueError, RecursionError) as error:
        yield place.problem(f"not valid JSON: {error}")
    else:
        yield from _articles(loaded, place)


def _articles(loaded: Any, place: Place) -> Found:
    if isinstance(loaded, dict) and "articles" not in loaded:
        yield from records_of(loaded, place)
        return
    items = loaded.get("articles") if isinstance(loaded, dict) else loaded
    if not isinstance(items, list):
        yield place.problem('neither an object, nor a list of objects, nor {"articles": [...]}')
        return
    if not items:
        yield place.problem("an empty list of articles")
    for number, item in enumerate(items, start=1):
        inner = place.inside(f"item-{number}")
        if isinstance(item, dict):
            yield from records_of(item, inner)
        else:
            yield inner.problem("not an object: give it keys such as title, text and url")
