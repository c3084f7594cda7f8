"""Speed of the pipeline as ratios against spaCy in one run, memory, and the share of time of each component.

    python -m benchmarks.speed [ARTICLES...] [--repeat 5] [--peers]

Texts are the sample articles unless others are given. Peers: spaCy's blank English tokenizer, and a pipeline of the standard
small size (tok2vec of width 96 and depth 4 as in en_core_web_sm, tagger, parser, ner) with random weights, since speed does
not depend on what the weights have learned. ``--peers`` adds networks of the size of GLiNER-small and REBEL
(benchmarks/peers.py, extra ``bench``). All run on one thread, in turn, in this process.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

MINIMUM_WORDS = 20_000
FEW = 12  # texts for the neural peers


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", default=["samples"])
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--peers", action="store_true", help="measure networks of the size of GLiNER and REBEL too")
    args = parser.parse_args()
    texts = load_texts(args.articles)
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} texts, {words} words, best and median of {args.repeat} rounds, one thread")
    runs = contenders()
    report(runs, texts, words, args.repeat)
    whole_run(args.articles, args.repeat)
    print(f"peak memory of this process with all pipelines: {peak():.0f} MB")
    if args.peers:
        report_peers(runs, texts)


def load_texts(inputs: Sequence[str]) -> list[str]:
    """The texts of the articles, repeated until they are long enough to be timed."""
    from extractor.articles import read_articles

    texts = [article.text for article in read_articles(inputs).articles]
    if not texts:
        raise SystemExit("no articles found")
    words = sum(len(text.split()) for text in texts)
    return texts * max(1, -(-MINIMUM_WORDS // words))


def contenders() -> dict[str, Callable[[str], object]]:
    """What is measured: name -> function of a text."""
    import spacy

    from extractor.pipeline.build import build_pipeline
    from extractor.pipeline.model.installed import installed_model

    before = peak()
    ours = build_pipeline()
    print(f"memory that loading our pipeline takes: {peak() - before:.0f} MB")
    tokenizer = spacy.blank("en")
    small = small_pipeline()

    def run_ours(text: str) -> object:
        doc = ours.make_doc(text)
        for name, component in ours.pipeline:
            start = time.perf_counter()
            doc = component(doc)
            shares[name] = shares.get(name, 0.0) + time.perf_counter() - start
        return doc

    runs: dict[str, Callable[[str], object]] = {"ours": run_ours}
    if model := installed_model():
        before = peak()
        runs["ours with the trained reader"] = build_pipeline(model_dir=model)
        print(f"memory that the trained reader takes besides: {peak() - before:.0f} MB")
    return runs | {"spaCy blank tokenizer": tokenizer.make_doc, "spaCy small CNN pipeline": small}


shares: dict[str, float] = {}


def small_pipeline() -> Language:
    """Tagger, parser and ner over a shared tok2vec of the standard small size, with random weights."""
    import spacy
    from spacy.tokens import Doc
    from spacy.training import Example

    nlp = spacy.blank("en")
    for name in ("tok2vec", "tagger", "parser", "ner"):
        config = (
            {}
            if name == "tok2vec"
            else {"model": {"tok2vec": {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}}}
        )
        nlp.add_pipe(name, config=config)
    words = ["Nvidia", "ships", "chips", "now"]
    reference = Doc(
        nlp.vocab, words=words, tags=["NNP", "VBZ", "NNS", "RB"], heads=[1, 1, 1, 1],
        deps=["nsubj", "ROOT", "dobj", "advmod"], ents=["B-ORG", "O", "O", "O"],
    )  # fmt: skip
    nlp.initialize(lambda: [Example(Doc(nlp.vocab, words=words), reference)])
    return nlp


def report(runs: dict[str, Callable[[str], object]], texts: list[str], words: int, repeat: int) -> None:
    """Time the contenders in turn and print words per second and ratios to ours."""
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for run in runs.values():
        for text in texts[:20]:
            run(text)
    shares.clear()
    for _ in range(repeat):
        for name, run in runs.items():
            start = time.perf_counter()
            for text in texts:
                run(text)
            seconds[name].append(time.perf_counter() - start)
    ours = statistics.median(seconds["ours"])
    print(f"{'':28}{'words/s best':>14}{'median':>10}{'ours is':>12}")
    for name, times in seconds.items():
        median = statistics.median(times)
        print(f"{name:28}{words / min(times):14.0f}{words / median:10.0f}{median / ours:11.2f} x")
    whole = sum(seconds["ours"])
    print("share of our time by component (the rest is tokenisation):")
    for name, spent in sorted(shares.items(), key=lambda item: -item[1]):
        print(f"  {name:22}{spent / whole:6.1%}")


def report_peers(runs: dict[str, Callable[[str], object]], texts: list[str]) -> None:
    """Time our pipelines and the peers in turn over a few texts, each once after a first one; they are slow."""
    from benchmarks.peers import gliner_sized, rebel_sized

    some = texts[:FEW]
    words = sum(len(text.split()) for text in some)
    runs = {name: run for name, run in runs.items() if name.startswith("ours")}
    runs |= {"GLiNER-small-sized": gliner_sized(), "REBEL-sized": rebel_sized()}
    print(f"neural peers with random weights, {len(some)} texts of {words} words")
    speeds = {}
    for name, run in runs.items():
        run(some[0])
        start = time.perf_counter()
        for text in some:
            run(text)
        speeds[name] = words / (time.perf_counter() - start)
    for name, speed in speeds.items():
        ratios = "".join(f"{ours / speed:12.2f} x" for own, ours in speeds.items() if own.startswith("ours"))
        print(f"{name:30}{speed:10.0f} words/s{ratios}")


def whole_run(inputs: Sequence[str], repeat: int) -> None:
    """Reading, extraction, linking and the document's bytes together, after a first run that loads everything."""
    import extractor
    from extractor.graph import dumps

    graph = extractor.extract(inputs)
    words = sum(len(article.text.split()) for article in graph.articles)
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        dumps(extractor.extract(inputs).document)
        times.append(time.perf_counter() - start)
    print(
        f"whole run (read, extract, link, write), one worker: {len(graph.articles)} articles, {words} words, "
        f"{words / min(times):.0f} words/s best, {words / statistics.median(times):.0f} median"
    )


def peak() -> float:
    """Peak memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
