"""A Chromium without a window, on line to nothing, for pages from disk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--disable-lcd-text",
)


def find_chromium() -> str | None:
    """The program, ``None`` where there is none on the path."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


@contextmanager
def chromium() -> Iterator[Any]:
    """A running browser (of playwright); it is closed at the end."""
    program = find_chromium()
    if program is None:
        raise SystemExit("no Chromium on the path; Debian: apt install chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        raise SystemExit("playwright is missing; `make extras EXTRAS=dev` installs it") from None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield browser
        browser.close()


def show(context: Any, path: Path) -> Any:
    """A tab of a browser's context with the page in it, once its script has run."""
    tab = context.new_page()
    tab.goto(path.resolve().as_uri())
    tab.wait_for_selector("html[data-ready]", timeout=60_000)
    return tab
