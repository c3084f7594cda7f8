"""Notes: every sentence that a statement rests on, numbered, and the independent sources that it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractor.articles.article import Article
from extractor.facts.fact import Evidence
from extractor.graph.document import Document
from extractor.page.safe import address, name
from extractor.query import FactView
from extractor.query.support import Independence
from extractor.report.content import Note
from extractor.report.dates import readable
from extractor.report.wording import counted, words

MOST = 4  # notes of one statement; more say nothing new
LONGEST = 600  # characters of a sentence
Place = tuple[Article, Evidence]


class Notes:
    """Gives out the numbers of notes: one for each independent source of a statement, the original before its copies."""

    def __init__(self, document: Document) -> None:
        self._copies = dict(document.copies)
        self._independence = Independence(document)
        self._numbers: dict[tuple[str, str], int] = {}
        self.all: list[Note] = []

    def of(self, facts: Iterable[FactView]) -> tuple[int, ...]:
        """The numbers of the notes of a statement that these facts make, in order."""
        first = [places[0] for places in self._sources(facts)]
        return tuple(sorted({self._number(*place) for place in first[:MOST]}))

    def sources(self, facts: Iterable[FactView]) -> tuple[str, ...]:
        """The names of the independent sources of a statement, the earliest first."""
        return tuple(dict.fromkeys(_source(places[0][0]) for places in self._sources(facts)))

    def dated(self, facts: Iterable[FactView]) -> tuple[str, ...]:
        """The same with the days of publication, and with how many articles only repeat them."""
        said = words("sections")["disagreements"]
        found = []
        for places in self._sources(facts):
            copies = {article.id for article, _ in places if article.id in self._copies}
            parts = {"name": _source(places[0][0]), "day": _day(places[0][0])}
            if copies:
                parts["copies"] = counted(len(copies), "copy", "copies")
            found.append(said["copies" if copies else "told"].format(**parts))
        return tuple(found)

    def weight(self, facts: Iterable[FactView]) -> int:
        """How many independent sources make a statement."""
        return len({self._independence.root(evidence.article) for fact in facts for evidence in fact.evidence})

    def _sources(self, facts: Iterable[FactView]) -> list[list[Place]]:
        """Where the statement stands, by independent sources, the earliest first, the best place of each in front."""
        found: dict[str, list[Place]] = {}
        for article, evidence in sorted(_places(facts), key=self._rank):
            found.setdefault(self._independence.root(article.id), []).append((article, evidence))
        return sorted(found.values(), key=lambda places: (_published(places), _source(places[0][0]), places[0][0].id))

    def _rank(self, place: Place) -> tuple[bool, bool, str, str, int, int]:
        """Copies last, a sentence before a headline, which says less, then the earliest."""
        article, evidence = place
        headline = evidence.end <= len(article.title)
        return article.id in self._copies, headline, article.published or "~", article.id, evidence.start, evidence.end

    def _number(self, article: Article, evidence: Evidence) -> int:
        quote = _sentence(evidence.quote, article.title)
        number = self._numbers.setdefault((article.id, quote), len(self._numbers) + 1)
        if number > len(self.all):
            self.all.append(self._note(number, article, quote))
        return number

    def _note(self, number: int, article: Article, quote: str) -> Note:
        said, title = words("sections")["notes"], name(article.title)
        text = said["headline" if title == quote else "sentence"].format(quote=quote)
        shown = "" if title == quote else title
        remark = said["copied"] if article.id in self._copies else ""
        return Note(number, text, shown, _source(article), _day(article), address(article.url), remark)


def _places(facts: Iterable[FactView]) -> Iterator[Place]:
    for fact in facts:
        articles = {article.id: article for article in fact.articles}
        yield from ((articles[evidence.article], evidence) for evidence in fact.evidence)


def _published(places: list[Place]) -> str:
    return min((article.published[:10] for article, _ in places if article.published), default="~")


def _source(article: Article) -> str:
    return name(article.source or article.path or words("sections")["notes"]["unknown"])


def _day(article: Article) -> str:
    return name(readable(article.published) or words("sections")["notes"]["undated"])


def _sentence(quote: str, title: str) -> str:
    """A quote on one line, without the headline before it, cut where it is very long."""
    text = name(quote.removeprefix(f"{title}\n\n"))
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " …"
