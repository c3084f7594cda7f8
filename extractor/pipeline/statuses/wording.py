"""Whether a text has words for a status at all: without any, it is no more than an impression."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractor.ontology.lifecycle import Status


class StatusWording:
    """The ``words`` of each status; one without words needs none."""

    def __init__(self, statuses: Iterable[Status]) -> None:
        self.patterns = {status.name: _pattern(status.words) for status in statuses if status.words}

    def said(self, status: str, text: str, start: int, end: int) -> bool:
        """Whether a stretch of the text has a word for the status."""
        pattern = self.patterns.get(status)
        return pattern is None or pattern.search(text, start, end) is not None


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    bodies = (
        re.escape(word.removesuffix("*")).replace(r"\ ", r"\s") + ("" if word.endswith("*") else r"(?!\w)")
        for word in words
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(bodies)})", re.I)
