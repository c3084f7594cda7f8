"""Feed boilerplate ("Read more", "The post X appeared first on Y.") is cut from the ends of lines."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Any

from extractor.articles.cleaning import tidy

_AFTER = {"line": r"^", "sentence": r"(?:^|(?<=[.!?…:\"”’)\]])[ ]?)", "anything": r"[ ]?"}


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """The compiled patterns of ``boilerplate.yaml``."""
    return tuple(re.compile(f"{_AFTER[e['after']]}(?:{e['pattern']})[ ]?$", re.MULTILINE) for e in entries())


@cache
def entries() -> list[dict[str, Any]]:
    """The entries of ``boilerplate.yaml`` as written."""
    import yaml

    text = resources.files("extractor.articles").joinpath("boilerplate.yaml").read_text("utf-8")
    loaded: list[dict[str, Any]] = yaml.safe_load(text)
    return loaded


def without_boilerplate(text: str) -> str:
    """Tidy text without boilerplate at its line ends; phrases that stand behind each other all go."""
    for _ in range(5):
        shorter = text
        for pattern in patterns():
            shorter = pattern.sub("", shorter)
        if shorter == text:
            return text
        text = tidy(shorter)
    return text
