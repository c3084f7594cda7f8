"""Size and speed of the page (`extract view`) at growing graphs.

    python -m benchmarks.page [--folder DIR]

For made-up graphs (seeded): the time of the layout alone and of the whole page (processor time of one core), the size of
the file; in a headless Chromium that draws without a graphics card the time from its start to the page that answers, and
frames per second while the whole graph is dragged around. Other layouts of the same links stand beside ours, where their
libraries are installed. Frames depend on what else the machine does.
"""

from __future__ import annotations

import argparse
import gzip
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.chromium import chromium, show
from benchmarks.made_graph import links, made_graph
from extractor.graph import Document
from extractor.page import page
from extractor.page.layout import places
from extractor.query import KnowledgeGraph

SIZES = ((500, 1_000), (5_000, 12_000), (20_000, 50_000))
FRAMES = 150
DRAG = """([x, y, frames]) => new Promise((done) => {
  const canvas = document.getElementById("canvas"), times = [];
  const step = (now) => {
    times.push(now);
    const at = { clientX: x + 150 * Math.sin(times.length / 9), clientY: y + 90 * Math.cos(times.length / 7) };
    canvas.dispatchEvent(new PointerEvent("pointermove", { pointerId: 1, pointerType: "mouse", ...at }));
    if (times.length <= frames) requestAnimationFrame(step);
    else done(1000 * frames / (times.at(-1) - times[0]));
  };
  requestAnimationFrame(step);
})"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=None)
    args = parser.parse_args()
    print("entities  facts  layout s  page s  MB  MB gzip  ready ms  frames/s")
    with tempfile.TemporaryDirectory(dir=args.folder) as folder, chromium() as browser:
        for entities, facts in SIZES:
            document = made_graph(entities, facts)
            path = Path(folder) / f"{facts}.html"
            row = build(document, path)
            print(len(document.entities), len(document.facts), *row, *run(browser, path), sep="  ", flush=True)
    others(made_graph(*SIZES[1]))


def build(document: Document, path: Path) -> tuple[str, ...]:
    """Write the page; the seconds that layout and page took, and its size."""
    pairs = dict.fromkeys(links(document), 1.0)
    layout = timed(lambda: places(len(document.entities), pairs))
    whole = timed(lambda: path.write_text(page(KnowledgeGraph(document), "made up"), encoding="utf-8"))
    data = path.read_bytes()
    return f"{layout:.1f}", f"{whole:.1f}", f"{len(data) / 1e6:.1f}", f"{len(gzip.compress(data)) / 1e6:.1f}"


def run(browser: Any, path: Path) -> tuple[str, str]:
    """Milliseconds until the page answers, and frames per second while the drawing is dragged."""
    tab = show(browser.new_context(viewport={"width": 1360, "height": 850}), path)
    ready = tab.evaluate("document.documentElement.dataset.ready")
    tab.wait_for_timeout(1000)
    box = tab.locator("#canvas").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    tab.mouse.move(x, y)
    tab.mouse.down()
    rate = tab.evaluate(DRAG, [x, y, FRAMES])
    tab.context.close()
    return ready, f"{rate:.0f}"


def others(document: Document) -> None:
    """The seconds that other layouts take for the same links."""
    pairs = list(links(document))
    try:
        import igraph
    except ModuleNotFoundError:
        print("igraph is not installed")
    else:
        graph = igraph.Graph(len(document.entities), pairs)
        for name in ("fr", "drl", "graphopt"):
            print(f"igraph {name}: {timed(lambda name=name: graph.layout(name)):.1f} s")
    import networkx as nx

    network = nx.Graph(pairs)
    print(f"networkx forceatlas2: {20 * timed(lambda: nx.forceatlas2_layout(network, seed=1, max_iter=5)):.0f} s")


def timed(call: Callable[[], object]) -> float:
    """Processor seconds of a call."""
    begun = time.process_time()
    call()
    return time.process_time() - begun


if __name__ == "__main__":
    main()
