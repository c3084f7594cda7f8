"""Speed of the store at growing sizes, as ratios to plain SQLite inserts and reads of the same rows.

    python -m benchmarks.store [--facts 1000000] [--folder DIR]

Readings are made up (seeded): articles of 120 words from a vocabulary of 30,000 whose frequency falls with the rank, each
with twenty statements about eight names, of which some are of the catalogue, some seen before, one new in every second
article. The pipeline does not run. At each size are measured: what a batch of 64 articles costs more, what one article
costs (opened, added, closed), and how long it takes to open the store and answer a first question. Plain SQLite gets the same
rows in the same tables, indexes and batches, and reads them back with SELECT *. Times are of the process (user and system)
and of the clock; the ratios are of the former, since others may use the machine.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from extractor.articles.article import Article
from extractor.ontology.quantity import Quantity
from extractor.pipeline.reading import LocalEntity, Mention, Reading, Statement
from extractor.store import Reader, Store, StoredGraph
from extractor.store.connection import SCHEMA
from extractor.store.reader import BATCH

STATEMENTS, ENTITIES, WORDS = 20, 8, 120
STEPS = (0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
TABLES = {  # and the order in which their rows came
    "given": "id", "articles": "id", "names": "id", "forms": "id", "mentions": "article", "statements": "article",
    "keys": "member", "copy_keys": "article", "sketches": "article",
}  # fmt: skip
SYLLABLES = [a + b for a in ("k", "z", "v", "br", "t", "m", "or", "x", "pl", "n") for b in ("a", "e", "i", "o", "u")]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, default=None)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=args.folder) as folder:
        path = Path(folder) / "store.sqlite"
        written = grow(path, args.facts)
        compare(path, Path(folder) / "plain.sqlite", written)


class News:
    """Made-up articles with their readings, the same for the same seed."""

    def __init__(self, known: Sequence[tuple[str, str, str]], seed: int = 0) -> None:
        self.dice = random.Random(seed)
        self.known = [known[at] for at in sorted(self.dice.sample(range(len(known)), min(3000, len(known))))]
        self.seen: list[tuple[str, str, str | None]] = []
        self.words = ["".join(self.dice.choices(SYLLABLES, k=self.dice.randint(1, 4))) for _ in range(30_000)]
        self.readings: dict[str, Reading] = {}

    def __iter__(self) -> Iterator[Article]:
        number = 0
        while True:
            yield self._article(number)
            number += 1

    def read(self, articles: Sequence[Article], progress: object = None) -> list[Reading]:
        """The readings that belong to these articles, once."""
        return [self.readings.pop(article.id) for article in articles]

    def _article(self, number: int) -> Article:
        names = self._names(number)
        sentences = [f"{name[1]} {self._text(WORDS // STATEMENTS)}." for name in names for _ in range(3)]
        article = Article(
            self._text(7), " ".join(sentences), f"{number}.md", f"https://x.example/{number}", "2026-01-01"
        )
        self.readings[article.id] = self._reading(article, names)
        return article

    def _names(self, number: int) -> list[tuple[str, str, str | None]]:
        if number % 2 == 0 or len(self.seen) < ENTITIES:
            brand = "".join(self.dice.choices(SYLLABLES, k=4)).capitalize()
            self.seen.append(("CHIP", f"{brand} {self.dice.randint(1, 9999)}", None))
        known = {self._ranked(self.known) for _ in range(ENTITIES)}
        seen = {self._ranked(self.seen) for _ in range(3)} | {self.seen[-1]}
        return sorted({*known, *seen}, key=str)[:ENTITIES]

    def _ranked(self, items: Sequence[Any]) -> Any:
        return items[int(len(items) * self.dice.random() ** 3)]

    def _text(self, length: int) -> str:
        return " ".join(self._ranked(self.words) for _ in range(length))

    def _reading(self, article: Article, names: Sequence[tuple[str, str, str | None]]) -> Reading:
        entities, at = [], 0
        for type_, name, known in names:
            places = []
            for _ in range(2):
                at = article.text.index(name, at)
                places.append(Mention(at, at + len(name), name))
                at += len(name)
            entities.append(LocalEntity(type_, name, known, tuple(places)))
        said = tuple(self._statement(len(names), article) for _ in range(STATEMENTS))
        return Reading(article.id, tuple(entities), said)

    def _statement(self, count: int, article: Article) -> Statement:
        subject, other = self.dice.sample(range(count), 2)
        start = self.dice.randrange(len(article.text) - 80)
        spans = ((start, start + 8, "subject"), (start + 20, start + 30, "object"))
        if self.dice.random() < 0.5:
            return Statement(subject, "makes", start, start + 80, "made-up", other, spans=spans, confidence=0.8)
        value = Quantity(self.dice.randint(1, 9999), "GB", "made-up")
        return Statement(
            subject, "has_spec", start, start + 80, "made-up", attribute="memory_capacity", value=value, spans=spans,
            confidence=0.7,
        )  # fmt: skip


def grow(path: Path, facts: int) -> float:
    """Fill a store with so many statements and print the curve; returns the time that adding all batches took."""
    from extractor.api import load_knowledge

    ontology, catalogue = load_knowledge()
    symmetric = frozenset(name for name, predicate in ontology.predicates.items() if predicate.symmetric)
    kinds = ("ORG", "CHIP", "SYSTEM", "TECHNOLOGY")
    news = News([(k.type, k.name, k.id) for k in catalogue.entries.values() if k.type in kinds and not k.removed])
    reader = Reader(catalogue, symmetric, news.read)
    source, total, there, spent = iter(news), facts // STATEMENTS, 0, 0.0
    print(f"{'articles':>9}{'statements':>12}{'file MB':>9}{'ms/article':>12}{'one alone ms':>14}{'open+ask ms':>13}")
    for step in STEPS:
        before, marks = there, int(total * step)
        while there < marks:
            with Store.open_or_create(path) as store:  # a run of a thousand articles
                batches = list(islice(source, min(1024, marks - there)))
                took = timed(lambda store=store, batches=batches: store.add(batches, reader))  # type: ignore[misc]
                there += len(batches)
                spent += took[0]
                last = took[0] / len(batches)
        alone = min(timed(lambda: add_one(path, next(source), reader)) for _ in range(5))
        there += 5
        first = min(timed(lambda: ask(path)) for _ in range(3))
        size = path.stat().st_size / 1e6
        print(f"{there:9}{there * STATEMENTS:12}{size:9.0f}{last * 1e3:12.2f}{alone[0] * 1e3:14.1f}{first[0] * 1e3:13.1f}"
              f"   (clock {first[1] * 1e3:.0f} ms to open and ask; {there - before} articles)", flush=True)  # fmt: skip
    return spent


def add_one(path: Path, article: Article, reader: Reader) -> None:
    with Store(path) as store:
        store.add([article], reader)


def ask(path: Path) -> None:
    """Open the store, find a fact by the beginning of its id, and explain it."""
    with Store(path) as store, store.reading() as db:
        (fact,) = db.execute("SELECT fact FROM statements ORDER BY article DESC LIMIT 1").fetchone()
    StoredGraph(path).explain(fact)


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds of this process, and of the clock."""
    cpu, clock = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - cpu, time.perf_counter() - clock


