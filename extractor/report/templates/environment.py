"""The Jinja environments: each escapes everything that is put into a template, in the manner of its format."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Literal

from jinja2 import Environment, PackageLoader, StrictUndefined

from extractor.report.escape import Markup, finalize, link


@cache
def environment(kind: Literal["html", "markdown"]) -> Environment:
    """The environment for HTML and SVG (escaped by Jinja), or for Markdown (escaped by :func:`finalize`)."""
    loader = PackageLoader(__package__, "")
    common = {"loader": loader, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    if kind == "html":
        return Environment(autoescape=True, **common)  # type: ignore[arg-type]
    # What HTML takes for markup is escaped with all else by `finalize`.
    markdown = Environment(autoescape=False, finalize=finalize, keep_trailing_newline=True, **common)  # type: ignore[arg-type]
    markdown.filters |= {"raw": Markup, "link": link}
    return markdown


def asset(name: str) -> str:
    """The text of a file beside this one."""
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
