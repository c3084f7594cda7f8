"""The registry of formats: name of a file, or its content, to the reader of its format."""

from __future__ import annotations

from pathlib import Path

from extractor.articles.readers import feed, html, json_file, json_lines, markdown, plain_text
from extractor.articles.readers.sniffing import sniff
from extractor.articles.record import Reader

READERS: dict[str, Reader] = {
    "markdown": markdown.read,
    "html": html.read,
    "feed": feed.read,
    "json": json_file.read,
    "jsonl": json_lines.read,
    "text": plain_text.read,
}
SUFFIXES: dict[str, str] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".txt": "text",
    ".text": "text",
}


def _suffix(path: Path) -> str:
    name = path.name.lower()
    return Path(name.removesuffix(".gz")).suffix


def recognised(path: Path) -> bool:
    """Whether the name of a file (with or without ``.gz``) is that of an article format."""
    return _suffix(path) in SUFFIXES


def reader_for(path: Path, text: str) -> Reader:
    """The reader by the file's suffix, or by its content where the suffix is none of ours."""
    return READERS[SUFFIXES.get(_suffix(path)) or sniff(text)]


def guessed(path: Path, text: str) -> str | None:
    """Why the text of a file may be read wrongly: its suffix is none of ours and nothing in it tells a format."""
    suffix = _suffix(path)
    if not suffix or suffix in SUFFIXES or sniff(text) != "text":
        return None
    return f"{suffix} is no article format (docs/inputs.md has those), read as plain text"
