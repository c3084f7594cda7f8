"""What a prepared corpus holds: passages as numbers, written to and read from JSON Lines (gzip)."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sketch:
    """A passage as numbers; all places are first and last word.

    ``piece_words`` is the word of every piece (-1 for the marks at the ends); ``matched``, ``found`` and ``numbers`` are the
    features of words from the catalogue, the rules and the quantities; ``also`` are references to the entities, ``wrong``
    the rules' names (type, first, last) where the annotation has none.

    Facts: ``relations`` (subject, object, predicate, modality, source), ``values`` (quantity, entity, 0 for a spec and 1
    for a comparison, attribute, modality, source), ``baselines`` (quantity, entity), ``statuses`` (entity, status,
    modality, source). A source is 0 for nobody, 1 + n for entity n, -1 for somebody who is no entity.
    """

    id: str
    ids: list[int]
    piece_words: list[int]
    shapes: list[int]
    glued: list[int]
    sentences: list[int]
    matched: list[int]
    found: list[int]
    numbers: list[int]
    tags: list[int]
    kinds: list[int]
    mentions: list[list[Span]]
    also: list[list[Span]]
    wrong: list[tuple[int, int, int]]
    quantity_kinds: list[int]
    quantities: list[Span]
    units: list[int]
    relations: list[list[int]]
    values: list[list[int]]
    baselines: list[list[int]]
    statuses: list[list[int]]


@dataclass(frozen=True, slots=True)
class Story:
    """A passage as it stands, told anew with other names, and stitched to another one."""

    plain: Sketch
    retold: list[Sketch] = field(default_factory=list)
    stitched: list[Sketch] = field(default_factory=list)


def write_stories(path: Path, stories: Iterable[Story]) -> int:
    """Write stories, one a line; how many."""
    count = 0
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for story in stories:
            file.write(json.dumps(asdict(story), separators=(",", ":")) + "\n")
            count += 1
    return count


def read_stories(path: Path) -> Iterator[Story]:
    """Read stories back."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            raw = json.loads(line)
            yield Story(Sketch(**raw["plain"]), *([Sketch(**s) for s in raw[key]] for key in ("retold", "stitched")))
