"""Rules on texts: pairs of coordinated ends, what is implied, what the ontology forbids."""

from __future__ import annotations

from dataclasses import replace

import pytest
import spacy

from extractor.ontology import Ontology, Rule, load_ontology
from extractor.pipeline.annotations import ArticleEntity
from extractor.pipeline.draft import Draft
from extractor.pipeline.rules.component import drafts_of
from extractor.pipeline.rules.pattern import compile_rule
from extractor.pipeline.structure.skeleton import Skeleton
from tests.pipeline.helpers import skeleton

ONTOLOGY: Ontology = load_ontology()
RULE = Rule("zorbles", "makes", "<subject:ORG> .. zorbles .. <object:CHIP,SYSTEM,ORG>", "my.yaml")


def run(text: str, same: dict[int, int] | None = None, **fields: object) -> list[Draft]:
    """The drafts of one rule on one skeleton; ``same`` gives slots the entity of another."""
    sentence: Skeleton = skeleton(text)
    sentence.slots = [replace(slot, index=(same or {}).get(n, n)) for n, slot in enumerate(sentence.slots)]
    entities = [ArticleEntity(n, slot.kind, None) for n, slot in enumerate(sentence.slots)]
    pattern = compile_rule(replace(RULE, **fields), ONTOLOGY)  # type: ignore[arg-type]
    doc = spacy.blank("en").make_doc("")
    return [d for found in pattern.find(sentence) for d in drafts_of(pattern, found, sentence, entities, ONTOLOGY, doc)]


def ends(drafts: list[Draft]) -> list[tuple[str, int, int | None]]:
    return [(draft.predicate, draft.subject, draft.object) for draft in drafts]


def test_one_match_one_draft() -> None:
    text = "Now [ORG=Acme] zorbles the [CHIP=X1] today"
    (draft,) = run(text)
    assert ends([draft]) == [("makes", 0, 1)]
    assert (draft.by, draft.confidence, draft.modality, draft.status) == ("zorbles", 0.8, None, None)
    plain = "Now Acme zorbles the X1 today"
    assert plain[draft.start : draft.end] == "Acme zorbles the X1"
    assert {(plain[start:end], role) for start, end, role in draft.spans} == {("Acme", "subject"), ("X1", "object")}


def test_coordinated_ends_give_all_pairs() -> None:
    drafts = run("[ORG=Acme] and [ORG=Bolt] zorbles the [CHIP=X1], [CHIP=X2] and [CHIP=X3]")
    assert set(ends(drafts)) == {("makes", s, o) for s in (0, 1) for o in (2, 3, 4)}


def test_alone_takes_only_the_one_that_matched() -> None:
    drafts = run("[ORG=Acme] zorbles the [CHIP=X1] and [CHIP=X2]", match="<subject:ORG> zorbles the <object:CHIP!>")
    assert ends(drafts) == [("makes", 0, 1)]


def test_implied_predicates_have_the_same_ends_but_no_fixed_modality() -> None:
    drafts = run("[ORG=Acme] zorbles [CHIP=X1]", predicate="announces", implies=("makes",), modality="denied")
    assert ends(drafts) == [("announces", 0, 1), ("makes", 0, 1)]
    assert [draft.modality for draft in drafts] == ["denied", None]


def test_the_ontology_forbids_ends_of_other_types() -> None:
    assert run("[ORG=Acme] zorbles [ORG=Bolt]") == []


def test_nothing_is_said_of_a_thing_and_itself() -> None:
    drafts = run("[ORG=Acme] zorbles [ORG=it]", same={1: 0}, predicate="partners_with")
    assert drafts == []


def test_no_match_no_draft() -> None:
    assert run("[ORG=Acme] sells [CHIP=X1]") == []


@pytest.mark.parametrize("confidence", [0.55, 0.9])
def test_the_rule_says_how_sure_it_is(confidence: float) -> None:
    (draft,) = run("[ORG=Acme] zorbles [CHIP=X1]", confidence=confidence)
    assert draft.confidence == confidence
