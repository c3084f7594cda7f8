"""What a browser makes of the HTML."""

from __future__ import annotations

from lxml import html
from lxml.html import HtmlElement


def read(text: str) -> HtmlElement:
    """The one element that it is."""
    (element,) = html.fragments_fromstring(text)
    return element


def said(element: HtmlElement) -> str:
    """Its text without that of the style."""
    return "".join(element.xpath(".//text()[not(parent::style)]"))
