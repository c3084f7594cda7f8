"""The picture of a report: events on an axis of time, as SVG."""

from extractor.report.timeline.layout import Moment
from extractor.report.timeline.picture import draw

__all__ = ["Moment", "draw"]
