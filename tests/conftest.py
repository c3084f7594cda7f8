"""The tests hold the rules to the letter, so they run without the trained model; those of the model ask for it by name."""

from __future__ import annotations

import os

os.environ.setdefault("EXTRACT_MODEL", "none")
