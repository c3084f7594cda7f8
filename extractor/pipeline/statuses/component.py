"""The status component: where a product or facility stands, with the date of the clause that says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extractor.ontology import load_ontology
from extractor.pipeline.annotations import layer, register_extensions, text_of
from extractor.pipeline.draft import Draft
from extractor.pipeline.rules.pattern import Found, Pattern, compile_rule
from extractor.pipeline.statuses.dates import date_slot
from extractor.pipeline.statuses.places import Places
from extractor.pipeline.statuses.subjects import Named, StatusSubjects, Subject
from extractor.pipeline.structure.skeleton import Skeleton


@Language.factory(
    "statuses",
    default_config={"ontology_dir": None},
    requires=["doc._.sentences", "doc._.entities", "doc._.dates"],
    assigns=["doc._.statements"],
)
class Statuses:
    """Runs the rules of ``has_status``, one draft for each subject and status.

    A rule without a subject ("Volume production starts in May") speaks of the product that the text is about. A status
    without a date takes the one of its clause. ``announced`` is dropped for what an ``announces`` draft presents.
    """

    def __init__(self, nlp: Language, name: str, ontology_dir: str | None) -> None:
        register_extensions()
        self.name = name
        ontology = load_ontology(Path(ontology_dir) if ontology_dir else None)
        self.kinds = {n for n, predicate in ontology.predicates.items() if predicate.kind == "status"}
        patterns = [compile_rule(rule, ontology) for rule in ontology.rules if rule.predicate in self.kinds]
        self.patterns = sorted(patterns, key=lambda pattern: "subject" not in pattern.regex.groupindex)
        self.subjects = StatusSubjects(ontology)

    def __call__(self, doc: Doc) -> Doc:
        """Add the status drafts to the statements of the general rule component, which leaves these rules out."""
        others = layer(doc, "statements")
        presented = {draft.object for draft in others if draft.predicate == "announces"}
        named = Named(doc)
        drafts = [d for s in named.sentences for d in self._sentence(doc, s, named)]
        drafts = [d for d in drafts if d.status != "announced" or d.subject not in presented]
        doc._.statements = others + single(drafts)
        return doc

    def _sentence(self, doc: Doc, sentence: Skeleton, named: Named) -> list[Draft]:
        """The drafts of a sentence; a rule without a subject yields to one that names it for the same words."""
        fitting = [pattern for pattern in self.patterns if may_match(pattern, sentence)]
        drafts: list[Draft] = []
        if fitting:
            places = Places(text_of(doc), sentence)
            for pattern in fitting:
                for found in pattern.find(sentence):
                    start, end = places.span(found.start, found.end)
                    if "subject" in found.roles or not any(_overlap(d, pattern, start, end) for d in drafts):
                        drafts.extend(self._drafts(doc, pattern, found, sentence, places, named))
        return drafts

    def _drafts(
        self, doc: Doc, pattern: Pattern, found: Found, sentence: Skeleton, places: Places, named: Named
    ) -> Iterator[Draft]:
        start, end = places.span(found.start, found.end)
        number = date_slot(found, places)
        for subject in self.subjects.of(named, pattern, found, sentence, places):
            draft = Draft(subject.entity, pattern.rule.predicate, pattern.rule.name, sentence, start, end)
            draft.status, draft.modality = pattern.rule.status, pattern.rule.modality
            draft.confidence = pattern.rule.confidence
            _mark(draft, subject)
            if number is not None:
                slot = sentence.slots[number]
                draft.date = layer(doc, "dates")[slot.index].value
                draft.start, draft.end = min(draft.start, slot.start), max(draft.end, slot.end)
                draft.spans.append((slot.start, slot.end, "date"))
            yield draft


def may_match(pattern: Pattern, sentence: Skeleton) -> bool:
    """Whether the sentence holds a trigger word and all kinds of slots of a pattern."""
    worded = not pattern.trigger or bool(pattern.trigger & sentence.words)
    return worded and all(kinds & sentence.kinds for kinds in pattern.kinds)


def _mark(draft: Draft, subject: Subject) -> None:
    if subject.slot is not None:
        draft.spans = [(subject.slot.start, subject.slot.end, "subject")]
        draft.start, draft.end = min(draft.start, subject.slot.start), max(draft.end, subject.slot.end)


def _overlap(draft: Draft, pattern: Pattern, start: int, end: int) -> bool:
    return draft.status == pattern.rule.status and start < draft.end and draft.start < end


def single(drafts: list[Draft]) -> list[Draft]:
    """One draft for each subject and status: a dated one, the surest, the first."""
    best: dict[tuple[object, ...], Draft] = {}
    for draft in sorted(drafts, key=lambda d: (d.date is None, -d.confidence, d.start, d.end, d.by)):
        best.setdefault((draft.subject, draft.predicate, draft.status), draft)
    said: dict[int, list[Draft]] = defaultdict(list)
    for draft in best.values():
        said[draft.subject].append(draft)
    return [d for d in best.values() if d.status != "available" or not any(_takes_back(e, d) for e in said[d.subject])]


def _takes_back(other: Draft, available: Draft) -> bool:
    """Whether a sentence that gives a product up, or delays it in the same words, leaves nothing of "available"."""
    if other.sentence is not available.sentence or other.modality == "denied":
        return False
    overlap = other.start < available.end and available.start < other.end
    return other.status == "cancelled" or (other.status == "delayed" and overlap)
