"""Modality: whether a statement is asserted, planned, reported or denied, by the cues around it."""

from __future__ import annotations

import re
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extractor.ontology import Ontology, load_ontology
from extractor.pipeline.annotations import annotations, register_extensions
from extractor.pipeline.draft import Draft


@Language.factory(
    "modality",
    default_config={"ontology_dir": None},
    requires=["doc._.statements"],
    assigns=["doc._.statements"],
)
class ModalityTagger:
    """Sets the modality of every draft that its rule left open.

    A cue counts where the ontology lets it: ``scope: sentence`` anywhere in the sentence (rumours colour all of it),
    ``scope: clause`` between the clause border before the statement and its end, ``scope: inside`` between its ends.
    """

    def __init__(self, nlp: Language, name: str, ontology_dir: str | None) -> None:
        register_extensions()
        self.name = name
        ontology = load_ontology(Path(ontology_dir) if ontology_dir else None)
        self.static = frozenset(n for n, predicate in ontology.predicates.items() if predicate.static)
        self.cues = cue_patterns(ontology)
        self.border = re.compile("|".join(_whole(word) for word in ontology.borders), re.I)

    def __call__(self, doc: Doc) -> Doc:
        """Decide all open modalities."""
        for draft in annotations(doc, "statements"):
            if draft.modality is None:
                draft.modality = self.modality(doc.text, draft)
        return doc

    def modality(self, text: str, draft: Draft) -> str:
        """The strongest modality with a cue in its scope; "asserted" where there is none."""
        scopes = {
            "sentence": text[draft.sentence.start : draft.sentence.end],
            "clause": text[self.clause_start(text, draft) : draft.end + 1],
            "inside": text[draft.start : draft.end],
        }
        for name, scope, pattern in self.cues:
            if name == "planned" and draft.predicate in self.static:
                continue
            if pattern.search(scopes[scope]):
                return name
        return "asserted"

    def clause_start(self, text: str, draft: Draft) -> int:
        """Where the clause of a draft begins: behind the last border before it."""
        start = draft.sentence.start
        for border in self.border.finditer(text, draft.sentence.start, draft.start):
            start = border.end()
        return start


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
