"""Where the shared material lies that some tests need; they are skipped without it."""

from __future__ import annotations

import os
from pathlib import Path

SHARED = Path(os.environ.get("SHARED") or Path(__file__).resolve().parents[2] / "shared")
