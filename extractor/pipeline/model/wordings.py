"""Statuses that the model feels but no words say: dropped, or laid on the sentence that has the words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from extractor.pipeline.annotations import layer, text_of
from extractor.pipeline.draft import Draft
from extractor.pipeline.model.candidates import Candidate
from extractor.pipeline.model.drafts import only_date
from extractor.pipeline.statuses.wording import StatusWording
from extractor.pipeline.structure.skeleton import Skeleton

STATUS, AVAILABLE = "has_status", "available"
BESIDE = (0, 1, -1)  # its own sentence, the next one, the one before
PRODUCTS = frozenset({"CHIP", "SYSTEM", "SERVICE"})
SETBACKS = frozenset({"delayed", "cancelled"})


class WordedStatuses:
    """Holds the model's statuses against the words of the text; those of the rules have words by nature."""

    def __init__(self, wording: StatusWording) -> None:
        self.wording = wording

    def kept(self, doc: Doc, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
        """The candidates without the model's statuses that nothing says.

        A setback that a rule found takes the words of its sentence for itself: "its launch was delayed".
        """
        sentences: list[Skeleton] = layer(doc, "sentences")
        starts = [sentence.start for sentence in sentences]
        taken = {
            (c.draft.subject, c.draft.sentence.start) for c in candidates if c.ruled and c.draft.status in SETBACKS
        }
        for candidate in candidates:
            draft = candidate.draft
            if candidate.ruled or draft.predicate != STATUS or draft.status is None:
                yield candidate
                continue
            at = bisect_right(starts, draft.sentence.start) - 1
            said = self._said(text_of(doc), draft, sentences, at)
            if said is None or (
                draft.status == AVAILABLE and (draft.subject, said.start) in taken and said is not sentences[at]
            ):
                continue
            _lay(draft, said, doc)
            yield candidate

    def _said(self, text: str, draft: Draft, sentences: Sequence[Skeleton], at: int) -> Skeleton | None:
        """The sentence that says a status; one beside the draft's own only where it speaks of no other product."""
        for step in BESIDE:
            if 0 <= at + step < len(sentences):
                sentence = sentences[at + step]
                if step and any(slot.kind in PRODUCTS and slot.index != draft.subject for slot in sentence.slots):
                    continue
                if self.wording.said(draft.status or "", text, sentence.start, sentence.end):
                    return sentence
        return None


def _lay(draft: Draft, sentence: Skeleton, doc: Doc) -> None:
    """Lay a draft on the sentence that says it, with the one date of that sentence."""
    if sentence is draft.sentence:
        return
    draft.quote = min(sentence.start, draft.sentence.start), max(sentence.end, draft.sentence.end)
    draft.sentence, draft.date = sentence, only_date(sentence, layer(doc, "dates"))
