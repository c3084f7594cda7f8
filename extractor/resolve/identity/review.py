"""Review: the pairs that the rules leave open, found by likeness as well, the likeliest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import combinations, product

from extractor.resolve.identity.judge import Judge, Judgement
from extractor.resolve.identity.keys import review_keys
from extractor.resolve.identity.known import KnownThings
from extractor.resolve.identity.likeness import likeness
from extractor.resolve.identity.profile import Key, Named, Profile
from extractor.resolve.identity.settle import Settled, settle
from extractor.resolve.identity.verdicts import Verdicts
from extractor.resolve.identity.vocabulary import load_weights

CROWD = 60


def review(named: Iterable[Named], known: KnownThings, verdicts: Verdicts | None = None) -> Settled:
    """As :func:`settle`, with all doubtful pairs among the judgements: also those that no rule would look at.

    Names are held against each other where they share a long word, their beginning or end, or initials (of crowds of more than
    :data:`CROWD` names that share one only the first are). The weight of a doubtful pair is its rank: the evidence, with the
    likeness of the letters added. It decides nothing: the things are those of :func:`settle`.
    """
    settled = settle(named, known, verdicts)
    judged = {(one.a, one.b): one for one in settled.judgements}
    judge = Judge(known)
    for a, b in sorted(_alike(settled.profiles) - set(judged)):
        judgement = judge.judge(settled.profiles[a], settled.profiles[b])
        if judgement.verdict != "different" and settled.ids[a] != settled.ids[b]:
            judged[a, b] = replace(judgement, verdict="open")
    ranked = (_ranked(one, settled.profiles) if one.verdict == "open" else one for one in judged.values())
    return replace(settled, judgements=tuple(sorted(ranked, key=lambda one: (-one.weight, one.a, one.b))))


def _alike(found: Mapping[Key, Profile]) -> set[tuple[Key, Key]]:
    shared: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key, profile in found.items():
        for one in sorted({one for name in profile.names for one in review_keys(name)}):
            shared[profile.type, one].append(key)
    pairs = (pair for keys in shared.values() for pair in combinations(sorted(keys)[:CROWD], 2))
    return {(a, b) for a, b in pairs if not (found[a].entry and found[b].entry)}


def _ranked(judgement: Judgement, found: Mapping[Key, Profile]) -> Judgement:
    """The judgement with the likeness of the names in its weight, from nothing for other letters to all for the same."""
    names = product(found[judgement.a].names, found[judgement.b].names)
    alike = max(likeness(one.core, other.core) for one, other in names) / 100
    return replace(judgement, weight=judgement.weight + load_weights().similarity * (2 * alike - 1))
