"""Modality: whether a statement is asserted, planned, reported or denied, by the cues around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extractor.ontology import Ontology, load_ontology
from extractor.pipeline.annotations import ArticleEntity, annotations, register_extensions
from extractor.pipeline.draft import Draft
from extractor.pipeline.skeleton import Skeleton

REPORTED, PLANNED = "reported", "planned"
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
    what is said of a thing that the text presents as a rumour is reported.
    """

    def __init__(self, nlp: Language, name: str, ontology_dir: str | None) -> None:
        register_extensions()
        self.name = name
        ontology = load_ontology(Path(ontology_dir) if ontology_dir else None)
        self.static = frozenset(n for n, predicate in ontology.predicates.items() if predicate.static)
        self.cues = cue_patterns(ontology)
        self.rumours = [pattern for name, scope, pattern in self.cues if (name, scope) == (REPORTED, "sentence")]
        self.border = re.compile("|".join(_whole(word) for word in ontology.borders), re.I)

    def __call__(self, doc: Doc) -> Doc:
        """Decide all open modalities."""
        rumours = Rumours(doc, self.rumours)
        for draft in annotations(doc, "statements"):
            if draft.modality is None:
                draft.modality = self.modality(doc, draft, rumours)
        return doc

    def modality(self, doc: Doc, draft: Draft, rumours: Rumours) -> str:
        """The strongest modality with a cue in its scope; "asserted" where there is none."""
        if draft.predicate in self.static:
            return "asserted"
        scopes = self.scopes(doc.text, draft)
        found = next((name for name, scope, pattern in self.cues if pattern.search(scopes[scope])), None)
        if found not in (None, PLANNED):
            return str(found)
        if rumours.about(draft):
            return REPORTED
        return found or (PLANNED if self.ahead(doc, draft) else "asserted")

    def scopes(self, text: str, draft: Draft) -> dict[str, str]:
        """The stretches of text in which cues are looked for."""
        return {
            "sentence": text[draft.sentence.start : draft.sentence.end],
            "clause": text[self.clause_start(text, draft) : draft.end + 1],
            "inside": text[draft.start : draft.end],
        }

    def clause_start(self, text: str, draft: Draft) -> int:
        """Where the clause of a draft begins: behind the last border before it."""
        borders = self.border.finditer(text, draft.sentence.start, draft.start)
        return max((border.end() for border in borders), default=draft.sentence.start)

    def ahead(self, doc: Doc, draft: Draft) -> bool:
        """Whether a status is dated after the publication."""
        published: date | None = doc._.published
        if published is None or draft.status is None or draft.date is None:
            return False
        return any(d.first > published for d in annotations(doc, "dates") if d.value == draft.date)


class Rumours:
    """What a text presents as a rumour: the things that it first names in a sentence with such a cue."""

    def __init__(self, doc: Doc, cues: list[re.Pattern[str]]) -> None:
        sentences: list[Skeleton] = annotations(doc, "sentences")
        starts = [sentence.start for sentence in sentences]
        doubtful = {n for n, s in enumerate(sentences) if any(cue.search(doc.text, s.start, s.end) for cue in cues)}
        entities: list[ArticleEntity] = annotations(doc, "entities") if doubtful else []
        first = {e.index: bisect_right(starts, e.names[0].start) - 1 for e in entities if e.type not in ACTORS}
        self.things = frozenset(index for index, number in first.items() if number in doubtful)

    def about(self, draft: Draft) -> bool:
        """Whether a statement is about a rumoured thing."""
        return draft.subject in self.things


def cue_patterns(ontology: Ontology) -> list[tuple[str, str, re.Pattern[str]]]:
    """(modality, scope, pattern), the strongest modality first."""
    patterns = []
    for modality in sorted(ontology.modalities.values(), key=lambda m: -m.order):
        for scope, cues in modality.cues.items():
            if cues:
                body = "|".join(_whole(cue) for cue in sorted(cues, key=lambda c: (-len(c), c)))
                patterns.append((modality.name, scope, re.compile(body, re.I)))
    return patterns


def _whole(cue: str) -> str:
    body = re.escape(cue).replace("'", "['’]").replace(r"\ ", r"\s+")
    return (r"(?<!\w)" if cue[0].isalnum() else "") + body + (r"(?!\w)" if cue[-1].isalnum() else "")
