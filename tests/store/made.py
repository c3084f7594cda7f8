"""Readings made by hand: what an article says follows from a few letters in its text, so that no pipeline is needed.

``"A>B"`` states that A makes B, ``"A&B"`` that they are partners (symmetric), ``"A=9"`` a specification, ``"A^B"`` that A
succeeds B, ``"A%B"`` that it is four times as fast, ``"A%"`` as fast as its predecessor, ``"A%4"`` as something that is not
named; what qualifies it depends on the day of the article. Names are those of ``NAMES``: some collide in their ids, some are
spellings of each other, some have one name and two makers, some are in the catalogue. Lines after the first say nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from extractor.articles.article import Article
from extractor.articles.duplicates import merge_duplicates
from extractor.catalogue import Catalogue, Known
from extractor.graph import Document, dumps
from extractor.ontology import Quantity
from extractor.pipeline import LocalEntity, Mention, Reading, Statement
from extractor.resolve import link
from extractor.resolve.identity import Verdicts
from extractor.store import Reader, Store

NVIDIA = Known("org:nvidia", "ORG", "Nvidia", "invented.yaml")
A100 = Known("chip:a100", "CHIP", "A100", "invented.yaml", maker="org:nvidia")
H100 = Known("chip:h100", "CHIP", "H100", "invented.yaml", maker="org:nvidia", predecessor="chip:a100")
CATALOGUE = Catalogue({known.id: known for known in (NVIDIA, A100, H100)}, followers={"chip:a100": "chip:h100"})
SYMMETRIC = frozenset({"partners_with"})
ORGANISATIONS = ("Nvidia", "NVIDIA Corp.", "Zorblax", "Zorblax Inc.", "Zorblax Semiconductor", "Orvane")
CHIPS = (
    "H100", "A100", "Nvidia H100", "H100s", "Condor", "Zorblax Condor", "Orvane Condor", "Condor-2", "Kestrix 7", "Kestrix7",
    "Zorb!", "Zorb?", "Zorb.2", "C+", "C#",
)  # fmt: skip
NAMES = ORGANISATIONS + CHIPS
KNOWN = {"Nvidia": "org:nvidia", "H100": "chip:h100", "A100": "chip:a100"}
PREDICATES = {">": "makes", "&": "partners_with", "=": "has_spec", "^": "succeeds", "%": "compares_to"}
VALUED = {"=": "memory_capacity", "%": "performance"}


def read(article: Article) -> Reading:
    """The reading of an article whose body is a line of statements, blank-separated by ``"; "``."""
    names: dict[str, list[Mention]] = {}
    statements: list[Statement] = []
    at = len(article.text) - len(article.body)
    for piece in article.body.split("\n")[0].split("; "):
        sign = next((sign for sign in PREDICATES if sign in piece), None)
        left, _, right = piece.partition(sign or "\n")
        for name, start in ((left, at), (right, at + len(left) + 1)):
            if name in NAMES:
                names.setdefault(name, []).append(Mention(start, start + len(name), name))
        if sign and left in names:
            statements.append(_statement(article, list(names), left, sign, right, at, at + len(piece)))
        at += len(piece) + 2
    entities = (LocalEntity(_type(name), name, KNOWN.get(name), tuple(found)) for name, found in names.items())
    return Reading(article.id, tuple(entities), tuple(statements))


def _type(name: str) -> str:
    return "ORG" if name in ORGANISATIONS else "CHIP"


def _statement(article: Article, names: list[str], left: str, sign: str, right: str, start: int, end: int) -> Statement:
    value = _value(sign, right, "up to" if len(names) % 2 else None)
    said = (("baseline", "predecessor"),) if sign == "%" and not right else ()
    return Statement(
        names.index(left),
        PREDICATES[sign],
        start,
        end,
        f"rule:{sign}",
        names.index(right) if right in names else None,
        attribute=VALUED.get(sign),
        value=value,
        attributed_to=0 if len(names) > 2 else None,
        qualifiers=(*said, ("conditions", ("idle", "hot")), ("date", str(article.day))),
        spans=((start, start + len(left), "subject"),),
        confidence=round(0.5 + len(article.text) % 40 / 100, 2),
    )


def _value(sign: str, right: str, bound: str | None) -> Quantity | None:
    if sign == "%":
        return Quantity(4.0, "x", "4")
    return Quantity(float(right), "GB", right, bound) if sign == "=" else None


def read_all(articles: Sequence[Article], progress: object = None) -> list[Reading]:
    return [read(article) for article in articles]


def reader(**other: object) -> Reader:
    return Reader(**{"catalogue": CATALOGUE, "symmetric": SYMMETRIC, "read": read_all, "rules": "r"} | other)  # type: ignore[arg-type]


def article(body: str, url: str | None = None, day: str | None = None, path: str = "a.md", **other: str) -> Article:
    return Article(other.get("title", ""), body, path, url and f"https://{url}", day, other.get("source"))


def full(articles: Iterable[Article], verdicts: Verdicts | None = None) -> str:
    """The document of these articles, read and linked at once."""
    kept = merge_duplicates(articles)
    linked = link(kept, read_all(kept), CATALOGUE, SYMMETRIC, verdicts)
    return dumps(Document.build(kept, linked.entities, linked.facts, linked.copies))


def stored(path: Path) -> str:
    with Store(path) as store:
        return dumps(store.document())


ORPHANS = {
    "forms without a place": "SELECT id FROM forms WHERE id NOT IN (SELECT form FROM mentions)",
    "names without a form": "SELECT id FROM names WHERE id NOT IN (SELECT name FROM forms)",
    "mentions of no article": "SELECT article FROM mentions WHERE article NOT IN (SELECT id FROM articles)",
    "statements of no article": "SELECT article FROM statements WHERE article NOT IN (SELECT id FROM articles)",
    "articles without a text": "SELECT id FROM articles WHERE given NOT IN (SELECT id FROM given)",
    "sketches of nothing": "SELECT article FROM sketches WHERE article NOT IN (SELECT id FROM articles)",
    "copy keys of nothing": "SELECT article FROM copy_keys WHERE article NOT IN (SELECT id FROM articles)",
    "articles without sketch": "SELECT id FROM articles WHERE id NOT IN (SELECT article FROM sketches)",
    "keys of nothing": """SELECT key FROM keys WHERE member NOT IN (SELECT id FROM given) AND kind = 'given'
        OR member NOT IN (SELECT id FROM names) AND kind = 'name'
        OR member NOT IN (SELECT id FROM articles) AND kind = 'article'""",
}


def faults(path: Path) -> list[str]:
    """What is wrong with the rows of a store: left-overs, and ids that are not those of its document."""
    with Store(path) as store:
        document = store.document()
        with store.reading() as db:
            found = [name for name, query in ORPHANS.items() if db.execute(query).fetchone()]
            facts = {fact for (fact,) in db.execute("SELECT fact FROM statements")}
            entities = {entity for (entity,) in db.execute("SELECT entity FROM names")}
            sound = db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    found += [] if sound else ["the file is damaged"]
    found += [] if facts == {fact.id for fact in document.facts} else ["ids of facts"]
    return found + ([] if entities == {entity.id for entity in document.entities} else ["ids of entities"])
