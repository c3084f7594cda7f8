"""Errors and reports: what went wrong, in which file, on which line, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


class ExtractorError(Exception):
    """Base of every error that the package raises on purpose; its message is fit to be shown to a user."""


class UsageError(ExtractorError):
    """A command or function was called wrongly (exit code 2)."""


class DataError(ExtractorError):
    """An ontology, catalogue or graph file breaks its rules.

    ``file`` names the file, ``entry`` the entry within it (or ``""``), ``reason`` what is wrong and how to mend it.
    """

    def __init__(self, file: str, entry: str, reason: str) -> None:
        self.file, self.entry, self.reason = file, entry, reason
        super().__init__(f"{file}: {entry + ': ' if entry else ''}{reason}")

    def __reduce__(self) -> tuple[type[DataError], tuple[str, str, str]]:
        """What it is made of, so that a worker process can hand it on."""
        return type(self), (self.file, self.entry, self.reason)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something found while reading inputs.

    ``skipped`` tells whether content was lost (the run then ends with exit code 1) or only a remark is due.
    ``line`` counts from 1 within ``path``; 0 where no line can be named.
    """

    path: str
    line: int
    reason: str
    skipped: bool = True

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.reason}" + (" (skipped)" if self.skipped else "")


class NothingReadError(ExtractorError):
    """Not one article could be read; ``problems`` says why, input by input."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        reasons = "; ".join(f"{problem.path}: {problem.reason}" for problem in self.problems[:3])
        more = f"; and {len(self.problems) - 3} more" if len(self.problems) > 3 else ""
        super().__init__(f"no article could be read: {reasons}{more}")

    def __reduce__(self) -> tuple[type[NothingReadError], tuple[tuple[Problem, ...]]]:
        """What it is made of, so that it can be pickled."""
        return type(self), (self.problems,)


def install(extra: str) -> str:
    """How to get an extra of the package, for messages.

    >>> install("rdf")
    "in the clone `make extras EXTRAS=rdf` installs it (or .venv/bin/python -m pip install -e '.[rdf]')"
    """
    return f"in the clone `make extras EXTRAS={extra}` installs it (or .venv/bin/python -m pip install -e '.[{extra}]')"
