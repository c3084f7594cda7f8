"""Quality on annotated articles: by type, predicate and attribute, with and without the model and the catalogue.

    python -m benchmarks.quality [--evaluation DIR] [--model DIR | --no-model] [--ablations] [--json]

DIR holds GUIDE.md, score.py, make_articles.py and dev/ (the annotated articles). The main figures are those of score.py;
what it does not count is counted here with its own matching: types, attributes, attribution, names that neither the
catalogue nor the training corpus has, calibration, and false facts in passages of the corpus that state none.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import extractor
from models.corpus.build import read as read_corpus
from models.recipe.split import is_held_out

ROOT = Path(__file__).resolve().parents[1]
EVALUATION = ROOT.parent / "shared" / "evaluation"
BINS = 10
HELD_OUT = 8  # of the corpus, by config.yaml of the recipe


@dataclass
class Figures:
    """What was counted: score.py's tally, and hits, extras and misses by what else there is."""

    tally: Any
    groups: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    confidences: dict[str, tuple[float, bool]] = field(default_factory=dict)  # by fact: right in one of its articles?
    false_facts: tuple[int, int] = (0, 0)

    def main(self) -> dict[str, float]:
        """The main figures by name."""
        scores = {name: dict(zip("PRF", count.scores, strict=True)) for name, count in self.tally.counts.items()}
        named = {
            "entities typed F1": scores["entities typed"]["F"],
            "facts F1": scores["facts"]["F"],
            "facts precision": scores["facts"]["P"],
            "facts recall": scores["facts"]["R"],
            "values F1": scores["values"]["F"],
            "relations F1": scores["relations"]["F"],
            "modality": self.tally.modality[True] / max(1, self.tally.modality.total()),
        }
        named["attribution"] = share(self.groups["attribution"])
        named["unseen names recall"] = share(self.groups["unseen names"])
        named["calibration error"] = calibration_error(self.confidences.values())
        if self.false_facts[1]:
            named["false facts per 100 fact-free sentences"] = 100 * self.false_facts[0] / self.false_facts[1]
        return named


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--evaluation", type=Path, default=EVALUATION)
    parser.add_argument("--model", type=Path, help="folder of another model than the one that is installed")
    parser.add_argument("--no-model", action="store_true", help="the rules alone")
    parser.add_argument("--ablations", action="store_true", help="also without the model, and without the catalogue")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if not (args.evaluation / "score.py").exists():
        raise SystemExit(f"{args.evaluation}: no annotated articles there (--evaluation names their folder)")
    model = "none" if args.no_model else args.model
    figures = measure(args.evaluation, model=model)
    print(json.dumps(figures.main(), indent=1) if args.json else table(figures))
    if args.ablations:
        with tempfile.TemporaryDirectory() as empty:
            ways: dict[str, dict[str, Any]] = {
                "rules alone": {"model": "none"},
                "model, no catalogue": {"model": model, "catalogue": bare_catalogue(Path(empty))},
            }
            for title, options in ways.items():
                print(f"\n{title}: {line(measure(args.evaluation, free=False, **options))}")


def measure(evaluation: Path, *, free: bool = True, **options: Any) -> Figures:
    """All figures of one way to extract; ``options`` are those of :func:`extractor.extract`."""
    score = scorer(evaluation)
    figures = Figures(score.Tally())
    seen = known_forms(score)
    with tempfile.TemporaryDirectory() as folder:
        write_articles(evaluation, Path(folder))
        graph = extractor.extract(folder, **options).document.to_dict()
    predicted = score.by_article(graph)
    facts = facts_by_article(graph)
    for path in sorted((evaluation / "dev").glob("*/gold/*.json"), key=lambda path: path.name):
        gold = json.loads(path.read_text(encoding="utf-8"))
        entities, flat = predicted.get(path.stem, ([], []))
        score.score_article(gold, entities, flat, figures.tally)
        count_article(score, gold, entities, facts.get(path.stem, []), seen, figures)
    if free:
        figures.false_facts = false_facts(options)
    return figures


