"""The templates of the report, and how texts get into them: escaped, without exception."""

from extractor.report.templates.environment import asset, environment

__all__ = ["asset", "environment"]
