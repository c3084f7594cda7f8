"""The graph as a page: one HTML file with everything in it, for any browser, on line or off (docs/page.md)."""

from extractor.page.assembly import page

__all__ = ["page"]
