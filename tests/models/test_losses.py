"""The loss of a batch: passages without entities, quantities or facts, and the same whether passages come together or alone."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from extractor.ontology import load_ontology  # noqa: E402
from models.recipe.batch import batch_of  # noqa: E402
from models.recipe.config import NetworkConfig, TrainingConfig  # noqa: E402
from models.recipe.examples import example_of  # noqa: E402
from models.recipe.losses import batch_loss  # noqa: E402
from models.recipe.network import Heads  # noqa: E402
from models.recipe.plain import Sketch  # noqa: E402
from models.recipe.schema import schema_of  # noqa: E402
from tests.models.test_heads_parity import HIDDEN, sketch  # noqa: E402

SCHEMA = schema_of(load_ontology(), ("GB", "x"))
TYPES = [SCHEMA.types.index(name) for name in ("ORG", "CHIP", "SYSTEM")]
NETWORK = NetworkConfig(width=32, heads=4, head_width=8, feature_width=6, dropout=0.0, marked=True)
LOSS = dict.fromkeys(("names", "relations", "values", "attributes", "statuses", "modality", "sources"), 1.0)
TRAINING = TrainingConfig(1, 4, 0, 1e-4, 1e-3, 0.1, 0.0, 3.0, 400, False, 0.99, 0, LOSS)
FULL = sketch(28, TYPES, np.random.default_rng(2))
NO_QUANTITIES = replace(FULL, quantity_kinds=[], quantities=[], units=[], values=[])
NO_FACTS = replace(FULL, relations=[], values=[], statuses=[])
ONE = replace(NO_QUANTITIES, kinds=TYPES[1:2], mentions=[[(1, 2)]], also=[[]], relations=[], statuses=[])
NONE = replace(ONE, kinds=[], mentions=[], also=[])


def losses(sketches: list[Sketch]) -> dict[str, float]:
    torch.manual_seed(1)
    heads = Heads(HIDDEN, SCHEMA, NETWORK).eval()
    batch = batch_of([example_of(one, SCHEMA) for one in sketches], SCHEMA)
    vectors = torch.zeros(*batch.words.real.shape, HIDDEN)
    for row, one in enumerate(sketches):
        rng = np.random.default_rng(len(one.shapes) + len(one.kinds))
        vectors[row, : len(one.shapes)] = torch.as_tensor(rng.normal(size=(len(one.shapes), HIDDEN)).astype(np.float32))
    tags, words = heads.words(vectors, batch.words)
    found = batch_loss(heads, words, tags, batch, torch.as_tensor(SCHEMA.allowed), TRAINING)
    return {name: float(loss.detach()) for name, loss in found.items()}


@pytest.mark.parametrize(
    "few", [NO_QUANTITIES, NO_FACTS, ONE, NONE], ids=["no quantities", "no facts", "one name", "no names"]
)
def test_a_passage_may_lack_anything(few: Sketch) -> None:
    assert all(np.isfinite(loss) for loss in losses([few]).values())


def test_passages_together_cost_what_they_cost_alone() -> None:
    longer = sketch(33, TYPES, np.random.default_rng(7))
    sketches = [FULL, ONE, longer]
    alone = [losses([one]) for one in sketches]
    for name, loss in losses(sketches).items():
        assert loss == pytest.approx(sum(one.get(name, 0.0) for one in alone), rel=1e-4, abs=1e-5), name
