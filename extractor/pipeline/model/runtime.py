"""The trained model at run time: a folder with encoder.onnx (int8), heads.npz, tokenizer.json and model.json.

ONNX Runtime and tokenizers are imported only where a model is loaded: the pipeline works without them.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from extractor.errors import DataError, install
from extractor.pipeline.annotations import Name
from extractor.pipeline.model.features import name_features, quantity_features
from extractor.pipeline.model.heads import Heads
from extractor.pipeline.model.installed import installed_model, missing
from extractor.pipeline.model.layout import KINDS
from extractor.pipeline.model.words import Window, Words, windows_of, words_of
from extractor.pipeline.quantities.grammar import QuantityMatch

if TYPE_CHECKING:
    from numpy.typing import NDArray

KEY = "hardware_news_model"
INSTALLED = "installed"  # what the config of the shipped pipeline says


@dataclass(frozen=True, slots=True)
class View:
    """One window as the model sees it: its words, and their tag scores and vectors."""

    window: Window
    tags: NDArray[Any]
    vectors: NDArray[Any]


@dataclass(frozen=True, slots=True)
class Sight:
    """A whole text as the model sees it; kept in ``doc.user_data`` for the later components."""

    words: Words
    views: list[View]


@dataclass(frozen=True, slots=True)
class Seen:
    """What the rules saw in a text: the catalogue's matches, the names, the quantities."""

    matched: Iterable[Name]
    found: Iterable[Name]
    quantities: Iterable[QuantityMatch]


class Model:
    """The loaded model: its schema (``model.json``), its heads and its encoder session."""

    def __init__(self, folder: Path) -> None:
        try:
            import onnxruntime
            from threadpoolctl import ThreadpoolController
            from tokenizers import Tokenizer
        except ImportError as error:
            needs = "onnxruntime, tokenizers and threadpoolctl"
            raise DataError(str(folder), "model", f"needs {needs}; {install('model')}") from error
        self.blas = ThreadpoolController()
        self.schema: dict[str, Any] = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        self.types: list[str] = self.schema["types"]
        self.allowed = np.array(self.schema["allowed"], bool)
        self.units = {unit: n for n, unit in enumerate(self.schema["units"], start=1)}
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        with np.load(folder / "heads.npz") as arrays:
            weights = {name: arrays[name].astype(np.float32) for name in arrays.files}
        self.heads = Heads(weights, self.schema["heads"], len(self.types) + len(KINDS))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(
            str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self.marked = any(one.name == "marks" for one in self.session.get_inputs())

    def look(self, text: str, sentences: list[int], seen: Seen) -> Sight:
        """Encode a text, window by window, with what the rules saw in it."""
        words = words_of(text, sentences)
        features = [name_features(names, words, self.types) for names in (seen.matched, seen.found)]
        features.append(quantity_features(seen.quantities, words))
        windows = windows_of(text, words, self.tokenizer, self.schema["window"])
        with self.one_thread():
            return Sight(words, [self._view(window, words, *features) for window in windows])

    def one_thread(self) -> AbstractContextManager[Any]:
        """Numpy's matrix products on one thread: the matrices are small, and waiting threads cost several times the work."""
        limit: AbstractContextManager[Any] = self.blas.limit(limits=1, user_api="blas")
        return limit

    def _view(
        self, window: Window, words: Words, matched: NDArray[Any], found: NDArray[Any], numbers: NDArray[Any]
    ) -> View:
        shapes, matched, found, numbers = (f[window.words] for f in (words.shapes, matched, found, numbers))
        vectors = self._encode(window, np.stack([shapes, matched, found, numbers], -1))
        tags, vectors = self.heads.words(vectors, shapes, words.glued[window.words], matched, found)
        return View(window, tags, vectors)

    def _encode(self, window: Window, marks: NDArray[Any]) -> NDArray[Any]:
        """Word vectors: the mean of the pieces of every word, zero for words without pieces; ``marks`` as in training."""
        ids = window.ids[None]
        inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
        if self.marked:
            pieces = np.zeros((1, len(window.ids), marks.shape[-1]), np.int64)
            inside = window.piece_words >= 0
            pieces[0, inside] = marks[window.piece_words[inside]]
            inputs["marks"] = pieces
        (hidden,) = self.session.run(None, inputs)
        real = np.flatnonzero(window.piece_words >= 0)
        sums = np.zeros((len(window.words), hidden.shape[-1]), np.float32)
        np.add.at(sums, window.piece_words[real], hidden[0][real])
        counts = np.bincount(window.piece_words[real], minlength=len(window.words))
        return sums / np.maximum(counts, 1)[:, None].astype(np.float32)


@functools.lru_cache(maxsize=2)
def load_model(folder: str) -> Model:
    """The model of a folder, or the ``installed`` one, loaded once.

    Raises :class:`DataError` where it or its libraries are missing.
    """
    path = installed_model() if folder == INSTALLED else Path(folder)
    if path is None:
        raise DataError(INSTALLED, "model", missing() or "")
    if not (path / "model.json").exists():
        raise DataError(folder, "model.json", "no trained model in this folder")
    return Model(path)
