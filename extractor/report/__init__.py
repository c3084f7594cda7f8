"""Reports for people who read rather than click: a graph, or what it has about somebody, as Markdown or HTML."""

from extractor.report.assemble import report_on
from extractor.report.content import Report
from extractor.report.html import to_html
from extractor.report.markdown import to_markdown
from extractor.report.scope import Request

__all__ = ["Report", "Request", "report_on", "to_html", "to_markdown"]
