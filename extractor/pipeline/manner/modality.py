"""Modality: whether a statement is asserted, planned, reported or denied, by the cues around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extractor.ontology import Ontology, load_ontology
from extractor.pipeline.annotations import ArticleEntity, layer, register_extensions, text_of
from extractor.pipeline.draft import Draft
from extractor.pipeline.manner.denials import DENIED, LATER, OPEN, Denials
from extractor.pipeline.statuses.wording import StatusWording
from extractor.pipeline.structure.skeleton import WORD, Skeleton

REPORTED, PLANNED = "reported", "planned"
DELAYED = "delayed"
ENDED = frozenset({"cancelled"})
LATE = (DELAYED, "cancelled")
ACTORS = frozenset({"ORG", "PERSON", "PLACE", "EVENT", "POLICY"})


@Language.factory(
    "modality",
    default_config={"ontology_dir": None},
    requires=["doc._.statements", "doc._.sentences", "doc._.entities"],
    assigns=["doc._.statements"],
)
class ModalityTagger:
    """Sets the modality of every draft that its rule left open.

    A cue counts where the ontology lets it: ``scope: sentence`` anywhere in the sentence (rumours colour all of it),
    ``scope: clause`` between the clause border before the statement and its end, ``scope: inside`` between its ends.
    What holds by nature (``static``) is asserted; a status dated after the publication is planned;
    what is said of a thing that the text presents as a rumour is reported. Where a denial governs a statement it counts before
    all of these, the model's own modality included; only a rule that fixes the modality goes before a negated verb.
    """

    def __init__(self, nlp: Language, name: str, ontology_dir: str | None) -> None:
        register_extensions()
        self.name = name
        folder = Path(ontology_dir) if ontology_dir else None
        ontology = load_ontology(folder)
        self.denials = Denials(folder, StatusWording(ontology.lifecycle.values()))
        self.fixed = frozenset(rule.name for rule in ontology.rules if rule.modality)
        self.static = frozenset(n for n, predicate in ontology.predicates.items() if predicate.static)
        self.cues = cue_patterns(ontology)
        self.rumours = [cue for cue in self.cues if (cue.modality, cue.scope) == (REPORTED, "sentence")]
        self.border = re.compile("|".join(_whole(word) for word in ontology.borders), re.I)

    def __call__(self, doc: Doc) -> Doc:
        """Decide all open modalities."""
        rumours = Rumours(doc, self.rumours)
        later = later_dates(doc)
        statements: list[Draft] = layer(doc, "statements")
        found = {id(draft): self._denial(text_of(doc), draft) for draft in statements}
        doc._.statements = [d for d in statements if found[id(d)] != OPEN or d.by not in self.fixed]
        for draft in doc._.statements:
            denial = found[id(draft)]
            if denial == DENIED:
                draft.modality = DENIED
            elif denial == LATER:  # "not before May": a rumour stays one, all else is a plan
                draft.modality = REPORTED if draft.modality == REPORTED else PLANNED
            elif draft.modality is None:
                draft.modality = self.modality(doc, draft, rumours, later, denial)
            if draft.status == DELAYED and draft.modality == PLANNED:
                draft.modality = "asserted"  # nobody plans a delay: what is put off to a later day is put off now
        return doc

    def _denial(self, text: str, draft: Draft) -> str | None:
        """What the words say is not so; what holds by nature is not denied in passing."""
        if draft.predicate in self.static:
            return None
        found = self.denials.of(text, draft)
        return None if draft.by in self.fixed and found != OPEN else found

    def modality(
        self, doc: Doc, draft: Draft, rumours: Rumours, later: frozenset[str], denial: str | None = None
    ) -> str:
        """The strongest modality with a cue in its scope; "asserted" where there is none.

        Where a failure is denied (:data:`OPEN`), the cues of a denial do not count.
        """
        if draft.predicate in self.static:
            return "asserted"
        found = self.cued(text_of(doc), draft, without=DENIED if denial == OPEN else "")
        if found not in (None, PLANNED):
            return str(found)
        if rumours.about(draft):
            return REPORTED
        ahead = draft.status not in (None, *LATE) and draft.date in later
        return found or (PLANNED if ahead else "asserted")

    def cued(self, text: str, draft: Draft, without: str = "") -> str | None:
        """The strongest modality (but one, ``without``) with a cue in its scope, or ``None``."""
        cues = [cue for cue in self.cues if cue.modality != without and cue.words & draft.sentence.words]
        scopes = self.scopes(text, draft) if cues else {}
        return next((cue.modality for cue in cues if cue.pattern.search(scopes[cue.scope])), None)

    def scopes(self, text: str, draft: Draft) -> dict[str, str]:
        """The stretches of text in which cues are looked for."""
        end = draft.start if draft.status in ENDED else draft.end  # "scrapped" is no denial of an end
        return {
            "sentence": text[draft.sentence.start : draft.sentence.end],
            "clause": text[self.clause_start(text, draft) : end + 1],
            "inside": text[draft.start : draft.end],
        }

    def clause_start(self, text: str, draft: Draft) -> int:
        """Where the clause of a draft begins: behind the last border before its last part ("X, which combines Y")."""
        last = max((start for start, _, _ in draft.spans), default=draft.start)
        borders = self.border.finditer(text, draft.sentence.start, max(last, draft.start))
        return max((border.end() for border in borders), default=draft.sentence.start)


def later_dates(doc: Doc) -> frozenset[str]:
    """The dates of a text that lie after its publication; none where that is unknown."""
    published: date | None = doc._.published
    if published is None:
        return frozenset()
    return frozenset(found.value for found in layer(doc, "dates") if found.first > published)


@dataclass(frozen=True, slots=True)
class Cue:
    """The cues of one modality and scope; ``words`` are their longest words: a sentence without any is passed over."""

    modality: str
    scope: str
    pattern: re.Pattern[str]
    words: frozenset[str]

    def found(self, text: str, sentence: Skeleton) -> bool:
        """Whether a cue stands in the sentence."""
        return bool(self.words & sentence.words and self.pattern.search(text, sentence.start, sentence.end))


class Rumours:
    """What a text presents as a rumour: the things that it first names in a sentence with such a cue.

    In the sentence behind one with a cue, everything that any such sentence names counts as well.
    """

    def __init__(self, doc: Doc, cues: list[Cue]) -> None:
        sentences: list[Skeleton] = layer(doc, "sentences")
        self.starts = [sentence.start for sentence in sentences]
        self.doubtful = {n for n, s in enumerate(sentences) if any(cue.found(text_of(doc), s) for cue in cues)}
        entities: list[ArticleEntity] = layer(doc, "entities") if self.doubtful else []
        named = {e.index: [self.number(n.start) for n in e.names] for e in entities if e.type not in ACTORS}
        self.things = {index for index, numbers in named.items() if numbers[0] in self.doubtful}
        self.mentioned = {index for index, numbers in named.items() if self.doubtful.intersection(numbers)}

    def number(self, position: int) -> int:
        """The number of the sentence at a position of the text."""
        return bisect_right(self.starts, position) - 1

    def about(self, draft: Draft) -> bool:
        """Whether a statement is about a rumoured thing."""
        if draft.subject in self.things:
            return True
        return draft.subject in self.mentioned and self.number(draft.sentence.start) - 1 in self.doubtful


def cue_patterns(ontology: Ontology) -> list[Cue]:
    """All cues, those of the strongest modality first."""
    patterns = []
    for modality in sorted(ontology.modalities.values(), key=lambda m: -m.order):
        for scope, cues in modality.cues.items():
            if cues:
                body = "|".join(_whole(cue) for cue in sorted(cues, key=lambda c: (-len(c), c)))
                words = frozenset(max(WORD.findall(cue), key=len) for cue in cues)
                patterns.append(Cue(modality.name, scope, re.compile(body, re.I), words))
    return patterns


def _whole(cue: str) -> str:
    body = re.escape(cue).replace("'", "['’]").replace(r"\ ", r"\s+")
    return (r"(?<!\w)" if cue[0].isalnum() else "") + body + (r"(?!\w)" if cue[-1].isalnum() else "")
