"""The words of the report: the YAML files beside this one, and how statements are made of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

Words = Mapping[str, Any]


@cache
def words(name: str) -> Words:
    """The words of a file of ``data``: "words", "predicates" or "sections".

    >>> words("predicates")["supplies"]["says"]
    'supplies'
    """
    text = resources.files(__package__).joinpath("data", f"{name}.yaml").read_text(encoding="utf-8")
    loaded: Words = yaml.safe_load(text)
    return loaded


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun, small numbers in words.

    >>> counted(1, "source"), counted(2, "reply", "replies"), counted(40, "source")
    ('one source', 'two replies', '40 sources')
    """
    known = words("words")["numbers"]
    said = known[number] if number < len(known) else f"{number:,}"
    return f"{said} {one if number == 1 else many or one + 's'}"


def listed(names: Iterable[str], last: str = "and") -> str:
    """Names in a row.

    >>> listed(["A"]), listed(["A", "B"]), listed(["A", "B", "C"])
    ('A', 'A and B', 'A, B and C')
    """
    *first, end = names
    return f"{', '.join(first)} {last} {end}" if first else end


def capital(text: str) -> str:
    """The text with a capital in front: the start of a sentence or a cell."""
    return text[:1].upper() + text[1:]


def does(predicate: str, form: str = "says") -> str:
    """A form of a predicate; an unknown one reads as it is written.

    >>> does("supplies"), does("supplies", "infinitive"), does("feeds_on")
    ('supplies', 'supply', 'feeds on')
    """
    known: str = words("predicates").get(predicate, {}).get(form, predicate.replace("_", " "))
    return known
