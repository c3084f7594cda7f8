"""Reading the ontology's YAML files: the built-in folder, overlaid by a user's."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from extractor.errors import DataError

BUILT_IN = Path(__file__).parent / "data"
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path) -> Any:
    """The content of a YAML file. Raises :class:`DataError` with the line where it is no YAML."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise DataError(str(path), f"line {line}", f"is no YAML: {error.problem}") from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise DataError(str(path), "", f"cannot be read: {error}") from error


def overlay(base: Any, extra: Any) -> Any:
    """``extra`` laid over ``base``: mappings are merged key by key, everything else is replaced."""
    if isinstance(base, Mapping) and isinstance(extra, Mapping):
        return {**base, **{key: overlay(base.get(key), value) for key, value in extra.items()}}
    return base if extra is None else extra


class Source:
    """The ontology's files: ``name.yaml`` of the built-in folder with that of ``extra`` laid over it."""

    def __init__(self, extra: Path | None = None) -> None:
        if extra is not None and not extra.is_dir():
            raise DataError(str(extra), "", "is no folder; give the folder that holds your ontology's YAML files")
        self.folders = [BUILT_IN] + ([extra] if extra else [])

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
