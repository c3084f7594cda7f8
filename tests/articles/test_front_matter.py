import pytest

from extractor.articles.front_matter import split


def test_block_and_body() -> None:
    parts = split("---\ntitle: Zed\n---\nBody\n---\nmore")
    assert parts is not None
    assert (parts.block, parts.line, parts.body, parts.closed) == ("title: Zed\n", 2, "Body\n---\nmore", True)


def test_bom_and_empty_lines_before_it() -> None:
    parts = split("\ufeff\n\n---\ntitle: Zed\n---")
    assert parts is not None
    assert (parts.line, parts.block) == (4, "title: Zed\n")


def test_not_closed() -> None:
    parts = split("---\ntitle: Zed\nurl: https://example.org\n")
    assert parts is not None
    assert not parts.closed


@pytest.mark.parametrize(
    "text", ["", "Text", "---\n\nJust text under a rule.\n\n---\nmore", "----\na: b\n---", "a\n---\nb: c\n---"]
)
def test_no_front_matter(text: str) -> None:
    assert split(text) is None


def test_empty_block() -> None:
    parts = split("---\n---\nBody")
    assert parts is not None
    assert parts.body == "Body"
