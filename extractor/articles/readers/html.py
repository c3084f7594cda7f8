"""Web pages: trafilatura finds the text and what the page says about itself."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from extractor.articles.html_text import powers
from extractor.articles.record import Found, Place, Record

_META = re.compile(r"<meta\s[^<>]{1,1000}>", re.IGNORECASE)
_PUBLISHED = re.compile(r"[\"'](?:article:published_time|datePublished|date|dc\.date)[\"']", re.IGNORECASE)
_CONTENT = re.compile(r"content\s*=\s*[\"']([^\"'<>]{8,40})[\"']", re.IGNORECASE)
_LINKED_DATA = re.compile(r"[\"']datePublished[\"']\s{0,9}:\s{0,9}[\"']([^\"'<>]{8,40})[\"']")
_TITLE = re.compile(r"<title[^<>]*>([^<]{1,1000})</title", re.IGNORECASE)
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}  # nothing depends on the clock


def read(text: str, path: str) -> Found:
    """The article of a page with title, date, address and site name; all text of the page where no main text is found.

    The time of publication comes from meta tags or linked data; a date that trafilatura found elsewhere has no time.
    """
    found = _extract(powers(text))
    title = _TITLE.search(text)
    yield Record(
        Place(path),
        title=(found.title if found else None) or (title[1] if title else None),
        body=(found.text if found else None) or text,
        markup="text" if found and found.text else "html",
        urls=(found.url,) if found else (),
        dates=(_published(text), found.date if found else None),
        source=(found.hostname or found.sitename) if found else None,
        topics=[*(found.categories or ()), *(found.tags or ())] if found else None,
    )


def _extract(text: str) -> Any:
    import trafilatura

    with _quiet("trafilatura", "htmldate"):
        return trafilatura.bare_extraction(
            text, include_comments=False, with_metadata=True, date_extraction_params=dict(_DATES)
        )


def _published(text: str) -> str | None:
    tags = (tag[0] for tag in _META.finditer(text))
    contents = (_CONTENT.search(tag) for tag in tags if _PUBLISHED.search(tag))
    found = next((content for content in contents if content), None) or _LINKED_DATA.search(text)
    return found[1] if found else None


@contextmanager
def _quiet(*names: str) -> Iterator[None]:
    """What the libraries log about odd pages is not for the user; what matters becomes a problem."""
    loggers = [logging.getLogger(name) for name in names]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)
