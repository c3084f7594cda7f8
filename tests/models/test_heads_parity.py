"""The heads in numpy (run time) and in torch (training) say the same."""

from __future__ import annotations

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from extractor.ontology import load_ontology  # noqa: E402
from extractor.pipeline.model.heads import Heads as RunTimeHeads  # noqa: E402
from extractor.pipeline.model.layout import KINDS, pairs_of, things  # noqa: E402
from models.recipe.config import NetworkConfig  # noqa: E402
from models.recipe.network import Heads  # noqa: E402
from models.recipe.schema import schema_of  # noqa: E402

WORDS, HIDDEN = 30, 24


def test_scores_of_both_are_equal() -> None:
    torch.manual_seed(3)
    schema = schema_of(load_ontology(), ("GB", "x"))
    config = NetworkConfig(width=32, heads=4, head_width=8, feature_width=6, dropout=0.2, marked=True)
    heads = Heads(HIDDEN, schema, config).eval()
    weights = {name: tensor.numpy() for name, tensor in heads.state_dict().items()}
    ours = RunTimeHeads(weights, config.heads, len(schema.types) + len(KINDS))
    rng = np.random.default_rng(5)
    vectors = rng.normal(size=(WORDS, HIDDEN)).astype(np.float32)
    features = [rng.integers(0, size, WORDS) for size in (8, 2, 9, 9)]
    sentences = np.array([0] * 14 + [1] * 16)
    entities = things([0, 2, 3], [[(1, 2), (17, 17)], [(5, 5)], [(20, 22)]], [[], [(15, 16)], []])
    quantities = things([0, 3], [[(8, 9)], [(25, 26)]])
    units = np.array([1, 0])
    pairs = pairs_of(entities, entities, np.array([(0, 1), (1, 0), (2, 1)]), sentences)
    values = pairs_of(quantities, entities, np.array([(0, 1), (1, 2)]), sentences)

    tags, words = ours.words(vectors, *features)
    scene = ours.scene(words)
    left = ours.vectors(scene, entities, 0)
    right = ours.vectors(scene, quantities, len(schema.types), units)
    found = [
        tags,
        ours.pairs("pairs", scene, left, left, pairs),
        ours.pairs("value_pairs", scene, right, left, values),
        *ours.statuses(scene, left),
    ]
    with torch.no_grad():
        tags, words = heads.words(torch.as_tensor(vectors), *(torch.as_tensor(f) for f in features))
        scene = heads.words.scene(words)
        left = heads.things(scene, entities, 0)
        right = heads.things(scene, quantities, heads.types, torch.as_tensor(units))
        status = heads.status_vectors(scene, left)
        expected = [
            tags,
            heads.pairs(scene, left, left, pairs),
            heads.value_pairs(scene, right, left, values),
            heads.statuses(status),
            heads.status_modality(status),
        ]
    for one, other in zip(found, expected, strict=True):
        np.testing.assert_allclose(one, other.numpy(), atol=2e-4)
