"""Reads CSV files as ``neo4j-admin database import`` is documented to do, strictly: what it would refuse is an error here.

Header fields are ``name:type`` or one of the special fields; texts may be quoted, a doubled quotation mark is one; an empty
field is absent, a quoted empty one is an empty text; arrays are split at the delimiter, with no escape; ids are unique;
relationships lead to nodes that there are. To be imported with --multiline-fields=true --array-delimiter=U+001F.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

DELIMITER = "\x1f"
SPECIAL = {"ID", "LABEL", "START_ID", "END_ID", "TYPE"}
TYPES = {"int", "long", "float", "double", "boolean", "byte", "short", "char", "string", "point", "date", "datetime"}
NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][-+]?\d+)?")
Field = str | None


class NotImportable(Exception):  # noqa: N818
    pass


def records(text: str) -> Iterator[list[Field]]:
    """The records of the file, an unquoted empty field as ``None``."""
    place, record = 0, []
    while place < len(text):
        if text[place] == '"':
            end = place + 1
            while True:
                end = text.find('"', end)
                if end < 0:
                    raise NotImportable("a quotation mark is not closed")
                if text[end : end + 2] != '""':
                    break
                end += 2
            record.append(text[place + 1 : end].replace('""', '"'))
            place = end + 1
        else:
            found = re.compile(r"[^,\n\r]*").match(text, place)
            assert found is not None
            if '"' in found[0]:
                raise NotImportable(f"a quotation mark within {found[0]!r}")
            record.append(found[0] or None)
            place = found.end()
        if place < len(text) and text[place] not in ",\n":
            raise NotImportable(f"{text[place]!r} behind a field")
        if place == len(text) or text[place] == "\n":
            yield record
            record = []
        elif place + 1 == len(text):
            record.append(None)
        place += 1


def rows(data: bytes, needed: set[str]) -> Iterator[dict[str, Any]]:
    """The rows of a file by column, with the types that the header declares."""
    found = records(data.decode())
    header = [_column(field) for field in next(found)]
    names = [name for name, _ in header]
    if len(set(names)) != len(names) or not needed <= {kind for _, kind in header}:
        raise NotImportable(f"the header {header} has a column twice or lacks one of {needed}")
    for record in found:
        if len(record) != len(header):
            raise NotImportable(f"{len(record)} fields under {len(header)} columns: {record}")
        yield {
            name: _value(field, kind) for (name, kind), field in zip(header, record, strict=True) if field is not None
        }


def graph(nodes: bytes, edges: bytes) -> tuple[dict[str, dict[str, Any]], list[dict[str, Any]]]:
    """Nodes by id and relationships, as they are after the import."""
    found: dict[str, dict[str, Any]] = {}
    for row in rows(nodes, {"ID", "LABEL"}):
        if row["id"] in found:
            raise NotImportable(f"the node {row['id']} is there twice")
        found[row["id"]] = row
    relationships = list(rows(edges, {"START_ID", "END_ID", "TYPE"}))
    for row in relationships:
        if row[":START_ID"] not in found or row[":END_ID"] not in found or not row[":TYPE"]:
            raise NotImportable(f"a relationship leads nowhere: {row}")
    return found, relationships


def _column(field: Field) -> tuple[str, str]:
    name, colon, kind = (field or "").rpartition(":")
    if not colon or ":" in name or (kind.removesuffix("[]") not in TYPES and kind not in SPECIAL):
        raise NotImportable(f"{field!r} is no column")
    return (name or f":{kind}"), kind


def _value(field: str, kind: str) -> Any:
    if kind.endswith("[]") or kind == "LABEL":
        return [
            _value(item, "string" if kind == "LABEL" else kind.removesuffix("[]")) for item in field.split(DELIMITER)
        ]
    if kind in ("double", "long"):
        if not NUMBER.fullmatch(field):
            raise NotImportable(f"{field!r} is no number")
        return int(field) if kind == "long" else float(field)
    if kind == "boolean":
        return {"true": True, "false": False}[field]
    return field
