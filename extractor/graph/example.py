"""A tiny document for examples and tests: two articles about two chips."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.articles.article import Article
from extractor.facts.entity import Entity, EntityMention
from extractor.facts.fact import Evidence, Fact
from extractor.graph.document import Document
from extractor.ontology.quantity import Quantity

NEWS = Article(
    title="AWS unveils Graviton4 and Trainium2",
    body="AWS unveiled Graviton4 with 96 Neoverse V2 cores at re:Invent. Trainium2 is up to 4x faster, said AWS.\n"
    "Graviton4 is in preview today.",
    path="news/aws.md",
    url="https://example.org/aws",
    published="2023-11-28T19:37:00Z",
    source="example.org",
    topics=("cloud",),
)
ECHO = Article(
    title="Cloud chips",
    body="Amazon Web Services has announced Graviton4. Trainium2 is said to be available in 2024.",
    path="feeds/echo.xml#item-2",
    published="2023-11-30",
    source="echo.example",
)
NAMES = (
    ("org:aws", "ORG", "AWS", ("Amazon Web Services",)),
    ("chip:graviton4", "CHIP", "AWS Graviton4", ("Graviton4",)),
    ("chip:trainium2", "CHIP", "Trainium2", ()),
    ("technology:neoverse-v2", "TECHNOLOGY", "Neoverse V2", ()),
    ("event:re-invent", "EVENT", "re:Invent", ()),
)


def example_document() -> Document:
    """The document.

    >>> document = example_document()
    >>> len(document.articles), len(document.entities), len(document.facts)
    (2, 5, 7)
    """
    return Document.build([NEWS, ECHO], map(_entity, NAMES), _facts())


def _entity(name: tuple[str, str, str, tuple[str, ...]]) -> Entity:
    key, kind, title, aliases = name
    mentions = [mention for article in (NEWS, ECHO) for form in (title, *aliases) for mention in _find(article, form)]
    return Entity(key, kind, title, aliases, tuple(sorted(mentions)), known=kind != "EVENT")


def _find(article: Article, form: str) -> Iterable[EntityMention]:
    start = article.text.find(form)
    while start >= 0:
        yield EntityMention(article.id, start, start + len(form), form)
        start = article.text.find(form, start + 1)


def _evidence(article: Article, quote: str, by: str, **parts: str) -> Evidence:
    start = article.text.index(quote)
    at = {role: start + quote.index(part) for role, part in parts.items()}
    spans = tuple((at[role], at[role] + len(part), role) for role, part in parts.items())
    return Evidence(article.id, start, start + len(quote), quote, by, spans)


def _facts() -> Iterable[Fact]:
    launch = "AWS unveiled Graviton4 with 96 Neoverse V2 cores at re:Invent."
    first = _evidence(NEWS, launch, "launch", subject="AWS", cue="unveiled", object="Graviton4")
    again = "Amazon Web Services has announced Graviton4."
    second = _evidence(ECHO, again, "launch", subject="Amazon Web Services", cue="announced", object="Graviton4")
    yield Fact("org:aws", "announces", "chip:graviton4", confidence=0.97, evidence=(first, second))
    yield Fact("org:aws", "makes", "chip:graviton4", confidence=0.7, evidence=(first,))
    spec = _evidence(NEWS, launch, "spec", subject="Graviton4", value="96", cue="cores")
    cores = Quantity(96, "", "96")
    yield Fact("chip:graviton4", "has_spec", attribute="core_count", value=cores, confidence=0.93, evidence=(spec,))
    base = _evidence(NEWS, launch, "based-on", subject="Graviton4", object="Neoverse V2")
    yield Fact("chip:graviton4", "uses_technology", "technology:neoverse-v2", confidence=0.8, evidence=(base,))
    faster = _evidence(NEWS, "Trainium2 is up to 4x faster, said AWS.", "faster", subject="Trainium2", value="up to 4x")
    yield Fact(
        "chip:trainium2",
        "compares_to",
        attribute="performance",
        value=Quantity(4, "x", "4x", bound="up to"),
        attributed_to="org:aws",
        qualifiers=(("bound", "up to"),),
        confidence=0.9,
        evidence=(faster,),
    )
    preview = _evidence(NEWS, "Graviton4 is in preview today.", "status", subject="Graviton4", cue="in preview")
    yield Fact("chip:graviton4", "has_status", status="preview", date="2023-11-28", confidence=0.9, evidence=(preview,))
    rumour = _evidence(
        ECHO, "Trainium2 is said to be available in 2024.", "status", subject="Trainium2", cue="available"
    )
    yield Fact(
        "chip:trainium2",
        "has_status",
        status="available",
        date="2024",
        modality="reported",
        confidence=0.6,
        evidence=(rumour,),
    )
