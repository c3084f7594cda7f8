"""Posts without their organisation: "said chief executive Lisa Su" in an article about AMD."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc

from extractor.ontology import Ontology
from extractor.pipeline.annotations import ArticleEntity, layer
from extractor.pipeline.draft import Draft
from extractor.pipeline.inference.together import draft, together
from extractor.pipeline.structure.skeleton import CLOSE, OPEN, Skeleton

PERSON = rf"{OPEN}PERSON:(\d+){CLOSE} "


def posts(doc: Doc, entities: list[ArticleEntity], ontology: Ontology) -> Iterator[Draft]:
    """``works_for`` and ``founded`` for persons with a bare post: it is one of the article's main organisation."""
    topic = main_organisation(doc, entities)
    if topic is None:
        return
    for predicate, group in (("works_for", "pp_post"), ("founded", "pp_founder")):
        known = {d.subject for d in layer(doc, "statements") if d.predicate == predicate}
        for person in sorted(holders(doc, ontology.lexicon.get(group, ())) - known):
            place = together(doc, topic, entities[person])
            if place is not None:
                yield draft(predicate, person, topic.index, place, f"{predicate.replace('_', '-')}-post-of-topic", 0.6)


def main_organisation(doc: Doc, entities: list[ArticleEntity]) -> ArticleEntity | None:
    """The organisation that the article names most often, the title counting thrice; ``None`` where two are equal."""
    counts: Counter[int] = Counter()
    for number, sentence in enumerate(layer(doc, "sentences")):
        for slot in sentence.slots:
            if slot.kind == "ORG":
                counts[slot.index] += 1 if number else 3
    best = counts.most_common(2)
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return None
    return entities[best[0][0]]


def holders(doc: Doc, words: tuple[str, ...]) -> set[int]:
    """The persons whose post stands right before or behind their name, with no organisation."""
    post = "|".join(map(re.escape, words))
    if not post:
        return set()
    before = re.compile(rf"(?<!'s )(?:(?<= )|^)(?:{post}) (?:, )?{PERSON}(?!, {OPEN}ORG)")
    behind = re.compile(
        rf"{PERSON}, (?:the |its |a )?(?:[^\s{OPEN},]+ ){{0,3}}?(?:{post}) (?:[,.]|and|who|said|at the time)"
    )
    return {
        sentence.slots[int(m[1])].index
        for sentence in layer(doc, "sentences")
        for m in _found(sentence, before, behind)
    }


def _found(sentence: Skeleton, *patterns: re.Pattern[str]) -> Iterator[re.Match[str]]:
    for pattern in patterns:
        yield from pattern.finditer(sentence.line)
