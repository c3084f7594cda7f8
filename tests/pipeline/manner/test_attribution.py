"""Attribution: whom the text gives as the source of a statement."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extractor.pipeline.draft import Draft
from extractor.pipeline.manner.attribution import AttributionTagger, Speech, _give
from extractor.pipeline.structure.skeleton import Skeleton, Slot, build

NAMES = {"Intel": "ORG", "Reuters": "ORG", "Google": "ORG", "Lisa Su": "PERSON", "H200": "CHIP", "MI325X": "CHIP"}

CASES = [
    ("Intel says the H200 is slower than the MI325X.", "Intel"),
    ("Intel said on Tuesday that the H200 trails the MI325X.", "Intel"),
    ("The H200 is slower than the MI325X, Intel said.", "Intel"),
    ("The H200 trails the MI325X, said Lisa Su.", "Lisa Su"),
    ("The H200, Intel claims, is slower than the MI325X.", "Intel"),
    ("According to Reuters, the H200 trails the MI325X.", "Reuters"),
    ("The H200 is slower than the MI325X, according to Lisa Su.", "Lisa Su"),
    ("By Google's own count, the H200 trails the MI325X.", "Google"),
    ("Intel showed its slides, claiming that the H200 trails the MI325X.", "Intel"),
    ("The H200 trails the MI325X.", None),
    ("The H200 trails the MI325X; Intel said nothing.", None),
    ("The H200 trails the MI325X, which Intel says is late.", None),
    ("Google has seen the H200 trail the MI325X.", None),
]


def skeleton(text: str) -> Skeleton:
    found = sorted((text.index(name), name) for name in NAMES if name in text)
    slots = [Slot(NAMES[name], n, start, start + len(name)) for n, (start, name) in enumerate(found)]
    return build(text, 0, len(text), slots)


def source(text: str, predicate: str = "compares_to") -> str | None:
    sentence = skeleton(text)
    chips = [slot for slot in sentence.slots if slot.kind == "CHIP"]
    spans = [(slot.start, slot.end, "role") for slot in chips]
    draft = Draft(0, predicate, "test", sentence, chips[0].start, chips[1].end, 1, spans=spans)
    tagger = AttributionTagger(Language(), "attribution", None)
    if predicate not in tagger.static:
        _give(draft, list(tagger.speeches(text, sentence)))
    if draft.attributed_to is None:
        return None
    slot = next(slot for slot in sentence.slots if slot.index == draft.attributed_to)
    return text[slot.start : slot.end]


@pytest.mark.parametrize(("text", "speaker"), CASES)
def test_source(text: str, speaker: str | None) -> None:
    assert source(text) == speaker


def test_what_holds_by_nature_has_no_source() -> None:
    assert source("Intel says the H200 belongs to the MI325X.", "in_family") is None


def test_a_speech_reaches_only_its_own_words() -> None:
    sentence = skeleton("The H200 trails the MI325X.")
    draft = Draft(0, "uses", "test", sentence, 4, 26, 1)
    _give(draft, [Speech(0, 30, 60)])
    assert draft.attributed_to is None
