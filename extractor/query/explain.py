"""Why a fact is in the graph: every quote in its context, with the parts that count marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from extractor.articles.article import Article
from extractor.facts.fact import Evidence
from extractor.query.view import FactView
from extractor.query.wording import certainty

REACH = 240


@dataclass(frozen=True, slots=True)
class Passage:
    """One quote with the text around it (within its paragraph) and the article that it stands in.

    ``spans`` are the marked parts: those of the evidence, or where it has none the names of subject and object.
    """

    article: Article
    evidence: Evidence
    spans: tuple[tuple[int, int, str], ...]
    before: str
    after: str

    @classmethod
    def of(cls, article: Article, evidence: Evidence, fact: FactView) -> Passage:
        """The passage of a piece of evidence of a fact."""
        text = article.text
        first = max(text.rfind("\n", 0, evidence.start) + 1, evidence.start - REACH)
        end = text.find("\n", evidence.end)
        last = min(len(text) if end < 0 else end, evidence.end + REACH)
        spans = evidence.spans or tuple(_names(fact, evidence))
        return cls(article, evidence, spans, text[first : evidence.start], text[evidence.end : last])

    @property
    def quote(self) -> str:
        """The sentence that the fact rests on."""
        return self.evidence.quote

    @property
    def rule(self) -> str:
        """The rule or model head that found it."""
        return self.evidence.by

    @property
    def context(self) -> str:
        """The quote with what stands around it."""
        return f"{self.before}{self.quote}{self.after}"

    def pieces(self) -> Iterator[tuple[str, str]]:
        """The quote cut into pairs of text and role, the role empty between the marked parts."""
        at = self.evidence.start
        for start, end, role in sorted(self.spans):
            if start < at:
                continue
            if start > at:
                yield self.article.text[at:start], ""
            yield self.article.text[start:end], role
            at = end
        if at < self.evidence.end:
            yield self.article.text[at : self.evidence.end], ""

    def marked(self) -> str:
        """The quote with its marked parts in brackets, each with its role: ``[Graviton4:subject]``."""
        return "".join(f"[{text}:{role}]" if role else text for text, role in self.pieces())

    def to_dict(self) -> dict[str, Any]:
        """The passage as plain data."""
        article = {key: getattr(self.article, key) for key in ("id", "path", "url", "title", "published", "source")}
        return {"quote": self.quote, "marked": self.marked(), "context": self.context, "rule": self.rule} | {
            "article": article
        }


@dataclass(frozen=True, slots=True)
class Explanation:
    """A fact and the passages that it rests on."""

    fact: FactView
    passages: tuple[Passage, ...]

    @classmethod
    def of(cls, fact: FactView) -> Explanation:
        """The explanation of a fact."""
        articles = {article.id: article for article in fact.articles}
        return cls(fact, tuple(Passage.of(articles[found.article], found, fact) for found in fact.evidence))

    def to_dict(self) -> dict[str, Any]:
        """The explanation as plain data."""
        return {"fact": self.fact.to_dict(), "passages": [passage.to_dict() for passage in self.passages]}

    def __str__(self) -> str:
        lines = [f"{self.fact.sentence()} (confidence {certainty(self.fact.confidence)})"]
        for passage in self.passages:
            lines += [passage.marked(), f"  {passage.article.title}, {passage.article.path}, rule {passage.rule}"]
        return "\n".join(lines)


def _names(fact: FactView, evidence: Evidence) -> Iterator[tuple[int, int, str]]:
    for role, entity in (("subject", fact.subject), ("object", fact.object)):
        for mention in entity.mentions if entity else ():
            if mention.article == evidence.article and evidence.start <= mention.start < mention.end <= evidence.end:
                yield mention.start, mention.end, role
