"""Graphs whose every text is the same hostile one, each fit to be written to a file."""

from __future__ import annotations

from extractor.articles.article import Article
from extractor.facts import Entity, EntityMention, Evidence, Fact
from extractor.graph import Document
from extractor.ontology import Quantity
from extractor.query import KnowledgeGraph


def spoken(text: str) -> Document:
    """A maker and a chip of this name, what it has and when it comes, all in one sentence that begins with the text."""
    article = Article(text, f"{text} makes {text}2.", f"{text}.md", text, "2024-01-31", text)
    at = len(article.text) - len(article.body)
    other = at + len(text) + len(" makes ")
    maker = Entity("org:a", "ORG", text, (), (EntityMention(article.id, at, at + len(text), text),))
    chip = Entity("chip:b", "CHIP", f"{text}2", (text,), (EntityMention(article.id, other, other + len(text), text),))
    spans = ((at, at + len(text), "subject"), (at, len(article.text), text))
    proof = (Evidence(article.id, at, len(article.text), article.body, text, spans),)
    said = (("conditions", (text, "FP8")), (text, text))
    facts = [
        Fact("org:a", "makes", "chip:b", qualifiers=said, attributed_to="org:a", evidence=proof),
        Fact("chip:b", "has_spec", attribute="power", value=Quantity(2, text, text, text), evidence=proof),
        Fact("chip:b", "has_status", status="available", date="2024", modality="denied", evidence=proof),
    ]
    return Document.build([article], [maker, chip], facts)


class Held:
    """A graph in memory in place of that of a file."""

    ontology = None

    def __init__(self, document: Document) -> None:
        self._graph = KnowledgeGraph(document)

    def graph(self) -> KnowledgeGraph:
        return self._graph
