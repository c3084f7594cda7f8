"""A raw record becomes a clean article, or a problem that says why not."""

from __future__ import annotations

from extractor.articles.article import Article
from extractor.articles.boilerplate import without_boilerplate
from extractor.articles.cleaning import one_line, printable, tidy
from extractor.articles.dates import iso_date
from extractor.articles.excerpts import with_excerpt
from extractor.articles.html_text import html_to_text
from extractor.articles.markdown_text import markdown_to_text
from extractor.articles.record import Markup, Record
from extractor.articles.values import as_text, date_texts, domain, first_address, topic_texts
from extractor.errors import Problem


def finish(record: Record) -> tuple[Article | None, list[Problem]]:
    """The article of a record and what had to be remarked; no article where neither title nor body is left."""
    remarks: list[str] = []
    title = one_line(_clean(record.title, "text" if record.markup == "text" else "html", remarks))
    body = _text(record.body, record.markup, title, remarks)
    body = with_excerpt(_text(record.excerpt, "html", title, remarks), body, title)
    if not title and not body:
        return None, [record.place.problem("neither a title nor a text: give it at least one of them")]
    if not title:
        remarks.append("no title")
    if record.title is not None and as_text(record.title) is None:
        remarks.append("the title is neither text nor a number, left out")
    url = _address(record, remarks)
    # Who names no publisher still names a site; without either, every article would be a source of its own.
    source = one_line(_clean(record.source, "html", remarks)) or (domain(url) if url else None)
    topics = [one_line(_clean(topic, "html", remarks)) for topic in topic_texts(record.topics)]
    article = Article(
        title=title,
        body=body,
        path=str(record.place),
        url=url,
        published=_published(record, remarks),
        source=source,
        topics=tuple(dict.fromkeys(topic for topic in topics if topic)),
    )
    return article, [record.place.problem(remark, skipped=False) for remark in dict.fromkeys(remarks)]


def _text(value: object, markup: Markup, title: str, remarks: list[str]) -> str:
    text = without_boilerplate(tidy(_clean(value, markup, remarks)))
    if title and text.startswith(title + "\n"):  # the title once more, as a heading above the text
        text = text.removeprefix(title).strip()
    return text


def _clean(value: object, markup: Markup, remarks: list[str]) -> str:
    text = as_text(value) or ""
    if markup == "markdown":
        text = html_to_text(markdown_to_text(text), lines=True)
    elif markup == "html":
        text = html_to_text(text)
    clean, first = printable(text.replace("\r", "\n"))
    if first >= 0:
        remarks.append("control characters or lone surrogates, replaced")
    return clean


def _address(record: Record, remarks: list[str]) -> str | None:
    address, given = first_address(record.urls)
    if given and address is None:
        remarks.append("the address is not a full http(s) address, left out")
    return printable(address)[0].replace(" ", "%20") if address else None


def _published(record: Record, remarks: list[str]) -> str | None:
    texts = date_texts(record.dates)
    dates = [found for text in texts if (found := iso_date(text))]
    if texts and not dates:
        remarks.append(f"not a date that can be read: {printable(texts[0][:60])[0]!r} (write it as 2023-11-28)")
    return dates[0] if dates else None