def compare(path: Path, plain: Path, written: float) -> None:
    """Write and read the rows of a store with nothing but SQLite, and print the ratios."""
    inserts = insert_plain(plain, rows_of(path))
    total = sum(inserts)
    print(f"adding in batches: {written:.1f} s, plain inserts {total:.1f} s: {written / total:.1f} x")
    tenths = [sum(inserts[len(inserts) * n // 10 : len(inserts) * (n + 1) // 10]) for n in range(10)]
    per_article = [f"{tenth * 10 / len(inserts) / BATCH * 1e3:.2f}" for tenth in tenths]
    print(f"plain inserts, ms/article by tenth: {', '.join(per_article)}")
    read = timed(lambda: [plain_read(plain, table) for table in TABLES])
    with Store(path) as store:
        document = timed(store.document)
    print(f"the whole document: {document[0]:.1f} s, plain reads {read[0]:.1f} s: {document[0] / read[0]:.1f} x")
    graph = StoredGraph(path)
    summary = timed(graph.summary)
    name, count = graph.summary(1).top_entities[0]
    found = timed(lambda: graph.facts(subject=name))
    print(f"summary: {summary[0]:.2f} s; the facts about one entity ({count} of them): {found[0]:.2f} s")


def rows_of(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of a store by table."""
    db = sqlite3.connect(path)
    rows = {table: db.execute(f"SELECT * FROM {table} ORDER BY {order}").fetchall() for table, order in TABLES.items()}
    db.close()
    print(", ".join(f"{len(found)} rows of {table}" for table, found in rows.items()))
    return rows


def insert_plain(plain: Path, rows: dict[str, list[tuple[Any, ...]]]) -> list[float]:
    """Insert rows in as many transactions as the store needed, the tables side by side; returns the seconds of each."""
    db = sqlite3.connect(plain, isolation_level=None)
    db.execute("PRAGMA journal_mode=WAL")
    db.executescript(SCHEMA.read_text("utf-8") + "PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;")
    count = -(-len(rows["articles"]) // BATCH)
    times = [timed(lambda number=number: _insert(db, rows, number, count))[0] for number in range(count)]  # type: ignore[misc]
    db.close()
    return times


def _insert(db: sqlite3.Connection, rows: dict[str, list[tuple[Any, ...]]], number: int, count: int) -> None:
    db.execute("BEGIN IMMEDIATE")
    for table, found in rows.items():
        some = found[len(found) * number // count : len(found) * (number + 1) // count]
        if some:
            db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(some[0]))})", some)
    db.execute("COMMIT")


def plain_read(plain: Path, table: str) -> int:
    db = sqlite3.connect(plain)
    try:
        return len(db.execute(f"SELECT * FROM {table}").fetchall())
    finally:
        db.close()


if __name__ == "__main__":
    main()
