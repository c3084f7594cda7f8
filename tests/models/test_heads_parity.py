"""The heads in numpy (run time) and in torch (training) say the same, also of a passage that stands second in its batch."""

from __future__ import annotations

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from extractor.ontology import load_ontology  # noqa: E402
from extractor.pipeline.model.heads import Heads as RunTimeHeads  # noqa: E402
from extractor.pipeline.model.heads import softmax  # noqa: E402
from extractor.pipeline.model.layout import KINDS, speakers_of  # noqa: E402
from extractor.pipeline.model.words import SHAPES  # noqa: E402
from models.recipe.batch import batch_of  # noqa: E402
from models.recipe.config import NetworkConfig  # noqa: E402
from models.recipe.examples import example_of  # noqa: E402
from models.recipe.network import Heads  # noqa: E402
from models.recipe.plain import Sketch  # noqa: E402
from models.recipe.schema import schema_of  # noqa: E402

HIDDEN = 24


def sketch(words: int, types: list[int], rng: np.random.Generator) -> Sketch:
    """A passage of so many words with three entities (two of them named twice) and two quantities."""
    numbers = [rng.integers(0, size, words).tolist() for size in (len(SHAPES), 2, 9, 9, 5)]
    return Sketch(
        id="s", ids=[1, *range(5, 5 + words), 2], piece_words=[-1, *range(words), -1],
        shapes=numbers[0], glued=numbers[1], sentences=[0] * 14 + [1] * (words - 14),
        matched=numbers[2], found=numbers[3], numbers=numbers[4], tags=[0] * words,
        kinds=types, mentions=[[(1, 2), (17, 17)], [(5, 5)], [(20, 22)]], also=[[], [(15, 16)], []], wrong=[],
        quantity_kinds=[0, 3], quantities=[(8, 9), (23, 24)], units=[1, 0],
        relations=[[0, 1, 0, 1, 1], [0, 2, 0, 0, 0]], values=[[0, 1, 0, 3, 0, 1]], baselines=[], statuses=[[1, 2, 1, 1]],
    )  # fmt: skip


def test_scores_of_both_are_equal() -> None:
    torch.manual_seed(3)
    schema = schema_of(load_ontology(), ("GB", "x"))
    config = NetworkConfig(width=32, heads=4, head_width=8, feature_width=6, dropout=0.2, marked=True)
    heads = Heads(HIDDEN, schema, config).eval()
    weights = {name: tensor.numpy() for name, tensor in heads.state_dict().items()}
    ours = RunTimeHeads(weights, config.heads, len(schema.types) + len(KINDS))
    rng = np.random.default_rng(5)
    types = [schema.types.index(name) for name in ("ORG", "CHIP", "SYSTEM")]
    examples = [example_of(sketch(words, types, rng), schema) for words in (26, 31)]
    vectors = rng.normal(size=(2, 31, HIDDEN)).astype(np.float32)
    batch = batch_of(examples, schema)
    with torch.no_grad():
        tags, words = heads.words(torch.as_tensor(vectors), batch.words)
        scene = heads.words.scene(words, batch.words.real)
        entities = heads.things(scene, batch.entities, 0)
        quantities = heads.things(scene, batch.quantities, heads.types)
        pairs, values = (
            heads.pairs(scene, entities, entities, batch.pairs),
            heads.value_pairs(scene, quantities, entities, batch.values),
        )
        status = heads.status_vectors(scene, entities, batch.entities)
        facts = batch.relation_sources
        told = heads.sources(
            "relation", pairs[facts.rows], entities.things, batch.speakers[facts.passages], facts.codes
        )
    for row, example in enumerate(examples):
        n, plain = len(example.sketch.shapes), example.sketch
        features = [np.array(f) for f in (plain.shapes, plain.glued, plain.matched, plain.found)]
        our_tags, our_words = ours.words(vectors[row, :n], *features)
        our_scene = ours.scene(our_words)
        left = ours.vectors(our_scene, example.entities, 0)
        right = ours.vectors(our_scene, example.quantities, len(schema.types), np.array(plain.units))
        our_pairs = ours.pairs("pairs", our_scene, left, left, example.pairs)
        scores, modal, inner = ours.statuses(our_scene, left)
        at = [int(np.flatnonzero((example.pairs.left == 0) & (example.pairs.right == other))[0]) for other in (1, 2)]
        anchors = np.maximum(
            example.entities.first[example.pairs.left_mention], example.entities.first[example.pairs.right_mention]
        )
        codes = speakers_of(anchors[at], example.entities, [0], np.array(plain.sentences))
        compared = [
            (our_tags, tags[row, :n]),
            (our_pairs, pairs[batch.pairs.row == row]),
            (ours.pairs("value_pairs", our_scene, right, left, example.values), values[batch.values.row == row]),
            (inner, status[batch.entities.row == row]),
            (scores, heads.statuses(status)[batch.entities.row == row].detach()),
            (modal, heads.status_modality(status)[batch.entities.row == row].detach()),
            (
                ours.sources("relation", our_pairs[at], left.things[[0]], codes),
                softmax(told[facts.passages == row].numpy()),
            ),
        ]
        for one, other in compared:
            np.testing.assert_allclose(one, np.asarray(other), atol=2e-4)


def test_sources_are_labelled_by_the_place_among_the_speakers() -> None:
    schema = schema_of(load_ontology(), ("GB", "x"))
    types = [schema.types.index(name) for name in ("ORG", "CHIP", "SYSTEM")]
    batch = batch_of([example_of(sketch(26, types, np.random.default_rng(1)), schema)], schema)
    assert batch.speakers.tolist() == [[0]]
    assert sorted(batch.relation_sources.labels.tolist()) == [0, 1]
    assert batch.value_sources.labels.tolist() == [1]
    assert batch.status_sources.labels.tolist() == [1]
