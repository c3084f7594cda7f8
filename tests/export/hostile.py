"""Texts that break careless writers, and documents that hold them wherever a document holds a text."""

from __future__ import annotations

from dataclasses import replace

from extractor.articles.article import Article
from extractor.facts import Entity, EntityMention, Evidence, Fact
from extractor.graph import Document
from extractor.graph.scrub import one_line
from extractor.ontology.quantity import Quantity

TEXTS = [
    'say "no"',
    "it's",
    "back\\slash\\",
    'end\\"',
    "\\u0027}) DETACH DELETE n //",
    "'}) MATCH (n) DETACH DELETE n //",
    "`]->() DELETE r //",
    "'); DROP TABLE facts; --",
    '"]; evil -> node [label="x',
    "\\N\\G\\l&lt;b&gt;AT&T &amp; <b>",
    "</script><script>alert(1)</script>",
    "]]><!-- -->",
    '<https://example.org/> "@en ^^xsd:int .',
    "a;b|c,d\te\x1ff",
    "two\nlines\r\nthree\r",
    "\x00\x01\x1b[31m\x7f\x85",
    "\u202eright to left\u202c שלום",
    "\u2028\u2029\ufeff\ufffe\uffff",
    "\U0001f600\u200d\U0001f4bb e\u0301",
    "\ud800",
    "{}[]()#%20?&=+@:/",
    " leading and trailing ",
    "NULL",
    "=1+1",
    "-1e5",
    "long " * 5000,
]


def renamed(document: Document, key: str, name: str) -> Document:
    """The document with another name for one of its entities."""
    entities = [replace(entity, name=name) if entity.id == key else entity for entity in document.entities]
    return Document.build(document.articles, entities, document.facts)


TAKEN = ("bound", "conditions", "z")


def infested(text: str) -> Document:
    """A small document that holds the text in every field that may hold any text; ids hold what the schema lets them."""
    news = Article(text, f"{text} body", f"{text}.md", text, "2024-02-30", text, (text, "other"))
    copy = Article("copy", text, "copy.md", None, "2024-01-31T10:00:00Z")
    key = "org:" + "".join(one_line(text).split())[:80] + "x"
    entities = [
        Entity(key, "ORG", text, (text, f"{text}2"), (EntityMention(news.id, 0, 1, text),), known=True),
        Entity("chip:b", "CHIP", "b", (), (EntityMention(copy.id, 2, 3, "b"), EntityMention(news.id, 0, 1, text))),
    ]
    said = (
        ("bound", text),
        ("conditions", (text, "FP8")),
        (text if text not in TAKEN else f"{text}2", text),
        ("z", ("only",)),
    )
    first = Evidence(news.id, 0, 5, text, text, ((0, 1, text), (2, 3, "value")))
    second = Evidence(copy.id, 1, 2, f"{text}2", "rule")
    facts = [
        Fact(key, "makes", "chip:b", qualifiers=said, confidence=0.5, evidence=(first, second), attributed_to=key),
        Fact(
            key, "has_spec", attribute="memory_capacity", value=Quantity(1.5, text, text, text, 0.25), evidence=(first,)
        ),
        Fact("chip:b", "has_spec", attribute="memory_capacity", value=Quantity(2, "TB", "2 TB"), evidence=(second,)),
        Fact("chip:b", "compares_to", key, attribute="performance", value=Quantity(75, "%", text), evidence=(second,)),
        Fact("chip:b", "has_status", status="available", date="2024-Q2", modality="denied", evidence=(second,)),
        Fact("chip:b", "has_status", status="preview", modality="planned", evidence=(second,)),
    ]
    return Document.build([news, copy], entities, facts, {copy.id: news.id})
