"""How exact a stated number is, read off its wording: "79.6 billion" is good to half of 0.1 billion."""

from __future__ import annotations

import re

from extractor.ontology.claims import Rounding

# The whole part, in groups of three or not, and the decimals: 1,440 and 1 440.5 and 1.4 and 1,4.
_NUMERAL = re.compile(r"(\d{1,3}(?:[,'’\u00a0\u202f ]\d{3})+(?!\d)|\d+)(?:[.,](\d+))?")


def half_width(amount: float, text: str, unit: str, rules: Rounding, *, first: bool = False) -> float:
    """Half the width of the range that a number written so stands for, in the unit of ``amount``.

    Half a unit of its last digit, as rounding leaves it; where a whole number ends in zeros these may be rounded too.
    Both are capped as ``rules`` say, small whole counts are exact. ``first`` takes the first number of a range.

    >>> from extractor.ontology import load_ontology
    >>> rules = load_ontology().claims.rounding
    >>> half_width(4, "4 TB/s", "TB/s", rules), round(half_width(4, "4.0 TB/s", "TB/s", rules), 6)
    (0.5, 0.05)
    >>> half_width(80e9, "80 billion transistors", "", rules) == 0.025 * 80e9
    True
    >>> half_width(96, "96 cores", "", rules)
    0.0
    """
    digits, decimals = _written(amount, text, first)
    written = float(digits) * 10.0**-decimals
    scale = abs(amount) / written if written else 1.0
    if not unit and decimals == 0 and abs(scale - 1) < 1e-9 and abs(amount) < rules.exact_below:
        return 0.0
    last = scale * 10.0**-decimals / 2
    zeros = 0 if decimals else len(digits) - len(digits.rstrip("0"))
    hidden = min(last * 10.0**zeros, rules.zeros * abs(amount)) if zeros and written else 0.0
    return max(min(last, rules.digit * abs(amount)), hidden)


def about_width(amount: float, text: str, plain: float, rules: Rounding) -> float:
    """The same for a number that is said to be "about" right: half a unit of its last digit that is no zero, capped.

    ``plain`` is its half width without that word, which is never undercut.
    """
    significant = _written(amount, text, first=False)[0].strip("0") or "1"
    share = 0.5 / float(significant)
    return max(plain, abs(amount) * min(max(share, rules.about_least), rules.about_most))


def _written(amount: float, text: str, first: bool) -> tuple[str, int]:
    """The digits of the number as it is written, and how many of them are decimals; a number word counts as digits."""
    found = _NUMERAL.findall(text) or _NUMERAL.findall(f"{abs(amount):.12f}".rstrip("0").rstrip("."))
    whole, decimals = found[0] if first else found[-1]
    digits = re.sub(r"\D", "", whole) + decimals
    return digits.lstrip("0") or "0", len(decimals)
