import pytest

from extractor.articles.cleaning import tidy
from extractor.articles.markdown_text import markdown_to_text
from tests.growth import growth


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        (
            "The **Zed 9** has *64* cores and __80 GB__ of _fast_ memory",
            "The Zed 9 has 64 cores and 80 GB of fast memory",
        ),
        ("***both***, ~~gone~~ and `code_name`", "both, gone and code_name"),
        ("See [the page](https://example.org/a_(b) 'title').", "See the page."),
        ("See [the page][1].\n\n[1]: https://example.org", "See the page."),
        ("![A chip](chip.png)text", "text"),
        ("[![A chip](chip.png)](https://example.org)text", "text"),
        ("## Heading ##\nText", "Heading\nText"),
        ("Heading\n=======\nText", "Heading\n\nText"),
        ("```python\nx = 1\n```", "x = 1"),
        ("> quoted\n> text", "quoted text"),
        ("It is faster than\nthe Zed 8.", "It is faster than the Zed 8."),
        ("It was made for\nZed by Yax", "It was made for Zed by Yax"),
        ("a *long\nemphasis* and [a\nlink](https://example.org/a)", "a long emphasis and a link"),
        ("one  \ntwo\\\nthree", "one\ntwo\nthree"),
        ("- Zed 9: 80\n  GB\n- Zed 8: 40 GB", "Zed 9: 80 GB\nZed 8: 40 GB"),
        ("1. one\n2. two\n\ntext\n# Heading\ntext", "1. one\n2. two\n\ntext\nHeading\ntext"),
        ("Zed 9: 80 GB\nZed 8: 40 GB", "Zed 9: 80 GB\nZed 8: 40 GB"),
        ("Zed 9\nThe chip is here.", "Zed 9\nThe chip is here."),
        ("```\nx is\ny\n```\nthe\ntext", "x is\ny\n\nthe text"),
        ("- one\n* two", "one\ntwo"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a: b\n1: 2"),
        ("one\n\n---\n\ntwo", "one\n\ntwo"),
        ("5 \\* 3 and 2 * 3 * 4", "5 * 3 and 2 * 3 * 4"),
        ("snake_case_name and FP8* with a note*", "snake_case_name and FP8* with a note*"),
        ("[Update] the chip [sic] ships", "[Update] the chip [sic] ships"),
        ("a claim[^1]\n\n[^1]: the note", "a claim\n\nthe note"),
        ("<https://example.org/a>", "https://example.org/a"),
    ],
)
def test_marks_go_and_words_stay(markdown: str, expected: str) -> None:
    assert tidy(markdown_to_text(markdown)) == expected


@pytest.mark.parametrize(
    "piece",
    ["[", "[a](", "![", "*a", "**a", "_a ", "`", "# ", "| ", " ", "\\", "- ", "[^", "a\n=", "a\n", "```\n", "[a](\n"],
)
def test_hostile_markdown_is_read_in_linear_time(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    assert growth(markdown_to_text, text[:25_000], text) < 10, "4 times the text"
