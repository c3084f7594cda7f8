"""References: "the company", "its" and "the chip" stand for the entity that the text named last in that role."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extractor.ontology import load_ontology
from extractor.pipeline.annotations import ArticleEntity, Reference, layer, register_extensions, text_of
from extractor.pipeline.names.catalogue_matcher import catalogue_of
from extractor.pipeline.structure.earlier import EarlierWords
from extractor.pipeline.structure.generations import generation_references
from extractor.pipeline.structure.obliques import oblique, oblique_pattern
from extractor.pipeline.structure.predecessors import PredecessorReferences

NOT = "rival|other|same|parent|first|second|next|only|whole|entire|biggest|largest|world"
ADJECTIVE = rf"(?!{NOT})(?:[\w.'’-]*[\w'’-]|(?:\w\.)+)"  # no end of a sentence, but "U.S."
PLAIN = re.compile(
    rf"the (?:{ADJECTIVE} ){{1,2}}(?=(?:company|firm|chipmaker|start-?up|group|vendor|foundry|manufacturer)$)"
)
TimedMention = tuple[int, int, int, ArticleEntity]
NEXT_WORD = re.compile(r" ([A-Za-z-]+)")
LAST_WORD = re.compile(r" ([A-Za-z-]+)$")
POSSESSIVES = frozenset({"its", "their", "his", "her"})
PRONOUNS = frozenset({"it", "its"})


@Language.factory(
    "references",
    default_config={"ontology_dir": None, "catalogue_dir": None},
    requires=["doc._.entities", "doc.sents"],
    assigns=["doc._.references"],
)
class References:
    """Writes ``doc._.references``: wordings that stand for an entity, with that entity's index."""

    def __init__(self, nlp: Language, name: str, ontology_dir: str | None, catalogue_dir: str | None) -> None:
        register_extensions()
        self.name = name
        self.catalogue = catalogue_of(ontology_dir, catalogue_dir)
        ontology = load_ontology(Path(ontology_dir) if ontology_dir else None)
        names = ontology.names
        self.types = names.anaphors
        self.kinds = names.kinds
        self.pattern = anaphor_pattern(self.types)
        self.obliques = oblique_pattern(names.obliques)
        self.predecessors = PredecessorReferences(EarlierWords(ontology), self.catalogue, ontology.groups["PRODUCT"])
        self.reporters = frozenset(k.id for k in self.catalogue.entries.values() if k.reports)

    def __call__(self, doc: Doc) -> Doc:
        """Resolve every anaphor that has an antecedent."""
        timeline = Timeline(doc, self.obliques, self.reporters, self.kinds)
        found = list(generation_references(text_of(doc), layer(doc, "entities"), self.catalogue))
        found.extend(self.predecessors.find(text_of(doc), timeline.starts, layer(doc, "entities")))
        for match in self.pattern.finditer(text_of(doc)):
            phrase = PLAIN.sub("the ", match[0].lower())
            if phrase not in self.types:
                continue
            entity = timeline.antecedent(match.start(), self.types[phrase], pronoun=phrase in PRONOUNS)
            entity = timeline.called(phrase.rpartition(" ")[2], match.start(), entity)
            if entity is not None and not timeline.covered(match.start()):
                timeline.add(match.start(), match.end(), entity)
                found.append(Reference(match.start(), match.end(), entity.index, phrase in POSSESSIVES))
        doc._.references = sorted(found, key=lambda reference: reference.start)
        return doc


