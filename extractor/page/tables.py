"""Numbering: what is said often is said once, and named by its number."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Table(Generic[T]):
    """Rows in the order in which they were first asked for.

    >>> table = Table[str]()
    >>> [table.number(word) for word in ("a", "b", "a")], table.rows
    ([0, 1, 0], ['a', 'b'])
    """

    def __init__(self) -> None:
        self._numbers: dict[T, int] = {}

    def number(self, row: T) -> int:
        """The number of a row, a new one where it was never asked for."""
        return self._numbers.setdefault(row, len(self._numbers))

    @property
    def rows(self) -> list[T]:
        """All rows by their numbers."""
        return list(self._numbers)
