"""From errors to exit codes, in one place for all commands."""

from __future__ import annotations

import os
import re
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from extractor.cli.terminal import complain
from extractor.errors import ExtractorError, UsageError

DATA, USAGE = 1, 2


class QuietGroup(TyperGroup):
    """Commands whose expected errors end in one line on stderr, and whose reader may hang up."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List the commands, each with the whole first sentence of its help, which click would cut to one line."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [
            (name, _first_sentence(command.help or "")) for name, command in commands if command and not command.hidden
        ]
        if rows:
            with formatter.section("Commands"):
                formatter.write_dl(rows)

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


def _first_sentence(text: str) -> str:
    paragraph = " ".join(text.split("\n\n")[0].split())
    return re.split(r"(?<=[.;])\s(?=[A-Z])|;\s", paragraph)[0].rstrip(".;") + "."


def hush() -> None:
    """Let what is still to be printed vanish: nobody reads it."""
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 (a device, not a path)
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
