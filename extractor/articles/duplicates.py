"""The same article met twice is one article, whatever the order in which the copies came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import parse_qsl, urlencode, urlsplit

from extractor.articles.article import Article


def address_key(url: str) -> str:
    """The address without what does not change the page: scheme, www., port, last slash, utm_ parameters, fragment.

    >>> address_key("https://www.Example.org/News/?utm_source=rss#top")
    'example.org/News'
    """
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return url
    query = [(key, value) for key, value in parse_qsl(parts.query, True) if not key.lower().startswith("utm_")]
    return f"{host}{parts.path.rstrip('/')}" + (f"?{urlencode(sorted(query))}" if query else "")


def merge_duplicates(articles: Iterable[Article]) -> list[Article]:
    """One article for each group of copies, sorted by date and id.

    Copies share their address, or their text where not both have an address of their own: two outlets with one text at
    two addresses stay two. The longest text stands for its group (then the earliest, then the smallest path); what it
    lacks in date, source, address or topics comes from the others in that order.
    """
    merged = [_representative(group) for group in _groups(articles)]
    return sorted(merged, key=lambda article: (article.published or "", article.id))


def _groups(articles: Iterable[Article]) -> list[list[Article]]:
    addressed: dict[str, list[Article]] = defaultdict(list)
    bare: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        home = addressed[address_key(article.url)] if article.url else bare[_text_key(article)]
        home.append(article)
    by_text: dict[str, list[list[Article]]] = defaultdict(list)
    for group in addressed.values():
        for key in {_text_key(article) for article in group}:
            by_text[key].append(group)
    homes = {key: min(groups, key=lambda group: _rank(min(group, key=_rank))) for key, groups in by_text.items()}
    for key in [key for key in bare if key in homes]:
        homes[key].extend(bare.pop(key))
    return [*addressed.values(), *bare.values()]


def _text_key(article: Article) -> str:
    return " ".join(article.text.split()).casefold()


def _rank(article: Article) -> tuple[object, ...]:
    known = (article.published or "~", article.path, article.title, article.body)
    return (-len(article.text), *known, article.url or "~", article.source or "~", article.topics)


def _representative(group: list[Article]) -> Article:
    ranked = sorted(group, key=_rank)
    return replace(
        ranked[0],
        url=next((other.url for other in ranked if other.url), None),
        published=next((other.published for other in ranked if other.published), None),
        source=next((other.source for other in ranked if other.source), None),
        topics=next((other.topics for other in ranked if other.topics), ()),
    )
