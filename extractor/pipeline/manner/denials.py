"""Denials: words by which a text says that a statement is not so, where they govern it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from extractor.ontology.source import Source
from extractor.pipeline.draft import Draft
from extractor.pipeline.statuses.wording import StatusWording
from extractor.pipeline.structure.skeleton import Slot

DENIED, LATER, OPEN = "denied", "later", "open"
KEYS = (
    "verbs",
    "soft",
    "told",
    "ends",
    "negators",
    "only",
    "unsaid",
    "limits",
    "asks",
    "excepts",
    "ended",
    "failures",
    "collapses",
    "gives_up",
    "deals",
)
MODEL = "model:"
SHORT = 2  # words
NEAR = 4  # words between a negation and a value: more, and it governs something else
PERMITS = frozenset({"restricts"})  # "may not be sold" states one
DEALS = frozenset({"acquires"})
BAD = frozenset({"delayed", "cancelled"})  # to deny that something was dropped denies these, and leaves open the others
MARKS = r"[;:—–(]"
# Between a deal's last name and its end: a few words, or what is said of it between commas.
BEHIND = r"(?:['’]s)?(?:\s[^\s,;]+){0,3}?(?:,\s[^,;]{1,120},)?"
ASIDE = r"(?:its|his|her|their|a|an|the)\s"  # an apposition
_CLAUSE = re.compile(r"[,;:—–(]|\s(?:and|but|while)\s")
_RELATIVE = re.compile(r"^,?\s(?:which|who|that)(?=\s)")  # "Zed, which does not use ..."
Span = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class DenialWords:
    """The patterns of ``denials.yaml``."""

    verb: re.Pattern[str]
    end: re.Pattern[str]
    negation: re.Pattern[str]
    contrast: re.Pattern[str]
    nothing: re.Pattern[str]
    limit: re.Pattern[str]
    asks: re.Pattern[str]
    excepts: re.Pattern[str]
    failure: re.Pattern[str]
    collapse: re.Pattern[str]
    given_up: re.Pattern[str]


@functools.cache
def load_denials(folder: Path | None) -> DenialWords:
    """Read ``denials.yaml`` (and a user's over it)."""
    entry = Source(folder).entry("denials", KEYS)
    words = {key: _any(entry.words(key)) for key in KEYS}
    negators, soft = words["negators"], rf"{words['soft']}(?=\s(?:\S+\s){{0,4}}?(?:that|{words['told']})\b)"
    return DenialWords(
        verb=_whole(rf"(?:{words['verbs']}|{soft})"),
        end=re.compile(rf"{MARKS}|,?\s(?:and\s)?{words['ends']}(?!\w)|,\s{ASIDE}", re.I),
        negation=_whole(rf"(?:{negators}|\w+n['’]t|(?<!to\s){words['ended']}(?=\s\w+ing\b))"),
        contrast=re.compile(
            r"(?:,|\band|\bbut)\s(?:and\s)?not\s(?:by|in|from|with|on|at|to)?\s?(?:the\s|a\s|its\s)?$", re.I
        ),
        nothing=re.compile(rf"\s(?:\w+\s)?(?:{words['only']}|{words['unsaid']})(?!\w)", re.I),
        limit=_whole(words["limits"]),
        asks=_whole(words["asks"]),
        excepts=_whole(words["excepts"]),
        failure=_whole(words["failures"]),
        collapse=re.compile(rf"{BEHIND}\s{words['collapses']}(?!\w)", re.I),
        given_up=_whole(rf"{words['gives_up']}(?=\s(?:[^\s,;]+\s){{0,6}}{words['deals']}\b)"),
    )


class Denials:
    """Tells what the words around a draft deny."""

    def __init__(self, folder: Path | None, wording: StatusWording) -> None:
        self.words, self.wording = load_denials(folder), wording

    def of(self, text: str, draft: Draft) -> str | None:
        """:data:`DENIED`; :data:`LATER` for "not before May"; :data:`OPEN` where a failure is denied; else ``None``."""
        parts = _parts(draft)
        if draft.predicate in PERMITS or (draft.object is not None and draft.value is None and len(parts) < 2):
            return None
        return (
            self._spoken(text, draft, parts) or self._negated(text, draft, parts) or self._given_up(text, draft, parts)
        )

    def _spoken(self, text: str, draft: Draft, parts: list[Span]) -> str | None:
        """What somebody denies: "Zed denied that ...", up to the end of what was denied."""
        start, point = parts[0][0], parts[-1]
        for verb in self.words.verb.finditer(text, draft.sentence.start, point[0]):
            end = self.words.end.search(text, verb.end(), draft.sentence.end)
            reach = end.start() if end else draft.sentence.end
            speaks = start < verb.start() and draft.value is None
            if draft.by.startswith(MODEL) and draft.status and not self._worded(text, draft, verb.end(), reach):
                continue
            if point[1] <= reach and (start >= verb.end() or speaks):
                return self._failed(text, draft, verb.end(), reach) or DENIED
        return None

    def _given_up(self, text: str, draft: Draft, parts: list[Span]) -> str | None:
        """What came of a deal: "drops its bid for Zed", "the sale of Zed to Yax, agreed in May, collapsed"."""
        if draft.predicate not in DEALS:
            return None
        start = max(
            (m.end() for m in _CLAUSE.finditer(text, draft.sentence.start, parts[-1][0])), default=draft.sentence.start
        )
        before = self.words.given_up.search(text, start, parts[-1][0])
        return DENIED if before or self.words.collapse.match(text, parts[-1][1], draft.sentence.end) else None

    def _failed(self, text: str, draft: Draft, begin: int, end: int) -> str | None:
        """:data:`OPEN` where a failure or an end is denied, which leaves the statement itself open."""
        return OPEN if draft.status not in BAD and self.words.failure.search(text, begin, end) else None

    def _negated(self, text: str, draft: Draft, parts: list[Span]) -> str | None:
        """What the verb between the parts of a draft says is not so."""
        first, last = parts[0], parts[-1]
        if draft.status is not None:
            begin, until = first[1] if first[0] <= draft.start else draft.sentence.start, draft.end
            if draft.by.startswith(MODEL):  # which does not tell where its words are
                border = _CLAUSE.search(text, begin, draft.sentence.end)
                until = border.start() if border else draft.sentence.end
        else:
            begin, until = first[1], last[0]
            if self.words.contrast.search(text, begin, until):
                return DENIED
        for found in self.words.negation.finditer(text, begin, until):
            if self._governs(text, draft, found, begin, until):
                if self.words.limit.search(text, found.end(), until):
                    return LATER if draft.status is not None else None
                return self._failed(text, draft, found.end(), until) or DENIED
        return None

    def _worded(self, text: str, draft: Draft, start: int, end: int) -> bool:
        """Whether a stretch has words for a draft's status."""
        return self.wording.said(draft.status or "", text, start, end)

    def _governs(self, text: str, draft: Draft, negation: re.Match[str], begin: int, until: int) -> bool:
        before, after = text[begin : negation.start()], text[negation.end() : until]
        if self.words.nothing.match(text, negation.end()) or self.words.asks.search(after):
            return False
        if self.words.excepts.search(after) or self.words.asks.search(_RELATIVE.sub("", before)):
            return False
        if re.search(rf"{MARKS}|,", after) or re.search(r"(?<!\w)but(?!\w)", after):
            return False
        if re.search(r"[;:—]|(?<!\w)(?:and|but|or)(?!\w)", before):
            return False
        if draft.value is not None and len(after.split()) > NEAR:
            return False
        if draft.status is not None and not self._of_status(text, draft, negation, until):
            return False
        return not any(_between(slot, begin, negation.start()) for slot in draft.sentence.slots)

    def _of_status(self, text: str, draft: Draft, negation: re.Match[str], until: int) -> bool:
        """Whether a negation is that of a status: "no longer sold" is a status itself, "not scrapped" the denial of one."""
        words = text[negation.end() : until].split()
        if draft.status in BAD:
            return negation[0].lower().endswith(("not", "n't", "n’t")) and len(words) <= SHORT
        return not draft.by.startswith(MODEL) or self._worded(" ".join(words[:NEAR]), draft, 0, until)


def _between(slot: Slot, begin: int, end: int) -> bool:
    """Whether another name stands between the subject and a negation: it is that name's verb which is negated."""
    return slot.kind.isupper() and begin <= slot.start and slot.end <= end


def _parts(draft: Draft) -> list[Span]:
    """The places of subject and object (the two that stand closest), value or status, in their order."""
    named: dict[str, list[Span]] = {}
    for start, end, role in draft.spans:
        named.setdefault(role, []).append((start, end))
    subjects = named.get("subject", [])
    points = named.get("value") or named.get("object") or []
    if draft.value is not None and not subjects:
        return [(draft.start, draft.end)] if not points else points[:1]
    pairs = [(max(a[0], b[0]) - min(a[1], b[1]), a, b) for a in subjects for b in points]
    if pairs:
        _, one, other = min(pairs)
        return sorted((one, other))
    return sorted(subjects[:1] or points[:1]) or [(draft.start, draft.end)]


def _any(words: Iterable[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s") for word in ordered) + ")"


def _whole(body: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){body}(?![\w-])", re.I)
