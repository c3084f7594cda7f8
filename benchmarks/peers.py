"""Networks of the size of neural extractors, with random weights: how long they compute does not depend on what they know.

They stand for what an analyst would otherwise use; neither gives values, units, modality, attribution or provenance.

- GLiNER-small (Zaratiana et al., NAACL 2024): a DeBERTa-v3-small encoder over the prompt of types and the text, and a score of
  every span of up to 12 words for every type. It finds entities alone.
- REBEL (Huguet Cabot and Navigli, EMNLP Findings 2021): BART-large reads a passage and writes its relations as text. Here
  greedily, and half as many pieces as it reads, which is little for news with eight facts in 100 words.

Needs the extra ``bench``. Word pieces are random numbers, 1.4 for every word.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

PIECES = 1.4  # word pieces for each word of this news, as the tokenizers of these models cut it
WINDOW = 384  # words that GLiNER reads at once
TYPES, TYPE_PIECES, SPAN = 9, 4, 12
PASSAGE = 128  # words that REBEL reads at once
WRITTEN = 0.5  # pieces that it writes for each one that it reads


def gliner_sized() -> Callable[[str], object]:
    """A function of a text that computes what GLiNER-small would."""
    import torch
    from transformers import DebertaV2Config, DebertaV2Model

    torch.set_num_threads(1)
    torch.manual_seed(1)
    config = DebertaV2Config(
        vocab_size=128_100, hidden_size=768, num_hidden_layers=6, num_attention_heads=12, intermediate_size=3072,
        relative_attention=True, position_buckets=256, norm_rel_ebd="layer_norm", share_att_key=True,
        pos_att_type=["p2c", "c2p"], max_relative_positions=-1, position_biased_input=False, type_vocab_size=0,
    )  # fmt: skip
    encoder = DebertaV2Model(config).eval()
    spans = torch.nn.Sequential(torch.nn.Linear(1536, 3072), torch.nn.ReLU(), torch.nn.Linear(3072, 512)).eval()
    types = torch.nn.Linear(768, 512).eval()

    def run(text: str) -> object:
        found: list[Any] = []
        with torch.inference_mode():
            for count in windows(len(text.split()), WINDOW):
                prompt = TYPES * TYPE_PIECES
                ids = torch.randint(10, 128_000, (1, prompt + round(count * PIECES)))
                hidden = encoder(input_ids=ids).last_hidden_state[0]
                words = hidden[prompt : prompt + count]
                pairs = torch.cat([torch.cat([words, words.roll(-n, 0)], 1) for n in range(SPAN)])
                found.append(spans(pairs) @ types(hidden[:prompt:TYPE_PIECES]).T)
        return found

    return run


def rebel_sized() -> Callable[[str], object]:
    """A function of a text that computes what REBEL would."""
    import torch
    from transformers import BartConfig, BartForConditionalGeneration

    torch.set_num_threads(1)
    torch.manual_seed(1)
    model = BartForConditionalGeneration(BartConfig(vocab_size=50_265)).eval()  # the defaults are those of BART-large

    def run(text: str) -> object:
        found: list[Any] = []
        with torch.inference_mode():
            for count in windows(len(text.split()), PASSAGE):
                ids = torch.randint(10, 50_000, (1, round(count * PIECES)))
                length = max(2, round(ids.shape[1] * WRITTEN))
                found.append(model.generate(ids, num_beams=1, do_sample=False, min_length=length, max_length=length))
        return found

    return run


def windows(words: int, most: int) -> list[int]:
    """The numbers of words of the windows of a text."""
    return [min(most, words - start) for start in range(0, words, most)]
