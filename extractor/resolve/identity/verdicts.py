"""Verdicts: what a person said about pairs of names, kept in a file beside the graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from extractor.catalogue.names import key as spelling
from extractor.errors import UsageError
from extractor.resolve.identity.judge import Judgement
from extractor.resolve.identity.known import KnownThings
from extractor.resolve.identity.profile import Key, Profile

Said = Literal["same", "different"]
End = tuple[str, str, str]
SAID_SO = "a user said so"
SAID: tuple[Said, Said] = ("same", "different")


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """One end of a verdict: a name of a thing of some type; ``maker`` only where several makers have things of this name.

    It is the owner of the profile (:class:`Named`), or "?" for the one whose maker no article tells.
    """

    type: str
    name: str
    maker: str = ""

    def __str__(self) -> str:
        return f"{self.type} {self.name!r}" + (f" of {self.maker}" if self.maker else "")

    @property
    def spelled(self) -> tuple[str, str]:
        """What spellings of the same name have in common."""
        return self.type, spelling(self.name)

    @property
    def end(self) -> End:
        """What two sides that speak of the same have in common."""
        return *self.spelled, self.maker


@dataclass(frozen=True, slots=True, order=True)
class Verdict:
    """A person's word that two names call the same thing, or different things; ``a`` comes before ``b``."""

    a: Side
    b: Side
    said: Said

    @property
    def pair(self) -> frozenset[End]:
        """The two names, whatever their spelling and order."""
        return frozenset({self.a.end, self.b.end})


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The verdicts of a file, sorted, one for each pair."""

    verdicts: tuple[Verdict, ...] = ()

    def with_verdict(self, one: Side, other: Side, said: Said) -> Verdicts:
        """These verdicts and one more, which takes the place of an earlier one about the same pair.

        Raises :class:`UsageError` for names of two types or of one spelling, and where it contradicts the others.
        """
        a, b = sorted((one, other))
        if a.type != b.type:
            raise UsageError(f"{a} and {b} are of two types, which are never one thing")
        if a.end == b.end:
            raise UsageError(f"{a} and {b} are one spelling; give the ids if the graph has two of it")
        new = Verdict(a, b, said)
        kept = [verdict for verdict in self.verdicts if verdict.pair != new.pair]
        result = Verdicts(tuple(sorted([*kept, new])))
        if clash := result.contradiction():
            raise UsageError(
                f"{a} and {b} {said} contradicts {clash.a} and {clash.b} {clash.said}; take one back first"
            )
        return result

    def without(self, one: Side, other: Side) -> Verdicts:
        """These verdicts without the one about this pair. Raises :class:`UsageError` where there is none."""
        pair = frozenset({one.end, other.end})
        kept = tuple(verdict for verdict in self.verdicts if verdict.pair != pair)
        if len(kept) == len(self.verdicts):
            raise UsageError(f"there is no verdict about {one} and {other}")
        return Verdicts(kept)

    def about(self, one: Side, other: Side) -> bool:
        """Whether there is a verdict about this pair."""
        return any(verdict.pair == {one.end, other.end} for verdict in self.verdicts)

    def contradiction(self) -> Verdict | None:
        """A verdict "different" about two names that verdicts "same" make one, or ``None``."""
        group: dict[End, frozenset[End]] = {}
        for verdict in self.verdicts:
            if verdict.said == "same":
                joined = frozenset().union(*(group.get(side, frozenset({side})) for side in verdict.pair))
                group.update(dict.fromkeys(joined, joined))
        parted = (verdict for verdict in self.verdicts if verdict.said == "different")
        return next((one for one in parted if one.b.end in group.get(one.a.end, ())), None)

    def between(self, found: Mapping[Key, Profile], known: KnownThings) -> list[Judgement]:
        """The verdicts as judgements of the profiles that they are about; names that nobody uses are passed over."""
        if not self.verdicts:
            return []
        index: dict[tuple[str, str], list[Key]] = {}
        for key, profile in found.items():
            for spelled in {spelling(name.text) for name in profile.names}:
                index.setdefault((profile.type, spelled), []).append(key)
        judged: dict[tuple[Key, Key], Judgement] = {}
        for verdict in self.verdicts:
            ends = [_keys(side, index, known) for side in (verdict.a, verdict.b)]
            for a, b in ((min(x, y), max(x, y)) for x in ends[0] for y in ends[1] if x != y):
                weight = float("inf") if verdict.said == "same" else float("-inf")
                judged[a, b] = Judgement(a, b, verdict.said, weight, (SAID_SO,), "user")
        return [judged[pair] for pair in sorted(judged)]


def _keys(side: Side, index: Mapping[tuple[str, str], Iterable[Key]], known: KnownThings) -> list[Key]:
    """The profiles of this name; where no article has it, the entry of the catalogue that does."""
    found = [key for key in index.get(side.spelled, ()) if side.maker in ("", key[2] or "?")]
    entry = known.with_name(side.type, side.name)
    return found or ([(side.type, entry, "")] if entry and not side.maker else [])
