"""The format of a text that has no telling name (standard input, an odd suffix)."""

from __future__ import annotations

import json
import re

_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]")
_PAGE = re.compile(r"<!doctype html|<html[\s>]|<(?:head|body|article|div|p|h1)[\s>]", re.IGNORECASE)
_JSON = re.compile(r"\{\s*[\"}]|\[\s*[\[{\"\]]")
_MARKDOWN = re.compile(r"^#{1,6} \S|^---[ \t]*$|\]\(https?://", re.MULTILINE)


def sniff(text: str) -> str:
    """One of the names in the registry: "feed", "html", "json", "jsonl", "markdown" or "text"."""
    head = text.lstrip("\ufeff \t\n")[:4000]
    if head.startswith("<"):
        if _FEED.search(head):
            return "feed"
        if _PAGE.search(head):
            return "html"
    if _JSON.match(head):
        return "jsonl" if _is_lines(text.lstrip("\ufeff \t\n")) else "json"
    return "markdown" if _MARKDOWN.search(head) else "text"


def _is_lines(text: str) -> bool:
    first, _, rest = text.partition("\n")
    if not rest.strip():
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False
