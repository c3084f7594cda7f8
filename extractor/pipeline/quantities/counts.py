"""Counts: the noun that a number counts, and the guards that keep model numbers and years out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.pipeline.quantities.lexicon import QuantityGrammar
from extractor.pipeline.quantities.numbers import Number
from extractor.pipeline.quantities.units import Tail

_WORD = re.compile(r"(?:[ \t\u00a0\u202f]|\r?\n|(?<=\w)[-‐‑])(\w{1,30}(?:[-‐‑./&]\w{1,20}){0,4}\+?)(?:'s|’s)?(?!\w)")
_PLURAL_NAME = re.compile(r"[A-Z][A-Za-z]*[- ]?\d+[A-Z]*s|[A-Z]\d[\dA-Z]*[A-Z]s|[A-Z][a-z]+[A-Z]?\d*[a-z]s")
_MODEL_NAME = re.compile(r"[A-Z][\w-]*[A-Z0-9]|[A-Z][a-z]{3,}")
_TWO = re.compile(r"\w{1,20}[ -]\w{1,20}")
_BEFORE = re.compile(r"([^\s(\[“\"—–/]+)[ \t\u00a0-]\Z")
_LISTED = re.compile(
    r"\b(?=\w*[A-Z])\w*\d{3}\w*(?:, \d{3,4}[A-Z]{0,2})*(?:,|,? and|,? or) \Z"
)  # "720G, 662 and 460 SoCs"
_IN_LIST = re.compile(
    r"(?:, \d{3,4}[A-Z]{0,2})*(?:,? (?:and|or) \d{3,4}[A-Z]{0,2})? (?:SoCs|chips|chipsets|CPUs|GPUs|processors|cards)\b"
)
_SLASHED = re.compile(r"(?<!\w)([A-Z]\w*)[ \u00a0]\d+/\Z")  # "Pi 4/5 boards"
_NAMED = re.compile(r"[ \u00a0]([A-Z][\w-]{0,20}\d\w{0,8})(?!\w)")
_NEXT = re.compile(r"[ \u00a0]([\w-]{1,30})")
_TIED = frozenset({"high"})
_MAX_GAP = 5


def count_tail(text: str, pos: int, amount: float, grammar: QuantityGrammar, gap: int = _MAX_GAP) -> Tail | None:
    """Return the tail of a count whose number or magnitude ends at ``pos``, with its noun at most ``gap`` words on.

    The tail ends with the noun if that follows at once ("64 cores"), else at ``pos`` ("96 Neoverse cores").
    """
    noun = find_noun(text, pos, amount, grammar, gap)
    if noun is None:
        return None
    form, start, end = noun
    adjacent = start - pos <= 1
    return Tail(end if adjacent else pos, "", noun=form, noun_start=start, noun_end=end)


def find_noun(text: str, pos: int, amount: float, grammar: QuantityGrammar, gap: int) -> tuple[str, int, int] | None:
    """Return (singular, start, end) of the counted noun after ``pos``; None if there is none within reach."""
    tied = text[pos : pos + 1] in tuple("-‐‑")
    words = list(_words(text, pos, 1 if tied else gap + 1))
    for n, (start, word) in enumerate(words):
        if n == 0 and word.lower() == "of":
            continue
        hit = _noun_at(start, word, text, grammar)
        if hit and (hit[3] or tied) and (tied or hit[0] not in _TIED):
            return hit[:3]
        if hit and hit[0] not in _TIED and (n == 0 or amount == 1):
            return _head(hit, words[n + 1 : n + 2], amount, text, grammar)
        if _is_plural_name(word, n == 0, grammar):
            return word.lower(), start, start + len(word)
        if word.lower() in grammar.words["gap_stops"]:
            return None
    return None


def _is_plural_name(word: str, adjacent: bool, grammar: QuantityGrammar) -> bool:
    """Whether the word is a name in the plural: "H100s" anywhere, "Xeons" directly after the number only."""
    if not _PLURAL_NAME.fullmatch(word) or grammar.units.symbol(word) is not None:
        return False
    return any(letter.isdigit() for letter in word) or (adjacent and word.lower() not in grammar.words["name_words"])


def _words(text: str, pos: int, most: int) -> Iterator[tuple[int, str]]:
    """Yield (start, word) of up to ``most`` words that follow ``pos`` without punctuation, possessive 's cut off."""
    for _ in range(most):
        found = _WORD.match(text, pos)
        if found is None:
            return
        yield found.start(1), found[1]
        pos = found.end()


