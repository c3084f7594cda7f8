"""The shipped model: it loads as a spaCy pipeline, finds what rules do not, and says the same in any order."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy

import extractor
from extractor.graph import dumps
from extractor.pipeline.model.installed import SOURCE, missing

pytestmark = pytest.mark.skipif(missing() is not None, reason=missing() or "")
ROOT = Path(__file__).parents[1]
SAMPLES = sorted((ROOT / "samples").glob("*.md"))


@pytest.fixture(autouse=True)
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EXTRACT_MODEL", raising=False)


def test_spacy_loads_the_folder_with_its_scores_and_sources() -> None:
    nlp = spacy.load(SOURCE)
    assert nlp.meta["name"] == "hardware_announcements"
    assert {source["license"] for source in nlp.meta["sources"]} == {"Apache-2.0", "CC BY 4.0"}
    assert nlp.meta["performance"]["facts F1"] > 0
    doc = nlp("Nvidia unveils the H100 with 80 GB of memory.")
    assert {"announces", "has_spec"} <= {statement.predicate for statement in doc._.statements}


def test_every_figure_of_the_card_is_that_of_the_meta_data() -> None:
    meta = json.loads((SOURCE / "meta.json").read_text(encoding="utf-8"))
    card = (SOURCE / "README.md").read_text(encoding="utf-8")
    assert all(f"| {name} | {figure:.3f} |" in card for name, figure in meta["performance"].items())


def test_a_fact_of_the_model_says_which_head_found_it_and_how_sure_it_is() -> None:
    graph = extractor.extract(SAMPLES)
    ours = [f for f in graph.document.facts if any(e.by.startswith("model:") for e in f.evidence)]
    assert ours
    assert {e.by for f in ours for e in f.evidence} & {
        "model:relation",
        "model:spec",
        "model:status",
        "model:comparison",
    }
    threshold = json.loads((SOURCE / "model.json").read_text(encoding="utf-8"))["threshold"]
    for fact in ours:
        inferred = "object_inferred_from" in dict(fact.qualifiers)  # which costs a comparison a part of its confidence
        assert inferred or threshold <= fact.confidence
        assert fact.confidence <= 1


def test_the_same_bytes_in_any_order_and_with_any_number_of_workers() -> None:
    first = dumps(extractor.extract(SAMPLES[:4]).document)
    assert dumps(extractor.extract(SAMPLES[3::-1], workers=2).document) == first


def test_none_means_the_rules_alone() -> None:
    graph = extractor.extract(SAMPLES[:2], model="none")
    assert not [e for f in graph.document.facts for e in f.evidence if e.by.startswith("model:")]
