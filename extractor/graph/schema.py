"""The JSON Schema of the graph document, and a check against it that needs no further package.

``schema.json`` is the only list of the document's fields. :func:`violations` reads the keywords that it uses; the tests
hold it to the verdict of the jsonschema package.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from functools import cache
from importlib import resources
from typing import Any

Schema = dict[str, Any]
Path = tuple[Any, str | int] | None  # the path of the parent, and the key below it; rendered only where it is reported
Violation = tuple[str, str]
Found = tuple[Path, str]
Check = Callable[[Any, Schema, Path, list[Found]], None]

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


def violations(value: Any) -> list[Violation]:
    """Where ``value`` breaks the schema: pairs of a place such as ``facts[3].value.amount`` and a reason.

    >>> violations({"schema": "hardware-announcements/1", "articles": [], "entities": [{}]})[0]
    ('', "lacks the field 'facts'")
    """
    return [(_render(path), reason) for path, reason in _walk(value, document_schema(), None)]


def _walk(value: Any, rules: Schema, path: Path) -> list[Found]:
    """The places below ``path`` where ``value`` breaks ``rules``; a value of the wrong type is looked at no further."""
    kinds, checks = _plan(rules)
    if type(value) is str and SURROGATE.search(value):
        return [(path, "holds half a character (a lone surrogate)")]
    for is_kind in kinds:
        if is_kind(value):
            break
    else:
        if kinds:
            names = rules["type"]
            return [(path, f"must be {names if isinstance(names, str) else ' or '.join(names)}, not {_short(value)}")]
    found: list[Found] = []
    for check in checks:
        check(value, rules, path, found)
    return found


_PLANS: dict[int, tuple[list[Callable[[Any], bool]], list[Check]]] = {}


def _plan(rules: Schema) -> tuple[list[Callable[[Any], bool]], list[Check]]:
    """The tests that a part of the schema asks for, looked up once: documents are large and parts are few."""
    plan = _PLANS.get(id(rules))
    if plan is None:
        names = rules.get("type", [])
        kinds = [TYPES[name] for name in ([names] if isinstance(names, str) else names)]
        plan = _PLANS[id(rules)] = (
            kinds,
            list(dict.fromkeys(check for keyword, check in CHECKS.items() if keyword in rules)),
        )
    return plan


def _render(path: Path) -> str:
    if path is None:
        return ""
    parent, key = _render(path[0]), path[1]
    return f"{parent}[{key}]" if isinstance(key, int) else f"{parent}.{key}" if parent else key


def _short(value: Any) -> str:
    shown = json.dumps(value, ensure_ascii=False).encode("ascii", "backslashreplace").decode()
    return shown if len(shown) <= 40 else f"{shown[:37]}..."


def _reference(value: Any, rules: Schema, path: Path, found: list[Found]) -> None:
    found += _walk(value, document_schema()["$defs"][rules["$ref"].rpartition("/")[2]], path)


def _constant(value: Any, rules: Schema, path: Path, found: list[Found]) -> None:
    if value != rules["const"]:
        found.append((path, f"must be {_short(rules['const'])}, not {_short(value)}"))


def _enumerated(value: Any, rules: Schema, path: Path, found: list[Found]) -> None:
    if value not in rules["enum"]:
        found.append((path, f"must be one of {', '.join(map(_short, rules['enum']))}, not {_short(value)}"))


def _required(value: Any, rules: Schema, path: Path, found: list[Found]) -> None:
    if isinstance(value, dict):
        found += [(path, f"lacks the field {name!r}") for name in rules["required"] if name not in value]


def _properties(value: Any, rules: Schema, path: Path, found: list[Found]) -> None:
    if isinstance(value, dict):
        for name, below in rules["properties"].items():
            if name in value:
                found += _walk(value[name], below, (path, name))


def _additional(value: Any, rules: Schema, path: Path, found: list[Found]) -> None:
    for name in value if isinstance(value, dict) else ():
        if name not in rules.get("properties", ()):
            found += _walk(value[name], rules["additionalProperties"], (path, name))


def _items(value: Any, rules: Schema, path: Path, found: list[Found]) -> None:
    if isinstance(value, list):
        for number, item in enumerate(value):
            found += _walk(item, rules["items"], (path, number))


def _size(value: Any, rules: Schema, path: Path, found: list[Found]) -> None:
    if isinstance(value, list | str) and not value:
        found.append((path, "must not be empty"))


def _bounds(value: Any, rules: Schema, path: Path, found: list[Found]) -> None:
    if not _finite(value):
        return
    above, low, high = rules.get("exclusiveMinimum"), rules.get("minimum"), rules.get("maximum")
    if above is not None and value <= above:
        found.append((path, f"must be more than {above}, not {value}"))
    if low is not None and value < low:
        found.append((path, f"must be at least {low}, not {value}"))
    if high is not None and value > high:
        found.append((path, f"must be at most {high}, not {value}"))


def _pattern(value: Any, rules: Schema, path: Path, found: list[Found]) -> None:
    if isinstance(value, str) and not re.search(rules["pattern"], value):
        found.append((path, f"{_short(value)} is not of the form {rules['pattern']}"))


def _all_of(value: Any, rules: Schema, path: Path, found: list[Found]) -> None:
    for part in rules["allOf"]:
        if "if" not in part or not _walk(value, part["if"], path):
            found += _walk(value, part.get("then", part), path)


def _forbidden(value: Any, rules: Schema, path: Path, found: list[Found]) -> None:
    if not _walk(value, rules["not"], path):
        found.append((path, "must be something else"))


CHECKS: dict[str, Check] = {
    "$ref": _reference,
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
