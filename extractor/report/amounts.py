"""Quantities as people read them."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.ontology.quantity import Quantity
from extractor.query import Side
from extractor.query.agreement.conditions import COUNTED
from extractor.report.wording import words


def number_text(amount: int | float) -> str:
    """A number; large ones with a word for their magnitude where that loses nothing.

    >>> [number_text(n) for n in (208e9, 1440, 0.5, 1234567, 2_500_000, 16384, 2016)]
    ['208 billion', '1,440', '0.5', '1,234,567', '2.5 million', '16,384', '2,016']
    """
    for size, name in words("words")["magnitudes"].items():
        if abs(amount) >= size and round(amount / size, 3) * size == amount:
            return f"{_plain(round(amount / size, 3))} {name}"
    return _plain(amount)


def quantity_text(value: Quantity, noun: str = "") -> str:
    """A quantity with its bound, range and unit; ``noun`` is what a bare number counts.

    >>> quantity_text(Quantity(40000, "USD", "", low=30000)), quantity_text(Quantity(4.0, "TB/s", "", bound="up to"))
    ('$30,000 to $40,000', 'up to 4 TB/s')
    >>> quantity_text(Quantity(1, "", "one"), "chip"), quantity_text(Quantity(96, "", "96"), "cores")
    ('1 chip', '96 cores')
    """
    sign = words("words")["money"].get(value.unit, "")
    unit = "" if sign else value.unit or noun
    ends = [value.amount] if value.low is None else [value.low, value.amount]
    said = " to ".join(sign + number_text(end) if end >= 0 else f"-{sign}{number_text(-end)}" for end in ends)
    said = f"{said}%" if unit == "%" else f"{said} {unit}"
    return " ".join(filter(None, (bound_text(value.bound), said.strip())))


def bound_text(bound: str | None) -> str:
    """A bound as it stands before a number.

    >>> bound_text("exceed"), bound_text("up to"), bound_text(None)
    ('more than', 'up to', '')
    """
    told = (bound or "").lower()
    return str(words("words")["bounds"].get(told, told))


def compared_text(value: Quantity) -> str:
    """The outcome of a comparison.

    >>> [compared_text(v) for v in (Quantity(4, "x", ""), Quantity(-30, "%", "", "about"), Quantity(60, "%", "", low=50))]
    ['4 times', 'about 30% lower', '50 to 60% higher']
    """
    said = words("sections")["comparisons"]
    if value.unit not in ("x", "%"):
        return quantity_text(value)
    form: str = said["times"] if value.unit == "x" else said["lower" if value.amount < 0 else "higher"]
    plain = replace(value, unit="", amount=abs(value.amount), low=None if value.low is None else abs(value.low))
    if plain.low is not None and plain.low > plain.amount:
        plain = replace(plain, amount=plain.low, low=plain.amount)
    return form.format(amount=quantity_text(plain))


def side_text(side: Side, label: str) -> str:
    """The value of a side as it is stated, with its conditions: "up to 20 PFLOPS (FP4)"."""
    claim = side.claims[0]
    fact, stated = claim.fact, dict(claim.conditions)
    if fact.value is None:
        return fact.said
    if fact.attribute == "other":
        said = fact.value.text
    else:
        said = quantity_text(fact.value, _noun(fact.quotes[0], stated.get(COUNTED, ""), label, fact.value.amount))
    told = ", ".join(filter(None, (condition_text(name, value) for name, value in stated.items() if name != COUNTED)))
    return f"{said} ({told})" if told else said


def condition_text(name: str, value: str) -> str:
    """A condition in words.

    >>> condition_text("number_format", "fp8"), condition_text("sparsity", "dense"), condition_text("scope", "stack")
    ('FP8', 'without sparsity', 'per stack')
    """
    known = words("words")
    if name in known["upper_conditions"]:
        return value.upper()
    said: str = known["conditions"].get(name, {}).get(value, value.replace("_", " "))
    return said


def _noun(quote: str, counted: str, label: str, amount: float) -> str:
    """What is counted, as the sentence writes it ("GPUs"), else the label of the attribute; in the number that fits."""
    found = re.search(rf"(?<!\w){re.escape(counted)}(?:e?s)?(?!\w)", quote, re.IGNORECASE) if counted else None
    noun = found[0] if found else counted or label
    if noun.casefold().rstrip("s") == label.casefold().rstrip("s") and label not in words("words")["kept_nouns"]:
        return ""
    if amount == 1:
        return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
    return noun if noun.endswith("s") else f"{noun}s"


def _plain(amount: int | float) -> str:
    return f"{amount:,.12g}" if abs(amount) < 1e12 else f"{amount:,.0f}"
