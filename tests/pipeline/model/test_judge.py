"""The judge: candidates of rules and model, their features, and what is kept."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from spacy.language import Language

from extractor.pipeline.model.candidates import Candidate, candidates_of, chosen
from extractor.pipeline.model.drafts import draft_key
from extractor.pipeline.model.judge import FEATURES, Judge, Rivals, features, logit
from extractor.pipeline.model.relations import ModelRelations
from extractor.pipeline.model.runtime import KEY
from extractor.pipeline.model.scores import Say, Scores
from tests.pipeline.conftest import Parse

TEXT = "Nvidia unveiled the H100. The H100 is fabricated by TSMC on 4nm."
WEIGHTS = [0.0] * len(FEATURES)
WEIGHTS[FEATURES.index("model")] = 1.0


def test_rivals_tell_how_far_an_end_is_ahead() -> None:
    scores = Scores(
        relations={(0, 5, "makes"): Say(0.9, 0, ""), (1, 5, "makes"): Say(0.3, 0, "")},
        specs={(0, 7): Say(0.8, 0, "")},
        compared={(0, 8): Say(0.6, 0, "")},
    )
    rivals = Rivals(scores)
    assert rivals.lead(("subject", "makes", 5), 0.9, 0) == pytest.approx(0.6)
    assert rivals.lead(("subject", "makes", 5), 0.3, 1) == pytest.approx(-0.6)
    assert rivals.lead(("object", "makes", 0), 0.9, 5) == pytest.approx(0.9)
    assert rivals.lead(("subject", "value", 0), 0.6, 8) == pytest.approx(-0.2)


def test_a_logit_is_bounded() -> None:
    assert (logit(0.5), logit(0.0), logit(1.0)) == (0.0, -4.0, 4.0)


def test_of_an_unknown_predicate_the_rule_is_believed(parse: Parse) -> None:
    drafts = list(parse(TEXT, "inference")._.statements)
    ours = [Candidate(draft, ruled, None, None) for draft in drafts for ruled in (True, False)]
    chances = Judge({}).chances(ours, np.zeros((len(ours), len(FEATURES))))
    assert chances == [chance for draft in drafts for chance in (draft.confidence, 0.0)]


def test_the_judge_adds_what_it_holds_for_likely_and_drops_what_it_doubts(
    nlp: Language, parse: Parse, monkeypatch: pytest.MonkeyPatch
) -> None:
    doc = parse(TEXT, "inference")
    indices = {entity.fullest: entity.index for entity in doc._.entities}
    nvidia, chip, tsmc = (indices[name] for name in ("Nvidia", "H100", "TSMC"))
    assert ("announces", nvidia, chip, None) in {draft_key(draft) for draft in doc._.statements}
    told = Say(0.8, 30, "asserted")
    relations = {(tsmc, nvidia, "owns"): told, (nvidia, tsmc, "owns"): Say(0.3, 0, ""), (tsmc, chip, "makes"): told}
    scores = Scores(relations=relations)
    monkeypatch.setattr("extractor.pipeline.model.relations.scores_of", lambda *parts: scores)
    monkeypatch.setattr("extractor.pipeline.model.relations.certainty", lambda *parts: {})
    component = ModelRelations(nlp, "model_relations", None, None, None, False)
    component.model = SimpleNamespace(schema={"threshold": 0.5})  # type: ignore[assignment]
    component.judge = Judge(dict.fromkeys(("makes", "owns", "announces", "manufactures"), WEIGHTS))
    doc.user_data[KEY] = None
    kept = {draft_key(draft): draft for draft in component(doc)._.statements}
    assert ("announces", nvidia, chip, None) not in kept
    assert ("owns", nvidia, tsmc, None) not in kept
    assert ("makes", tsmc, chip, None) not in kept, "the catalogue knows another maker, who is named"
    assert kept["owns", tsmc, nvidia, None].by == "model:relation"
    assert kept["owns", tsmc, nvidia, None].confidence == pytest.approx(0.8)


def test_a_statement_of_both_is_one_candidate_that_a_rule_found(parse: Parse) -> None:
    doc = parse(TEXT, "inference")
    indices = {entity.fullest: entity.index for entity in doc._.entities}
    ends = indices["Nvidia"], indices["H100"]
    scores = Scores(relations={(*ends, "announces"): Say(0.9, 8, "asserted")})
    ours = [c for c in candidates_of(doc, scores, modality=False) if c.draft.predicate == "announces"]
    assert [(c.ruled, c.say and c.say.chance) for c in ours] == [(True, 0.9)]
    row = dict(zip(FEATURES, features(ours, scores, {ends[0]: 0.5, ends[1]: 1.0})[0], strict=True))
    assert (row["bias"], row["ruled"], row["silent"]) == (1, 1, 0)
    assert (row["subject"], row["object"]) == (0.0, 4.0)
    assert row["both"] == row["model"] == pytest.approx(logit(0.9))


def test_of_two_drafts_of_a_kind_the_likelier_is_kept(parse: Parse) -> None:
    doc = parse("The H100 has 80 GB of memory.", "statuses")
    candidates = candidates_of(doc, Scores(), modality=False)
    assert candidates
    twice = [*candidates, *candidates]
    assert len(chosen(twice, [0.6] * len(twice), 0.5)) == len({draft_key(c.draft) for c in candidates})
    assert chosen(candidates, [0.4] * len(candidates), 0.5) == []


def test_parent_and_subsidiary_are_no_partners_for_the_model(
    nlp: Language, parse: Parse, monkeypatch: pytest.MonkeyPatch
) -> None:
    doc = parse("Amazon, AWS and Nvidia spoke in Las Vegas.", "inference")
    indices = {entity.fullest: entity.index for entity in doc._.entities}
    amazon, aws, nvidia = (indices[name] for name in ("Amazon", "AWS", "Nvidia"))
    sure = Say(0.9, 0, "asserted")
    scores = Scores(relations={(amazon, aws, "partners_with"): sure, (aws, nvidia, "partners_with"): sure})
    monkeypatch.setattr("extractor.pipeline.model.relations.scores_of", lambda *parts: scores)
    monkeypatch.setattr("extractor.pipeline.model.relations.certainty", lambda *parts: {})
    component = ModelRelations(nlp, "model_relations", None, None, None, False)
    component.model = SimpleNamespace(schema={"threshold": 0.5})  # type: ignore[assignment]
    component.judge = Judge({"partners_with": WEIGHTS})
    doc.user_data[KEY] = None
    assert [(d.subject, d.object) for d in component(doc)._.statements] == [(aws, nvidia)]
