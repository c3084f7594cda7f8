"""Names and mentions as rows: one name for each :class:`Named`, its surface forms, and the places where they stand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from sqlite3 import Connection

from extractor.pipeline.reading import LocalEntity
from extractor.resolve.identity.profile import Named
from extractor.store.groups import among, bind

COLUMNS = "type, name, known, told"


def write_names(db: Connection, named: Sequence[Named]) -> tuple[list[int], set[int]]:
    """The rows of these names, in order, and which of them had to be made."""
    found = [_row(db, "names", COLUMNS, _columns(one)) for one in named]
    return [row for row, _ in found], {row for row, created in found if created}


def write_mentions(db: Connection, article: int, names: Sequence[int], entities: Sequence[LocalEntity]) -> None:
    """Write where an article names its entities, whose rows ``names`` are."""
    for name, entity in zip(names, entities, strict=True):
        forms = {text: _row(db, "forms", "name, text", (name, text))[0] for text in {m.text for m in entity.mentions}}
        places = [(article, forms[m.text], m.start, m.end) for m in entity.mentions]
        db.executemany("INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?)", places)


def delete_mentions(db: Connection, articles: Iterable[int]) -> set[int]:
    """Delete what these articles name; returns the forms that lost a place."""
    gone = bind(articles)
    query = f"SELECT DISTINCT form FROM mentions WHERE {among('article')}"
    forms = {form for (form,) in db.execute(query, (gone,))}
    db.execute(f"DELETE FROM mentions WHERE {among('article')}", (gone,))
    return forms


def delete_forms(db: Connection, forms: Iterable[int]) -> set[int]:
    """Delete those of these forms that have no place any more; returns the names that have no form any more."""
    unused = f"""DELETE FROM forms WHERE {among("id")}
                 AND NOT EXISTS (SELECT 1 FROM mentions WHERE form = forms.id) RETURNING name"""
    names = {name for (name,) in db.execute(unused, (bind(forms),)).fetchall()}
    nameless = f"SELECT id FROM names WHERE {among('id')} AND NOT EXISTS (SELECT 1 FROM forms WHERE name = names.id)"
    return {name for (name,) in db.execute(nameless, (bind(names),))}


def delete_names(db: Connection, names: Iterable[int]) -> None:
    """Delete these names."""
    db.execute(f"DELETE FROM names WHERE {among('id')}", (bind(names),))


def read_names(db: Connection, rows: Iterable[int]) -> dict[int, Named]:
    """The names of these rows."""
    query = f"SELECT id, {COLUMNS} FROM names WHERE {among('id')}"
    return {row: _named(*columns) for row, *columns in db.execute(query, (bind(rows),))}


def entities_of(db: Connection, names: Iterable[int]) -> dict[int, str]:
    """The graph ids of these names."""
    return dict(db.execute(f"SELECT id, entity FROM names WHERE {among('id')}", (bind(names),)).fetchall())


def write_entities(db: Connection, ids: Mapping[int, str]) -> dict[int, str]:
    """Give names their graph ids; returns those whose id was another before, with that."""
    before = entities_of(db, ids)
    moved = {name: before[name] for name, id_ in ids.items() if before[name] != id_}
    db.executemany("UPDATE names SET entity = ? WHERE id = ?", [(ids[name], name) for name in moved])
    return moved


def _columns(named: Named) -> tuple[str, str, str, str]:
    told = (named.owner, named.brand, named.introduced, named.apart)
    return named.type, named.name, named.known, json.dumps(told, ensure_ascii=False)


def _named(type_: str, name: str, known: str, told: str) -> Named:
    owner, brand, introduced, apart = json.loads(told)
    return Named(type_, name, known, owner, brand, tuple(introduced), tuple(apart))


def _row(db: Connection, table: str, columns: str, values: tuple[object, ...]) -> tuple[int, bool]:
    """The row of these values, and whether it had to be made."""
    where = " AND ".join(f"{column} = ?" for column in columns.split(", "))
    found = db.execute(f"SELECT id FROM {table} WHERE {where}", values).fetchone()
    if found:
        return int(found[0]), False
    marks = ", ".join("?" * len(values))
    return int(db.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", values).lastrowid or 0), True
