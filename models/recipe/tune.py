"""Tuning: for every predicate the chances from which the model adds a statement and lets one of the rules stand.

python -m models.recipe.tune MODEL_FOLDER CORPUS... : on the held-out passages; the thresholds go into model.json.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from extractor.pipeline.annotations import ArticleEntity, layer
from extractor.pipeline.build import build_pipeline
from extractor.pipeline.draft import Draft
from extractor.pipeline.model.drafts import SYMMETRIC, DraftWriter, draft_key, said
from extractor.pipeline.model.names import ModelMatches, ModelNames
from extractor.pipeline.model.relations import ModelRelations
from extractor.pipeline.model.runtime import KEY
from extractor.pipeline.model.scores import scores_of
from models.recipe.config import load_config
from models.recipe.passages import records

TOLERANCE = 0.011
STEPS = tuple(n / 100 for n in range(10, 96, 5))
KEEPS = (0.0, 0.03, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5)
SHRINK = 40  # pseudo-counts that draw thin predicates towards the common thresholds


@dataclass(frozen=True, slots=True)
class Case:
    """A statement of the rules or the model: whose it is, the model's chance, and the gold fact it hits (or -1)."""

    ruled: bool
    chance: float
    gold: int


class Reader:
    """The pipeline with the model's components, all of whose statements are kept."""

    def __init__(self, folder: str, **names: float) -> None:
        self.nlp = build_pipeline()
        options: dict[str, Any] = {"model_dir": folder, "ontology_dir": None, "catalogue_dir": None}
        chances = {"add": 0.8, "retype": 0.9, "drop": 0.5} | names
        self.names = ModelNames(self.nlp, "model_names", **options, **chances)
        self.matches = ModelMatches(self.nlp, "model_matches")
        self.relations = ModelRelations(self.nlp, "model_relations", folder, False)

    def read(self, text: str, published: str | None) -> Doc:
        """The Doc as the model's relations find it."""
        doc = self.nlp.make_doc(text)
        doc._.published = date.fromisoformat(published[:10]) if published else None
        for name, component in self.nlp.pipeline:
            if name == "modality":
                break
            doc = component(doc)
            if name == "catalogue_matcher":
                doc = self.matches(doc)
            elif name == "name_finder":
                doc = self.names(doc)
        return doc


def main() -> None:
    """Tune on the held-out passages of the corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("corpus", type=Path, nargs="+")
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("config.yaml"))
    args = parser.parse_args()
    every = load_config(args.config).data.held_out
    reader = Reader(str(args.folder))
    cases: dict[str, list[Case]] = defaultdict(list)
    gold: dict[str, int] = defaultdict(int)
    for record in list(records(args.corpus))[every - 1 :: every]:
        text = f"{record['title']}\n\n{record['text']}" if record.get("title") else record["text"]
        collect(reader, reader.read(text, record.get("published")), record, cases, gold)
    document = json.loads((args.folder / "model.json").read_text(encoding="utf-8"))
    document["thresholds"] = thresholds(cases, gold)
    (args.folder / "model.json").write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")


def collect(
    reader: Reader, doc: Doc, record: dict[str, Any], cases: dict[str, list[Case]], gold: dict[str, int]
) -> None:
    """Add the cases of one passage, and count its gold facts."""
    entities: list[ArticleEntity] = layer(doc, "entities")
    quantities = layer(doc, "quantities")
    names = aligned(record["entities"], entities)
    facts = record["facts"]
    offset = sum(gold.values())
    for fact in facts:
        gold[fact["p"]] += 1
    if reader.relations.model is None or KEY not in doc.user_data:
        return
    scores = scores_of(reader.relations.model, doc.user_data[KEY], entities, quantities, layer(doc, "references"))
    seen = set()
    for draft in layer(doc, "statements"):
        say = said(scores, draft, quantities)
        seen.add(draft_key(draft))
        cases[draft.predicate].append(Case(True, say.chance if say else 0.0, hit(draft, facts, names, offset)))
    for draft in DraftWriter(doc, modality=False).drafts(scores):
        if draft_key(draft) not in seen:
            cases[draft.predicate].append(Case(False, draft.confidence, hit(draft, facts, names, offset)))


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


def thresholds(cases: dict[str, list[Case]], gold: dict[str, int]) -> dict[str, dict[str, float]]:
    """The best thresholds of every predicate; prints rules alone, model alone and both."""
    everything = [case for some in cases.values() for case in some]
    common = best(everything, sum(gold.values()), None)
    report("all", everything, sum(gold.values()), common)
    found = {}
    for predicate in sorted(gold):
        found[predicate] = best(cases[predicate], gold[predicate], common)
        report(predicate, cases[predicate], gold[predicate], found[predicate])
    return {name: {"add": add, "keep": keep} for name, (add, keep) in found.items()}


def best(cases: list[Case], gold: int, common: tuple[float, float] | None) -> tuple[float, float]:
    """The thresholds with the greatest F1, drawn a little towards the ``common`` ones."""

    def value(pair: tuple[float, float]) -> float:
        distance = abs(pair[0] - common[0]) + abs(pair[1] - common[1]) if common else 0.0
        return f1(cases, gold, *pair)[2] - distance * SHRINK / (gold + 50)

    return max(((add, keep) for add in STEPS for keep in KEEPS if keep <= add), key=value)


def f1(cases: list[Case], gold: int, add: float, keep: float) -> tuple[float, float, float]:
    """Precision, recall and F1 of what both thresholds let through."""
    chosen = [case.gold for case in cases if case.chance >= (keep if case.ruled else add)]
    hits = len({number for number in chosen if number >= 0})
    p, r = hits / max(1, len(chosen)), hits / max(1, gold)
    return p, r, 2 * p * r / max(1e-9, p + r)


def report(name: str, cases: list[Case], gold: int, chosen: tuple[float, float]) -> None:
    """Print one line of figures."""
    rules = f1([c for c in cases if c.ruled], gold, 0.0, 0.0)
    model = max((f1(cases, gold, t, t) for t in STEPS), key=lambda figures: figures[2])
    both = f1(cases, gold, *chosen)
    print(
        f"{name:16} {gold:5}",
        *("  ".join(f"{x:.3f}" for x in part) for part in (rules, model, both)),
        chosen,
        sep="  |  ",
    )


if __name__ == "__main__":
    main()
