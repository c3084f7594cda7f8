"""Qualifiers as JSON, for tables and properties that hold texts only."""

from __future__ import annotations

import json

from extractor.facts.fact import Fact


def qualifiers_json(fact: Fact) -> str:
    """The qualifiers as in the graph document: a text or a list of texts by name.

    >>> qualifiers_json(Fact("chip:x", "makes", "chip:y", qualifiers=(("conditions", ("FP8",)), ("role", "CEO"))))
    '{"conditions":["FP8"],"role":"CEO"}'
    """
    return json.dumps(dict(fact.qualifiers), ensure_ascii=False, separators=(",", ":"))