def scorer(evaluation: Path) -> ModuleType:
    """score.py as a module."""
    spec = importlib.util.spec_from_file_location("score", evaluation / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(evaluation / "score.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def write_articles(evaluation: Path, folder: Path) -> None:
    """The annotated texts as markdown files."""
    texts = sorted((evaluation / "dev").glob("*/texts"))
    subprocess.run([sys.executable, evaluation / "make_articles.py", "--out", folder, *texts], check=True)


def facts_by_article(graph: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The facts of the graph, flat as score.py wants them, with confidence and speaker."""
    stems = {article["id"]: Path(article["path"]).stem for article in graph["articles"]}
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for fact in graph["facts"]:
        value = fact.get("value") or {}
        flat = {"id": fact["id"], "s": fact["subject"], "p": fact["predicate"], "o": fact.get("object")}
        flat |= {"value": value.get("amount"), "unit": value.get("unit"), "by": fact.get("attributed_to")}
        flat |= {key: fact.get(key) for key in ("attribute", "metric", "status", "confidence")}
        for stem in sorted({stems[evidence["article"]] for evidence in fact["evidence"]}):
            found[stem].append(flat)
    return found


def known_forms(score: ModuleType) -> set[str]:
    """All surface forms of the catalogue and of the training corpus."""
    from extractor.api import load_knowledge

    entries = load_knowledge()[1].entries.values()
    forms = {score.surface(form) for entry in entries for form in (entry.name, *entry.aliases)}
    forms |= {score.surface(m) for record in read_corpus() for entity in record["entities"] for m in entity["mentions"]}
    return forms


def count_article(
    score: ModuleType,
    gold: dict[str, Any],
    entities: list[dict[str, Any]],
    facts: list[dict[str, Any]],
    seen: set[str],
    figures: Figures,
) -> None:
    """Count what score.py does not: types, attributes, speakers, unseen names, confidence."""
    theirs = {e["id"]: {score.surface(m) for m in e["mentions"]} for e in gold["entities"]}
    paired = score.align(theirs, {e["id"]: {score.surface(m) for m in e["mentions"]} for e in entities})
    types = {e["id"]: e["type"] for e in gold["entities"]}
    ours = {paired[e["id"]]: e["type"] for e in entities if e["id"] in paired}
    for id_, type_ in types.items():
        figures.groups[f"type {type_}"]["hit" if ours.get(id_) == type_ else "missed"] += 1
        if not theirs[id_] & seen:
            figures.groups["unseen names"]["hit" if id_ in ours else "missed"] += 1
    for entity in entities:
        if types.get(paired.get(entity["id"], "")) != entity["type"]:
            figures.groups[f"type {entity['type']}"]["extra"] += 1
    named = {e["id"]: paired.get(e["id"], f"?{e['id']}") for e in entities}
    forms = {e["id"]: {score.surface(m) for m in e["mentions"]} for e in entities}
    speakers = {f"?{id_}": surfaces for id_, surfaces in forms.items()} | theirs
    own = [fact | {end: named.get(fact[end]) for end in ("s", "o", "by")} for fact in facts]
    pairs = score.pair_up(gold["facts"], own, strict=True)
    right = {f for _, f in pairs}
    for n, fact in enumerate(own):
        before = figures.confidences.get(fact["id"], (0.0, False))[1]
        figures.confidences[fact["id"]] = fact["confidence"], before or n in right
    for g, f in pairs:
        said = gold["facts"][g].get("attributed_to")
        if said:
            same = own[f]["by"] == said or score.surface(said) in speakers.get(own[f]["by"], ())  # an id or a name
            figures.groups["attribution"]["hit" if same else "missed"] += 1
    _attributes(gold["facts"], own, {g for g, _ in pairs}, right, figures)


def _attributes(
    gold: list[dict[str, Any]], own: list[dict[str, Any]], hits: set[int], right: set[int], figures: Figures
) -> None:
    for kind, facts, known in (("missed", gold, hits), ("extra", own, right)):
        for n, fact in enumerate(facts):
            attribute = fact.get("attribute") or fact.get("metric")
            if attribute and (n not in known or kind == "missed"):
                figures.groups[f"{fact['p']} {attribute}"]["hit" if n in known else kind] += 1


def false_facts(options: dict[str, Any]) -> tuple[int, int]:
    """Facts found in the held-out passages of the corpus that state none, and the number of their sentences."""
    from extractor.pipeline.build import build_pipeline

    nlp = build_pipeline()
    free = [record for record in read_corpus() if is_held_out(record["id"], HELD_OUT) and not record["facts"]]
    with tempfile.TemporaryDirectory() as folder:
        sentences = 0
        for record in free:
            text = f"{record['title']}\n\n{record['text']}"
            sentences += len(list(nlp.get_pipe("sentence_boundaries")(nlp.make_doc(text)).sents))
            head = json.dumps({"title": record["title"]}, ensure_ascii=False)
            (Path(folder) / f"{record['id']}.md").write_text(f"---\n{head}\n---\n{record['text']}\n", encoding="utf-8")
        found = len(extractor.extract(folder, **options).document.facts) if free else 0
    return found, sentences


def bare_catalogue(folder: Path) -> Path:
    """A folder that takes every entry out of the packaged catalogue."""
    from extractor.api import load_knowledge

    known = load_knowledge()[1].entries.values()
    entries = [{"name": entry.name, "id": entry.id, "type": entry.type, "remove": True} for entry in known]
    (folder / "none.yaml").write_text(json.dumps({"entries": entries}), encoding="utf-8")
    return folder


def share(counts: Counter[str]) -> float:
    """The share of hits."""
    return counts["hit"] / max(1, counts["hit"] + counts["missed"])


def calibration_error(confidences: Iterable[tuple[float, bool]]) -> float:
    """Expected calibration error (Naeini et al., AAAI 2015): the mean gap of confidence and truth in ten bins."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in confidences:
        bins[min(BINS - 1, int(confidence * BINS))].append((confidence, right))
    total = sum(map(len, bins.values()))
    gaps = (abs(sum(c for c, _ in ours) - sum(r for _, r in ours)) for ours in bins.values())
    return sum(gaps) / max(1, total)


def scores(counts: Counter[str]) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    p = counts["hit"] / max(1, counts["hit"] + counts["extra"])
    r = share(counts)
    return p, r, 2 * p * r / max(1e-9, p + r)


def line(figures: Figures) -> str:
    """The main figures in one line."""
    return ", ".join(f"{name} {figure:.3f}" for name, figure in figures.main().items())


def table(figures: Figures) -> str:
    """All figures."""
    rows = [f"{name:40} {figure:.3f}" for name, figure in figures.main().items()]
    rows += ["", f"{'':40}     P      R     F1    hit  extra missed"]
    for name, count in sorted(figures.tally.predicates.items()):
        rows.append(_row(name, count.scores, (count.hit, count.extra, count.missed)))
    for name, counts in sorted(figures.groups.items()):
        if name not in ("attribution", "unseen names"):
            rows.append(_row(name, scores(counts), (counts["hit"], counts["extra"], counts["missed"])))
    return "\n".join(rows)


def _row(name: str, figures: tuple[float, float, float], counts: tuple[int, int, int]) -> str:
    return f"{name:40} " + "  ".join(f"{x:.3f}" for x in figures) + "".join(f"{x:7}" for x in counts)


if __name__ == "__main__":
    main()
