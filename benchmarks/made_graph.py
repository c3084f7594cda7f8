"""A made-up graph of any size, the same for the same numbers: what the measurements of the page are made on.

Names of a few syllables, links that prefer what has links already and what lies in the same group, sentences of some twenty
words, each with one or two facts; every fifth fact is told by a second article.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from extractor.articles.article import Article
from extractor.facts import Entity, EntityMention, Evidence, Fact
from extractor.graph import Document
from extractor.ontology.quantity import Quantity

SYLLABLES = [a + b for a in ("k", "z", "v", "br", "t", "m", "or", "x", "pl", "n") for b in ("a", "e", "i", "o", "u")]
TYPES = {
    "ORG": 25, "CHIP": 25, "TECHNOLOGY": 15, "SYSTEM": 10, "PERSON": 8, "SOFTWARE": 6, "SERVICE": 4, "PLACE": 4,
    "EVENT": 1, "FACILITY": 1, "POLICY": 1,
}  # fmt: skip
RELATIONS = ("makes", "announces", "uses", "partners_with", "contains", "uses_technology", "competes_with")
SPECS = (("memory_capacity", "GB"), ("power", "W"), ("core_count", ""), ("clock_speed", "GHz"), ("price", "USD"))
MODALITIES = ("asserted",) * 17 + ("planned", "planned", "reported", "denied")
GROUP = 60  # entities that are mostly linked with each other
SENTENCES = 10


def made_graph(entities: int, facts: int, seed: int = 0) -> Document:
    """A document with so many entities and (nearly) so many facts."""
    return _Maker(entities, seed).document(facts)


class _Maker:
    def __init__(self, count: int, seed: int) -> None:
        self.dice = random.Random(seed)
        kinds = self.dice.choices(list(TYPES), list(TYPES.values()), k=count)
        self.names = [(kind, f"{self._word(2)} {number}") for number, kind in enumerate(kinds)]
        self.ids = [f"{kind.lower()}:{name.lower().replace(' ', '-')}" for kind, name in self.names]
        self.mentions: dict[int, list[EntityMention]] = {}
        self.popular = list(range(count))

    def document(self, facts: int) -> Document:
        articles: list[Article] = []
        told: list[Fact] = []
        while len(told) < facts:
            article, found = self._article(len(articles))
            articles.append(article)
            told += found
        merged: dict[str, Fact] = {}
        for fact in told[:facts]:
            known = merged.get(fact.id)
            merged[fact.id] = fact.with_evidence(known.evidence + fact.evidence, 0.98) if known else fact
        entities = [
            Entity(key, kind, name, (), tuple(self.mentions[number]))
            for number, (key, (kind, name)) in enumerate(zip(self.ids, self.names, strict=True))
            if number in self.mentions
        ]
        return Document.build(articles, entities, merged.values())

    def _article(self, number: int) -> tuple[Article, list[Fact]]:
        drafts = [self._sentence() for _ in range(SENTENCES)]
        body = " ".join(text for text, *_ in drafts)
        day = f"{2016 + number % 10}-{1 + number % 12:02}-{1 + number % 28:02}"
        article = Article(f"{self._word(3)} and {self._word(2)}", body, f"news/{number}.md",
            f"https://{number % 40}.example.com/{number}", day, f"{number % 40}.example.com")  # fmt: skip
        at = len(article.text) - len(body)
        facts = []
        for text, one, other, spec in drafts:
            facts.append(self._fact(article, at, text, one, other, spec))
            at += len(text) + 1
        return article, facts

    def _sentence(self) -> tuple[str, int, int, tuple[str, str] | None]:
        one = self._pick()
        other = self._near(one)
        spec = self.dice.choice(SPECS) if self.dice.random() < 0.35 else None
        said = f"{self.dice.randint(1, 400)} {spec[1]}".strip() if spec else self.names[other][1]
        words = " ".join(self._word(self.dice.randint(1, 4)).lower() for _ in range(14))
        return f"{self.names[one][1]} {words} {said}.", one, other, spec

    def _fact(self, article: Article, at: int, text: str, one: int, other: int, spec: tuple[str, str] | None) -> Fact:
        ends = [(at, self.names[one][1], "subject")]
        if spec is None:
            ends.append((at + text.rindex(self.names[other][1]), self.names[other][1], "object"))
        for number, (start, name, _) in zip((one, other), ends, strict=False):
            self.mentions.setdefault(number, []).append(EntityMention(article.id, start, start + len(name), name))
        spans = tuple((start, start + len(name), role) for start, name, role in ends)
        proof = (Evidence(article.id, at, at + len(text), text, "made-up", spans),)
        told = {"modality": self.dice.choice(MODALITIES), "confidence": round(self.dice.uniform(0.5, 1), 2)}
        if spec is None:
            return Fact(self.ids[one], self.dice.choice(RELATIONS), self.ids[other], evidence=proof, **told)  # type: ignore[arg-type]
        amount = float(text.rstrip(".").removesuffix(spec[1]).split()[-1])
        value = Quantity(amount, spec[1], text)
        return Fact(self.ids[one], "has_spec", attribute=spec[0], value=value, evidence=proof, **told)  # type: ignore[arg-type]

    def _pick(self) -> int:
        chosen = self.dice.choice(self.popular)
        self.popular.append(chosen)
        return chosen

    def _near(self, one: int) -> int:
        start = one - one % GROUP
        among = [n for n in range(start, min(start + GROUP, len(self.names))) if n != one]
        if among and self.dice.random() < 0.8:
            return self.dice.choice(among)
        other = self._pick()
        return other if other != one else (one + 1) % len(self.names)

    def _word(self, syllables: int) -> str:
        return "".join(self.dice.choices(SYLLABLES, k=syllables)).capitalize()


def links(document: Document) -> Iterator[tuple[int, int]]:
    """The pairs of entities (by number) that facts link, as the layout gets them."""
    number = {entity.id: at for at, entity in enumerate(document.entities)}
    pairs = sorted({tuple(sorted((number[f.subject], number[f.object]))) for f in document.facts if f.object})
    yield from ((one, other) for one, other in pairs if one != other)
