"""Output that cannot be written is told in one line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from extractor.graph import example_document, save

FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="needs a device that is always full")
def test_a_full_disk_is_no_traceback(tmp_path: Path) -> None:
    save(example_document(), tmp_path / "graph.json")
    code = "from extractor.cli import main; main()"
    with FULL.open("wb") as full:
        run = subprocess.run(
            [sys.executable, "-c", code, "query", str(tmp_path / "graph.json")], stdout=full, stderr=subprocess.PIPE
        )
    assert run.returncode == 1
    assert b"Traceback" not in run.stderr
    assert run.stderr.count(b"\n") == 1
