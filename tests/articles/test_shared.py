"""Real articles, where they are at hand (``SHARED`` or the folder beside the repository)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from extractor.articles import read_articles

ARTICLES = Path(os.environ.get("SHARED") or Path(__file__).parents[2].parent / "shared") / "articles"
pytestmark = pytest.mark.skipif(not ARTICLES.is_dir(), reason="the shared articles are not here")


def test_the_seed_holds_18_articles() -> None:
    intake = read_articles([ARTICLES / "seed.md"])
    assert len(intake.articles) == 18
    assert intake.problems == []
    assert all(article.url and article.published and article.source and article.body for article in intake.articles)


def test_the_posts_of_2020() -> None:
    intake = read_articles([ARTICLES / "2020"])
    assert len(intake.articles) == 262  # 131 posts and 284 related articles, 262 addresses
    assert intake.problems == []
    assert all(article.url and article.published and article.source and article.title for article in intake.articles)


def test_the_order_of_the_files_does_not_matter() -> None:
    files = sorted((ARTICLES / "2020").glob("*.md"))
    assert read_articles(files) == read_articles(reversed(files))
