"""The tokenizer: spaCy's English one, taught the hyphens, slashes and codes of hardware news."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

from spacy.lang.char_classes import ALPHA
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

# Names that must stay one token although they hold punctuation.
WHOLE = ("re:Invent", "re:Inforce", "I/O", "Wi-Fi", "CUDA-X", "CUDA-Q", "x86-64", "high-NA", "High-NA", "co-founder")
# Words without a blank that are longer are tokenised in pieces of that many characters.
ENDLESS, PIECE = re.compile(r"\S{300,}"), 100
# "GH200-based", "AWS/Nvidia", "8nm/5nm", "chips—AWS", "96-core": borders inside a token.
INFIXES = (
    r"(?<=[A-Za-z0-9])[—–/](?=[A-Za-z0-9$])",
    rf"(?<=[{ALPHA}0-9.])-(?=[a-z])",
    r"(?<=[0-9K])-(?=[$€£])",
    r"(?<=\.)(?=[A-Z][a-z]{3,})",
)
# Product codes stay whole: "i9-13900K", "DDR5-5600", "7950X3D", "H100".
CODE = re.compile(r"(?:[A-Za-z]{1,12}\d+[A-Za-z0-9]*|\d{2,5}[A-Z][A-Z0-9]*)(?:-\d+[A-Z0-9]*)*")
UNIT_SUFFIXES = (
    r"(?<=[A-Za-z0-9][A-Z0-9])\.",
    r"(?<=[0-9])(?:[KMGTPE]i?[Bb](?:/s|ps)?|[MGT]T/s|[KMGT]?Hz|nm|mm2|mm|TOPS|[TPE]?FLOPS|k?W|x|X|%)",
)
PREFIXES = (r"US\$", r"NT\$", r"~")


@registry.tokenizers("hardware_news.v1")  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], PiecewiseTokenizer]:
    """A factory of the tokenizer, to be named in a pipeline's config."""

    def build(nlp: Language) -> PiecewiseTokenizer:
        defaults = nlp.Defaults
        tokenizer = Tokenizer(
            nlp.vocab,
            rules=dict(defaults.tokenizer_exceptions or {}),
            prefix_search=compile_prefix_regex([*(defaults.prefixes or ()), *PREFIXES]).search,
            suffix_search=compile_suffix_regex([*(defaults.suffixes or ()), *UNIT_SUFFIXES]).search,
            infix_finditer=compile_infix_regex([*(defaults.infixes or ()), *INFIXES]).finditer,
            token_match=CODE.fullmatch,
            url_match=defaults.url_match,
        )
        for name in WHOLE:
            tokenizer.add_special_case(name, [{"ORTH": name}])
        return PiecewiseTokenizer(tokenizer)

    return build


class PiecewiseTokenizer:
    """A spaCy tokenizer that is given endless words in pieces.

    spaCy strips signs from a word one by one and copies the rest each time: a line of 100,000 brackets would take an hour.
    """

    def __init__(self, inner: Tokenizer) -> None:
        self.inner = inner
        self.vocab = inner.vocab

    def __call__(self, text: str) -> Doc:
        """The tokens of ``text``; their concatenation is the text, to the letter."""
        if not ENDLESS.search(text):
            return cast(Doc, self.inner(text))
        tokens = [token for piece in _pieces(text) for token in self.inner(piece)]
        return Doc(self.vocab, words=[t.text for t in tokens], spaces=[bool(t.whitespace_) for t in tokens])

    def to_bytes(self, **kwargs: Any) -> bytes:
        """The serialised inner tokenizer."""
        return bytes(self.inner.to_bytes(**kwargs))

    def from_bytes(self, data: bytes, **kwargs: Any) -> PiecewiseTokenizer:
        """Load the inner tokenizer."""
        self.inner.from_bytes(data, **kwargs)
        return self

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        """Write the inner tokenizer."""
        self.inner.to_disk(path, **kwargs)

    def from_disk(self, path: str | Path, **kwargs: Any) -> PiecewiseTokenizer:
        """Read the inner tokenizer."""
        self.inner.from_disk(path, **kwargs)
        return self


def _pieces(text: str) -> Iterator[str]:
    """The text, cut up inside its endless words only."""
    start = 0
    for word in ENDLESS.finditer(text):
        yield text[start : word.start()]
        yield from (word[0][at : at + PIECE] for at in range(0, len(word[0]), PIECE))
        start = word.end()
    yield text[start:]