def anaphor_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Anaphors as a pattern: the phrases, those of companies with up to two adjectives between ("the Dutch company")."""
    bodies = []
    for phrase in sorted(phrases, key=lambda p: (-len(p), p)):
        article, _, noun = phrase.partition(" ")
        wide = article == "the" and PLAIN.match(f"the x {noun}")
        bodies.append(rf"the (?:{ADJECTIVE} ){{0,2}}?{re.escape(noun)}" if wide else re.escape(phrase))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(bodies)})(?![\w-])", re.I)


class Timeline:
    """The mentions of an article in the order of the text, by sentence; publications (``reporters``) are left out.

    ``kinds`` maps nouns that tell things of one type apart to the kind that they name ("som" to "module").
    """

    def __init__(
        self, doc: Doc, obliques: re.Pattern[str], reporters: frozenset[str], kinds: Mapping[str, str]
    ) -> None:
        self.obliques, self.kinds = obliques, kinds
        entities: list[ArticleEntity] = [e for e in layer(doc, "entities") if e.known not in reporters]
        self.text = text_of(doc)
        self.starts = [sentence.start_char for sentence in doc.sents]
        self.mentions: list[TimedMention] = sorted(
            ((name.start, name.end, entity.index, entity) for entity in entities for name in entity.names),
            key=lambda mention: mention[:3],
        )
        self.positions = [mention[0] for mention in self.mentions]
        self.by_type: dict[str, list[TimedMention]] = defaultdict(list)
        for mention in self.mentions:
            self.by_type[mention[3].type].append(mention)
        self.by_kind: dict[str, list[TimedMention]] = defaultdict(list)
        self.kinds_of: dict[int, set[str]] = defaultdict(set)
        for mention in self.mentions:
            if kind := self._kind(mention[1]):
                self.by_kind[kind].append(mention)
                self.kinds_of[mention[2]].add(kind)

    def _kind(self, end: int) -> str | None:
        """The kind that the word at the end of a mention, or right behind it, names."""
        last, following = LAST_WORD.search(self.text, max(0, end - 20), end), NEXT_WORD.match(self.text, end)
        words = [word[1].lower() for word in (following, last) if word]
        return next((self.kinds[word] for word in words if word in self.kinds), None)

    def add(self, start: int, end: int, entity: ArticleEntity) -> None:
        """Enter a resolved reference: "It ... Its ..." goes on with the same entity."""
        for mentions in (self.mentions, self.by_type[entity.type]):
            insort(mentions, (start, end, entity.index, entity), key=lambda mention: mention[:3])
        insort(self.positions, start)

    def covered(self, position: int) -> bool:
        """Whether a name covers the position ("It" in a product's name)."""
        last = bisect_right(self.positions, position)
        return any(position < end for _, end, _, _ in self.mentions[max(0, last - 3) : last])

    def listed(self, number: int) -> bool:
        """Whether a mention stands in a list of its type: "the company" is none of "A, B and C"."""
        neighbours = self.mentions[max(0, number - 1) : number + 2]
        return any(
            one[3].type == other[3].type and self.text[one[1] : other[0]] in (", ", " and ", ", and ")
            for one, other in pairwise(neighbours)
        )

    def antecedent(self, position: int, types: tuple[str, ...], *, pronoun: bool) -> ArticleEntity | None:
        """The entity that an anaphor at ``position`` most likely stands for, within two sentences; else the last named.

        A sentence's first fitting mention is taken for its subject; pronouns do not reach beyond the sentence before.
        """
        sentence = bisect_right(self.starts, position) - 1
        end = bisect_left(self.positions, position)
        for back in range(2 if pronoun else 3):
            if sentence - back < 0:
                break
            start = bisect_left(self.positions, self.starts[sentence - back])
            for number in range(start, end):
                entity = self.mentions[number][3]
                if entity.type not in types or oblique(self.obliques, self.text, self.mentions[number][0]):
                    continue
                if pronoun or not self.listed(number):
                    return entity
            end = start
        return None if pronoun else self._last(end, types)

    def called(self, noun: str, position: int, entity: ArticleEntity | None) -> ArticleEntity | None:
        """``entity``, or the last of its type that the text calls ``noun`` where it calls this one otherwise.

        "The X5 SoM and the X5 carrier board ... the module": the first.
        """
        kind = self.kinds.get(noun)
        if entity is None or kind is None or kind in (others := self.kinds_of[entity.index]) or not others:
            return entity
        named = self.by_kind[kind]
        before = named[: bisect_left(named, position, key=lambda mention: mention[0])]
        return next((mention[3] for mention in reversed(before[-3:]) if mention[3].type == entity.type), entity)

    def _last(self, end: int, types: tuple[str, ...]) -> ArticleEntity | None:
        """The last entity of some types that the first ``end`` mentions name."""
        if not end:
            return None
        last = self.mentions[end - 1][:3]
        ends = {type_: bisect_right(self.by_type[type_], last, key=lambda mention: mention[:3]) for type_ in types}
        found = (self.by_type[type_][number - 1] for type_, number in ends.items() if number)
        mention = max(found, key=lambda mention: mention[:3], default=None)
        return mention[3] if mention else None
