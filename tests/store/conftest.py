from __future__ import annotations

import pytest


@pytest.fixture(autouse=True, scope="session")
def quick() -> object:
    """Stores that do not wait for the disk: thousands of them are made here, and no test cuts the power."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("extractor.store.connection.SYNCHRONOUS", "OFF")
        yield
