"""Errors: they reach the caller whole, also from a worker process."""

from __future__ import annotations

import pickle

import pytest

from extractor.errors import DataError, ExtractorError
from extractor.query import AmbiguousEntityError, UnknownEntityError

ERRORS = [
    DataError("chips.yaml", "H100", "has no maker"),
    UnknownEntityError("Graviton 9", ("Graviton 4",)),
    AmbiguousEntityError("Orion", ("chip:orion", "system:orion")),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_errors_survive_pickling(error: ExtractorError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)
