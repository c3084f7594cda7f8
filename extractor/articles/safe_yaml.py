"""YAML that cannot do harm: no recursion, no alias bombs, no surprises from guessed types.

Every plain scalar but null stays the text that was written: ``title: 5090`` is "5090", ``published: no`` is "no", and a
date that is none cannot fail the whole document.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from extractor.yaml_errors import place_and_reason

MAX_NODES = 100_000
_GUESSED = {"tag:yaml.org,2002:null", "tag:yaml.org,2002:merge"}
_ESCAPED = re.compile(
    r"\\u([dD][89abAB][0-9a-fA-F]{2})(?:\\u([dD][c-fC-F][0-9a-fA-F]{2}))?|\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)


class YamlError(Exception):
    """A block that is not loaded; ``line`` counts from 1 within the block (0: not known)."""

    def __init__(self, reason: str, line: int = 0) -> None:
        self.reason, self.line = reason, line
        super().__init__(reason)


def load(block: str) -> Any:
    """The value of a YAML block. Raises ``YamlError`` for bad YAML, recursion, or aliases that expand too far."""
    import yaml

    block = _ESCAPED.sub(_character, block)
    try:
        if "*" in block:
            _check_aliases(block)
        return yaml.load(block, Loader=_loader())
    except yaml.MarkedYAMLError as error:
        line, reason = place_and_reason(error)
        raise YamlError(f"not valid YAML: {reason}", line) from error
    except (yaml.YAMLError, ValueError, RecursionError, TypeError) as error:
        raise YamlError(f"not valid YAML: {str(error).splitlines()[0] if str(error) else error!r}") from error


@cache
def _loader() -> Any:
    import yaml

    rules = yaml.SafeLoader.yaml_implicit_resolvers
    kept = {first: [rule for rule in rules[first] if rule[0] in _GUESSED] for first in rules}
    return type("TextLoader", (getattr(yaml, "CSafeLoader", yaml.SafeLoader),), {"yaml_implicit_resolvers": kept})


def _check_aliases(block: str) -> None:
    """Count the nodes that the block would have with every alias written out."""
    import yaml

    sizes: dict[str, int] = {}
    open_nodes: list[tuple[str | None, int]] = []
    total = 0
    for event in yaml.parse(block, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        if isinstance(event, yaml.AliasEvent):
            if any(anchor == event.anchor for anchor, _ in open_nodes):
                raise YamlError(f"anchor {event.anchor} holds itself: write it out", _line(event))
            total += sizes.get(event.anchor or "", 1)
        elif isinstance(event, yaml.NodeEvent):
            total += 1
            if isinstance(event, yaml.CollectionStartEvent):
                open_nodes.append((event.anchor, total - 1))
            elif event.anchor:
                sizes[event.anchor] = 1
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, before = open_nodes.pop()
            if anchor:
                sizes[anchor] = total - before
        if total > MAX_NODES:
            reason = f"anchors and aliases expand to more than {MAX_NODES:,} values: write out what is needed"
            raise YamlError(reason, _line(event))


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _character(found: re.Match[str]) -> str:
    """JSON writes an emoji as two escapes, YAML as one; half a pair is no character."""
    if not found[2]:
        return "\\ufffd"
    high, low = int(found[1], 16), int(found[2], 16)
    return f"\\U{0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00):08X}"
