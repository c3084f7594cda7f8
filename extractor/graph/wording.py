"""Values in words, as labels of the network and in the sentences of the query API."""

from __future__ import annotations

from extractor.facts.fact import Fact
from extractor.graph.encode import number
from extractor.graph.scrub import one_line
from extractor.ontology.inflection import with_s
from extractor.ontology.quantity import Quantity


def amount_text(amount: int | float) -> str:
    """A number for reading.

    >>> amount_text(80e9), amount_text(0.5), amount_text(1999)
    ('80,000,000,000', '0.5', '1999')
    """
    amount = number(amount)
    return f"{amount:,}" if isinstance(amount, int) and abs(amount) >= 10_000 else str(amount)


def quantity_text(value: Quantity) -> str:
    """A number with its unit, bound and lower end of a range in front.

    >>> quantity_text(Quantity(4, "x", "up to 4x", bound="up to")), quantity_text(Quantity(4, "x", "2-4x", low=2))
    ('up to 4 x', '2 to 4 x')
    """
    low = "" if value.low is None else f"{amount_text(value.low)} to"
    return one_line(f"{value.bound or ''} {low} {amount_text(value.amount)} {value.unit}")


def value_text(fact: Fact) -> str:
    """What a fact says besides its subject and object, in words: empty for a plain relation.

    >>> value_text(Fact("chip:x", "has_spec", attribute="core_count", value=Quantity(96, "", "96")))
    '96 cores'
    >>> value_text(Fact("chip:x", "has_spec", value=Quantity(12, "", "12"), qualifiers=(("counted", "port"),)))
    '12 ports'
    >>> value_text(Fact("chip:x", "compares_to", attribute="performance", value=Quantity(4, "x", "4x")))
    'performance 4 x'
    >>> value_text(Fact("chip:x", "has_status", status="available", date="2024-Q2"))
    'available (2024-Q2)'
    """
    if fact.status is not None:
        return f"{fact.status} ({fact.date})" if fact.date else fact.status
    if fact.value is None:
        return ""
    name, said = fact.attribute or "", quantity_text(fact.value)
    if name.endswith("_count") and not fact.value.unit:
        return f"{said} {name.removesuffix('_count')}s"
    if fact.counted:
        return f"{said} {with_s(fact.counted) if said != '1' else fact.counted}"
    return one_line(f"{name.replace('_', ' ')} {said}")
