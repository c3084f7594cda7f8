"""Opening a file in the user's browser."""

from __future__ import annotations

import os
import webbrowser
from pathlib import Path


def open_in_browser(path: Path) -> bool:
    """Show a file in the browser; ``False`` where there is none that could (none at all, or one of text alone).

    What the environment variable ``BROWSER`` names is taken as it is.
    """
    try:
        chosen = webbrowser.get()
    except webbrowser.Error:
        return False
    # Python names lynx, w3m and their like by this very class; others are of classes derived from it.
    if type(chosen) is webbrowser.GenericBrowser and not os.environ.get("BROWSER"):
        return False
    return chosen.open(path.resolve().as_uri())
