from itertools import permutations

import pytest

from extractor.articles import Article
from extractor.articles.duplicates import address_key, merge_duplicates

A, B = "https://a.example/1", "https://b.example/1"


@pytest.mark.parametrize(
    "url",
    [
        "http://news.example/a",
        "https://www.news.example/a/",
        "https://NEWS.example:443/a?utm_source=x&utm_medium=y#part",
    ],
)
def test_addresses_of_one_page(url: str) -> None:
    assert address_key(url) == "news.example/a"


def test_addresses_of_different_pages() -> None:
    keys = {address_key(f"https://news.example/{rest}") for rest in ("a", "A", "a?id=1", "a?id=2", "b/a")}
    assert len(keys) == 5


def test_an_address_that_is_none_does_no_harm() -> None:
    assert address_key("http://[bad") == "http://[bad"


def test_same_address_is_one_article_and_the_longest_text_stands() -> None:
    one = Article("Zed", "short", "a.md", A, published="2024-01-01", topics=("AI",))
    two = Article("Zed", "much longer", "b.md", A + "/?utm_source=x", source="a.example")
    for order in permutations([one, two]):
        (merged,) = merge_duplicates(order)
        assert (merged.body, merged.path) == ("much longer", "b.md")
        assert (merged.published, merged.source, merged.topics) == ("2024-01-01", "a.example", ("AI",))


def test_same_text_at_two_addresses_stays_two() -> None:
    assert len(merge_duplicates([Article("Zed", "text", "a", A), Article("Zed", "text", "b", B)])) == 2


def test_same_text_without_an_address_joins() -> None:
    (merged,) = merge_duplicates(
        [Article("Zed", "text", "a"), Article("Zed", "text", "b"), Article("Zed", "text", "c", A)]
    )
    assert merged.url == A


def test_a_copy_without_an_address_does_not_tie_two_outlets_together() -> None:
    articles = [
        Article("Zed", "text", "a", A, "2024-01-02"),
        Article("Zed", "text", "b", B, "2024-01-01"),
        Article("Zed", "text", "c"),
    ]
    results = {tuple(merge_duplicates(order)) for order in permutations(articles)}
    assert len(results) == 1
    assert [article.url for article in results.pop()] == [B, A]


def test_the_earliest_then_the_smallest_path_stands() -> None:
    late, early = (
        Article("Zed", "text", "a", published="2024-02-01"),
        Article("Zed", "text", "b", published="2024-01-01"),
    )
    assert merge_duplicates([late, early])[0].path == "b"
    assert merge_duplicates([Article("Zed", "text", "b"), Article("Zed", "text", "a")])[0].path == "a"


def test_sorted_by_date_and_id() -> None:
    found = merge_duplicates(
        [Article("c", "", "c", published="2024-01-01"), Article("b", "", "b"), Article("a", "", "a")]
    )
    assert found == sorted(found, key=lambda article: (article.published or "", article.id))
    assert found[-1].title == "c"
