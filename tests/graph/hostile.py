"""Documents whose every name, quote and unit may hold anything."""

from __future__ import annotations

from hypothesis import strategies as st

from extractor.articles.article import Article
from extractor.facts import Entity, EntityMention, Evidence, Fact
from extractor.graph import Document
from extractor.ontology.quantity import Quantity

NASTY = ("]]>", "\"'<&>", "\x00\x07\x1b[31m", "\u202eabc", "\U0001f600", "\ufffe", "\ud800", "a\r\nb", "\t", "שלום", "")
words = st.one_of(st.sampled_from(NASTY), st.text(max_size=8), st.text(st.characters(), min_size=1, max_size=4))
names = words.filter(bool)
numbers = st.one_of(st.integers(-(10**6), 10**18), st.floats(allow_nan=False, allow_infinity=False))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    name, other, end = draw(names), draw(names), draw(words)
    article = Article(draw(words), f"{name} makes {other}{end}", draw(words), draw(words), None, draw(words))
    at = article.text.index(f"{name} makes {other}")
    target = at + len(name) + len(" makes ")
    maker = Entity("org:a", "ORG", name, (draw(names),), (EntityMention(article.id, at, at + len(name), name),))
    chip = Entity("chip:b", "CHIP", other, (), (EntityMention(article.id, target, target + len(other), other),))
    quote = article.text[at : target + len(other)]
    spans = ((at, at + len(name), draw(words)),)
    proof = (Evidence(article.id, at, at + len(quote), quote, draw(words), spans),)
    value = Quantity(draw(numbers), draw(words), draw(words), draw(st.none() | names), draw(st.none() | numbers))
    said = (("bound", draw(words)), ("conditions", (draw(words),)))
    makes = Fact("org:a", "makes", "chip:b", evidence=proof, qualifiers=said, attributed_to="org:a")
    spec = Fact("chip:b", "has_spec", attribute="power", value=value, evidence=proof)
    return Document.build([article], [maker, chip], [makes, spec])
