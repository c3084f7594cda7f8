"""The quantity: a number with its unit as a text states it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit.

    ``amount`` is in ``unit`` as written ("192 GB" is 192 and "GB"; "80 billion transistors" is 80000000000 and "").
    ``unit`` is a symbol of the ontology's unit table, "" for a count. ``text`` is the wording. ``bound`` is the wording
    that qualifies the number ("up to", "more than"), ``low`` the lower end of a range (``amount`` is the upper).
    """

    amount: int | float
    unit: str
    text: str
    bound: str | None = None
    low: int | float | None = None
