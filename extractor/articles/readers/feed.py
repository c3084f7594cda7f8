"""RSS and Atom feeds: every entry is an article."""

from __future__ import annotations

import io
from typing import Any
from urllib.parse import urlsplit

from extractor.articles.record import Found, Place, Record


def read(text: str, path: str) -> Found:
    """The entries of a feed, with fragments ``entry-1``, ``entry-2``...

    A feed that is not well-formed is read as far as it goes, with a remark on the line; one without entries gives a
    problem.
    """
    parsed, place = _parse(text), Place(path)
    broken = _broken(parsed)
    if not parsed.entries:
        where = Place(path, line=broken[0]) if broken else place
        yield where.problem(f"not a readable feed: {broken[1]}" if broken else "a feed without entries")
        return
    if broken:
        reason = f"the feed is not well-formed: {broken[1]}; read as far as possible"
        yield Place(path, line=broken[0]).problem(reason, skipped=False)
    publisher = _publisher(parsed.feed)
    for number, entry in enumerate(parsed.entries, start=1):
        yield _record(entry, publisher, place.inside(f"entry-{number}"))


def _parse(text: str) -> Any:
    import feedparser

    headers = {"content-type": "application/xml; charset=utf-8"}  # the text is ours by now, whatever its head says
    if not text.lstrip("\ufeff \t\n").startswith("<?xml"):
        text = f'<?xml version="1.0"?>{text}'  # else feedparser puts one on a line of its own, and lines are off by one
    data = io.BytesIO(text.encode("utf-8"))
    return feedparser.parse(data, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)


def _broken(parsed: Any) -> tuple[int, str] | None:
    error = parsed.get("bozo_exception")
    if not parsed.get("bozo") or type(error).__name__ in {"CharacterEncodingOverride", "NonXMLContentType"}:
        return None
    line = getattr(error, "getLineNumber", lambda: 0)() or 0
    return max(line, 0), str(getattr(error, "getMessage", lambda: error)())


def _publisher(feed: Any) -> str | None:
    try:
        host = urlsplit(feed.get("link") or "").hostname
    except ValueError:
        host = None
    return host.removeprefix("www.") if host else feed.get("title")


def _record(entry: Any, publisher: str | None, place: Place) -> Record:
    contents = [part.get("value") for part in entry.get("content", ()) if part.get("value")]
    source = entry.get("source") or {}
    return Record(
        place,
        title=entry.get("title"),
        body=max(contents, key=len, default=None),
        excerpt=entry.get("summary"),
        urls=(entry.get("link"),),
        dates=(dict.get(entry, "published"), dict.get(entry, "updated")),  # not feedparser's get: it mixes the two
        source=source.get("title") or publisher,
        topics=[tag.get("term") for tag in entry.get("tags", ())],
    )
