r"""What comes from texts and may be hostile: made fit to be shown, and to stand in an HTML file."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import Any
from urllib.parse import urlsplit

from extractor.graph.scrub import REPLACEMENT, one_line

# Characters that turn the direction of what follows, besides those that no XML can hold: a name could hide behind them.
_TURNS = "\u202a-\u202e\u2066-\u2069"
_TURNING = re.compile(f"[{_TURNS}]")
_UNSEEN = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff{_TURNS}]")
_ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&'\u2028\u2029"}


def name(text: str) -> str:
    r"""A name or title on one line, without characters that turn or hide others.

    >>> name("H100\n\u202eGPU")
    'H100 �GPU'
    """
    return _TURNING.sub(REPLACEMENT, one_line(text))


def sentence(text: str) -> str:
    r"""A quote with such characters replaced one by one, so that its offsets stay true.

    >>> sentence("a\r\x00\u202eb")
    'a���b'
    """
    return _UNSEEN.sub(REPLACEMENT, text)


def address(url: str | None) -> str:
    """An address that may become a link: http or https with a host, nothing unprintable in it; else the empty text.

    >>> address("https://example.org/a"), address("javascript:alert(1)"), address(None)
    ('https://example.org/a', '', '')
    """
    if not url or not url.isprintable() or " " in url or "\\" in url:
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.hostname and not _TURNING.search(url) else ""


def embedded(data: Any) -> str:
    r"""Plain data as JSON that nothing in an HTML file can take for markup.

    >>> embedded(["</script>"])
    '["\\u003c/script\\u003e"]'
    """
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":")).translate(_ESCAPES)


def digest(text: str) -> str:
    """A style or script as a policy names it, which then lets it and no other run.

    >>> digest("")
    'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    """
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
