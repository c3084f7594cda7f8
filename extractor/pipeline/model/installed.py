"""The trained model that comes with the package, and whether it can be used here."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from extractor.errors import install

NAME = "hardware_announcements"
NEEDS = ("onnxruntime", "tokenizers", "threadpoolctl")
PACKAGED = Path(__file__).parent / "data" / NAME  # where a wheel has it
SOURCE = Path(__file__).resolve().parents[3] / "models" / NAME  # where a checkout has it


def installed_model() -> Path | None:
    """The folder of the model; ``None`` where it is not there or its libraries are missing."""
    return None if missing() else _folder()


def missing() -> str | None:
    """Why the model cannot be used, and the remedy; ``None`` where it can."""
    if _folder() is None:
        return "no trained model is installed; the rules work alone"
    absent = [name for name in NEEDS if find_spec(name) is None]
    if absent:
        names = " and ".join(absent)
        return f"the trained model needs {names}: {install('model')}; the rules work alone"
    return None


def _folder() -> Path | None:
    return next((folder for folder in (PACKAGED, SOURCE) if (folder / "model.json").exists()), None)
