"""What a report consists of, before it becomes Markdown or HTML: plain texts with the numbers of their notes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """A statement or a value: a text without any markup, and the numbers of the notes that it rests on."""

    text: str
    notes: tuple[int, ...] = ()


Cell = tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under columns; every row has one cell for each column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG, to stand in HTML as it is and as a ``file`` of its own, with its caption."""

    svg: str
    file: str
    caption: str


@dataclass(frozen=True, slots=True)
class Block:
    """Something under a heading of its own (``""``: none): a table, list entries, sentences that close it."""

    heading: str = ""
    table: Table | None = None
    entries: tuple[Item, ...] = ()
    sentences: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A section; ``key`` is its anchor."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """What a statement rests on: a sentence and the article in which it stands.

    ``title`` is empty where the sentence is the title, ``url`` is http(s) or empty.
    """

    number: int
    text: str
    title: str
    source: str
    day: str
    url: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report."""

    title: str
    lead: tuple[Item, ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    notes_title: str
