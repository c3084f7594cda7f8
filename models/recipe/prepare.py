"""Preparation: the corpus as numbers, so that the training itself needs neither spaCy nor the corpus.

python -m models.recipe.prepare FOLDER CORPUS... [--config FILE] [--more NAME=FILE] : writes FOLDER/schema.json,
FOLDER/training.jsonl.gz and FOLDER/held_out.jsonl.gz (and FOLDER/NAME.jsonl.gz, another set to evaluate on).
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from extractor.ontology import load_ontology
from models.recipe.augment import Swapper, stitch
from models.recipe.config import Config, load_config
from models.recipe.passages import Viewer, records
from models.recipe.plain import Sketch, Story, write_stories
from models.recipe.published import encoder_folder
from models.recipe.schema import schema_of
from models.recipe.sketches import sketches_of
from models.recipe.split import FOLDS, fold_of, split

COMMON_UNITS = 2
CHUNK = 8
Record = dict[str, Any]


def main() -> None:
    """Prepare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("corpus", type=Path, nargs="+")
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("config.yaml"))
    parser.add_argument("--more", action="append", default=[], metavar="NAME=FILE")
    args = parser.parse_args()
    prepare(args.folder, args.corpus, load_config(args.config))
    for name, _, file in (more.partition("=") for more in args.more):
        teller = Teller(load_config(args.config), args.folder)
        write_stories(args.folder / f"{name}.jsonl.gz", filter(None, map(teller.story, records([Path(file)]))))


def prepare(folder: Path, corpus: list[Path], config: Config) -> None:
    """Write the schema, the training stories and the held-out passages; nothing where they are there already."""
    if (folder / "held_out.jsonl.gz").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    training, held_out = split(list(records(corpus)), config.data.held_out)
    if not (folder / "schema.json").exists():  # else that of weights which are to be trained further
        with Pool() as pool:
            units = common(pool.imap(_units, training, CHUNK))
        (folder / "schema.json").write_text(json.dumps(schema_of(load_ontology(), units).document()))
    with Pool(initializer=_begin, initargs=(config, folder)) as pool:
        told = ((record, *others) for record, others in zip(training, variants(training, config), strict=True))
        count = write_stories(folder / "training.jsonl.gz", filter(None, pool.imap(_story, told, CHUNK)))
        print(f"{count} passages to train on, {len(held_out)} held out", flush=True)
        plain = ((record, [], []) for record in held_out)
        write_stories(folder / "held_out.jsonl.gz", filter(None, pool.imap(_story, plain, CHUNK)))


class Teller:
    """Makes stories of records."""

    def __init__(self, config: Config, folder: Path) -> None:
        self.config, self.viewer = config, Viewer()
        units = json.loads((folder / "schema.json").read_text())["units"]
        self.schema = schema_of(load_ontology(), tuple(units))
        self.tokenizer = Tokenizer.from_file(
            str(encoder_folder(config.encoder, config.encoder_sha256) / "tokenizer.json")
        )
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()

    def story(self, record: Record, retold: Iterable[Record] = (), stitched: Iterable[Record] = ()) -> Story | None:
        """A passage with itself told anew and stitched; ``None`` where it fits into no window."""
        plain = self.sketches([record])
        return Story(plain[0], self.sketches(retold), self.sketches(stitched)) if plain else None

    def sketches(self, records: Iterable[Record]) -> list[Sketch]:
        """The sketches of records."""
        passages = (self.viewer.view(record) for record in records)
        return list(sketches_of(passages, self.tokenizer, self.schema, self.config.data.window))


@cache
def _viewer() -> Viewer:
    return Viewer()  # one for each process


def _units(record: Record) -> list[str]:
    return [quantity.quantity.unit for quantity in _viewer().view(record).quantities]


def _begin(config: Config, folder: Path) -> None:
    _TELLER.append(Teller(config, folder))


def _story(told: tuple[Record, list[Record], list[Record]]) -> Story | None:
    return _TELLER[0].story(*told)


_TELLER: list[Teller] = []  # one for each process


def variants(training: list[Record], config: Config) -> Iterator[tuple[list[Record], list[Record]]]:
    """Every training passage told anew with other names, several times over, and stitched to a random other one of its fold:
    no teacher shall learn from the fold that it does not see.
    """
    folds = [[other for other in training if fold_of(other["id"], FOLDS) == fold] for fold in range(FOLDS)]
    swapper = Swapper(training, config.data.swapped, config.data.invented)
    rng = random.Random(config.seed)
    for record in training:
        retold = [swapper.swap(record, rng) for _ in range(config.data.variants)]
        joined = stitch(record, rng.choice(folds[fold_of(record["id"], FOLDS)])) if config.data.stitched else None
        yield retold, [joined] if joined else []


def common(units: Iterable[list[str]]) -> tuple[str, ...]:
    """The units that occur more than once in all passages together."""
    counts = Counter(unit for ours in units for unit in ours)
    return tuple(sorted(unit for unit, count in counts.items() if count >= COMMON_UNITS))


if __name__ == "__main__":
    main()
