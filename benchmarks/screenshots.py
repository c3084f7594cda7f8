"""The pictures of the page in the documentation, from a graph of the sample articles.

    extract run samples -o graph.json
    python -m benchmarks.screenshots graph.json [--folder docs/images]

Needs Chromium and playwright, and Pillow for small files.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.chromium import chromium, show
from extractor import load
from extractor.page import page
from extractor.query import FactView, KnowledgeGraph

WIDE = {"viewport": {"width": 1280, "height": 760}, "device_scale_factor": 1.5, "reduced_motion": "reduce"}
PHONE = {"viewport": {"width": 390, "height": 760}, "device_scale_factor": 2, "reduced_motion": "reduce"}
TITLE, NAME = "Hardware announcements", "MI300X"


def main() -> None:
    """Write the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path)
    parser.add_argument("--folder", type=Path, default=Path("docs/images"))
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        path, graph = Path(folder) / "page.html", load(args.graph)
        path.write_text(page(graph, TITLE), encoding="utf-8")
        shoot(show(browser.new_context(**WIDE), path), args.folder / "page-graph.png")
        tab = show(browser.new_context(**WIDE), path)
        tab.evaluate("(id) => { location.hash = `#fact=${id}`; }", telling(graph))
        shoot(tab, args.folder / "page-evidence.png")
        tab = show(browser.new_context(**WIDE, color_scheme="dark"), path)
        find(tab)
        shoot(tab, args.folder / "page-dark.png")
        tab = show(browser.new_context(**PHONE, has_touch=True, is_mobile=True), path)
        find(tab)
        shoot(tab, args.folder / "page-phone.png")


def find(tab: Any) -> None:
    """Open an entity by its name."""
    tab.fill("#search", NAME)
    tab.press("#search", "Enter")
    tab.fill("#search", "")


def telling(graph: KnowledgeGraph) -> str:
    """The id of the fact whose panel shows most: many sources, a speaker, both ends marked."""

    def told(fact: FactView) -> tuple[int, bool, bool, str]:
        return len(fact.sources), fact.speaker is not None, fact.object is not None, fact.id

    return max(graph, key=told).id


def shoot(tab: Any, path: Path) -> None:
    """Write a picture, with 256 colours where that can be done."""
    tab.evaluate("document.activeElement.blur()")
    tab.wait_for_timeout(600)
    tab.screenshot(path=path)
    tab.context.close()
    try:
        from PIL import Image
    except ModuleNotFoundError:
        pass
    else:
        with Image.open(path) as picture:
            full = picture.convert("RGB")
        palette = Image.new("P", (1, 1))  # of the most frequent colours, which stay as they are
        frequent = sorted(full.getcolors(1 << 24), reverse=True)[:256]
        palette.putpalette([part for _, colour in frequent for part in colour])
        full.quantize(palette=palette, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path} {path.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
