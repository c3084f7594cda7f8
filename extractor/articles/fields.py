"""The keys of front matter and JSON objects, and the records that such a mapping holds.

Recognised keys, first one that has a value counts (docs/inputs.md says the same for users):

- title: ``title``, ``headline``
- body: ``text``, ``body``, ``content``
- excerpt: ``excerpt``, ``summary``, ``description``; the body where there is none
- date: ``publishedDateTime``, ``datePublished``, ``published``, ``date``
- address: ``originalUrl``, ``sourceUrl``, ``webUrl``, ``url``, ``link``
- source: ``source``, ``provider``, ``publisher``: a string, or a mapping with ``domain``, else ``name``
- topics: ``topics``, ``tags``
- further articles: ``related``, a list of such mappings
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from extractor.articles.record import Found, Markup, Place, Record
from extractor.articles.values import first_text

TITLES = ("title", "headline")
BODIES = ("text", "body", "content")
EXCERPTS = ("excerpt", "summary", "description")
DATES = ("publishedDateTime", "datePublished", "published", "date")
ADDRESSES = ("originalUrl", "sourceUrl", "webUrl", "url", "link")
SOURCES = ("source", "provider", "publisher")
TOPICS = ("topics", "tags")


def records_of(entry: Mapping[Any, Any], place: Place, body: str = "", markup: Markup = "html") -> Found:
    """The record of a mapping and, after it, one record for each item of its ``related`` list.

    ``body`` is text that stands outside the mapping (below front matter), written in ``markup``; it goes before the
    mapping's own text. A ``related`` that is no list, or an item that is no mapping, gives a problem.
    """
    own, excerpt = first_text(_values(entry, BODIES)), first_text(_values(entry, EXCERPTS))
    related = entry.get("related")
    has_own = bool(body.strip() or own or excerpt) or first_text(_values(entry, TITLES)) is not None
    if has_own or not related:
        yield Record(
            place,
            title=next((value for value in _values(entry, TITLES) if value not in (None, "")), None),
            body=body if body.strip() else own,
            markup=markup if body.strip() else "html",
            urls=_values(entry, ADDRESSES),
            dates=_values(entry, DATES),
            source=_source(entry),
            topics=next((value for value in _values(entry, TOPICS) if value), None),
            excerpt=excerpt,
        )
    yield from _related(related, place)


def has_title_alone(entry: Mapping[Any, Any]) -> bool:
    """Whether a mapping has a title and neither a text nor further articles."""
    more = first_text(_values(entry, BODIES + EXCERPTS)) is not None or entry.get("related")
    return first_text(_values(entry, TITLES)) is not None and not more


def _values(entry: Mapping[Any, Any], keys: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(entry.get(key) for key in keys)


def _source(entry: Mapping[Any, Any]) -> str | None:
    parts: list[object] = []
    for value in _values(entry, SOURCES):
        parts += [value.get("domain"), value.get("name")] if isinstance(value, Mapping) else [value]
    return first_text(parts)


def _related(related: object, place: Place) -> Found:
    if related in (None, ""):
        return
    if not isinstance(related, list):
        yield place.problem("related is not a list: write each related article as an item that starts with '- '")
        return
    for number, item in enumerate(related, start=1):
        inner = place.inside(f"related-{number}")
        if isinstance(item, Mapping):
            yield from records_of(item, inner)
        else:
            yield inner.problem("item is not a mapping: give it keys such as title, excerpt and url")
