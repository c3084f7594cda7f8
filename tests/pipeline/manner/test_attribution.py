"""Attribution: whom the text gives as the source of a statement."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extractor.ontology.quantity import Quantity
from extractor.pipeline.annotations import text_of
from extractor.pipeline.draft import Draft
from tests.pipeline.manner.scenes import INDEX, NAMES, scene, source

BEFORE = [
    ("Intel says the H200 is slower than the MI325X.", "Intel"),
    ("Intel said on Tuesday that the H200 trails the MI325X.", "Intel"),
    ("Intel itself later said the H200 trails the MI325X.", "Intel"),
    ("Intel showed its slides, claiming that the H200 trails the MI325X.", "Intel"),
    ("Intel brings new slides, says the H200 trails the MI325X", "Intel"),
    ("Lisa Su, the boss of a large company, said the H200 trails the MI325X.", "Lisa Su"),
    ("Lisa Su of Intel told analysts that the H200 trails the MI325X.", "Lisa Su"),
    ("Lisa Su spoke in Paris and added that the H200 trails the MI325X.", "Lisa Su"),
    ("A spokesman for Intel said the H200 trails the MI325X.", "Intel"),
    ("Intel engineers wrote that the H200 trails the MI325X.", "Intel"),
    ("Two people familiar with the plans told Reuters that the H200 trails the MI325X.", "Reuters"),
    ("The card, which Intel says beats the H200, trails the MI325X.", "Intel"),
]
BEHIND = [
    ("The H200 is slower than the MI325X, Intel said.", "Intel"),
    ("The H200 trails the MI325X, said Lisa Su.", "Lisa Su"),
    ("The H200 trails the MI325X, says Intel", "Intel"),
    ("The H200 trails the MI325X, said chief technologist Lisa Su, who used to work in Paris.", "Lisa Su"),
    ("The H200 trails the MI325X, chief executive Lisa Su said at an event on Thursday.", "Lisa Su"),
    ("The H200 trails the MI325X, Intel told reporters on Tuesday.", "Intel"),
    ("The H200 trails the MI325X, Intel announced at its conference.", "Intel"),
    ("The H200 trails the MI325X, the newspaper Reuters reported, citing people close to the matter.", "Reuters"),
    ("The H200, Intel claims, is slower than the MI325X.", "Intel"),
    ('"The H200 trails the MI325X," said Lisa Su.', "Lisa Su"),
    ("The H200 trails the MI325X; in video it is ahead, Intel said.", "Intel"),
]
ACCOUNTS = [
    ("According to Reuters, the H200 trails the MI325X.", "Reuters"),
    ("The H200 is slower than the MI325X, according to Lisa Su.", "Lisa Su"),
    ("The H200 trails the MI325X, according to an analysis of 40 servers by Google.", "Google"),
    ("The H200 trails the MI325X, according to Intel chief Lisa Su.", "Lisa Su"),
    ("By Google's own count, the H200 trails the MI325X.", "Google"),
    ("Google: H200 trails MI325X in inference", "Google"),
    ("H200 trails MI325X in inference: Reuters", "Reuters"),
]
NOBODY = [
    ("The H200 trails the MI325X.", None),
    ("The H200 trails the MI325X; Intel said nothing.", None),
    ("The H200 trails the MI325X, which Intel says is late.", None),
    ("Google has seen the H200 trail the MI325X.", None),
    ("Intel said to let the H200 trail the MI325X", None),
    ("The H200 trails the MI325X, sources say.", None),
    ("The H200 trails the MI325X, according to people familiar with Google.", None),
]


@pytest.mark.parametrize(("text", "speaker"), BEFORE + BEHIND + ACCOUNTS + NOBODY)
def test_source(text: str, speaker: str | None) -> None:
    assert source(text) == speaker


def test_what_holds_by_nature_has_no_source() -> None:
    assert source("Intel says the H200 belongs to the MI325X.", "in_family") is None


def test_how_a_thing_is_made_up_needs_an_outsider() -> None:
    told = "{} said that the H200 contains the MI325X."
    assert source(told.format("Intel"), "contains", maker="Intel") is None
    assert source(told.format("Lisa Su"), "contains", maker="Intel") is None
    assert source(told.format("Google"), "contains", maker="Intel") == "Google"


OWN = [
    ("Intel said it would supply Google.", None),
    ("Intel said it would never supply Google.", "Intel"),
    ("Intel denied that it supplies Google.", "Intel"),
    ("Lisa Su denied that Intel failed the tests of Google.", None),
    ("Reuters reported that Intel supplies Google.", "Reuters"),
]


@pytest.mark.parametrize(("text", "speaker"), OWN)
def test_a_company_is_no_source_of_its_own_acts(text: str, speaker: str | None) -> None:
    assert source(text, "supplies", kind="ORG", ends=("Intel", "Google")) == speaker


def spec_source(
    text: str, subject: str, figure: str, modality: str = "asserted", maker: str | None = None
) -> str | None:
    """The source of a spec of ``subject`` whose value stands at ``figure``."""
    doc, tagger = scene(Language(), text)
    sentence, at = doc._.sentences[0], text.index(figure)
    value = Quantity(5, "", figure)
    draft = Draft(INDEX[subject], "has_spec", "test", sentence, at, at + len(figure), attribute="price", value=value)
    draft.modality, draft.spans = modality, [(at, at + len(figure), "value")]
    made = [] if maker is None else [Draft(INDEX[maker], "makes", "test", sentence, 0, 1, INDEX[subject])]
    doc._.statements = [draft, *made]
    tagger(doc)
    return None if draft.attributed_to is None else list(NAMES)[draft.attributed_to]


def test_a_publication_stands_for_all_of_a_sentence_and_a_company_for_the_words_beside_it() -> None:
    text = "The H200 costs $5, has a lid, and beats the MI325X, according to {}."
    assert spec_source(text.format("Reuters"), "H200", "$5") == "Reuters"
    assert spec_source(text.format("Intel"), "H200", "$5", maker="Intel") is None


def test_a_company_is_the_source_of_its_forecasts() -> None:
    text = "Intel told investors on Thursday that revenue would be $5."
    assert spec_source(text, "Intel", "$5", "planned") == "Intel"
    assert spec_source(text.replace("would be", "was"), "Intel", "$5") is None


def test_sentences_without_a_cue_are_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.pipeline.manner.speeches.Phrases", None)  # nothing is looked for in them
    doc, tagger = scene(Language(), "The H200 trails the MI325X.")
    assert tagger.finder.speeches(text_of(doc), doc._.sentences[0]) == []
