"""The article: one news text with its provenance."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Article:
    r"""One news article.

    ``title`` and ``body`` are clean text (line ends are ``\n``, no control characters). ``path`` is where it was read,
    as given by the user, with a fragment for an article inside a file (``news.md#related-3``). ``published`` is an
    ISO 8601 date or timestamp in UTC, or ``None``. ``source`` is the publisher's domain or name, or ``None``.
    """

    title: str
    body: str
    path: str
    url: str | None = None
    published: str | None = None
    source: str | None = None
    topics: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Title, blank line, body: the string that all offsets count in."""
        return f"{self.title}\n\n{self.body}" if self.title and self.body else self.title or self.body

    @property
    def id(self) -> str:
        """Content hash (16 hexadecimal digits of SHA-256 over address and text): the same on every machine."""
        content = f"{self.url or ''}\0{self.text}".encode("utf-8", "surrogatepass")
        return hashlib.sha256(content).hexdigest()[:16]

    @property
    def day(self) -> date | None:
        """Date of publication, or ``None`` where it is not known."""
        try:
            return date.fromisoformat(self.published[:10]) if self.published else None
        except ValueError:
            return None

    def _repr_html_(self) -> str:
        from extractor.notebook import article_html

        return article_html(self)
