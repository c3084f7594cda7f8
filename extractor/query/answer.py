"""Answers: sequences that are computed when they are first looked at, and can be had as plain data."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, overload

from extractor.query.frame import frame
from extractor.query.rows import Row

if TYPE_CHECKING:
    import pandas as pd

Item = TypeVar("Item")
SHOWN = 20  # lines when an answer is printed


class Answer(Sequence[Item], ABC):
    """A sequence of what was found; equal to any other sequence of the same."""

    columns: ClassVar[Sequence[str]]

    @abstractmethod
    def _find(self) -> list[Item]:
        """Compute the answer."""

    @abstractmethod
    def rows(self) -> list[Row]:
        """The answer as flat rows with these ``columns``, for tables."""

    @cached_property
    def _found(self) -> list[Item]:
        return self._find()

    @abstractmethod
    def dicts(self) -> list[dict[str, Any]]:
        """The answer as plain nested data, as JSON has it."""

    def frame(self) -> pd.DataFrame:
        """The rows as a pandas DataFrame (extra ``pandas``); raises :class:`UsageError` where pandas is missing."""
        return frame(self.rows(), self.columns)

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, place: int) -> Item: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Item]: ...
    def __getitem__(self, place: int | slice) -> Item | Sequence[Item]:
        return self._found[place]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or isinstance(other, str):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        shown = ", ".join(map(str, self._found[:3]))
        return f"<{type(self).__name__}: {len(self)}{', ' * bool(shown)}{shown}{', …' * (len(self) > 3)}>"

    def __str__(self) -> str:
        """One line for each item, of many the first."""
        more = len(self) - SHOWN
        lines = [str(item) for item in self._found[:SHOWN]]
        return "\n".join([*lines, *([f"… and {more} more"] if more > 0 else [])]) or repr(self)

    def _repr_html_(self) -> str:
        from extractor.notebook import answer_html

        return answer_html(self)
