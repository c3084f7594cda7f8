"""A report as one HTML file that asks for nothing."""

from __future__ import annotations

from extractor.page.safe import digest
from extractor.report.content import Report
from extractor.report.templates import asset, environment


def to_html(report: Report) -> str:
    """The page of a report; the same report gives the same text. Its policy forbids scripts and all requests.

    >>> to_html(Report("A <b>", (), (), (), "Notes"))[:15]
    '<!doctype html>'
    """
    style = asset("report.css") + asset("timeline.css")
    policy = f"default-src 'none'; style-src '{digest(style)}'; base-uri 'none'; form-action 'none'"
    met: set[int] = set()

    def first(number: int) -> bool:
        """Whether a note is met for the first time: there its way back leads."""
        fresh = number not in met
        met.add(number)
        return fresh

    template = environment("html").get_template("report.html.j2")
    return template.render(report=report, style=style, policy=policy, first=first).lstrip("\n")
