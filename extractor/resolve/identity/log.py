"""The log of judgements about a graph: which names are one thing, by rule or by user, and which pairs wait for a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from extractor.catalogue import Known
from extractor.catalogue.names import key
from extractor.facts import Entity, Fact
from extractor.resolve.identity.judge import Judgement
from extractor.resolve.identity.known import known_things
from extractor.resolve.identity.local import named_in
from extractor.resolve.identity.profile import Key
from extractor.resolve.identity.recall import recall
from extractor.resolve.identity.review import review
from extractor.resolve.identity.settle import Settled
from extractor.resolve.identity.verdicts import SAID_SO, Verdict, Verdicts


@dataclass(frozen=True, slots=True)
class Pair:
    """A judgement about two names of one type. ``a_id`` and ``b_id`` are the entities of the graph, "" where it has none.

    ``verdict`` is "same", "different" or "open", ``by`` "rule" or "user". ``score`` (0 to 1) ranks the open ones.
    """

    type: str
    a: str
    a_id: str
    b: str
    b_id: str
    verdict: str
    score: float
    by: str
    reasons: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """The pair as plain data."""
        return {**asdict(self), "reasons": list(self.reasons)}


def judgement_log(
    entities: Iterable[Entity], facts: Iterable[Fact], entries: Mapping[str, Known], verdicts: Verdicts | None = None
) -> list[Pair]:
    """The judgements about the names of a graph: the open ones first, the likeliest first; then the others by name.

    They are made anew from the graph, the catalogue's ``entries`` and a user's ``verdicts``; the graph stays as it is.
    """
    entities = list(entities)
    settled, homes = _settled(entities, facts, entries, verdicts)
    pairs = {_pair(one, settled, homes) for one in settled.judgements if _matters(one, homes)}
    pairs.update(_within(entities, _unheard(verdicts or Verdicts(), settled, entries)))
    return sorted(pairs, key=lambda pair: (pair.verdict != "open", -pair.score, pair.type, pair.a, pair.b))


def _within(entities: Iterable[Entity], verdicts: Iterable[Verdict]) -> Iterable[Pair]:
    """Those of the verdicts that made two names of an article one thing: the graph tells them apart no more."""
    called = {(e.type, key(form)): e.id for e in entities for form in (e.name, *e.aliases)}
    for one in verdicts:
        ends = called.get(one.a.spelled, ""), called.get(one.b.spelled, "")
        if one.said == "same" and ends[0] and ends[0] == ends[1]:
            yield Pair(one.a.type, one.a.name, ends[0], one.b.name, ends[1], "same", 1.0, "user", (SAID_SO,))


def _unheard(verdicts: Verdicts, settled: Settled, entries: Mapping[str, Known]) -> list[Verdict]:
    known = known_things(entries)
    return [one for one in verdicts.verdicts if not Verdicts((one,)).between(settled.profiles, known)]


def idle(
    entities: Iterable[Entity], facts: Iterable[Fact], entries: Mapping[str, Known], verdicts: Verdicts
) -> list[Verdict]:
    """The verdicts that change nothing in this graph, because it has no thing of one of the names."""
    return _unheard(verdicts, _settled(entities, facts, entries, None)[0], entries)


def owners(entities: Iterable[Entity], facts: Iterable[Fact], entries: Mapping[str, Known]) -> dict[str, str]:
    """By id of an entity whose it is, where things of one name are told apart by their makers."""
    _, homes = _settled(entities, facts, entries, None)
    return {id_: home[2] for home, id_ in sorted(homes.items()) if home[2]}


def _settled(
    entities: Iterable[Entity], facts: Iterable[Fact], entries: Mapping[str, Known], verdicts: Verdicts | None
) -> tuple[Settled, dict[Key, str]]:
    known = known_things(entries)
    homes: dict[Key, str] = {}
    named = []
    for one in recall(entities, facts, known):
        rows = named_in(one.reading, known)
        homes.update((row.key, id_) for row, id_ in zip(rows, one.ids, strict=True))
        named += rows
    return review(named, known, verdicts), homes


def _matters(judgement: Judgement, homes: Mapping[Key, str]) -> bool:
    """Whether a judgement is about the graph: a doubt within one of its entities is none."""
    ends = homes.get(judgement.a), homes.get(judgement.b)
    return any(ends) and not (judgement.verdict == "open" and ends[0] == ends[1])


def _pair(judgement: Judgement, settled: Settled, homes: Mapping[Key, str]) -> Pair:
    a, b = settled.profiles[judgement.a], settled.profiles[judgement.b]
    ends = sorted([(a.label, homes.get(a.key, a.entry)), (b.label, homes.get(b.key, b.entry))])
    (one, one_id), (other, other_id) = ends
    score = round(judgement.score, 4)
    return Pair(
        a.type, one, one_id, other, other_id, judgement.verdict, score, judgement.by, judgement.reasons
    )  # fmt: skip
