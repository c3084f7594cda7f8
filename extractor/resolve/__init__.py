"""Resolution: which mentions of which articles are one thing, and which statements are one fact."""

from extractor.resolve.link import Linked, link

__all__ = ["Linked", "link"]
