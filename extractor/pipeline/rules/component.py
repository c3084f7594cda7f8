"""The rule component: runs the ontology's patterns over the skeletons."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extractor.ontology import Ontology, Predicate, load_ontology
from extractor.pipeline.annotations import ArticleEntity, layer, register_extensions, text_of
from extractor.pipeline.draft import Draft
from extractor.pipeline.rules.pattern import Found, Pattern, compile_rule
from extractor.pipeline.structure.skeleton import Skeleton, Slot

NEXT_WORD = re.compile(r"[ -](\w+)")
ROLES = frozenset({"subject", "object", "value", "date"})


@Language.factory(
    "relation_rules",
    default_config={"ontology_dir": None},
    requires=["doc._.sentences", "doc._.entities"],
    assigns=["doc._.statements"],
)
class RelationRules:
    """Appends a :class:`Draft` to ``doc._.statements`` for every match whose ends the ontology allows."""

    def __init__(self, nlp: Language, name: str, ontology_dir: str | None) -> None:
        register_extensions()
        self.name = name
        self.ontology = load_ontology(Path(ontology_dir) if ontology_dir else None)
        self.by_word: dict[str, list[int]] = defaultdict(list)
        predicates = self.ontology.predicates
        rules = [r for r in self.ontology.rules if predicates[r.predicate].kind != "status" and not r.excludes]
        self.patterns = [compile_rule(rule, self.ontology) for rule in rules]
        self.always = [n for n, pattern in enumerate(self.patterns) if not pattern.trigger]
        for n, pattern in enumerate(self.patterns):
            for word in pattern.trigger:
                self.by_word[word].append(n)

    def __call__(self, doc: Doc) -> Doc:
        """Match every sentence against the rules whose trigger words it holds."""
        entities: list[ArticleEntity] = layer(doc, "entities")
        drafts: list[Draft] = []
        for sentence in layer(doc, "sentences"):
            if sentence.slots:
                drafts.extend(self._sentence(doc, sentence, entities))
        doc._.statements = layer(doc, "statements") + drafts
        return doc

    def _sentence(self, doc: Doc, sentence: Skeleton, entities: list[ArticleEntity]) -> Iterator[Draft]:
        numbers = {n for word in sentence.words for n in self.by_word.get(word, ())}
        for number in sorted([*numbers, *self.always]):
            pattern = self.patterns[number]
            if all(kinds & sentence.kinds for kinds in pattern.kinds):
                for found in pattern.find(sentence):
                    yield from drafts_of(pattern, found, sentence, entities, self.ontology, doc)


def drafts_of(
    pattern: Pattern, found: Found, sentence: Skeleton, entities: list[ArticleEntity], ontology: Ontology, doc: Doc
) -> Iterator[Draft]:
    """The drafts of one match: one for every pair of coordinated subjects and objects, and the implied ones."""
    rule = pattern.rule
    subjects = _members("subject", pattern, found, sentence)
    objects = _members("object", pattern, found, sentence) or (None,)
    if any(sentence.slots[n].oblique and sentence.slots[n].kind in ontology.groups["PRODUCT"] for n in subjects):
        return  # "the successor of X uses Y" says nothing about X
    for predicate in (rule.predicate, *rule.implies):
        for subject, object_ in product(subjects, objects):
            draft = _draft(predicate, subject, object_, pattern, found, sentence)
            if ontology.predicates[predicate].symmetric and draft.object is not None and draft.object < draft.subject:
                draft.subject, draft.object = draft.object, draft.subject
            types = [entities[i].type if i is not None else None for i in (draft.subject, draft.object)]
            if draft.subject == draft.object or not ontology.predicates[predicate].allows(str(types[0]), types[1]):
                continue
            if object_ is not None and _modifies(
                ontology.predicates[predicate], sentence.slots[object_], ontology, doc
            ):
                continue
            _fill(draft, found, sentence, doc)
            yield draft


def _modifies(predicate: Predicate, slot: Slot, ontology: Ontology, doc: Doc) -> bool:
    """Whether an object is a technology that only describes what follows: "Xe-based GPU", "4G chips", "LTE-versions"."""
    if not predicate.whole_object or slot.kind != "TECHNOLOGY":
        return False
    following = NEXT_WORD.match(text_of(doc), slot.end)
    return following is not None and (
        following[1].lower() in ontology.names.nouns or following[1] in ("based", "versions")
    )


def _members(role: str, pattern: Pattern, found: Found, sentence: Skeleton) -> tuple[int, ...]:
    number = found.roles.get(role)
    if number is None:
        return ()
    return (number,) if role in pattern.alone else sentence.together.get(number, (number,))


def _draft(
    predicate: str, subject: int, object_: int | None, pattern: Pattern, found: Found, sentence: Skeleton
) -> Draft:
    rule = pattern.rule
    slots = [(role, sentence.slots[n]) for role, n in (("subject", subject), ("object", object_)) if n is not None]
    others = [(role, sentence.slots[n]) for role, n in found.roles.items() if role not in ("subject", "object")]
    ends = [slot for _, slot in slots + others]
    return Draft(
        subject=sentence.slots[subject].index,
        predicate=predicate,
        by=rule.name,
        sentence=sentence,
        start=min(slot.start for slot in ends),
        end=max(slot.end for slot in ends),
        object=None if object_ is None else sentence.slots[object_].index,
        status=rule.status if predicate == rule.predicate else None,
        modality=rule.modality if predicate == rule.predicate else None,
        confidence=rule.confidence,
        spans=[(slot.start, slot.end, role if role in ROLES else "cue") for role, slot in slots + others],
    )


def _fill(draft: Draft, found: Found, sentence: Skeleton, doc: Doc) -> None:
    if "value" in found.roles:
        draft.value = layer(doc, "quantities")[sentence.slots[found.roles["value"]].index].quantity
    if "date" in found.roles:
        draft.date = layer(doc, "dates")[sentence.slots[found.roles["date"]].index].value
