"""The JSON Schema of the graph document, and a check against it that needs no further package.

``schema.json`` is the only list of the document's fields. :func:`violations` reads the keywords that it uses; the tests
hold it to the verdict of the jsonschema package.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib import resources
from typing import Any

Schema = dict[str, Any]
Found = Iterator[tuple[str, str]]

SURROGATE = re.compile("[\ud800-\udfff]")


def _finite(value: Any) -> bool:
    try:
        return not isinstance(value, bool) and isinstance(value, int | float) and math.isfinite(value)
    except OverflowError:
        return False


TYPES: dict[str, Callable[[Any], bool]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "number": _finite,
    "integer": lambda value: _finite(value) and value == value // 1,
}


@cache
def document_schema() -> Schema:
    """The schema of the whole document.

    >>> document_schema()["required"]
    ['schema', 'articles', 'entities', 'facts']
    """
    text = resources.files("extractor.graph").joinpath("schema.json").read_text(encoding="utf-8")
    loaded: Schema = json.loads(text)
    return loaded


def violations(value: Any, schema: Schema | None = None, path: str = "") -> Found:
    """Where ``value`` breaks the schema: pairs of a place such as ``facts[3].value.amount`` and a reason.

    >>> list(violations({"schema": "hardware-announcements/1", "articles": [], "entities": [{}]}))[0]
    ('', "lacks the field 'facts'")
    """
    rules = document_schema() if schema is None else schema
    if "$ref" in rules:
        yield from violations(value, document_schema()["$defs"][rules["$ref"].rpartition("/")[2]], path)
    if isinstance(value, str) and SURROGATE.search(value):
        yield path, "holds half a character (a lone surrogate)"
        return
    kinds = rules.get("type", ())
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(TYPES[kind](value) for kind in kinds):
        yield path, f"must be {' or '.join(kinds)}, not {_short(value)}"
        return
    for keyword, check in CHECKS.items():
        if keyword in rules:
            yield from check(value, rules, path)


def _short(value: Any) -> str:
    shown = json.dumps(value, ensure_ascii=False).encode("ascii", "backslashreplace").decode()
    return shown if len(shown) <= 40 else f"{shown[:37]}..."


def _constant(value: Any, rules: Schema, path: str) -> Found:
    if value != rules["const"]:
        yield path, f"must be {_short(rules['const'])}, not {_short(value)}"


def _enumerated(value: Any, rules: Schema, path: str) -> Found:
    if value not in rules["enum"]:
        yield path, f"must be one of {', '.join(map(_short, rules['enum']))}, not {_short(value)}"


def _required(value: Any, rules: Schema, path: str) -> Found:
    if isinstance(value, dict):
        yield from ((path, f"lacks the field {name!r}") for name in rules["required"] if name not in value)


def _properties(value: Any, rules: Schema, path: str) -> Found:
    for name, below in rules["properties"].items() if isinstance(value, dict) else ():
        if name in value:
            yield from violations(value[name], below, f"{path}.{name}" if path else name)


def _additional(value: Any, rules: Schema, path: str) -> Found:
    for name in value if isinstance(value, dict) else ():
        if name not in rules.get("properties", ()):
            yield from violations(value[name], rules["additionalProperties"], f"{path}.{name}")


def _items(value: Any, rules: Schema, path: str) -> Found:
    for number, item in enumerate(value if isinstance(value, list) else ()):
        yield from violations(item, rules["items"], f"{path}[{number}]")


def _size(value: Any, rules: Schema, path: str) -> Found:
    if isinstance(value, list | str) and not value:
        yield path, "must not be empty"


def _bounds(value: Any, rules: Schema, path: str) -> Found:
    if not TYPES["number"](value):
        return
    above, low, high = rules.get("exclusiveMinimum"), rules.get("minimum"), rules.get("maximum")
    if (low is not None and value < low) or (above is not None and value <= above):
        yield path, f"must be {'at least' if above is None else 'more than'} {low if above is None else above}"
    if high is not None and value > high:
        yield path, f"must be at most {high}, not {value}"


def _pattern(value: Any, rules: Schema, path: str) -> Found:
    if isinstance(value, str) and not re.search(rules["pattern"], value):
        yield path, f"{_short(value)} is not of the form {rules['pattern']}"


def _all_of(value: Any, rules: Schema, path: str) -> Found:
    for part in rules["allOf"]:
        if "if" not in part or next(violations(value, part["if"], path), None) is None:
            yield from violations(value, part.get("then", part), path)


def _forbidden(value: Any, rules: Schema, path: str) -> Found:
    if next(violations(value, rules["not"], path), None) is None:
        yield path, "must be something else"


CHECKS: dict[str, Callable[[Any, Schema, str], Found]] = {
    "const": _constant,
    "enum": _enumerated,
    "required": _required,
    "properties": _properties,
    "additionalProperties": _additional,
    "items": _items,
    "minItems": _size,
    "minLength": _size,
    "minimum": _bounds,
    "exclusiveMinimum": _bounds,
    "maximum": _bounds,
    "pattern": _pattern,
    "allOf": _all_of,
    "not": _forbidden,
}
