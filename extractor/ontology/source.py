"""Reading the ontology's YAML files: the built-in folder, overlaid by a user's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from extractor.errors import DataError
from extractor.ontology.entry import Entry
from extractor.yaml_errors import place_and_reason

BUILT_IN = Path(__file__).parent / "data"
# What a user's folder may hold; folders hold YAML files of any name.
FILES = (
    "attributes", "attribution", "claims", "dates", "denials", "modality", "names", "predicates", "quantities", "speech",
    "statuses", "types", "units", "values",
)  # fmt: skip
FOLDERS = ("lexicon", "rules")
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path) -> Any:
    """The content of a YAML file. Raises :class:`DataError` with the line where it is no YAML."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)
    except yaml.MarkedYAMLError as error:
        line, reason = place_and_reason(error)
        raise DataError(str(path), f"line {line}", f"is no YAML: {reason}") from error
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:  # ValueError: no UTF-8, or 2024-13-45
        raise DataError(str(path), "", f"cannot be read: {error}") from error


def overlay(base: Any, extra: Any) -> Any:
    """``extra`` laid over ``base``: mappings are merged key by key, everything else is replaced.

    Entries with a symbol (units) take the place of the entry with the same symbol, others are added.
    """
    if isinstance(base, Mapping) and isinstance(extra, Mapping):
        return {**base, **{key: overlay(base.get(key), value) for key, value in extra.items()}}
    if _have_symbols(base) and _have_symbols(extra):
        new = {entry["symbol"] for entry in extra}
        return [*(entry for entry in base if entry["symbol"] not in new), *extra]
    return base if extra is None else extra


def _have_symbols(entries: Any) -> bool:
    return isinstance(entries, list) and all(
        isinstance(e, Mapping) and isinstance(e.get("symbol"), str) for e in entries
    )


class Source:
    """The ontology's files: ``name.yaml`` of the built-in folder with that of ``extra`` laid over it."""

    def __init__(self, extra: Path | None = None) -> None:
        if extra is not None and not extra.is_dir():
            raise DataError(str(extra), "", "is no folder; give the folder that holds your ontology's YAML files")
        if extra is not None:
            _refuse_unread(extra)
        self.folders = [BUILT_IN] + ([extra] if extra else [])
        self._documents: dict[str, dict[str, Any]] = {}

    def file(self, name: str) -> str:
        """The path that errors about ``name.yaml`` should show: the user's file where there is one."""
        return str(next(p for f in reversed(self.folders) if (p := f / f"{name}.yaml").exists()))

    def section(self, name: str, key: str) -> dict[str, Any]:
        """The mapping ``key`` of ``name.yaml``. Raises :class:`DataError` where it is no mapping."""
        value = self.document(name).get(key) or {}
        if not isinstance(value, dict):
            raise DataError(self.file(name), key, "must be a mapping of names to entries")
        return value

    def document(self, name: str) -> dict[str, Any]:
        """The whole of ``name.yaml`` with the user's laid over the built-in one."""
        if name not in self._documents:
            self._documents[name] = self._read(name)
        return self._documents[name]

    def entry(self, name: str, keys: Sequence[str]) -> Entry:
        """The whole of ``name.yaml`` as an entry that has none but these keys."""
        entry = Entry(self.file(name), "", self.document(name))
        entry.only(keys)
        return entry

    def _read(self, name: str) -> dict[str, Any]:
        merged: Any = {}
        for folder in self.folders:
            path = folder / f"{name}.yaml"
            if path.exists():
                merged = overlay(merged, read_yaml(path))
        if not isinstance(merged, dict):
            raise DataError(self.file(name), "", "must be a mapping at the top level")
        return merged

    def files_of(self, name: str) -> list[Path]:
        """All files of the folders ``name``, the user's last."""
        return [path for folder in self.folders for path in sorted((folder / name).glob("*.yaml"))]


def _refuse_unread(folder: Path) -> None:
    """Refuse a file that nobody reads, mostly a slip in its name; notes (.md) and hidden files may stand anywhere."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.is_dir() or path.suffix == ".md" or any(part.startswith(".") for part in parts):
            continue
        read = path.stem in FILES if len(parts) == 1 else len(parts) == 2 and parts[0] in FOLDERS
        if not read or path.suffix != ".yaml":
            known = ", ".join([f"{name}.yaml" for name in FILES] + [f"{name}/*.yaml" for name in FOLDERS])
            raise DataError(str(path), "", f"is no file of an ontology; known are {known}")
