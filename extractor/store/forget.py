"""Which rows are meant when somebody names an article to be forgotten."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from sqlite3 import Connection

from extractor.articles.article import Article
from extractor.articles.duplicates import address_key
from extractor.errors import UsageError
from extractor.store.given import keys, stored
from extractor.store.groups import GIVEN, among, bind, having, sharing
from extractor.store.read_back import read_articles

LEAST = 6
ADDRESS, WORDS = "address:", "words:"


def copies_called(db: Connection, named: str) -> set[int]:
    """The given rows of the one article of this path, address or id (or at least six digits of it).

    The name of its file without folders is enough where only one has it. These are all of its address, and those without an
    address that have the words of one of them. Raises :class:`UsageError` where no article or several have the name.
    """
    ways = (_by_path_or_url, _by_address, _by_copy, _by_id, _by_file_name)
    found = next(filter(None, (read_articles(db, way(db, named)) for way in ways)), {})
    if not found:
        raise UsageError(f"the store has no article {named!r}{_hint(db, named)}")
    if len(found) > 1:
        ids = ", ".join(sorted(f"{article.id} ({article.path})" for article in found.values()))
        raise UsageError(f"{named!r} may be {ids}; give the id")
    (article,) = found.values()
    return _copies(db, article)


def _by_path_or_url(db: Connection, named: str) -> set[int]:
    return _select(db, "path = ?1 OR url = ?1", named)


def _by_address(db: Connection, named: str) -> set[int]:
    """The article of an address that is spelt otherwise."""
    return _at(db, [ADDRESS + address_key(named)])


def _by_copy(db: Connection, named: str) -> set[int]:
    """The article that a copy of this path is part of."""
    paths = {row for (row,) in db.execute("SELECT id FROM given WHERE path = ?", (named,))}
    found: set[int] = set()
    for copy in stored(db, paths).values():
        twins = (copy,) if copy.url else stored(db, having(db, GIVEN, keys(copy))).values()
        homes = _at(db, {key for twin in twins for key in _keys(twin, ADDRESS)})
        found |= homes or _select(db, among("given"), bind(having(db, GIVEN, keys(copy))))
    return found


def _by_id(db: Connection, named: str) -> set[int]:
    return _select(db, "article >= ? AND article < ?", named, f"{named}g") if len(named) >= LEAST else set()


def _by_file_name(db: Connection, named: str) -> set[int]:
    if not named or "/" in named:
        return set()
    query = "SELECT DISTINCT path FROM given WHERE substr(path, -length(?1)) = ?1"
    paths = [path for (path,) in db.execute(query, (f"/{named}",))]
    return {row for path in paths for row in _by_path_or_url(db, path) or _by_copy(db, path)}


def _hint(db: Connection, named: str) -> str:
    """What resembles the name among paths, names of files and addresses, else how to list the articles."""
    known = {path: path for (path,) in db.execute("SELECT path FROM given")}
    known |= {path.rpartition("/")[2]: path for path in known.values()}
    known |= {url: url for (url,) in db.execute("SELECT url FROM articles WHERE url IS NOT NULL")}
    near = dict.fromkeys(known[one] for one in get_close_matches(named, known, n=3, cutoff=0.6))
    if near:
        return f"; near are {', '.join(near)}"
    return "; name it by id, path or address (`extract show FILE --articles` lists them)"


def _at(db: Connection, addresses: Iterable[str]) -> set[int]:
    """The articles of these addresses, whichever of their copies they have their text from."""
    wanted = set(addresses)
    rows = _select(db, among("given"), bind(sharing(db, GIVEN, wanted)))
    return {row for row, article in read_articles(db, rows).items() if _keys(article, ADDRESS) & wanted}


def _copies(db: Connection, article: Article) -> set[int]:
    own = stored(db, having(db, GIVEN, _keys(article, ADDRESS)))
    words = {key for one in (article, *own.values()) for key in _keys(one, WORDS)}
    bare = {row for row, one in stored(db, having(db, GIVEN, words)).items() if not one.url}
    return own.keys() | bare


def _keys(article: Article, kind: str) -> set[str]:
    return {key for key in keys(article) if key.startswith(kind)}


def _select(db: Connection, where: str, *given: str) -> set[int]:
    return {row for (row,) in db.execute(f"SELECT id FROM articles WHERE {where}", given)}
