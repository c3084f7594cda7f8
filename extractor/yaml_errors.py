"""What PyYAML says of broken YAML, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import yaml


def place_and_reason(error: yaml.MarkedYAMLError) -> tuple[int, str]:
    """The line (from 1; 0 where it is not known) and the reason; of a quote that is never closed the line where it opens."""
    if error.context_mark and "quoted scalar" in (
        error.context or ""
    ):  # the problem is found at the end, which tells nothing
        return error.context_mark.line + 1, "the quote that opens here is not closed"
    mark = error.problem_mark or error.context_mark
    return (mark.line + 1 if mark else 0), str(error.problem or error.context)
