"""What the components write on a Doc, and where: the one place that registers extension attributes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Doc

EXTENSIONS = ("published", "names", "entities", "references", "quantities", "dates", "sentences", "statements")


def register_extensions() -> None:
    """Register the Doc extensions that the components use; called by every factory, harmless when repeated."""
    for name in EXTENSIONS:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)


@dataclass(slots=True)
class Name:
    """A named span of the text, ``text[start:end]`` in characters, with its type and why it was taken for one.

    ``known`` is the id of a catalogue entry, ``weight`` says how sure the type is (for the vote within an article),
    ``by`` which component or rule found it. ``votes`` are the weights by (type, reason) of an unseen name. ``brand`` is the
    name of the maker inside the span, where there is one.
    """

    start: int
    end: int
    text: str
    type: str
    known: str | None
    weight: float
    by: str
    brand: Name | None = None
    votes: dict[tuple[str, str], float] = field(default_factory=dict)


@dataclass(slots=True)
class ArticleEntity:
    """An entity of one article: all names that call it."""

    index: int
    type: str
    known: str | None
    names: list[Name] = field(default_factory=list)
    maker: str | None = None

    @property
    def fullest(self) -> str:
        """The longest surface form, the first of equals."""
        return max((name.text for name in self.names), key=len)


@dataclass(frozen=True, slots=True)
class Reference:
    """A wording that stands for entities named elsewhere ("the company", "its", "both chips")."""

    start: int
    end: int
    entity: int
    possessive: bool = False


def layer(doc: Doc, name: str) -> list[Any]:
    """The list that a component wrote on the Doc, empty where it has not run."""
    return getattr(doc._, name) or []


def text_of(doc: Doc) -> str:
    """The text of a Doc, put together once: ``doc.text`` joins all tokens anew at every use."""
    text = doc.user_data.get("text")
    if text is None:
        text = doc.user_data["text"] = doc.text
    return str(text)
