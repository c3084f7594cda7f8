"""What the text itself rules out of what the model says: rows of lists, unsaid statuses, parts for others."""

from __future__ import annotations

from dataclasses import replace

import pytest
import spacy
from spacy.tokens import Doc

from extractor.ontology import load_ontology
from extractor.pipeline.annotations import layer
from extractor.pipeline.draft import Draft
from extractor.pipeline.model.candidates import Candidate
from extractor.pipeline.model.excluded import Excluded
from extractor.pipeline.model.relations import ModelRelations
from extractor.pipeline.model.rows import bounded
from extractor.pipeline.model.scores import Say, Scores
from extractor.pipeline.model.wordings import WordedStatuses
from extractor.pipeline.statuses.wording import StatusWording
from tests.pipeline.conftest import Parse
from tests.pipeline.helpers import entity

SAY = Say(0.9, 0, "asserted")
LIST = "Two chips\n\nMI300X: 192 GB HBM3\nH100: 80 GB HBM3"


def candidate(doc: Doc, predicate: str, subject: str, object_: str | None = None, *, at: int = -1) -> Candidate:
    sentence = layer(doc, "sentences")[at]
    other = None if object_ is None else entity(doc, object_).index
    draft = Draft(entity(doc, subject).index, predicate, "model:test", sentence, sentence.start, sentence.end, other)
    return Candidate(draft, False, None, None)


def test_the_rows_of_a_list_speak_of_their_own_heads(parse: Parse) -> None:
    doc = parse(LIST, "skeletons")
    one, other, memory = (entity(doc, name).index for name in ("MI300X", "H100", "HBM3"))
    values = {q.quantity.amount: n for n, q in enumerate(layer(doc, "quantities"))}
    specs = {(values[192], one): SAY, (values[192], other): SAY, (values[80], other): SAY, (values[80], one): SAY}
    relations = {(other, one, "contains"): SAY, (one, memory, "uses_technology"): SAY}
    kept = bounded(Scores(relations=relations, specs=specs), doc)
    assert set(kept.relations) == {(one, memory, "uses_technology")}
    assert set(kept.specs) == {(values[192], one), (values[80], other)}


def test_prose_and_lines_of_values_are_left_alone(parse: Parse) -> None:
    for text in ("Chips\n\nThe MI300X beats the H100.\n\nIt has 192 GB.", "The MI300X and the H100\nMemory: 192 GB"):
        doc = parse(text, "skeletons")
        scores = Scores(specs={(0, entity(doc, name).index): SAY for name in ("MI300X", "H100")})
        assert bounded(scores, doc).specs == scores.specs


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The H20 was designed for the rules of 2023. It is based on Hopper.", []),
        ("The H20 was designed for the rules of 2023. Shipments began in May 2024.", ["2024-05"]),
        ("The H20 was designed for the rules of 2023. The H100 ships in May 2024.", []),
    ],
)
def test_a_status_needs_words_for_it(parse: Parse, text: str, kept: list[str]) -> None:
    doc = parse(text, "skeletons")
    one = candidate(doc, "has_status", "H20", at=0)
    one.draft.status = "available"
    worded = WordedStatuses(StatusWording(load_ontology().lifecycle.values()))
    assert [c.draft.date for c in worded.kept(doc, [one])] == kept


def test_a_delay_takes_the_words_of_its_launch(parse: Parse) -> None:
    doc = parse("The H20 was designed for China. Its launch was delayed to May 2024.", "skeletons")
    available, delayed = candidate(doc, "has_status", "H20", at=0), candidate(doc, "has_status", "H20")
    available.draft.status, delayed.draft.status = "available", "delayed"
    ruled = Candidate(delayed.draft, True, None, None)
    worded = WordedStatuses(StatusWording(load_ontology().lifecycle.values()))
    assert list(worded.kept(doc, [available, ruled])) == [ruled]


def test_who_supplies_a_part_does_not_make_the_whole(parse: Parse) -> None:
    doc = parse("Samsung supplies HBM3E to AMD for the MI350X.", "skeletons")
    excluded = Excluded(load_ontology())
    assert list(excluded.kept(doc, [candidate(doc, "manufactures", "Samsung", "MI350X")])) == []
    doc = parse("Samsung manufactures the MI350X for AMD.", "skeletons")
    assert len(list(excluded.kept(doc, [candidate(doc, "manufactures", "Samsung", "MI350X")]))) == 1


def test_who_orders_from_a_firm_does_not_supply_it(parse: Parse) -> None:
    excluded = Excluded(load_ontology())
    doc = parse("TSMC reportedly grabs orders for AI chips from Intel.", "skeletons")
    assert list(excluded.kept(doc, [candidate(doc, "supplies", "Intel", "TSMC")])) == []
    assert len(list(excluded.kept(doc, [candidate(doc, "supplies", "TSMC", "Intel")]))) == 1


@pytest.mark.parametrize(
    ("predicate", "subject", "object_", "ruled", "against"),
    [
        ("acquires", "Reuters", "Intel", False, True),
        ("partners_with", "Intel", "Reuters", False, True),
        ("acquires", "Reuters", "Intel", True, False),  # a rule has words for it
        ("located_in", "Reuters", "Intel", False, False),
        ("acquires", "AMD", "Intel", False, False),
    ],
)
def test_a_publication_does_no_business_by_being_named(
    parse: Parse, predicate: str, subject: str, object_: str, ruled: bool, against: bool
) -> None:
    doc = parse("Reuters says that AMD and Intel talk.", "skeletons")
    component = ModelRelations(spacy.blank("en"), "model_relations", None, None, None, modality=False)
    one = replace(candidate(doc, predicate, subject, object_), ruled=ruled)
    assert component._against_the_catalogue(one, layer(doc, "entities")) is against
