"""Reading reports back: their texts, their HTML as lxml has it, their Markdown as markdown-it has it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractor.report import Report
from extractor.report.content import Block, Item


def texts(block: Block) -> Iterator[Item]:
    """All texts of a block."""
    for row in block.table.rows if block.table else ():
        for cell in row:
            yield from cell
    yield from block.entries
    yield from block.sentences


def rows(report: Report, key: str) -> list[list[str]]:
    """The rows of the tables of a section, cell by cell, without notes."""
    blocks = [block for section in report.sections if section.key == key for block in section.blocks]
    return [["; ".join(item.text for item in cell) for cell in row] for b in blocks if b.table for row in b.table.rows]


def lines(report: Report, key: str) -> list[str]:
    """Headings, entries and sentences of a section."""
    found = []
    for block in (b for section in report.sections if section.key == key for b in section.blocks):
        found += [block.heading] if block.heading else []
        found += [item.text for item in (*block.entries, *block.sentences)]
    return found


def tokens(markdown: str) -> list[Any]:
    """The tokens of Markdown as GitHub reads it: tables, footnotes, bare addresses as links; nested ones too."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    reader = MarkdownIt("gfm-like").use(footnote_plugin)
    reader.linkify.set({"fuzzy_link": False, "fuzzy_email": True})  # a bare domain is no link on GitHub, an address is
    found = []
    for token in reader.parse(markdown):
        found += [token, *(token.children or ())]
    return found
