"""Attribution: which organisation or person the text names as the source of a statement."""

from __future__ import annotations

import re
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extractor.ontology import load_ontology
from extractor.pipeline.annotations import annotations, register_extensions
from extractor.pipeline.draft import Draft
from extractor.pipeline.skeleton import CLOSE, OPEN, Skeleton

SPEAKER = rf"{OPEN}(?:ORG|PERSON):(\d+){CLOSE} "


@Language.factory(
    "attribution",
    default_config={"ontology_dir": None},
    requires=["doc._.statements", "doc._.sentences"],
    assigns=["doc._.statements"],
)
class AttributionTagger:
    """Sets ``attributed_to`` of the drafts whose sentence names who says so."""

    def __init__(self, nlp: Language, name: str, ontology_dir: str | None) -> None:
        register_extensions()
        self.name = name
        cues = load_ontology(Path(ontology_dir) if ontology_dir else None).attribution
        verbs = "|".join(map(re.escape, sorted(cues.verbs, key=lambda v: (-len(v), v))))
        phrases = "|".join(map(re.escape, sorted(cues.according, key=lambda v: (-len(v), v))))
        self.speaks = re.compile(rf"{SPEAKER}(?:, (?:[^\s{OPEN}]+ ){{0,6}}?, )?(?:has |have |also |had )?(?:{verbs}) ")
        self.spoken = re.compile(rf"(?:, |\" |” )(?:{verbs}) (?:[^\s{OPEN}]+ ){{0,4}}?{SPEAKER}")
        self.according = re.compile(rf"(?:{phrases}) (?:[^\s{OPEN}]+ ){{0,4}}?{SPEAKER}")

    def __call__(self, doc: Doc) -> Doc:
        """Find each sentence's speaker once and give it to the drafts of the sentence."""
        speakers = {id(s): self.speaker(s) for s in annotations(doc, "sentences")}
        for draft in annotations(doc, "statements"):
            slot = speakers.get(id(draft.sentence))
            if draft.attributed_to is None and slot is not None:
                self._give(draft, slot)
        return doc

    def speaker(self, sentence: Skeleton) -> int | None:
        """The number of the slot that speaks, or ``None``."""
        for pattern in (self.according, self.speaks, self.spoken):
            if found := pattern.search(sentence.line):
                return int(found[1])
        return None

    def _give(self, draft: Draft, number: int) -> None:
        slot = draft.sentence.slots[number]
        if draft.predicate not in ("works_for", "announces", "founded"):
            draft.attributed_to = slot.index
