"""Judging a pair: laws first, then the weights of what speaks for and against (Fellegi and Sunter 1969)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Literal

from extractor.resolve.identity.context import CONTEXTS
from extractor.resolve.identity.evidence import EVIDENCE
from extractor.resolve.identity.known import KnownThings
from extractor.resolve.identity.laws import LAWS, why_two
from extractor.resolve.identity.naming import Name
from extractor.resolve.identity.profile import Key, Profile
from extractor.resolve.identity.vocabulary import load_weights

Verdict = Literal["same", "different", "open"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether two things are one, and why; ``weight`` is the sum of the evidence in bits, minus infinity by a law.

    ``law`` tells that no other evidence could join them. ``by`` is "rule" or "user".
    """

    a: Key
    b: Key
    verdict: Verdict
    weight: float
    reasons: tuple[str, ...]
    by: Literal["rule", "user"] = "rule"

    @property
    def law(self) -> bool:
        """Whether a law parts them."""
        return self.weight == float("-inf")

    @property
    def score(self) -> float:
        """The weight as a chance between 0 and 1."""
        return 0.0 if self.law else 1.0 / (1.0 + 2.0**-self.weight)


class Judge:
    """Judges pairs of profiles; keeps what it has judged."""

    def __init__(self, known: KnownThings) -> None:
        self.known, self.weights = known, load_weights()
        self._names: dict[tuple[Name, Name], tuple[float, str] | None] = {}

    def judge(self, a: Profile, b: Profile) -> Judgement:
        """The judgement by the rules; the order of the two does not matter."""
        if b.key < a.key:
            a, b = b, a
        for law in LAWS:
            if reason := law(a, b, self.known):
                return Judgement(a.key, b.key, "different", float("-inf"), (reason,))
        best = max(filter(None, (self._compared(x, y) for x, y in product(a.names, b.names))), default=None)
        if best is None:
            return Judgement(a.key, b.key, "different", float("-inf"), (why_two(a.names[0], b.names[0]),))
        weight, reasons = best[0], [best[1]]
        for name, context in CONTEXTS.items():
            if reason := context(a, b, self.known):
                weight += self.weights.contexts[name]
                reasons.append(reason)
        return Judgement(a.key, b.key, self._verdict(weight), weight, tuple(reasons))

    def _verdict(self, weight: float) -> Verdict:
        if weight >= self.weights.link:
            return "same"
        return "open" if weight >= self.weights.review else "different"

    def _compared(self, a: Name, b: Name) -> tuple[float, str] | None:
        """The strongest evidence that two names call one thing, if there is any."""
        if (a, b) not in self._names:
            held = ((self.weights.names[n], test(a, b, self.known.namer)) for n, test in EVIDENCE.items())
            self._names[a, b] = max(((w, reason) for w, reason in held if reason), default=None)
        return self._names[a, b]
