"""Graph ids of names, kept up to date for the names that a change can concern."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from sqlite3 import Connection

from extractor.catalogue.names import key as spelling
from extractor.catalogue.names import slug
from extractor.resolve.identity.known import KnownThings
from extractor.resolve.identity.profile import Key
from extractor.resolve.identity.settle import Settled, settle
from extractor.resolve.identity.verdicts import Verdicts
from extractor.store.groups import NAME, having, link, unlink
from extractor.store.kin import ID, Kin, keys, seeds
from extractor.store.names import delete_names, read_names, write_entities
from extractor.store.reader import Reader

_NUMBER = re.compile(r"(?:-\d+)+$")


def change_names(db: Connection, new: Collection[int], unused: Collection[int], reader: Reader) -> dict[int, str]:
    """Take names in and out and let the ids of their kin follow; returns the names whose id is another, with that of before.

    ``new`` are rows that have no keys yet, ``unused`` rows to be deleted. The kin of before count as well: what a name held
    together falls apart without it.
    """
    if not new and not unused:
        return {}
    known, verdicts = reader.things, reader.verdicts
    touched = seeds(read_names(db, {*new, *unused}).values(), known)
    before = Kin(db, known, verdicts).of(touched)
    unlink(db, NAME, unused)
    delete_names(db, unused)
    add_keys(db, new, known)
    kin = Kin(db, known, verdicts)
    return settle_names(db, kin.rows(kin.of(before)), known, verdicts)


def add_keys(db: Connection, rows: Iterable[int], known: KnownThings) -> None:
    """Give names the keys by which their kin are found."""
    for row, named in read_names(db, rows).items():
        link(db, NAME, row, keys(named, known))


def settle_names(db: Connection, rows: set[int], known: KnownThings, verdicts: Verdicts) -> dict[int, str]:
    """Give these names, which must be whole families, their ids; returns those whose id is another, with that of before.

    An id that a name would have had but for a number is kept as a key. Where such a key is that of another family, both
    are settled together.
    """
    while rows:
        named = read_names(db, rows)
        settled = settle(named.values(), known, verdicts)
        claims = _claims(settled)
        _keep(db, {row: claims[one.key] for row, one in named.items()})
        rivals = having(db, NAME, {claim for one in named.values() for claim in claims[one.key]}) - rows
        if not rivals:
            return write_entities(db, {row: settled.ids[one.key] for row, one in named.items()})
        kin = Kin(db, known, verdicts)
        rows = kin.rows(kin.of({one.key for one in read_names(db, rows | rivals).values()}))
    return {}


def _claims(settled: Settled) -> dict[Key, set[str]]:
    """For every profile the ids that its thing may have claimed, without numbers (as in settle.py)."""
    things: dict[str, list[Key]] = defaultdict(list)
    for key, id_ in settled.ids.items():
        things[id_].append(key)
    claims: dict[Key, set[str]] = {}
    for id_, thing in things.items():
        label = min((settled.profiles[key].label for key in thing), key=lambda label: (-len(label), label))
        base = f"{thing[0][0].lower()}:{slug(spelling(label))}"
        ids = {id_, base, *(f"{base}-{slug(owner)}" for _, _, owner in thing if owner)}
        claimed = {ID + _NUMBER.sub("", one) for one in ids}
        claims |= dict.fromkeys(thing, claimed)
    return claims


def _keep(db: Connection, claims: Mapping[int, set[str]]) -> None:
    """Let these claims take the place of former ones."""
    db.executemany(
        f"DELETE FROM keys WHERE kind = ? AND member = ? AND key GLOB '{ID}*'", [(NAME, row) for row in claims]
    )
    for row, keys_ in claims.items():
        link(db, NAME, row, keys_)


def settle_all(db: Connection, reader: Reader) -> dict[int, str]:
    """Make all keys and ids anew, for another catalogue or other verdicts; returns names whose id changed, with the old."""
    rows = {row for (row,) in db.execute("SELECT id FROM names")}
    unlink(db, NAME, rows)
    add_keys(db, rows, reader.things)
    return settle_names(db, rows, reader.things, reader.verdicts)
