"""One entry of a YAML file, with typed access that names file and entry where something is wrong."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, TypeVar

from extractor.errors import DataError

Choice = TypeVar("Choice", bound=str)


class Entry:
    """The mapping ``raw`` that stands under ``name`` in ``file``. Every getter raises :class:`DataError`."""

    def __init__(self, file: str, name: str, raw: Any) -> None:
        self.file, self.name = file, str(name)
        if not isinstance(raw, dict):
            raise DataError(file, self.name, "must be a mapping")
        self.raw: dict[str, Any] = raw

    def error(self, reason: str) -> DataError:
        """An error about this entry, to be raised."""
        return DataError(self.file, self.name, reason)

    def only(self, keys: Sequence[str]) -> None:
        """Refuse keys that nobody reads: mostly spelling mistakes."""
        unknown = sorted(set(map(str, self.raw)) - set(keys))
        if unknown:
            raise self.error(f"unknown key {unknown[0]!r}; known are {', '.join(keys)}")

    def string(self, key: str, default: str | None = None) -> str:
        """The text under ``key``; without a default it must be there."""
        value = self.raw.get(key, default)
        if not isinstance(value, str) or not value:
            raise self.error(f"{key} must be a text, not {value!r}")
        return value

    def optional(self, key: str) -> str | None:
        """The text under ``key``, or ``None`` where there is none."""
        return self.string(key) if self.raw.get(key) is not None else None

    def words(self, key: str) -> tuple[str, ...]:
        """The list of texts under ``key``, empty where there is none."""
        value = self.raw.get(key) or []
        if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
            raise self.error(f"{key} must be a list of texts (quote numbers, yes, no, on and off)")
        return tuple(value)

    def flag(self, key: str) -> bool:
        """The truth value under ``key``, false where there is none."""
        value = self.raw.get(key, False)
        if not isinstance(value, bool):
            raise self.error(f"{key} must be true or false, not {value!r}")
        return value

    def number(self, key: str, default: float | None = None) -> float:
        """The number under ``key``; without a default it must be there."""
        value = self.raw.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise self.error(f"{key} must be a number, not {value!r}")
        return value

    def choice(self, key: str, choices: Sequence[Choice]) -> Choice:
        """The text under ``key``, which must be one of ``choices``."""
        value = self.raw.get(key)
        for choice in choices:
            if value == choice:
                return choice
        raise self.error(f"{key} must be one of {', '.join(choices)}, not {value!r}")
