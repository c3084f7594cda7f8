"""A process that fills a store with articles made by hand: ``python -m tests.store.writer FILE FIRST LAST``.

Each article is a batch of its own; its number is printed when it is committed.
"""

from __future__ import annotations

import sys

from extractor.articles.article import Article
from extractor.store import Store, connection
from tests.store.made import article, reader

LINES = ("Zorblax>Condor; C+&C#", "Orvane>Condor", "Zorb!=9; Zorb?=9", "Zorblax Inc.>Kestrix 7", "Nvidia>H100; Zorb.2")


def numbered(number: int) -> Article:
    """The article of this number; some are copies of each other, some change names that others use."""
    return article(LINES[number % len(LINES)], f"x.example/{number}", f"2024-01-{number % 28 + 1:02}", f"{number}.md")


def main() -> None:
    """Add the articles of a range."""
    path, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    connection.SYNCHRONOUS = "OFF"  # the process is killed, not the machine
    with Store.open_or_create(path) as store:
        for number in range(first, last):
            store.add([numbered(number)], reader())
            print(number, flush=True)


if __name__ == "__main__":
    main()
