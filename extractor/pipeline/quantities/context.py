"""What the words around a quantity add: its bound ("up to") and the sign of a change ("30% less")."""

from __future__ import annotations

from extractor.pipeline.quantities.lexicon import QuantityGrammar

_REACH = 40


def find_bound(text: str, start: int, end: int, grammar: QuantityGrammar, money: bool, ranged: bool) -> str | None:
    """Return the wording that qualifies the quantity at ``start`` to ``end``, lower-cased, spaces single; or None.

    ``money`` admits the words of prices ("from $199"); a range (``ranged``) has no "from".
    """
    before = " ".join(text[max(0, start - _REACH) : start].replace("(", " ( ").split(" ")[-8:])
    found = grammar.patterns["bound"].search(_squeeze(before))
    if found:
        bound = found[1].lower()
        if bound in grammar.words["money_bounds"] and (ranged or not money):
            return None
        if bound not in grammar.words["not_bounds"]:
            return bound
    after = grammar.patterns["bound_after"].match(text, end)
    return " ".join(after[0].lower().split()) if after else None


def _squeeze(text: str) -> str:
    """Return the text with every run of white space made one space."""
    tail = " " if text[-1:].isspace() else ""
    return " ".join(text.split()) + tail


def change_sign(text: str, start: int, end: int, grammar: QuantityGrammar) -> int:
    """Return -1 where the words say a fall ("30% less", "cuts power by 25%"), else 1; ``start`` includes no bound."""
    if grammar.patterns["fall_after"].match(text, end):
        return -1
    if grammar.patterns["rise_after"].match(text, end):
        return 1
    before = _squeeze(text[max(0, start - 90) : start]).rstrip()
    bound = grammar.patterns["bound"].search(before + " ")
    before = before[: bound.start(1)].rstrip() if bound else before
    falls = any(grammar.patterns[name].search(before) for name in ("fall_near", "fall_by", "fall_of"))
    return -1 if falls else 1
