"""Independent support: how many sources say a thing, copies and articles of one publisher counted once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from extractor.articles.article import Article
from extractor.query.agreement.claims import Statement


@dataclass(frozen=True, slots=True)
class Source:
    """One independent source: everything that its articles state, the original in front.

    ``copies`` maps the ids of the articles among them that repeat another one to the id of that one, which need not be
    among them.
    """

    statements: tuple[Statement, ...]
    copies: Mapping[str, str]

    @property
    def articles(self) -> tuple[Article, ...]:
        """Its articles, the original in front."""
        return tuple(dict.fromkeys(statement.article for statement in self.statements))

    @property
    def name(self) -> str:
        """The publisher of the original, else its path."""
        return self.articles[0].source or self.articles[0].path

    def to_dict(self) -> dict[str, Any]:
        """The source as plain data."""
        return {"source": self.name, "statements": [self._statement(statement) for statement in self.statements]}

    def _statement(self, statement: Statement) -> dict[str, Any]:
        article = {
            key: getattr(statement.article, key) for key in ("id", "path", "url", "title", "published", "source")
        }
        copied = {"syndicated_from": self.copies.get(statement.article.id)}
        return article | copied | {"quote": statement.evidence.quote, "rule": statement.evidence.by}


@dataclass(frozen=True, slots=True)
class Support:
    """The independent sources of something, the earliest first."""

    sources: tuple[Source, ...]

    @property
    def weight(self) -> int:
        """How many independent sources there are."""
        return len(self.sources)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Everything that is stated, source by source."""
        return tuple(statement for source in self.sources for statement in source.statements)

    @property
    def published(self) -> str | None:
        """The earliest date of publication, or ``None`` where none is known."""
        return min((s.article.published for s in self.statements if s.article.published), default=None)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the sources."""
        return tuple(source.name for source in self.sources)


class Origin(Protocol):
    """What tells one source from another: all of an article but its text."""

    @property
    def id(self) -> str:
        """The id of the article."""

    @property
    def source(self) -> str | None:
        """The publisher."""

    @property
    def published(self) -> str | None:
        """The date of publication."""


class Corpus(Protocol):
    """All articles of a graph, and which of them repeat another one, as pairs of ids."""

    @property
    def articles(self) -> Sequence[Origin]:
        """All articles."""

    @property
    def copies(self) -> Iterable[tuple[str, str]]:
        """Pairs of a copy and its original."""


class Independence:
    """Which articles of a graph are one source: a story with its copies, and all stories of one publisher.

    An outlet that prints the story of another is that one's copy, and a source of its own with what it writes itself.
    Articles without a publisher stand for themselves.
    """

    def __init__(self, document: Corpus) -> None:
        """Takes a document, or what else has all articles of a graph."""
        self._copies = dict(document.copies)
        ids = sorted((self._rank(article), article.id, article.source or "") for article in document.articles)
        self._roots = {id_: self._original(id_) for _, id_, _ in ids}
        leaders: dict[str, str] = {}
        for _, id_, source in ids:
            publisher = source.casefold().removeprefix("www.")
            if publisher and self._roots[id_] == id_:
                self._roots[id_] = leaders.setdefault(publisher, id_)
        self._roots = {key: self._roots.get(root, root) for key, root in self._roots.items()}

    def root(self, article: str) -> str:
        """The id that stands for the source of an article."""
        return self._roots.get(article, article)

    def support(self, statements: Iterable[Statement]) -> Support:
        """The independent sources of these statements; each statement counts once."""
        groups: dict[str, list[Statement]] = defaultdict(list)
        for statement in dict.fromkeys(statements):
            groups[self.root(statement.article.id)].append(statement)
        sources = [self._source(group) for group in groups.values()]
        return Support(tuple(sorted(sources, key=lambda source: self._rank(source.articles[0]))))

    def _source(self, statements: list[Statement]) -> Source:
        ordered = sorted(statements, key=lambda s: (self._rank(s.article), s.evidence))
        ids = {statement.article.id for statement in ordered}
        return Source(tuple(ordered), {key: self._copies[key] for key in sorted(ids) if key in self._copies})

    def _rank(self, article: Origin) -> tuple[bool, bool, str, str]:
        """Originals before copies, then the earliest; articles without a date last."""
        return article.id in self._copies, article.published is None, article.published or "", article.id

    def _original(self, article: str) -> str:
        """The end of the chain of copies; a chain that runs in a circle ends at its smallest id."""
        seen = [article]
        while (nxt := self._copies.get(seen[-1])) is not None:
            if nxt in seen:
                return min(seen[seen.index(nxt) :])
            seen.append(nxt)
        return seen[-1]
