"""An article as RDF."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.articles.article import Article
from extractor.export.rdf_terms import XSD, Literal, Triple, moment
from extractor.export.vocabulary import TYPE, iri, term


def article_triples(article: Article, original: str | None) -> Iterator[Triple]:
    """Title, date, address, text of an article; ``original`` is the id of the one that it repeats."""
    node = iri("article", article.id)
    yield Triple(node, TYPE, term("ha:Article"))
    yield Triple(node, term("dcterms:title"), Literal(article.title))
    yield Triple(node, term("ha:path"), Literal(article.path))
    if article.url is not None:
        yield Triple(node, term("ha:url"), Literal(article.url, f"{XSD}anyURI"))
    if article.published is not None:
        yield Triple(node, term("dcterms:issued"), moment(article.published))
    if article.source is not None:
        yield Triple(node, term("ha:source"), Literal(article.source))
    if original is not None:
        yield Triple(node, term("ha:syndicatedFrom"), iri("article", original))
    for topic in dict.fromkeys(article.topics):
        yield Triple(node, term("ha:topic"), Literal(topic))
    yield Triple(node, term("ha:text"), Literal(article.text))
