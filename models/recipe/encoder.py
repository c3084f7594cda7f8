"""The encoder: loading published weights, and pooling pieces to words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel, PreTrainedModel

from models.recipe.network import Table
from models.recipe.tensors import WordBatch

BERT_PIECES = 30522
MPNET_SHIFT = 4
MPNET_MARKS = {0: 1, 101: 0, 102: 2}  # [PAD] is <pad>, [CLS] is <s>, [SEP] is </s>


def load_encoder(folder: Path, frozen: int, sizes: Sequence[int]) -> MarkedEncoder:
    """The encoder with its embeddings of pieces and first layers frozen; ``sizes`` are those of its marks.

    Without dropout of attention, and without torch's fused attention, a step takes half the time on a CPU.
    """
    encoder = AutoModel.from_pretrained(
        folder, add_pooling_layer=False, attn_implementation="eager", attention_probs_dropout_prob=0.0
    )
    if encoder.config.model_type == "mpnet":
        read_bert_pieces(encoder)
    for part in [encoder.embeddings, *encoder.encoder.layer[:frozen]]:
        part.requires_grad_(False)
    return MarkedEncoder(encoder, sizes)


def read_bert_pieces(encoder: PreTrainedModel) -> None:
    """Let MPNet read pieces numbered as BERT's uncased vocabulary numbers them, as the passages are prepared.

    Its own vocabulary is that one behind four marks of its own; padding and the marks at the ends are among those.
    """
    table = encoder.get_input_embeddings().weight
    rows = torch.arange(BERT_PIECES) + MPNET_SHIFT
    for bert, mpnet in MPNET_MARKS.items():
        rows[bert] = mpnet
    encoder.set_input_embeddings(nn.Embedding.from_pretrained(table[rows].detach()))


class MarkedEncoder(nn.Module):
    """The encoder, which sees features of words (``sizes`` are their numbers of values) added to its pieces' embeddings.

    The embeddings of features begin at zero, so that the published weights are the starting point.
    """

    def __init__(self, encoder: PreTrainedModel, sizes: Sequence[int]) -> None:
        super().__init__()
        self.encoder = encoder
        self.marks = nn.ModuleList(Table(size, encoder.config.hidden_size) for size in sizes)
        for mark in self.marks:
            nn.init.zeros_(mark.weight)

    def forward(self, input_ids: Tensor, attention_mask: Tensor, marks: Tensor) -> Tensor:
        """The last hidden state; ``marks`` are batch x pieces x features."""
        embedded = self.encoder.embeddings.word_embeddings(input_ids)
        for number, mark in enumerate(self.marks):
            embedded = embedded + mark(marks[..., number])
        state: Tensor = self.encoder(inputs_embeds=embedded, attention_mask=attention_mask).last_hidden_state
        return state


def encode(encoder: nn.Module, batch: WordBatch, *, bfloat16: bool) -> Tensor:
    """Word vectors (mean of pieces; zero for words without pieces) of a batch: passages x words x width."""
    with torch.autocast(batch.ids.device.type, dtype=torch.bfloat16, enabled=bfloat16):
        hidden = encoder(batch.ids, batch.mask, batch.marks)
    size, words = batch.real.shape
    flat, places = hidden.float().flatten(0, 1), batch.piece_words.flatten()
    sums = torch.zeros(size * words + 1, flat.shape[-1], device=flat.device).index_add(0, places, flat)
    counts = torch.zeros(size * words + 1, device=flat.device).index_add(0, places, torch.ones_like(flat[:, 0]))
    return (sums / counts.clamp(min=1)[:, None])[:-1].view(size, words, -1)
