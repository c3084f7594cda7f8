"""The same articles give the same bytes: whatever the order, the workers, the hash seed, the locale, the time zone."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from extractor.articles.duplicates import address_key
from tests.shared import SHARED

ROOT = Path(__file__).parents[1]
POSTS = SHARED / "articles" / "2020"
PROGRAM = "import sys; from extractor.cli import main; sys.argv = ['extract', *sys.argv[1:]]; main()"
PLAIN = {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
ASCII = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
ADDRESSES = ("originalUrl", "sourceUrl", "webUrl", "url", "link")


def extract(*words: str | Path, **env: str) -> bytes:
    """What the program prints, in a process of its own; nothing may be on stderr."""
    command = [sys.executable, "-c", PROGRAM, *map(str, words)]
    result = subprocess.run(command, cwd=ROOT, env=os.environ | PLAIN | env, capture_output=True, check=False)
    assert (result.returncode, result.stderr.decode()) == (0, "")
    return result.stdout


def run(*words: str | Path, **env: str) -> bytes:
    return extract("run", *words, "-o", "-", "--quiet", **env)


def same(one: bytes, other: bytes) -> bool:
    """Compared outside of an assert: pytest would spend minutes on the difference of two long texts."""
    return one == other


def files(folder: Path, seed: int | None = None) -> list[Path]:
    """The files of a folder one by one, in reverse or shuffled; those of the project relative to it."""
    found = sorted(folder.glob("*.md"), reverse=True)
    if seed is not None:
        random.Random(seed).shuffle(found)
    return [path.relative_to(ROOT) if path.is_relative_to(ROOT) else path for path in found]


SAMPLES = files(ROOT / "samples")


@pytest.fixture(scope="module")
def samples() -> bytes:
    return run("samples")


def test_there_is_something_to_compare(samples: bytes) -> None:
    graph = json.loads(samples)
    assert min(len(graph[part]) for part in ("articles", "entities", "facts")) > 20
    main = {article["path"] for article in graph["articles"] if "#" not in article["path"]}
    assert main == set(map(str, SAMPLES))


VARIANTS = {  # a process takes seconds: several things are varied at once
    "reversed": (SAMPLES, {"PYTHONHASHSEED": "1", "LC_ALL": "C"}),
    "shuffled, two workers": ([*files(ROOT / "samples", 1), "--workers", "2"], {"TZ": "Pacific/Kiritimati"}),
    "folder and files": (["samples", *SAMPLES], {"PYTHONHASHSEED": "random", "TZ": "XXX+12"} | ASCII),
    "folder, two workers": (["samples", "--workers", "2"], {"PYTHONHASHSEED": "random", "LC_ALL": "C"}),
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_samples(samples: bytes, variant: str) -> None:
    words, env = VARIANTS[variant]
    assert same(run(*words, **env), samples)


def test_exports(samples: bytes, tmp_path: Path) -> None:
    (tmp_path / "graph.json").write_bytes(samples)
    for form in ("document", "graphml", "json", "turtle", "cypher", "neo4j"):
        words = ("export", tmp_path / "graph.json", "-o", "-", "--format", form)
        first = extract(*words)
        assert same(extract(*words, PYTHONHASHSEED="1", **ASCII, TZ="XXX+12"), first), form
        assert form != "document" or same(first, samples)


needs_posts = pytest.mark.skipif(not POSTS.is_dir(), reason="needs the shared articles")


@pytest.fixture(scope="module")
def posts() -> bytes:
    return run(POSTS)


@needs_posts
def test_no_post_is_lost(posts: bytes) -> None:
    """Each post, or the copy that stands for it, is in the graph under its address."""
    kept = {address_key(article["url"]) for article in json.loads(posts)["articles"] if article["url"]}
    addresses = {path.name: _address(path) for path in files(POSTS)}
    assert len(addresses) == 131
    assert [name for name, address in addresses.items() if address_key(address) not in kept] == []


def _address(path: Path) -> str:
    front: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8").split("\n---\n")[0])
    return next(str(front[key]) for key in ADDRESSES if front.get(key))


SHUFFLED = files(POSTS, 7)
ORDERS = [[POSTS, "--workers", "2"], SHUFFLED, [*SHUFFLED, "--workers", "2"]]


@needs_posts
@pytest.mark.parametrize("inputs", ORDERS, ids=["two workers", "shuffled", "shuffled, two workers"])
def test_posts_in_any_order(posts: bytes, inputs: list[str | Path]) -> None:
    assert same(run(*inputs, PYTHONHASHSEED="random"), posts)
