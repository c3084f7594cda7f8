"""The tokenizer: spaCy's English one, taught the hyphens, slashes and codes of hardware news."""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.lang.char_classes import ALPHA
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

# Names that must stay one token although they hold punctuation.
WHOLE = ("re:Invent", "re:Inforce", "I/O", "Wi-Fi", "CUDA-X", "CUDA-Q", "x86-64", "high-NA", "High-NA", "co-founder")
# "GH200-based", "AWS/Nvidia", "8nm/5nm", "chips—AWS", "96-core": borders inside a token.
INFIXES = (
    r"(?<=[A-Za-z0-9])[—–/](?=[A-Za-z0-9$])",
    rf"(?<=[{ALPHA}0-9])-(?=[a-z])",
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
def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """A factory of the tokenizer, to be named in a pipeline's config."""

    def build(nlp: Language) -> Tokenizer:
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
        return tokenizer

    return build
