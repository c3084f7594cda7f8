"""The model is an addition: without it nothing of its libraries is imported, and a folder without one is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from extractor.errors import DataError
from extractor.pipeline.build import build_pipeline


def test_the_rules_alone_import_no_onnxruntime() -> None:
    code = (
        "import sys; from extractor.pipeline.build import build_pipeline; build_pipeline()('Nvidia unveils H100.');"
        "print([m for m in ('onnxruntime', 'tokenizers', 'torch') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_a_folder_without_a_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"model\.json"):
        build_pipeline(model_dir=tmp_path)
