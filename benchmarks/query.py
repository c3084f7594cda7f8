"""Latency of queries on a large graph in a store, as ratios to networkx in memory and to plain SQL.

    python -m benchmarks.query [--facts 100000] [--store FILE] [--repeat 5]

The graph is that of benchmarks/store.py: made-up articles with twenty statements each about eight names, half of them "makes",
half of them memory capacities in GB. ``--store`` keeps it (or uses it, where the file is there). Each question is asked of

- the store: the query API over the file; the first question of a fresh graph (opening it, reading the names) stands apart;
- memory: the same API over the loaded document;
- networkx: the loop or the algorithm that a user of the network would write, over ``graph.network``;
- plain SQL: the statement that a user of the tables would write, which returns ids only, on an open connection.

networkx and SQL return keys and ids; the API returns facts with names, articles and quotes. All times are the fastest of
``--repeat`` runs, in seconds of this process (user and system: others may use the machine). ``--store-only`` leaves out
what needs the whole document in memory.
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import networkx as nx

from benchmarks.store import grow
from extractor.query import KnowledgeGraph
from extractor.store import Store, StoredGraph

LIMIT = 9990
Ask = Callable[[], Any]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=int, default=100_000)
    parser.add_argument("--store", type=Path, default=None)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--store-only", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = args.store or Path(folder) / "store.sqlite"
        if not path.exists():
            grow(path, args.facts)
        measure(path, args.repeat, args.store_only)


def measure(path: Path, repeat: int, store_only: bool) -> None:
    """Ask all questions in all ways and print a line for each."""
    seconds, found = timed(lambda: first(path))
    print(f"a fresh graph, opened and asked about one thing ({found} facts): {seconds * 1e3:.0f} ms")
    stored, network = StoredGraph(path), nx.MultiDiGraph()
    memory: KnowledgeGraph = stored
    if not store_only:
        with Store(path) as store:
            seconds, document = timed(store.document)
        print(f"loading the whole document: {seconds:.1f} s", end="; ")
        memory = KnowledgeGraph(document)
        seconds, network = timed(lambda: memory.network)
        print(f"building the network: {seconds:.1f} s; {len(document.entities)} entities, {len(document.facts)} facts")
    ways = ("store", "sql") if store_only else ("store", "memory", "networkx", "sql")
    db = sqlite3.connect(path)
    print(f"{'question':<34}{'found':>7}{''.join(f'{way:>10}' for way in ways)}   ms; store is x times the others")
    for name, asks in questions(stored, memory, network, db, _middle(stored)).items():
        times = {way: min(timed(asks[way])[0] for _ in range(repeat)) for way in ways}
        answer = asks["store"]()
        if not store_only and answer != asks["memory"]():
            raise SystemExit(f"{name}: the store answers otherwise than the document")
        ratios = ", ".join(f"{times['store'] / times[way]:.2g}" for way in ways[1:])
        shown = "".join(f"{times[way] * 1e3:>10.2f}" for way in ways)
        print(f"{name:<34}{len(answer):>7}{shown}   {ratios}", flush=True)
    db.close()


def first(path: Path) -> int:
    """Open a store and ask about a thing by its name."""
    with Store(path) as store, store.reading() as db:
        (name,) = db.execute("SELECT name FROM names ORDER BY id DESC LIMIT 1").fetchone()
    return len(StoredGraph(path).facts(entity=name))


def questions(
    stored: KnowledgeGraph,
    memory: KnowledgeGraph,
    network: nx.MultiDiGraph,
    db: sqlite3.Connection,
    pair: tuple[str, str],
) -> Mapping[str, Mapping[str, Ask]]:
    """What is asked, in four ways."""
    one, other = pair
    makes = nx.Graph((a, b) for a, b, p in network.edges(data="predicate") if p == "makes")
    asked: dict[str, Callable[[KnowledgeGraph], Ask]] = {
        "facts about one thing": lambda graph: lambda: graph.facts(entity=one).ids,
        f"memory capacity over {LIMIT} GB": lambda graph: (
            lambda: graph.facts(attribute="memory_capacity", over=f"{LIMIT / 1000} TB").ids
        ),
        "of at least 2 independent sources": lambda graph: lambda: graph.facts(entity=one, independent=2).ids,
        "shortest paths": lambda graph: lambda: [str(path) for path in graph.paths(one, other)],
        "neighbours, depth 1": lambda graph: lambda: [near.entity.id for near in graph.neighbours(one)],
        "most facts": lambda graph: lambda: [ranked.entity.id for ranked in graph.rank("facts")],
        "largest memory capacity": lambda graph: lambda: [str(ranked) for ranked in graph.rank("memory_capacity")],
    }

    def sql(query: str, *given: Any) -> Ask:
        return lambda: db.execute(query, given).fetchall()

    about = """SELECT DISTINCT fact FROM statements WHERE subject IN (SELECT id FROM names WHERE entity = ?1)
               OR object IN (SELECT id FROM names WHERE entity = ?1)"""
    amount, unit = "json_extract(said, '$[4][0]')", "json_extract(said, '$[4][1]')"
    step = """SELECT DISTINCT b.entity FROM statements s JOIN names a ON a.id = s.{} JOIN names b ON b.id = s.{}
              WHERE a.entity = ?1"""
    near = f"{step.format('subject', 'object')} UNION {step.format('object', 'subject')}"
    ends = "FROM statements s JOIN names a ON a.id = s.subject JOIN names b ON b.id = s.object"
    links = f"""WITH RECURSIVE links (a, b) AS MATERIALIZED (
                  SELECT a.entity, b.entity {ends} UNION SELECT b.entity, a.entity {ends}),
                walk (entity, steps) AS (
                  SELECT ?1, 0 UNION SELECT b, steps + 1 FROM walk JOIN links ON a = entity WHERE steps < 2)
                SELECT MIN(steps) FROM walk WHERE entity = ?2"""
    tops = """SELECT entity, COUNT(DISTINCT fact) AS n FROM (
                SELECT n.entity, s.fact FROM statements s JOIN names n ON n.id = s.subject UNION
                SELECT n.entity, s.fact FROM statements s JOIN names n ON n.id = s.object)
              GROUP BY entity ORDER BY n DESC LIMIT 10"""
    largest = f"""SELECT n.entity, MAX({amount}) AS m FROM statements s JOIN names n ON n.id = s.subject
                  WHERE json_extract(said, '$[3]') = 'memory_capacity' GROUP BY 1 ORDER BY m DESC LIMIT 10"""
    others: dict[str, tuple[Ask, Ask]] = {
        "facts about one thing": (
            lambda: [*network.out_edges(one, keys=True), *network.in_edges(one, keys=True)],
            sql(about, one),
        ),
        f"memory capacity over {LIMIT} GB": (
            lambda: [key for _, _, key, e in network.edges(keys=True, data=True) if e.get("amount", 0) > LIMIT],
            sql(f"SELECT DISTINCT fact FROM statements WHERE {unit} = 'GB' AND {amount} > ?", LIMIT),
        ),
        "of at least 2 independent sources": (
            lambda: [e for _, _, e in network.out_edges(one, data=True) if e["sources"] > 1],
            sql(f"{about} GROUP BY fact HAVING COUNT(DISTINCT article) > 1", one),
        ),
        "shortest paths": (lambda: list(nx.all_shortest_paths(makes, one, other)), sql(links, one, other)),
        "neighbours, depth 1": (lambda: nx.single_source_shortest_path_length(makes, one, 1), sql(near, one)),
        "most facts": (lambda: Counter(dict(network.degree())).most_common(10), sql(tops)),
        "largest memory capacity": (
            lambda: sorted(((e.get("amount", 0), a) for a, _, e in network.edges(data=True)), reverse=True)[:10],
            sql(largest),
        ),
    }
    return {
        name: {"store": ask(stored), "memory": ask(memory), "networkx": others[name][0], "sql": others[name][1]}
        for name, ask in asked.items()
    }


def _middle(graph: KnowledgeGraph) -> tuple[str, str]:
    """Two things that are neither rare nor everywhere: the medians by number of facts, of those that have ten and more."""
    found = [ranked.entity.id for ranked in graph.rank("facts", top=None) if ranked.score >= 10]
    return found[len(found) // 2], found[len(found) // 2 + 1]


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of this process (user and system: others may use the machine), and what came of it."""
    start = time.process_time()
    found = work()
    return time.process_time() - start, found


if __name__ == "__main__":
    main()
