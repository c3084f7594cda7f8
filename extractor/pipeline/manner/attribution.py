"""Attribution: which organisation or person the text names as the source of a statement."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extractor.ontology import load_ontology
from extractor.pipeline.annotations import layer, register_extensions, text_of
from extractor.pipeline.draft import Draft
from extractor.pipeline.manner.continuation import quoted
from extractor.pipeline.manner.own_acts import OwnActs, place
from extractor.pipeline.manner.reach import Speech
from extractor.pipeline.manner.speeches import SpeechFinder
from extractor.pipeline.manner.voices import Voices
from extractor.pipeline.manner.words import load_speech

SURE = 0.2  # the chance from which the trained model's guess at a speaker counts


@Language.factory(
    "attribution",
    default_config={"ontology_dir": None, "sure": SURE},
    requires=["doc._.statements", "doc._.sentences", "doc._.entities"],
    assigns=["doc._.statements"],
)
class AttributionTagger:
    """Sets ``attributed_to`` of the drafts that stand in the words ascribed to a named source.

    "X said that ..." reaches from the source to the end of the clause, "..., said X" over all of the clause. What holds
    by nature is left without a source, and so is what a company tells of its own acts. Where no words tell, the trained
    model's guess counts if its chance is at least ``sure``.
    """

    def __init__(self, nlp: Language, name: str, ontology_dir: str | None, sure: float = SURE) -> None:
        register_extensions()
        self.name, self.sure = name, sure
        folder = Path(ontology_dir) if ontology_dir else None
        self.static = frozenset(n for n, predicate in load_ontology(folder).predicates.items() if predicate.static)
        words = load_speech(folder)
        self.claims = words.groups["claims"]
        self.finder = SpeechFinder(words)
        self.own_acts = OwnActs(words)

    def __call__(self, doc: Doc) -> Doc:
        """Find the speeches of each sentence and give their sources to the drafts in them."""
        open_drafts = [
            d for d in layer(doc, "statements") if d.attributed_to is None and d.predicate not in self.static
        ]
        if not open_drafts:
            return doc
        sentences = layer(doc, "sentences")
        speeches = [self.finder.speeches(text_of(doc), sentence) for sentence in sentences]
        voices = Voices(doc, speeches)
        numbers = {id(sentence): number for number, sentence in enumerate(sentences)}
        for draft in open_drafts:
            number = numbers.get(id(draft.sentence))
            found = None if number is None else self._speech(doc, draft, number, speeches)
            if found is not None:
                self._attribute(draft, *found, voices)
            elif draft.speaker is not None and draft.speaker[1] >= self.sure:
                draft.attributed_to = draft.speaker[0]
        return doc

    def _speech(self, doc: Doc, draft: Draft, number: int, speeches: list[list[Speech]]) -> tuple[Speech, int] | None:
        """The speech that a draft belongs to, with the number of its sentence."""
        if speeches[number]:
            speech = chosen(draft, speeches[number], far=draft.predicate in self.claims)
            return None if speech is None else (speech, number)
        return quoted(text_of(doc), layer(doc, "sentences"), number, speeches)

    def _attribute(self, draft: Draft, speech: Speech, number: int, voices: Voices) -> None:
        speaker = voices.speaker(speech, draft, number)
        if speaker is not None and not self.own_acts.told(draft, speaker, speech, voices):
            draft.attributed_to = speaker


def chosen(draft: Draft, speeches: list[Speech], *, far: bool = False) -> Speech | None:
    """The speech that a draft stands in: one that reaches all around it first.

    With ``far`` the last one begun before the draft counts as well: it goes on behind a semicolon.
    """
    start, end = place(draft)
    within = [s for s in speeches if s.start <= start and end <= s.end + 1]
    if within:
        return next((s for s in within if s.wide), within[-1])
    begun = [s for s in speeches if far and s.start <= start and end <= s.far + 1]
    return begun[-1] if begun else None
