"""Groups: rows that may influence each other, because they are related or a chain of others relates them.

Whatever depends on the whole set (which copy stands for an article, which names are one thing, which of two equal ids gets
a number) depends in truth on a group. Only the groups that a change touches are computed anew.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from sqlite3 import Connection
from typing import TypeVar

GIVEN, NAME = "given", "name"
Item = TypeVar("Item")


def among(column: str) -> str:
    """A condition that takes its values, however many, from one parameter made by :func:`bind`."""
    return f"{column} IN (SELECT value FROM json_each(?))"


def bind(values: Iterable[int] | Iterable[str]) -> str:
    """Values for a condition made by :func:`among`."""
    return json.dumps(list(values))


def component(seeds: Iterable[Item], related: Callable[[set[Item]], Iterable[Item]]) -> set[Item]:
    """The seeds, what ``related`` finds for them, what it finds for that, and so on."""
    found = set(seeds)
    frontier = found
    while frontier:
        frontier = set(related(frontier)) - found
        found = found | frontier
    return found


def link(db: Connection, kind: str, member: int, keys: Iterable[str]) -> None:
    """Give a member its keys."""
    db.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?, ?)", [(kind, key, member) for key in keys])


def unlink(db: Connection, kind: str, members: Iterable[int]) -> None:
    """Take the keys of these members away."""
    db.execute(f"DELETE FROM keys WHERE kind = ? AND {among('member')}", (kind, bind(members)))


def keys_of(db: Connection, kind: str, members: Iterable[int]) -> set[str]:
    """The keys of these members."""
    query = f"SELECT key FROM keys WHERE kind = ? AND {among('member')}"
    return {key for (key,) in db.execute(query, (kind, bind(members)))}


def having(db: Connection, kind: str, keys: Iterable[str]) -> set[int]:
    """The members that have one of these keys."""
    query = f"SELECT member FROM keys WHERE kind = ? AND {among('key')}"
    return {member for (member,) in db.execute(query, (kind, bind(keys)))}


def sharing(db: Connection, kind: str, keys: Iterable[str]) -> set[int]:
    """The members that have one of these keys, or share a key with such a member, and so on."""
    return component(having(db, kind, keys), lambda members: having(db, kind, keys_of(db, kind, members)))
