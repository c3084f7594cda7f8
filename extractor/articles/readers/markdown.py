"""Markdown, with YAML front matter or without."""

from __future__ import annotations

import re

from extractor.articles.fields import has_title_alone, records_of
from extractor.articles.front_matter import Split, as_mapping, split
from extractor.articles.markdown_text import joined, markdown_to_text
from extractor.articles.record import Found, Place, Record
from extractor.articles.safe_yaml import YamlError, load
from extractor.errors import Problem

_TITLE = re.compile(r"^ {0,3}#[ \t]+(\S.*)$|^(\S.*)\n {0,3}={2,}[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"\s*^ {0,3}#{1,6}[ \t]+(\S.*)$", re.MULTILINE)
_FENCED = re.compile(r"^ {0,3}(`{3,}|~{3,})", re.MULTILINE)
MAX_TITLE = 200


def read(text: str, path: str) -> Found:
    """The article of a Markdown file and those of its front matter's ``related`` list.

    Without front matter the title is the first heading of level 1, else a heading that opens the text, else the first
    line where it is shorter than 200 characters.
    """
    place, parts = Place(path), split(text)
    if parts is None:
        yield _plain(text, place)
        return
    try:
        entry = as_mapping(load(parts.block))
    except YamlError as error:
        yield _refused(error, parts, place)
        return
    if entry is None:
        yield _plain(text, place)
        return
    if not parts.closed:
        yield place.problem("front matter is not closed: add a line --- after it", skipped=False)
    if parts.closed and not parts.body.strip() and has_title_alone(entry):
        yield place.problem("front matter without a text: its title is all that is read", skipped=False)
    yield from _with_front_matter(entry, parts.body, place)


def _with_front_matter(entry: dict[object, object], body: str, place: Place) -> Found:
    heading = None if entry.get("title") or entry.get("headline") else _HEADING.match(body)
    if heading:
        entry, body = {**entry, "title": markdown_to_text(heading[0].strip())}, body[heading.end() :]
    yield from records_of(entry, place, body, "markdown")


def _refused(error: YamlError, parts: Split, place: Place) -> Problem:
    line = parts.line + error.line - 1 if error.line else 1
    remedy = "" if parts.closed else "; the front matter is not closed: add a line --- after it"
    return Place(place.path, line=line).problem(f"front matter: {error.reason}{remedy}")


def _plain(text: str, place: Place) -> Record:
    title, body = _headed(text) or _first_line(joined(text))
    return Record(place, title=markdown_to_text(title).strip(), body=body, markup="markdown")


def _headed(text: str) -> tuple[str, str] | None:
    fence = _FENCED.search(text)
    found = _TITLE.search(text, 0, fence.start() if fence else len(text)) or _HEADING.match(text)
    return (found[0].strip().split("\n")[0], text[: found.start()] + "\n" + text[found.end() :]) if found else None


def _first_line(text: str) -> tuple[str, str]:
    first, _, rest = text.strip().partition("\n")
    return (first, rest) if len(first) < MAX_TITLE else ("", text)
