"""Excerpts beside a body: read where they say something else."""

from __future__ import annotations

import pytest

from extractor.articles.excerpts import with_excerpt

from .conftest import ReadText

BODY = "Zed has shown the Zed 9, a chip with 64 cores. It ships in May, the company said."
OTHER = "Yax, a rival, will bring out its own chip in June."


@pytest.mark.parametrize(
    "excerpt",
    [
        "",
        "New chip",
        BODY[:40],
        BODY[:40] + "…",
        "Zed has just shown the Zed 9, a chip with 64 cores; it ships in May.",
    ],
)
def test_what_the_body_says_too_is_not_read_again(excerpt: str) -> None:
    assert with_excerpt(excerpt, BODY) == BODY


def test_what_only_the_excerpt_says_is_read_above_the_body(read: ReadText) -> None:
    assert with_excerpt(OTHER, BODY) == f"{OTHER}\n\n{BODY}"
    assert with_excerpt(OTHER, BODY, title=OTHER) == BODY
    assert with_excerpt(OTHER, "") == OTHER
    article = read("a.md", f"---\ntitle: Zed\nexcerpt: {OTHER}\n---\n{BODY}\n").articles[0]
    assert article.body == f"{OTHER}\n\n{BODY}"
