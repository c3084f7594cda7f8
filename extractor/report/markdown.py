"""A report as Markdown: CommonMark with the tables and footnotes of GitHub."""

from __future__ import annotations

from extractor.report.content import Report
from extractor.report.templates import environment


def to_markdown(report: Report, picture: str = "") -> str:
    """The Markdown of a report; ``picture`` is the name of the file with its picture (none: it has no picture)."""
    return environment("markdown").get_template("report.md.j2").render(report=report, picture=picture)
