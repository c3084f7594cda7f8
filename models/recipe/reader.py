"""Reading passages with the pipeline and the model, up to the point where statements are weighed; and gold beside it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from extractor.pipeline.annotations import ArticleEntity
from extractor.pipeline.build import build_pipeline
from extractor.pipeline.draft import Draft
from extractor.pipeline.model.drafts import SYMMETRIC
from extractor.pipeline.model.runtime import load_model

TOLERANCE = 0.011


class Reader:
    """The pipeline with the model's names, whose statements are not yet weighed."""

    def __init__(self, folder: Path) -> None:
        self.nlp = build_pipeline(model_dir=folder)
        self.model = load_model(str(folder))

    def read(self, record: dict[str, Any]) -> Doc:
        """The Doc of a passage as the model's relations find it."""
        text = f"{record['title']}\n\n{record['text']}" if record.get("title") else record["text"]
        published = record.get("published")
        doc = self.nlp.make_doc(text)
        doc._.published = date.fromisoformat(published[:10]) if published and len(published) >= 10 else None
        for name, component in self.nlp.pipeline:
            if name == "model_relations":
                break
            doc = component(doc)
        return doc


def aligned(gold: list[dict[str, Any]], entities: list[ArticleEntity]) -> dict[int, str]:
    """Our entities by the gold ones that share most of their names, one to one."""
    forms = {e.index: {n.text.casefold() for n in e.names} for e in entities}
    theirs = {e["id"]: {m.casefold() for m in e["mentions"]} for e in gold}
    pairs = [(len(f & g) / len(f | g), n, key) for n, f in forms.items() for key, g in theirs.items() if f & g]
    found: dict[int, str] = {}
    for _, number, key in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if number not in found and key not in found.values():
            found[number] = key
    return found


def hit(draft: Draft, facts: list[dict[str, Any]], names: dict[int, str], offset: int) -> int:
    """The number of the gold fact that a draft says, or -1."""
    ends = names.get(draft.subject), None if draft.object is None else names.get(draft.object, "?")
    return next(
        (offset + n for n, fact in enumerate(facts) if fact["p"] == draft.predicate and _says(draft, fact, ends)), -1
    )


def _says(draft: Draft, fact: dict[str, Any], ends: tuple[str | None, str | None]) -> bool:
    if draft.predicate == "has_status":
        return fact["s"] == ends[0] and fact["status"] == draft.status
    if draft.value is not None:
        attribute = fact.get("attribute") or fact.get("metric")
        same = abs(draft.value.amount - fact["value"]) <= TOLERANCE * max(abs(draft.value.amount), abs(fact["value"]))
        return fact["s"] == ends[0] and attribute == draft.attribute and same
    theirs = fact["s"], fact.get("o")
    return theirs == ends or (draft.predicate in SYMMETRIC and theirs == ends[::-1])
