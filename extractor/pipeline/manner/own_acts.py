"""Own acts: what a company tells about itself or its product without being given as the source of a claim."""

from __future__ import annotations

from extractor.pipeline.draft import Draft
from extractor.pipeline.manner.reach import Speech
from extractor.pipeline.manner.voices import Voices
from extractor.pipeline.manner.words import DENIES, EXPECTS, SpeechWords


class OwnActs:
    """Tells claims from what a company says that it does, plans or builds (word groups of speech.yaml)."""

    def __init__(self, words: SpeechWords) -> None:
        self.plain, self.acts = words.groups["plain"], words.groups["acts"]
        self.negations, self.failures = words.groups["negations"], words.groups["failures"]

    def told(self, draft: Draft, speaker: int, speech: Speech, voices: Voices) -> bool:
        """Whether a speaker is no source of a draft. Denials have one, unless they deny a failure.

        Of a specification a party of the article is one in its last words only, a publication in all of its sentence.
        """
        if speech.manner == DENIES:
            return bool(self.failures & draft.sentence.words)
        if draft.modality == "denied":
            return False
        if speaker in (draft.subject, draft.object):
            return not self._figure(draft, speech) and not self.negations & draft.sentence.words
        if draft.predicate == "has_spec" and speech.near > place(draft)[0] and speaker in voices.acting:
            return True
        person = voices.entities[speaker].type == "PERSON"
        if draft.predicate in self.acts:
            return person or speaker in voices.acting
        return self._plain(draft) and (person or speaker in voices.insiders(draft))

    def _figure(self, draft: Draft, speech: Speech) -> bool:
        """Whether a company gives a figure about itself as a forecast or behind the figure ("..., it said")."""
        return draft.value is not None and (speech.manner == EXPECTS or speech.wide or draft.modality == "planned")

    def _plain(self, draft: Draft) -> bool:
        """Whether a draft says how a thing is made up; a rumour about that is a claim all the same."""
        spec = draft.predicate == "has_spec" and draft.modality != "reported"
        return draft.predicate in self.plain or (spec and draft.attribute in self.plain)


def place(draft: Draft) -> tuple[int, int]:
    """Where the point of a draft stands: the last of its parts."""
    return max(((start, end) for start, end, _ in draft.spans), default=(draft.start, draft.end))
