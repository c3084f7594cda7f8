"""What it takes to write a large graph in every format: processor time, bytes, and memory beyond that of the document itself.

    python -m benchmarks.exports [--facts 200000] [FORMAT ...]

Every format is written by a process of its own; its memory is what the process held at most, less what it held with the
document alone. The graph is made up: a fact in eight is a comparison or a value with a range, every fact has one to three
quotes.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from extractor.articles.article import Article
from extractor.export import WRITERS, export
from extractor.facts import Entity, EntityMention, Evidence, Fact
from extractor.graph import Document
from extractor.ontology.quantity import Quantity

PREDICATES = ("makes", "announces", "uses", "contains", "supplies")
SENTENCE = "The company said that its new part number {} is built with the other one, and ships next year."


def made_up(facts: int) -> Document:
    """A document with so many facts, a tenth as many entities and articles."""
    count = max(facts // 10, 2)
    articles = [
        Article(
            f"Announcement {n}",
            SENTENCE.format(n) * 5,
            f"{n}.md",
            f"https://example.org/{n}",
            "2024-01-01",
            "example.org",
        )
        for n in range(count)
    ]
    ids = [article.id for article in articles]
    entities = [
        Entity(f"chip:part-{n}", "CHIP", f"Part {n}", (f"No. {n}",), (EntityMention(ids[n], 4, 11, f"Part {n}"),))
        for n in range(count)
    ]
    return Document.build(articles, entities, _facts(facts, ids))


def _facts(facts: int, articles: list[str]) -> Iterator[Fact]:
    count = len(articles)
    for n in range(facts):
        quote = SENTENCE.format(n)
        spans = ((0, 11, "subject"), (20, 30, "object"))
        places = sorted({n % count, n * 7 % count, n * 13 % count})[: n % 3 + 1]
        evidence = tuple(Evidence(articles[place], 0, len(quote), quote, "rule", spans) for place in places)
        subject, other = f"chip:part-{n % count}", f"chip:part-{n // count * 31 % count}"
        if n % 8 == 0:
            value = Quantity(n, "GB", f"up to {n} GB", "up to", n / 2)
            yield Fact(subject, "has_spec", attribute="memory_capacity", value=value, confidence=0.7, evidence=evidence)
        else:
            said = (("conditions", ("FP8", f"batch {n}")),)
            kind = PREDICATES[n % len(PREDICATES)]
            date = f"note-{n}" if n % 8 == 1 else None
            yield Fact(subject, kind, other, date=date, qualifiers=said, confidence=0.8, evidence=evidence)


def held() -> int:
    """Bytes that the process holds now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def measure(name: str, document: Document, folder: str) -> None:
    """Write one format and print a line about it."""
    suffix = WRITERS[name].suffixes[0]
    before, start = held(), time.process_time()
    export(document, Path(folder) / f"graph{suffix}", name)
    seconds = time.process_time() - start
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    size = sum(path.stat().st_size for path in Path(folder).iterdir())
    print(
        f"{name:10} {seconds:8.1f} s {size / 1e6:8.0f} MB file {(most - before) / 1e6:8.0f} MB more memory", flush=True
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--facts", type=int, default=200_000)
    parser.add_argument("formats", nargs="*", metavar="FORMAT", default=list(WRITERS))
    words = parser.parse_args()
    if not sys.platform.startswith("linux"):
        raise SystemExit("memory is read from /proc, which only Linux has")
    document = made_up(words.facts)
    print(
        f"{len(document.facts):,} facts, {len(document.entities):,} entities; the document takes {held() / 1e6:.0f} MB"
    )
    fork = multiprocessing.get_context("fork")
    for name in words.formats:
        with tempfile.TemporaryDirectory() as folder:
            process = fork.Process(target=measure, args=(name, document, folder))
            process.start()
            process.join()
        if process.exitcode:
            raise SystemExit(f"{name} was not written")


if __name__ == "__main__":
    main()
