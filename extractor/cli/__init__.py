"""The command line: thin commands that parse, call and print."""

from extractor.cli.app import app, main

__all__ = ["app", "main"]
