"""The report: all sections in their order."""

from __future__ import annotations

from extractor.ontology import Ontology
from extractor.query import KnowledgeGraph
from extractor.report.announcements import announcements
from extractor.report.comparisons import comparisons
from extractor.report.content import Report
from extractor.report.dealings import dealings
from extractor.report.disagreements import disagreements
from extractor.report.finish import finished
from extractor.report.material import Material
from extractor.report.profiles import profiles
from extractor.report.schedule import schedule
from extractor.report.scope import Request, scope_of
from extractor.report.summary import lead, reading, title
from extractor.report.wording import words


def report_on(graph: KnowledgeGraph, request: Request | None = None, ontology: Ontology | None = None) -> Report:
    """A report on a graph; the same graph and request give the same report.

    ``ontology`` is another than the built-in one. Raises :class:`UsageError` for names and dates that there are not.

    >>> from extractor.graph import example_document
    >>> report = report_on(KnowledgeGraph(example_document()), Request(about=("AWS",)))
    >>> report.title, [section.title for section in report.sections][:2]
    ('AWS', ['What was announced', 'What happens when'])
    """
    asked = request or Request()
    material = Material(scope_of(graph, asked), asked.top, ontology)
    parts = [
        announcements(material),
        schedule(material),
        disagreements(material),
        profiles(material),
        comparisons(material),
        *dealings(material),
    ]
    sections = [section for section in parts if section is not None]
    if sections:
        sections.append(reading(material))
    report = Report(
        title=title(material),
        lead=lead(material, asked),
        sections=tuple(sections),
        notes=tuple(material.notes.all),
        notes_title=words("sections")["notes"]["title"],
    )
    return finished(report)
