"""Which passages are held out: from training, for the judge and for figures."""

from __future__ import annotations

import zlib
from typing import Any

Record = dict[str, Any]
FOLDS = 3  # of the corpus, each labelled by a teacher that did not see it


def split(records: list[Record], every: int) -> tuple[list[Record], list[Record]]:
    """Training and held-out passages: one of ``every`` is held out (0: none), by a hash of its id.

    So a passage stays on its side when the corpus grows.
    """
    held_out = [record for record in records if is_held_out(record["id"], every)]
    return [record for record in records if not is_held_out(record["id"], every)], held_out


def is_held_out(id_: str, every: int) -> bool:
    """Whether the passage of this id is held out."""
    return bool(every) and zlib.crc32(id_.encode()) % every == 0


def fold_of(id_: str, folds: int) -> int:
    """The fold of a passage, from 0: a teacher that learnt without a fold labels it (cross-fitting)."""
    return zlib.crc32(f"fold {id_}".encode()) % folds
