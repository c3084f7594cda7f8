"""Packaging: an exported model as a pipeline folder that ``spacy.load`` opens: weights, config.cfg, meta.json, model card.

python -m models.recipe.package EXPORT OUTPUT [--figures FILE]

FILE is what ``python -m benchmarks.quality --model EXPORT --json`` printed; its figures go into meta.json and the card.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from string import Template
from typing import Any

import extractor
from extractor.ontology import load_ontology
from extractor.pipeline.build import build_pipeline
from extractor.pipeline.model.installed import NAME
from extractor.pipeline.model.runtime import INSTALLED

FILES = ("encoder.onnx", "heads.npz", "tokenizer.json", "model.json")
CARD = Path(__file__).with_name("card.md")
SOURCES = [
    {
        "name": "sentence-transformers/all-MiniLM-L6-v2",
        "url": "https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2",
        "license": "Apache-2.0",
    },
    {
        "name": "sentence-transformers/all-mpnet-base-v2",  # of the teachers; none of its weights are shipped
        "url": "https://huggingface.co/sentence-transformers/all-mpnet-base-v2",
        "license": "Apache-2.0",
    },
    {"name": "models/corpus of this project", "author": extractor.__name__, "license": "CC BY 4.0"},
]


def main() -> None:
    """Write the folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("export", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--figures", type=Path)
    args = parser.parse_args()
    figures = json.loads(args.figures.read_text(encoding="utf-8")) if args.figures else {}
    figures = {name: round(figure, 3) for name, figure in figures.items()}
    args.output.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        shutil.copy(args.export / name, args.output / name)
    write_config(args.output)
    meta = json.dumps(meta_of(figures), indent=2, ensure_ascii=False)
    (args.output / "meta.json").write_text(meta + "\n", encoding="utf-8")
    (args.output / "README.md").write_text(card(figures), encoding="utf-8")


def write_config(folder: Path) -> None:
    """The pipeline's config, whose model is the installed one, and its tokenizer."""
    nlp = build_pipeline()
    config = nlp.config.copy()
    config["paths"]["model"] = INSTALLED
    for name in ("model_names", "model_relations"):
        config["components"][name]["model_dir"] = INSTALLED
    config.to_disk(folder / "config.cfg")
    nlp.tokenizer.to_disk(folder / "tokenizer", exclude=["vocab"])


def meta_of(figures: dict[str, float]) -> dict[str, Any]:
    """The meta data of a spaCy pipeline package."""
    nlp = build_pipeline()
    ontology = load_ontology()
    return {
        "lang": nlp.lang,
        "name": NAME,
        "version": extractor.__version__,
        "spacy_version": nlp.meta["spacy_version"],
        "description": "Entities and facts of hardware news: rules, a catalogue, and a trained reader beside them.",
        "author": "The hardware-announcements authors",
        "license": "Apache-2.0",
        "sources": SOURCES,
        "pipeline": nlp.pipe_names,
        "labels": {"model_names": sorted(ontology.types), "model_relations": sorted(ontology.predicates)},
        "performance": figures,
    }


def card(figures: dict[str, float]) -> str:
    """The model card with its figures."""
    rows = "\n".join(f"| {name} | {figure:.3f} |" for name, figure in figures.items())
    return Template(CARD.read_text(encoding="utf-8")).substitute(figures=rows)


if __name__ == "__main__":
    main()
