"""The golden reports on the graph of the samples: read by a person, sentence by sentence, before they are accepted.

python -m tests.report.golden            writes the reports anew; read the difference before you commit it
python -m tests.report.golden --graph    reads the samples anew before, with the trained reader where it is installed

The graph lies beside this file, so that the reports change with the report and not with every new rule of the pipeline.
"""

from __future__ import annotations

import sys
from pathlib import Path

import extractor
from extractor.report import Report, Request, report_on, to_html, to_markdown

HERE = Path(__file__).parent
GRAPH = HERE / "samples.json.gz"
REQUESTS = {
    "nvidia": Request(about=("Nvidia",), min_confidence=0.5),
    "chips": Request(about=("Graviton4", "Trainium2"), min_confidence=0.5),
    "all": Request(min_confidence=0.5, top=8),
}


def report(name: str) -> Report:
    """The report of a request on the graph of the samples."""
    return report_on(extractor.load(GRAPH), REQUESTS[name])


def files(name: str) -> dict[Path, str]:
    """The files of a report with their contents."""
    found = report(name)
    written = {HERE / f"{name}.md": to_markdown(found, f"{name}.timeline.svg")}
    pictures = [section.picture for section in found.sections if section.picture]
    written |= {HERE / f"{name}.timeline.svg": picture.file for picture in pictures}
    return written | ({HERE / f"{name}.html": to_html(found)} if name == "nvidia" else {})


def main() -> None:
    """Write all golden reports."""
    if "--graph" in sys.argv:
        extractor.extract("samples").save(GRAPH, compact=True)
    for name in REQUESTS:
        for path, text in files(name).items():
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
