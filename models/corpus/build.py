"""Compile the hand-written sources into the corpus file.

    python -m models.corpus.build            writes models/corpus/passages.jsonl
    python -m models.corpus.build --check    tells whether it is up to date, and what is in it

Passages of ``sources/*.txt`` replace those of the same id in ``passages.jsonl``; the first 774 (``pilot-...``) are
kept there only.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from extractor.ontology import load_ontology
from models.corpus.notation import NotationError, blocks, passage

FOLDER = Path(__file__).parent
CORPUS = FOLDER / "passages.jsonl"
SOURCES = FOLDER / "sources"


def main() -> int:
    """Write or check the corpus; exit code 1 where a source cannot be read or ``--check`` finds it out of date."""
    try:
        passages = merged()
    except NotationError as error:
        print(error, file=sys.stderr)
        return 1
    text = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in passages)
    if "--check" in sys.argv[1:]:
        print(summary(passages))
        return int(text != CORPUS.read_text(encoding="utf-8"))
    CORPUS.write_text(text, encoding="utf-8")
    print(summary(passages))
    return 0


def read(path: Path = CORPUS) -> list[dict[str, Any]]:
    """The passages of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def merged() -> list[dict[str, Any]]:
    """The corpus with the sources laid over it, sorted by id. Raises NotationError naming file and line."""
    ontology = load_ontology()
    found = {one["id"]: one for one in read()}
    for path in sorted(SOURCES.glob("*.txt")):
        for first, lines in blocks(path.read_text(encoding="utf-8")):
            one = passage(lines, first, str(path), ontology)
            found[one["id"]] = one
    return [found[id_] for id_ in sorted(found)]


def summary(passages: list[dict[str, Any]]) -> str:
    """How many passages and facts there are, by predicate and modality."""
    facts = [fact for one in passages for fact in one["facts"]]
    predicates = Counter(fact["p"] for fact in facts).most_common()
    modalities = Counter(fact["modality"] for fact in facts).most_common()
    without = sum(not one["facts"] for one in passages)
    return "\n".join(
        [
            f"{len(passages)} passages, {len(facts)} facts, {without} passages without any",
            "by predicate: " + ", ".join(f"{name} {count}" for name, count in predicates),
            "by modality: " + ", ".join(f"{name} {count}" for name, count in modalities),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