def _head(
    hit: tuple[str, int, int, bool],
    following: list[tuple[int, str]],
    amount: float,
    text: str,
    grammar: QuantityGrammar,
) -> tuple[str, int, int] | None:
    """Return the noun that is meant where a singular one follows the number: of "8 GPU nodes" the nodes."""
    for start, word in following:
        after = _noun_at(start, word, text, grammar)
        if after and after[3] and amount != 1:
            return after[:3]
        if after is None and amount != 1 and word.islower() and word.endswith("s") and not word.endswith("ss"):
            return None
    return hit[:3]


def _noun_at(start: int, word: str, text: str, grammar: QuantityGrammar) -> tuple[str, int, int, bool] | None:
    """Return (singular, start, end, plural) if a counted noun stands at ``start``, of one word or of two."""
    two = _TWO.match(text, start)
    last = word.rsplit("-", 1)[-1] if "-" in word else word
    for form, begin in ((two[0] if two else "", start), (word, start), (last, start + len(word) - len(last))):
        singular = grammar.nouns.get(form.lower().replace("-", " "))
        if singular is not None:
            return singular, begin, begin + len(form), form.lower() not in (singular, singular.replace(" ", "-"))
    return None


def is_model_number(text: str, number: Number, grammar: QuantityGrammar) -> bool:
    """Whether the word before makes the number part of a name ("Zen 5 cores", "RTX 4090 GPUs", "Gen 5 lanes")."""
    if not number.digits or ("," in text[number.start : number.end] and number.grouped):
        return False
    listed = _LISTED.search(text[max(0, number.start - 40) : number.start]) and _IN_LIST.match(text, number.end)
    following = _NEXT.match(text, number.end)
    if listed or (following and following[1] in grammar.words["model_after"]):
        return True
    slashed = _SLASHED.search(text[max(0, number.start - 30) : number.start])
    if slashed and slashed[1].lower() not in grammar.words["name_words"]:
        return True
    found = _BEFORE.search(text[max(0, number.start - 30) : number.start])
    if found is None or found[1].endswith((".", ",", ";", ":", "'s", "’s", ")", "?", "!", "”")):
        return False
    word = found[1].strip("'’*_")
    if _tells(text, number, word, grammar):
        return False
    if not any(letter.isupper() for letter in word):
        return word.lower() in {"gen", "generation", "version", "no", "section", "page", "step"}
    return word.lower() not in grammar.words["name_words"]


def _tells(text: str, number: Number, word: str, grammar: QuantityGrammar) -> bool:
    """Whether a number counts what follows although a name stands before: "the P1 12-core chip", "CPU 16 cores"."""
    counted = find_noun(text, number.end, number.value, grammar, 0)
    if counted is None or counted[1] - number.end > 1:
        return False
    tied = text[number.end] in "-‐‑"
    return tied or word.lower() in grammar.nouns or (len(word) > 1 and word[-1].isdigit())


def metric_follows(text: str, pos: int, grammar: QuantityGrammar) -> bool:
    """Whether a word of comparison comes next: "4X faster", "4X the bandwidth"."""
    found = _NEXT.match(text, pos)
    return found is not None and found[1].lower() in grammar.words["metric_words"]


def partitive_tail(text: str, pos: int, amount: float, grammar: QuantityGrammar) -> Tail | None:
    """Return the count of "18,000 of its accelerators" or "2,048 of them", whose number ends at ``pos``."""
    found = grammar.patterns["partitive"].match(text, pos)
    if found is None:
        return None
    noun = find_noun(text, found.end() - found[0].endswith(" "), amount, grammar, 3)
    return Tail(pos, "", noun=noun[0], noun_start=noun[1], noun_end=noun[2]) if noun else Tail(pos, "")


def named_count(text: str, pos: int) -> Tail | None:
    """Return the count of a named part after a number word that ends at ``pos``: "three Cortex-X4"."""
    found = _NAMED.match(text, pos)
    return Tail(pos, "", noun=found[1].lower(), noun_start=found.start(1), noun_end=found.end(1)) if found else None


def is_year(number: Number, grammar: QuantityGrammar) -> bool:
    """Whether a bare number looks like a year, so that "in 2024 chips" is no count."""
    low, high = grammar.years
    return number.digits and not number.grouped and low <= number.value <= high and number.end - number.start == 4


def named_after(text: str, pos: int, grammar: QuantityGrammar) -> tuple[str, int, int] | None:
    """Return the name that "8x" counts at ``pos`` ("8x H100", "4x Cortex-A78"); None if a comparison follows."""
    found = _MODEL_NAME.match(text, pos + 1) if text[pos : pos + 1] in (" ", "\u00a0") else None
    if found is None:
        return None
    after = _NEXT.match(text, found.end())
    if text[found.end() : found.end() + 1] in ("'", "’"):
        return None
    if after and after[1].lower() in grammar.words["metric_words"] - {"on", "in", "for", "that", "as", "than"}:
        return None
    return found[0].lower(), found.start(), found.end()
