r"""The notation in which passages are annotated by hand, and its compiler to JSON Lines.

    python -m models.corpus.notation FILE.txt... > passages.jsonl

A file holds passages, separated by lines of ``---``:

    id: k001
    date: 2024-03-18
    title: Nvidia unveils Blackwell
    text: One paragraph. A line "text:" more is the next paragraph.
    c ORG Nvidia
    b CHIP B200 | Nvidia B200 | B200s
    c announces b
    c makes b
    b has_spec transistor_count 208000000000
    b has_spec memory_bandwidth 8 TB/s ~ bound=up to; by=c
    b compares_to - performance 4 x ~ by=c; conditions=FP4
    b has_status available 2024-Q4 ~ planned; by=c

An entity line is a key of lower-case letters and digits, a type, the name and further surface forms, each exactly as in
the text, separated by ``|``. A fact line is subject, predicate, then object; or attribute, value and unit (no unit for
a count); or baseline (``-`` where it is not named), metric, value and unit; or status and date (``-`` where there is
none). The unit is a symbol of the ontology's unit table. Behind ``~`` stand the modality (where it is not asserted) and
qualifiers, separated by ``;``: bound, conditions, date, amount, role, and ``by``, the key of the entity that says so (or
a name that stands in the text). Every problem is reported with file, line and what is wrong.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extractor.ontology import Ontology, load_ontology

KEY = re.compile(r"[a-z][a-z0-9]*")
QUALIFIERS = ("by", "bound", "conditions", "date", "amount", "role")


class NotationError(Exception):
    """A line that cannot be read, with file and line."""


def main() -> int:
    """Compile the files given on the command line to standard output; exit code 1 where something is wrong."""
    ontology = load_ontology()
    bad = 0
    for path in map(Path, sys.argv[1:]):
        for first, block in blocks(path.read_text(encoding="utf-8")):
            try:
                print(json.dumps(passage(block, first, str(path), ontology), ensure_ascii=False))
            except NotationError as error:
                bad += 1
                print(error, file=sys.stderr)
    return int(bad > 0)


def blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """The passages of a file: number of the first line, lines."""
    first = 1
    lines: list[str] = []
    for number, line in enumerate([*text.split("\n"), "---"], start=1):
        if line.strip() == "---":
            if any(one.strip() for one in lines):
                yield first, lines
            first, lines = number + 1, []
        else:
            lines.append(line)


def passage(lines: list[str], first: int, file: str, ontology: Ontology) -> dict[str, Any]:
    """One passage as the record of the corpus. Raises :class:`NotationError`."""
    record: dict[str, Any] = {"id": "", "title": "", "published": None, "text": "", "entities": [], "facts": []}
    types: dict[str, str] = {}
    for number, line in enumerate(lines, start=first):
        try:
            _line(line.strip(), record, types, ontology)
        except (ValueError, IndexError, KeyError) as error:
            raise NotationError(f"{file}:{number}: {error} in {line.strip()!r}") from error
    if not record["id"] or not record["text"]:
        raise NotationError(f"{file}:{first}: a passage needs id: and text:")
    return record


def _line(line: str, record: dict[str, Any], types: dict[str, str], ontology: Ontology) -> None:
    if not line or line.startswith("#"):
        return
    head, _, rest = line.partition(" ")
    if head in ("id:", "date:", "title:"):
        record["published" if head == "date:" else head[:-1]] = rest.strip()
    elif head == "text:":
        record["text"] += ("\n\n" if record["text"] else "") + rest.strip()
    elif not KEY.fullmatch(head):
        raise ValueError("neither a heading nor a key")
    elif rest.split(" ")[0] in ontology.types:
        _entity(head, rest, record, types)
    else:
        record["facts"].append(_fact(line, types, _text(record), ontology))


def _entity(key: str, rest: str, record: dict[str, Any], types: dict[str, str]) -> None:
    type_, _, names = rest.partition(" ")
    forms = [form.strip() for form in names.split("|")]
    text = _text(record)
    for form in forms:
        if not form or form not in text:
            raise ValueError(f"mention {form!r} is not in the text")
    if key in types:
        raise ValueError(f"key {key} is used twice")
    types[key] = type_
    record["entities"].append({"id": key, "type": type_, "name": forms[0], "mentions": list(dict.fromkeys(forms))})


def _text(record: dict[str, Any]) -> str:
    return f"{record['title']}\n\n{record['text']}"


def _fact(line: str, types: dict[str, str], text: str, ontology: Ontology) -> dict[str, Any]:
    said, _, extra = line.partition(" ~ ")
    subject, name, *rest = said.split()
    predicate = ontology.predicates.get(name)
    if predicate is None:
        raise ValueError(f"unknown type or predicate {name!r}")
    if subject not in types:
        raise ValueError(f"unknown key {subject!r}")
    fact: dict[str, Any] = {"s": subject, "p": name}
    object_ = None
    if predicate.kind == "relation":
        (object_,) = rest
        fact["o"] = object_
    elif predicate.kind == "comparison":
        object_ = None if rest.pop(0) == "-" else said.split()[2]
        fact["o"] = object_
        fact |= _value("metric", rest, ontology)
    elif predicate.kind == "spec":
        fact |= _value("attribute", rest, ontology)
    else:
        fact |= _status(rest, ontology)
    if object_ is not None and object_ not in types:
        raise ValueError(f"unknown key {object_!r}")
    if not predicate.allows(types[subject], types[object_] if object_ else None):
        raise ValueError(f"{types[subject]} {name} {types.get(object_ or '', 'nothing')} is not allowed")
    if object_ == subject:
        raise ValueError("a fact from an entity to itself")
    return fact | _qualifiers(extra, types, text, ontology)


def _value(key: str, rest: list[str], ontology: Ontology) -> dict[str, Any]:
    attribute, amount, *unit = rest
    if attribute not in ontology.attributes:
        raise ValueError(f"unknown {key} {attribute!r}")
    symbol = " ".join(unit)
    if symbol not in ontology.units.units:
        known = ontology.units.symbol(symbol)
        raise ValueError(f"unknown unit {symbol!r}" + (f"; its symbol is {known}" if known else ""))
    number = float(amount.replace(",", ""))
    return {key: attribute, "value": int(number) if number.is_integer() else number, "unit": symbol}


def _status(rest: list[str], ontology: Ontology) -> dict[str, Any]:
    status, *date = rest
    if status not in ontology.statuses:
        raise ValueError(f"unknown status {status!r}")
    if date and date[0] != "-" and not re.fullmatch(r"\d{4}(-(Q[1-4]|H[12]|\d\d(-\d\d)?))?", date[0]):
        raise ValueError(f"date {date[0]!r} is not like 2026, 2026-Q1, 2026-H2, 2026-03 or 2026-03-14")
    return {"status": status} | ({"date": date[0]} if date and date[0] != "-" else {})


def _qualifiers(extra: str, types: dict[str, str], text: str, ontology: Ontology) -> dict[str, str]:
    found = {"modality": "asserted"}
    for part in filter(None, (one.strip() for one in extra.split(";"))):
        key, equals, value = (one.strip() for one in part.partition("="))
        if not equals:
            if key not in ontology.modalities:
                raise ValueError(f"unknown modality {key!r}")
            found["modality"] = key
        elif key not in QUALIFIERS or not value:
            raise ValueError(f"{part!r} is no qualifier; there are {', '.join(QUALIFIERS)}, each with a text")
        elif key != "by":
            found[key] = value
        elif value in types or re.search(rf"(?<!\w){re.escape(value)}(?!\w)", text):
            found["attributed_to"] = value
        else:
            raise ValueError(f"by={value} is neither a key nor in the text")
    return found


if __name__ == "__main__":
    sys.exit(main())
