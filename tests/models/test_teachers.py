"""Teachers: soft labels beside the annotation's, folds, the larger encoder's vocabulary, and the mean of checkpoints."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pytest

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")

from models.recipe.batch import batch_of  # noqa: E402
from models.recipe.encoder import MPNET_MARKS, MPNET_SHIFT, read_bert_pieces  # noqa: E402
from models.recipe.examples import example_of  # noqa: E402
from models.recipe.learner import batches  # noqa: E402
from models.recipe.losses import batch_loss  # noqa: E402
from models.recipe.mean import mean  # noqa: E402
from models.recipe.network import Heads  # noqa: E402
from models.recipe.published import encoder_folder  # noqa: E402
from models.recipe.split import fold_of  # noqa: E402
from models.recipe.teachers import Teachers  # noqa: E402
from tests.models.test_heads_parity import HIDDEN  # noqa: E402
from tests.models.test_losses import FULL, NETWORK, NO_QUANTITIES, NONE, SCHEMA, TRAINING  # noqa: E402

SKETCHES = [FULL, NO_QUANTITIES, NONE]


class Still(torch.nn.Module):  # type: ignore[misc, name-defined]
    """An encoder whose vectors depend on nothing but the pieces' numbers."""

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, marks: torch.Tensor) -> torch.Tensor:
        return torch.sin(ids[..., None] * torch.arange(1, HIDDEN + 1))


def soft(share: float, sketches: Iterable[object] = SKETCHES) -> tuple[object, object, Heads]:
    torch.manual_seed(3)
    heads = Heads(HIDDEN, SCHEMA, NETWORK).eval()
    batch = batch_of([example_of(one, SCHEMA) for one in sketches], SCHEMA)  # type: ignore[arg-type]
    return batch, Teachers([(Still(), heads)], share, TRAINING.positive_weight).soften(batch, 0), heads


def cost(batch: object) -> dict[str, float]:
    torch.manual_seed(5)
    student = Heads(HIDDEN, SCHEMA, NETWORK).eval()
    words = batch.words  # type: ignore[attr-defined]
    vectors = torch.ones(*words.real.shape, HIDDEN)
    tags, made = student.words(vectors, words)
    found = batch_loss(student, made, tags, batch, torch.as_tensor(SCHEMA.allowed), TRAINING)  # type: ignore[arg-type]
    return {name: float(loss.detach()) for name, loss in found.items()}


def test_without_a_share_the_labels_are_those_of_the_annotation() -> None:
    hard, softened, _ = soft(0.0)
    assert cost(softened) == pytest.approx(cost(hard), rel=1e-5)


def test_soft_labels_are_chances_and_differ_from_the_hard_ones() -> None:
    hard, softened, _ = soft(0.5)
    tags = softened.words.tags  # type: ignore[attr-defined]
    assert torch.allclose(tags.sum(-1), torch.ones(tags.shape[:-1]))
    relations = softened.relations  # type: ignore[attr-defined]
    assert bool(((relations >= 0) & (relations <= 1)).all())
    assert not torch.equal(relations, hard.relations)  # type: ignore[attr-defined]


def test_a_student_that_says_what_the_teacher_says_has_no_slope() -> None:
    """The odds that the teacher owes to the weight of positives are taken back, so that weighting them again is right."""
    _, softened, heads = soft(1.0, [FULL])
    scores = torch.zeros_like(softened.relations).requires_grad_()  # type: ignore[attr-defined]
    teacher = Teachers([(Still(), heads)], 1.0, TRAINING.positive_weight)
    labels = teacher._cells(torch.zeros_like(scores), scores.detach() + 0.7)
    loss = torch.nn.functional.binary_cross_entropy_with_logits(
        scores + 0.7, labels, pos_weight=torch.tensor(TRAINING.positive_weight), reduction="sum"
    )
    loss.backward()
    assert torch.allclose(scores.grad, torch.zeros_like(scores), atol=1e-6)


def test_batches_are_of_one_fold_each() -> None:
    stories = [replace(FULL, id=f"a{n:03}") for n in range(60)]
    chosen = [(story, False) for story in stories]
    found = batches(chosen, 4, random.Random(1), 3)
    assert all(len({fold_of(sketch.id, 3) for sketch, _ in part}) == 1 for part in found)
    assert sorted(sketch.id for part in found for sketch, _ in part) == [story.id for story in stories]
    assert {fold_of(story.id, 3) for story in stories} == {0, 1, 2}


def test_mpnet_reads_the_pieces_of_bert() -> None:
    config = transformers.MPNetConfig(
        vocab_size=30527, hidden_size=8, num_hidden_layers=1, num_attention_heads=2, intermediate_size=8
    )
    encoder = transformers.MPNetModel(config, add_pooling_layer=False)
    before = encoder.get_input_embeddings().weight.detach().clone()
    read_bert_pieces(encoder)
    after = encoder.get_input_embeddings().weight
    assert torch.equal(after[2000], before[2000 + MPNET_SHIFT])
    assert all(torch.equal(after[bert], before[mpnet]) for bert, mpnet in MPNET_MARKS.items())


def test_the_mean_of_checkpoints() -> None:
    one = {"weight": torch.tensor([0.0, 4.0]), "count": torch.tensor(3)}
    other = {"weight": torch.tensor([8.0, 0.0]), "count": torch.tensor(5)}
    found = mean([one, other], [3, 1])
    assert found["weight"].tolist() == [2.0, 3.0]
    assert int(found["count"]) == 3
    with pytest.raises(ValueError, match="averaged"):
        mean([one, {"weight": torch.zeros(3)}], [1, 1])


def test_an_unknown_encoder_is_named() -> None:
    with pytest.raises(ValueError, match="all-MiniLM-L6-v2"):
        encoder_folder("no-such-encoder", "")


def test_folds_stay_where_they_are_and_are_of_one_size() -> None:
    assert [fold_of(id_, 3) for id_ in ("a001", "b002", "pilot-c036", "na017")] == [2, 2, 0, 1]
    assert np.bincount([fold_of(f"x{n}", 3) for n in range(3000)]).min() > 900
