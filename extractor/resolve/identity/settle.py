"""Settling: every name that articles use gets the id of the thing that it calls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, count

from extractor.catalogue.names import key as spelling
from extractor.catalogue.names import slug
from extractor.resolve.identity.cluster import contested, join
from extractor.resolve.identity.judge import Judge, Judgement
from extractor.resolve.identity.keys import link_keys
from extractor.resolve.identity.known import KnownThings
from extractor.resolve.identity.profile import Key, Named, Profile, known_profile, profiles
from extractor.resolve.identity.verdicts import Verdicts


@dataclass(frozen=True, slots=True)
class Settled:
    """The graph id of every profile, the profiles, and the judgements of pairs that were looked at, sorted."""

    ids: Mapping[Key, str]
    profiles: Mapping[Key, Profile]
    judgements: tuple[Judgement, ...]


def settle(named: Iterable[Named], known: KnownThings, verdicts: Verdicts | None = None) -> Settled:
    """Judge which of these names call one thing, and give every thing its id.

    A thing of the catalogue has the id of its entry. Another one has an id of its type and its longest name; where that is
    taken, that of its maker is added, or a number in the order of the names. The order of ``named`` does not matter.
    """
    found = profiles(named, known)
    said = (verdicts or Verdicts()).between(found, known)
    ends = {key for link in said for key in (link.a, link.b)} | set(_meant(found, known))
    found |= {key: known_profile(key[1], known) for key in sorted(ends - set(found))}
    home, log = _joined(found, said, Judge(known))
    return Settled(_ids(found, home, known), found, log)


def _joined(
    found: Mapping[Key, Profile], said: Sequence[Judgement], judge: Judge
) -> tuple[dict[Key, tuple[Key, ...]], tuple[Judgement, ...]]:
    """The clusters of profiles, and what was judged: all links, and other pairs but for those that a law parts."""
    decided = {(link.a, link.b): link.verdict for link in said}

    @cache
    def forbidden(a: Key, b: Key) -> bool:
        verdict = decided.get((min(a, b), max(a, b)))
        return verdict == "different" or (verdict is None and judge.judge(found[a], found[b]).law)

    judged = [judge.judge(found[a], found[b]) for a, b in _pairs(found) if (a, b) not in decided]
    links = contested([one for one in (*judged, *said) if one.verdict == "same"], forbidden)
    home, kept = join([link for link in links if link.verdict == "same"], forbidden)
    rest = [one for one in (*judged, *said, *links) if one.verdict != "same" and not (one.law and one.by == "rule")]
    return home, tuple(sorted([*kept, *rest], key=lambda one: (one.a, one.b)))


def candidates(found: Mapping[Key, Profile]) -> dict[tuple[str, str], list[Key]]:
    """The profiles that share a key, by type and key: only they can be linked."""
    shared: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key, profile in found.items():
        names = {one for name in profile.names for one in link_keys(name)}
        for one in sorted(names | profile.introduced):
            shared[profile.type, one].append(key)
    return shared


def _pairs(found: Mapping[Key, Profile]) -> list[tuple[Key, Key]]:
    """Pairs of profiles that share a key and are not both in the catalogue, in order."""
    pairs: set[tuple[Key, Key]] = set()
    for keys in candidates(found).values():
        fresh = [key for key in keys if not found[key].entry]
        known = [key for key in keys if found[key].entry]
        pairs.update((min(pair), max(pair)) for pair in combinations(fresh, 2))
        pairs.update((min(a, b), max(a, b)) for a in fresh for b in known)
    return sorted(pairs)


def _meant(found: Mapping[Key, Profile], known: KnownThings) -> Iterable[Key]:
    """Entries of the catalogue that no article names by a form that it lists, but may mean by another."""
    for profile in found.values():
        if not profile.entry:
            keys = {one for name in profile.names for one in link_keys(name)}
            yield from ((profile.type, id_, "") for id_ in known.meant(profile.type, keys))


def _ids(found: Mapping[Key, Profile], home: Mapping[Key, tuple[Key, ...]], known: KnownThings) -> dict[Key, str]:
    things = {home.get(key, (key,)) for key in found}
    ids = {thing: id_ for thing in things if (id_ := _entry(thing, found))}
    taken = set(ids.values())
    for thing in sorted(things - set(ids), key=lambda one: (one[0][0], spelling(_label(one, found)), one)):
        ids[thing] = next(id_ for id_ in _spelled(thing, found) if id_ not in taken and id_ not in known.entries)
        taken.add(ids[thing])
    return {key: ids[home.get(key, (key,))] for key in found}


def _entry(thing: Sequence[Key], found: Mapping[Key, Profile]) -> str:
    return min((found[key].entry for key in thing if found[key].entry), default="")


def _label(thing: Sequence[Key], found: Mapping[Key, Profile]) -> str:
    return min((found[key].label for key in thing), key=lambda label: (-len(label), label))


def _spelled(thing: Sequence[Key], found: Mapping[Key, Profile]) -> Iterable[str]:
    base = f"{thing[0][0].lower()}:{slug(spelling(_label(thing, found)))}"
    yield base
    yield from (f"{base}-{slug(key[2])}" for key in thing if key[2])
    yield from (f"{base}-{n}" for n in count(2))
