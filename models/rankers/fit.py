"""Fit the weights of the value components on annotated passages.

    python -m models.rankers.fit [--corpus FILE ...] [--l2 NUMBER] [--write [--only RANKER ...]]

Files are JSON Lines or in the notation of models/corpus. The rankers are fitted on four fifths and measured on the last one,
beside those of values.yaml; then they are fitted on everything. ``--write`` puts these weights into values.yaml.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from extractor.pipeline.build import build_pipeline
from extractor.pipeline.values.lexicon import WEIGHTS, load_values
from models.rankers.collector import Collector
from models.rankers.measure import measure
from models.rankers.passages import Passage, read_passages
from models.rankers.questions import Weights
from models.rankers.training import L2, figures_of, train
from models.rankers.weights import FILE, write
from models.recipe.passages import records

CORPUS = Path(__file__).parent.parent / "corpus"


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit, report, and write where that is asked for."""
    options = parser().parse_args(arguments)
    l2 = L2 if options.l2 is None else dict.fromkeys(WEIGHTS, options.l2)
    start = time.perf_counter()
    nlp = build_pipeline()
    passages = list(read_passages(records(options.corpus or default_corpus()), nlp))
    collector = Collector(nlp)
    print(f"{len(passages)} passages read in {time.perf_counter() - start:.1f} s")
    compare(collector, passages, l2)
    start = time.perf_counter()
    weights = train(collector, passages, l2)
    print(f"fitted on all in {time.perf_counter() - start:.1f} s: {sizes(weights)}")
    if options.write:
        write({**load_values(None).weights, **{name: weights[name] for name in options.only}})
        print(f"wrote {FILE}")
    return 0


def compare(collector: Collector, passages: Sequence[Passage], l2: Mapping[str, float]) -> None:
    """Print the figures on the held-out fifth: of the weights in values.yaml, then of those fitted on the others."""
    held = [passage for passage in passages if passage.held_out]
    fitted = train(collector, [passage for passage in passages if not passage.held_out], l2)
    print(f"on the {len(held)} passages held out (the weights of values.yaml may have been fitted on them):")
    for title, weights in (("values.yaml", load_values(None).weights), ("fitted", fitted)):
        for name, figures in figures_of(collector, held, weights).items():
            print(f"  {title:12} {name:12} {figures}")
    asked = collector.collect(held, fitted)
    for floor in (0.0, 0.35, 0.4, 0.45, 0.5):
        rates = (f"{name} {measure(asked.of(name), fitted[name], floor)}" for name in ("spec", "comparison"))
        print(f"  floor {floor:.2f}: " + "; ".join(rates))


def parser() -> argparse.ArgumentParser:
    """The command line."""
    found = argparse.ArgumentParser(prog="python -m models.rankers.fit", description="Fit the weights of values.yaml.")
    found.add_argument("--corpus", type=Path, nargs="+", metavar="FILE", help="annotated passages")
    found.add_argument("--l2", type=float, help=f"strength of the penalty, for all rankers; else {dict(L2)}")
    found.add_argument("--write", action="store_true", help="put the weights into values.yaml")
    found.add_argument("--only", nargs="+", choices=WEIGHTS, default=WEIGHTS, help="rankers whose weights are written")
    return found


def default_corpus() -> list[Path]:
    """The assembled corpus; where it has not been assembled, its parts."""
    whole = CORPUS / "passages.jsonl"
    return [whole] if whole.exists() else [CORPUS / "pilot.jsonl", *sorted((CORPUS / "sources").glob("*.txt"))]


def sizes(weights: Weights) -> str:
    """How many weights each ranker has."""
    return ", ".join(f"{name} {len(ours)}" for name, ours in weights.items())


if __name__ == "__main__":
    sys.exit(main())
