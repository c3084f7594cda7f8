"""Another reader, or other verdicts of a user, for a whole store."""

from __future__ import annotations

from sqlite3 import Connection

from extractor.store.change import restate_names, restate_predicates
from extractor.store.lineage import find_all_baselines
from extractor.store.meta import Meta
from extractor.store.reader import Reader
from extractor.store.settling import settle_all


def renew(db: Connection, reader: Reader) -> None:
    """Make all readings stale, and put the ids of names and facts by the knowledge of the new reader at once.

    The catalogue reserves ids and the ontology says which predicates are symmetric, so that the store is consistent
    even while half of its articles have been read again.
    """
    before = Meta.of(db).symmetric
    Meta.renewed(db, reader)
    restate_names(db, reader, settle_all(db, reader))
    restate_predicates(db, reader, before ^ reader.symmetric)
    find_all_baselines(db, reader)


def hear(db: Connection, reader: Reader) -> None:
    """Let what a user says about names hold from now on, where it is not what was said before."""
    if Meta.of(db).verdicts != reader.said:
        Meta.heard(db, reader)
        restate_names(db, reader, settle_all(db, reader))
        find_all_baselines(db, reader)
