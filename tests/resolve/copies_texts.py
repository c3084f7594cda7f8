"""Invented articles for the tests of copies: one event, told by a press release and by reporters."""

from __future__ import annotations

from typing import Any

from extractor.articles import Article

TITLE = "Zorblax unveils Q9 server chip with 96 cores"
LEAD = (
    "Zorblax on Tuesday unveiled the Q9, a server processor with 96 cores that the company says doubles the throughput of "
    "its predecessor while drawing the same power."
)
MIDDLE = (
    "The chip is built on the 3-nanometre process of Norrland Foundry and has twelve channels of DDR6 memory, up from "
    "eight in the Q8. Racks with the new part will reach customers in Lund and Turku first, followed by other regions "
    "over the summer."
)
QUOTE = (
    "“Our customers asked for more cores and for more memory next to each of them, and the Q9 gives them both in the socket "
    "that they already know,” said Ada Quill, who leads the processor group."
)
END = (
    "Rivals have not stood still: Kestrix showed a part with 84 cores in spring, and two cloud operators design processors "
    "of their own. Analysts expect prices to hold until the end of the year because foundry capacity stays scarce."
)
RELEASE = "\n\n".join((LEAD, MIDDLE, QUOTE, END))
RETOLD = "\n\n".join(
    (
        "A new processor from Zorblax is meant to win back cloud operators who have turned to chips of their own.",
        "Called Q9 and made by Norrland Foundry in 3 nm, it puts 96 cores into one socket, half as many again as the model "
        "it replaces, and talks to memory over a dozen DDR6 channels.",
        "Shipments begin in the Nordic countries, according to a person who has seen the schedule; everybody else has to "
        "wait for summer. What it costs was not said.",
        QUOTE,
        "Investors were not impressed. The shares closed two per cent lower in thin trade.",
    )
)


def article(
    title: str = TITLE, body: str = RELEASE, site: str = "a.example", day: str | None = "2031-05-06", **more: Any
) -> Article:
    """An article of ``site`` on ``day``."""
    fields = {"path": f"{site}.md", "url": f"https://{site}/{day}", "published": day, "source": site} | more
    return Article(title, body, **fields)
