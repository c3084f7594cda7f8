"""The frame around everything that a notebook shows: one element with the style of its own parts."""

from __future__ import annotations

from functools import cache
from html import escape
from importlib import resources

from extractor.articles.article import Article
from extractor.page.safe import address, name


def framed(*parts: str) -> str:
    """The parts in one element. Its style names no colour of text or ground: those of the notebook stay, light or dark."""
    return f'<div class="hardware-graph"><style>{_style()}</style>{"".join(parts)}</div>'


def words(text: str) -> str:
    """A text on one line, as HTML.

    >>> words("AT&T <b>")
    'AT&amp;T &lt;b&gt;'
    """
    return escape(name(text))


def origin(article: Article) -> str:
    """Title, source and day of an article on one line, the title linked where its address is one of the web."""
    title = words(article.title or article.path)
    if target := address(article.url):
        title = f'<a href="{escape(target)}" rel="noopener noreferrer">{title}</a>'
    where = [words(part) for part in (article.source, (article.published or "")[:10]) if part]
    return f'<p class="soft">{", ".join([title, *where])}</p>'


@cache
def _style() -> str:
    return resources.files("extractor.notebook").joinpath("style.css").read_text(encoding="utf-8")
