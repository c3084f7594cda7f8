"""Joining names: brands, series, codes and further words that make a longer name of a known one."""

from __future__ import annotations

from spacy.tokens import Doc

from extractor.catalogue import Catalogue
from extractor.catalogue.names import key
from extractor.ontology import Ontology
from extractor.pipeline.annotations import Name, text_of
from extractor.pipeline.names.runs import Part, shape


class NameJoiner:
    """Knows which pieces behind a known name belong to it."""

    def __init__(self, catalogue: Catalogue, ontology: Ontology) -> None:
        self.catalogue, self.cues = catalogue, ontology.names
        self.products = ontology.groups["PRODUCT"]

    def extended(self, doc: Doc, pieces: list[Part], position: int) -> tuple[Name, int]:
        """A known product with the codes and variant words that follow it: "Ryzen 9" + "7950X3D" is another product."""
        piece = pieces[position]
        name = piece.known
        assert name is not None
        following = pieces[position + 1] if position + 1 < len(pieces) else None
        longer = self._longer_organisation(doc, name, following) or self._with_family(doc, name, following)
        if longer:
            return longer, 2
        if following is None or following.known is not None or name.type not in self.products | {"EVENT", "FACILITY"}:
            return name, 1
        last = following.first
        while last < following.last and self._continues(doc, last, name):
            last += 1
        if last == following.first:
            return name, 1
        end = doc[last - 1].idx + len(doc[last - 1].text)
        text = text_of(doc)[name.start : end]
        extended = Name(name.start, end, text, name.type, self._lookup(text, name.type), 1.5, "extension")
        if last < following.last:
            pieces[position + 1] = Part(last, following.last, None)
            return extended, 1
        return extended, 2

    def branded(self, doc: Doc, brand: Name, name: Name) -> Name:
        """A product with its maker's name in front, if nothing is known against it; other names as they are."""
        if name.type not in self.products:
            return name
        maker = self.catalogue.entries[name.known].maker if name.known else None
        if maker not in (None, brand.known) or text_of(doc)[brand.end : name.start] not in (" ", "\u00a0"):
            return name
        if name.type == "TECHNOLOGY" and maker is None:
            return name
        text = text_of(doc)[brand.start : name.end]
        return Name(brand.start, name.end, text, name.type, name.known, name.weight, name.by, brand)

    def legal(self, word: str) -> bool:
        """Whether a word is a legal form ("Ltd.")."""
        return word.removesuffix(".") in self.cues.legal_forms

    def _with_family(self, doc: Doc, name: Name, following: Part | None) -> Name | None:
        """A product behind the name of its own series or architecture: "Hopper H100" is the H100."""
        member = following.known if following else None
        if member is None or text_of(doc)[name.end : member.start] != " " or not (name.known and member.known):
            return None
        entry = self.catalogue.entries[member.known]
        known = self.catalogue.entries[name.known]
        if entry.family != name.known and not (known.type == "TECHNOLOGY" and known.name in entry.uses):
            return None
        text = text_of(doc)[name.start : member.end]
        return Name(name.start, member.end, text, member.type, member.known, member.weight, "with family")

    def _longer_organisation(self, doc: Doc, name: Name, following: Part | None) -> Name | None:
        """A company or body whose name begins with a known one: "Raspberry Pi Trading Ltd.", "US Department of Justice"."""
        if following is None or name.type not in ("ORG", "PLACE"):
            return None
        if following.known is not None:
            agency = self.catalogue.entries.get(following.known.known or "")
            if name.type != "PLACE" or agency is None or agency.kind != "agency" or text_of(doc)[name.end] != " ":
                return None
            end, known = following.known.end, agency.id
        else:
            words = [token.text for token in doc[following.first : following.last]]
            if len(words) < 2 or self.cues.suffixes.get(words[-1]) != "ORG" or self.legal(words[0]):
                return None
            end, known = doc[following.last - 1].idx + len(words[-1]), None
        return Name(name.start, end, text_of(doc)[name.start : end], "ORG", known, 2.0, "longer organisation")

    def _continues(self, doc: Doc, position: int, name: Name) -> bool:
        text = doc[position].text
        if name.type == "EVENT":
            return shape(text) == "D" and len(text) == 4
        if text == "-":
            return position + 1 < len(doc) and not doc[position].whitespace_ and shape(doc[position + 1].text) in "ND"
        if shape(text) == "D":
            return shape(doc[position - 1].text) in "CA" and not counts(doc, position)
        return text in self.cues.variants or shape(text) == "N"

    def _lookup(self, text: str, type_: str) -> str | None:
        ids = self.catalogue.forms.get(key(text), ())
        return next((i for i in ids if self.catalogue.entries[i].type == type_), None)


def counts(doc: Doc, position: int) -> bool:
    """Whether a number counts what follows ("12-core", "4 x H100") and so is no part of a name before it."""
    following = doc[position + 1 : position + 3].text.lower() if position + 1 < len(doc) else ""
    return following.startswith(("-", "x ", "×", "%")) or (
        following.split(" ")[0].endswith("s") and following[:1].isalpha()
    )
