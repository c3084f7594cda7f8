"""Reads the pages as GitHub does: lists need no empty line before them, and links lead to files beside ``docs/`` as well."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parents[2]
BESIDE = "examples"  # the folder beside docs/ that pages link to; its files are copied into the site
_LINK = re.compile(rf"\]\(\.\./((?:\.\./)*){BESIDE}/")
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_LIST = re.compile(r"^(?! |[-*] |\d+\. |\||>)(\S[^\n]*\n)(?=(?:- |1\. ))", re.MULTILINE)


def on_files(files: Files, config: Any) -> Files:
    """Add the files of the folder ``examples`` to those of the site."""
    for path in sorted((ROOT / BESIDE).glob("*.*")):
        files.append(File.generated(config, f"{BESIDE}/{path.name}", abs_src_path=str(path)))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Lead links into the site and part lists from the line above; blocks of code stay as they are."""
    parts, end = [], 0
    for fence in _FENCE.finditer(markdown):
        parts += [_prose(markdown[end : fence.start()]), fence[0]]
        end = fence.end()
    return "".join([*parts, _prose(markdown[end:])])


def _prose(text: str) -> str:
    return _LIST.sub(r"\1\n", _LINK.sub(rf"](\1{BESIDE}/", text))
