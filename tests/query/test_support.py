from __future__ import annotations

import random
from itertools import pairwise

import pytest

from extractor.articles.article import Article
from extractor.facts import Evidence
from extractor.graph import Document
from extractor.query.agreement import Statement
from extractor.query.support import Independence


def article(name: str, day: str | None = "2024-01-01", source: str | None = "") -> Article:
    return Article(name, "", f"{name}.md", f"https://{name}", day, name if source == "" else source)


def statement(where: Article) -> Statement:
    return Statement(where, Evidence(where.id, 0, len(where.text), where.text, "test"))


def independence(*articles: Article, copies: dict[str, str] | None = None) -> Independence:
    return Independence(Document.build(articles, (), (), copies))


def test_a_story_and_its_copies_are_one_source() -> None:
    story, copy, other = article("a.example"), article("b.example", "2023-12-31"), article("c.example", None)
    support = independence(story, copy, other, copies={copy.id: story.id}).support(map(statement, (copy, other, story)))
    assert support.weight == 2
    assert support.names == ("a.example", "c.example"), "the original stands in front, though its copy is dated earlier"
    assert support.sources[0].articles == (story, copy)
    assert support.published == "2023-12-31"


def test_a_copy_without_its_original_speaks_for_itself() -> None:
    story, copy = article("a.example"), article("b.example")
    support = independence(story, copy, copies={copy.id: story.id}).support([statement(copy)])
    assert support.names == ("b.example",)
    assert support.sources[0].to_dict()["statements"][0]["syndicated_from"] == story.id


def test_articles_of_one_publisher_are_one_source() -> None:
    one, two = article("one", source="www.a.example"), article("two", source="A.example")
    unknown = [article("x", source=None), article("y", source=None)]
    assert independence(one, two, *unknown).support(map(statement, (one, two, *unknown))).weight == 3


def test_a_publisher_and_copies_of_its_stories() -> None:
    early, late, copy = (
        article("e", "2024-01-01", "a"),
        article("l", "2024-02-01", "a"),
        article("c", "2024-02-02", "b"),
    )
    own = article("o", "2024-02-03", "b")
    found = independence(early, late, copy, own, copies={copy.id: late.id})
    assert {found.root(a.id) for a in (early, late, copy)} == {early.id}
    assert found.root(own.id) == own.id, "what the copying outlet writes itself is its own"


def test_a_chain_of_copies_has_one_end_and_a_circle_too() -> None:
    chain = [article(f"c{n}.example") for n in range(4)]
    straight = {one.id: other.id for one, other in pairwise(chain)}
    for copies in (straight, straight | {chain[-1].id: chain[0].id}):
        found = independence(*chain, copies=copies)
        assert len({found.root(one.id) for one in chain}) == 1


def test_a_statement_counts_once() -> None:
    one = article("a.example")
    assert len(independence(one).support([statement(one), statement(one)]).statements) == 1


@pytest.mark.parametrize("seed", range(5))
def test_the_order_does_not_matter(seed: int) -> None:
    articles = [article(f"{n}.example", f"2024-01-{n % 3 + 1:02}", f"{n % 4}") for n in range(9)]
    copies = {articles[8].id: articles[0].id, articles[7].id: articles[2].id}
    shuffled = random.Random(seed).sample(articles, len(articles))
    expected = independence(*articles, copies=copies).support(map(statement, articles))
    assert independence(*shuffled, copies=copies).support(map(statement, shuffled)) == expected
