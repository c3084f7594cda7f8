"""The golden graphs: what the samples give, read by a person before it is accepted.

python -m tests.golden        writes graphs/ anew; read the difference before you commit it
"""

from __future__ import annotations

import os
from pathlib import Path

import extractor
from extractor.export import export
from extractor.graph import dumps

ROOT = Path(__file__).resolve().parents[1]
GRAPHS = ROOT / "graphs"
SAMPLES = sorted(path.name for path in (ROOT / "samples").glob("*.md"))


def build(name: str) -> extractor.KnowledgeGraph:
    """The graph of one sample article and its related items, with paths relative to the project."""
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        return extractor.extract(f"samples/{name}", model="none")
    finally:
        os.chdir(before)


def readable(graph: extractor.KnowledgeGraph) -> str:
    """A graph as a text that can be read line by line: every article's facts under its text."""
    lines = []
    for article in sorted(graph.articles, key=lambda a: a.path):
        lines += [f"== {article.path} ({article.published})", *article.text.split("\n"), ""]
        for view in sorted(graph.facts(article=article.id), key=lambda v: (v.sentence(), v.fact.id)):
            by = ", ".join(sorted({e.by for e in view.fact.evidence if e.article == article.id}))
            said = f", says {view.speaker.name}" if view.speaker else ""
            lines.append(f"  {view.sentence()}{said} <{view.fact.modality}; {by}>")
        lines.append("")
    return "\n".join(lines)


def main() -> None:
    """Write all golden graphs: the document, a readable text, and one GraphML of all samples."""
    GRAPHS.mkdir(exist_ok=True)
    for name in SAMPLES:
        graph = build(name)
        stem = GRAPHS / Path(name).stem
        stem.with_suffix(".json").write_text(dumps(graph.document), encoding="utf-8")
        stem.with_suffix(".txt").write_text(readable(graph), encoding="utf-8")
    os.chdir(ROOT)
    export(extractor.extract("samples", model="none").document, GRAPHS / "samples.graphml")


if __name__ == "__main__":
    main()
