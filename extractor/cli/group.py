"""From errors to exit codes, in one place for all commands."""

from __future__ import annotations

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from extractor.cli.terminal import complain
from extractor.errors import ExtractorError, UsageError

DATA, USAGE = 1, 2


class QuietGroup(TyperGroup):
    """Commands whose expected errors end in one line on stderr, and whose reader may hang up."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command: exit code 2 for wrong usage, 1 for broken data, 0 where the reader of a pipe went away."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except BrokenPipeError:
            hush()
            raise typer.Exit(0) from None
        except OSError as error:
            hush()
            complain(f"error: the output cannot be written: {error.strerror or error}")
            raise typer.Exit(DATA) from None
        except ExtractorError as error:
            complain(f"error: {error}")
            raise typer.Exit(USAGE if isinstance(error, UsageError) else DATA) from None


def hush() -> None:
    """Let what is still to be printed vanish: nobody reads it."""
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 (a device, not a path)
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
