"""Words without which nothing tells a status."""

from __future__ import annotations

import pytest

from extractor.ontology import load_ontology
from extractor.pipeline.statuses.wording import StatusWording

WORDING = StatusWording(load_ontology().lifecycle.values())


@pytest.mark.parametrize(
    ("status", "text", "said"),
    [
        ("available", "The Zed 9 was designed for the rules of October 2023.", False),
        ("available", "Shipments of the Zed 9 begin in May.", True),
        ("delayed", "The Zed 9 will not be available before 2026.", False),
        ("delayed", "The Zed 9 slipped to 2026.", True),
        ("cancelled", "Zed has discontinued the Zed 9.", True),
        ("sampling", "The Zed 9.", True),  # a status without words needs none
    ],
)
def test_words(status: str, text: str, said: bool) -> None:
    assert WORDING.said(status, text, 0, len(text)) == said
