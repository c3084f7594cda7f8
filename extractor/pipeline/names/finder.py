"""The name finder: decides ambiguous names, joins brands and codes to products, and finds names nobody listed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.catalogue.names import key
from extractor.ontology import load_ontology
from extractor.pipeline.annotations import Name, layer, register_extensions, text_of
from extractor.pipeline.names.ambiguity import accept_context_names
from extractor.pipeline.names.article_votes import listed_beside, speaks, surnames, winner
from extractor.pipeline.names.catalogue_matcher import catalogue_of
from extractor.pipeline.names.joining import NameJoiner, counts
from extractor.pipeline.names.runs import Part, runs, shape, title_cased
from extractor.pipeline.names.type_votes import Vote, votes

GIVEN = re.compile(r"-[a-z]+")
THRESHOLD = 0.75
ORDINARY_THRESHOLD = 1.2
HEADLINE_THRESHOLD = 2.0


@Language.factory(
    "name_finder",
    default_config={"ontology_dir": None, "catalogue_dir": None},
    requires=["doc._.names", "doc._.quantities", "doc.sents"],
    assigns=["doc._.names"],
)
class NameFinder:
    """Rewrites ``doc._.names``: known names accepted by context, extended ones, and unseen ones with their best type."""

    def __init__(self, nlp: Language, name: str, ontology_dir: str | None, catalogue_dir: str | None) -> None:
        register_extensions()
        self.name = name
        self.catalogue = catalogue_of(ontology_dir, catalogue_dir)
        ontology = load_ontology(Path(ontology_dir) if ontology_dir else None)
        self.cues = ontology.names
        self.surnames = surnames(self.catalogue)
        self.joiner = NameJoiner(self.catalogue, ontology)

    def __call__(self, doc: Doc) -> Doc:
        """Find all names, vote on the types of the unseen ones, and keep those that are sure enough."""
        accepted = accept_context_names(doc, layer(doc, "names"), self.catalogue, self.cues)
        known = {}
        for name in accepted:
            span = doc.char_span(name.start, name.end, alignment_mode="expand")
            if span is not None:
                known[span.start] = name
        taken = self._quantity_tokens(doc)
        found: list[Name] = []
        for sentence in doc.sents:
            headline = title_cased(sentence)
            for run in runs(sentence, known, taken, self.cues):
                found.extend(self._names(doc, sentence, run, headline, known))
        doc._.names = sorted(self._decided(found), key=lambda name: (name.start, -name.end))
        return doc

    def _quantity_tokens(self, doc: Doc) -> set[int]:
        taken: set[int] = set()
        for quantity in layer(doc, "quantities"):
            span = doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
            if span is not None:
                taken.update(range(span.start, span.end))
        return taken

    def _names(
        self, doc: Doc, sentence: Span, run: list[Part], headline: bool, known: dict[int, Name]
    ) -> Iterator[Name]:
        """The names of one run: known ones with what belongs to them, and the unknown pieces between."""
        pieces = list(_pieces(run))
        position = 0
        brand: Name | None = None
        while position < len(pieces):
            piece = pieces[position]
            name: Name | None
            if piece.known is not None:
                name, used = self.joiner.extended(doc, pieces, position)
                position += used
            else:
                name = self._unseen(doc, sentence, piece, headline, brand, known)
                position += 1
            if name is None:
                brand = None
                continue
            yield self.joiner.branded(doc, brand, name) if brand else name
            brand = name if name.type == "ORG" and name.known else None

    def _unseen(
        self, doc: Doc, sentence: Span, piece: Part, headline: bool, brand: Name | None, known: dict[int, Name]
    ) -> Name | None:
        first, last = self._trimmed(doc, sentence, piece)
        if first >= last:
            return None
        ballots: dict[tuple[str, str], float] = {}
        for type_, weight, reason in self._votes(doc, first, last, brand, known):
            ballots[type_, reason] = max(weight, ballots.get((type_, reason), 0.0))
        type_, weight = winner(ballots)
        if weight <= 0 or (headline and self._wordy(doc, first, last)):
            return None
        ordinary = last - first == 1 and doc[first].text.lower() in self.cues.common_words
        if weight < (HEADLINE_THRESHOLD if headline else ORDINARY_THRESHOLD if ordinary else 0.3):
            return None
        start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1].text)
        if type_ == "PERSON" and (given := GIVEN.match(text_of(doc), end)):
            end = given.end()
        reason = max((r for t, r in ballots if t == type_), key=lambda r: (ballots[type_, r], r))
        text = text_of(doc)[start:end]
        return Name(
            start, end, text, type_, self._named(text, type_, ballots), weight, f"unseen:{reason}", votes=ballots
        )

    def _named(self, text: str, type_: str, ballots: dict[tuple[str, str], float]) -> str | None:
        """The catalogue's entry of a name whose neighbours speak for its type: an ambiguous form, a surname."""
        if {reason for voted, reason in ballots if voted == type_} <= {"catalogue", "capital"}:
            return None
        ids = [*self.catalogue.context_forms.get(key(text), ()), *self.surnames.get(key(text), ())]
        return next((id_ for id_ in ids if self.catalogue.entries[id_].type == type_), None)

    def _votes(self, doc: Doc, first: int, last: int, brand: Name | None, known: dict[int, Name]) -> Iterator[Vote]:
        yield from votes(doc, first, last, self.cues, brand is not None)
        form = key(doc[first:last].text)
        for known_id in self.catalogue.context_forms.get(form, ())[:1]:
            yield self.catalogue.entries[known_id].type, 1.0, "catalogue"
        if last - first == 1 and form in self.surnames and speaks(doc, first, self.cues):
            yield "PERSON", 2.0, "surname"
        for other in listed_beside(doc, first, last, known):
            yield other, 1.0, "list"

    def _wordy(self, doc: Doc, first: int, last: int) -> bool:
        """Whether a stretch of a headline holds ordinary words before its last, so that it is no name."""
        return any(token.text.lower() in self.cues.common_words for token in doc[first : max(first + 1, last - 1)])

    def _trimmed(self, doc: Doc, sentence: Span, piece: Part) -> tuple[int, int]:
        """Leading words that are capitals only because they open the sentence, and dangling signs, fall off."""
        first, last = piece.first, piece.last
        while first < last and (
            shape(doc[first].text) in "xD"
            or (first == _opening(sentence) and doc[first].text.lower() in self.cues.common_words)
        ):
            first += 1
        while last > first and self._dangles(doc, first, last - 1):
            last -= 1
        return first, last

    def _dangles(self, doc: Doc, first: int, position: int) -> bool:
        """Signs, numbers behind a code ("P1 12-core") and class words at the end are no part of a name."""
        text = doc[position].text
        if shape(text) == "D":
            return (position > first and shape(doc[position - 1].text) == "N") or counts(doc, position)
        return shape(text) == "x" or text in self.cues.never or (position == first and self.joiner.legal(text))

    def _decided(self, found: Iterable[Name]) -> list[Name]:
        """One type per surface form, by the sum of its votes; forms that stay unsure are dropped."""
        found = list(found)
        ballots: dict[str, dict[tuple[str, str], float]] = defaultdict(dict)
        for name in found:
            if name.known is None:
                box = ballots[key(name.text)]
                for vote, weight in (name.votes or {(name.type, name.by): name.weight}).items():
                    box[vote] = max(weight, box.get(vote, 0.0))
        kept = []
        for name in found:
            if name.known is None:
                name.type, name.weight = winner(ballots[key(name.text)])
                if name.weight < THRESHOLD:
                    continue
            kept.append(name)
        return kept


def _opening(sentence: Span) -> int:
    """The first word of a sentence, behind opening quotes."""
    for token in sentence:
        if token.text[0].isalnum():
            return int(token.i)
    return int(sentence.start)


def _pieces(run: list[Part]) -> Iterator[Part]:
    """Neighbouring unknown tokens joined to one piece."""
    piece: Part | None = None
    for part in run:
        if part.known is None and piece is not None:
            piece = Part(piece.first, part.last, None)
            continue
        if part.known is None:
            piece = part
            continue
        if piece is not None:
            yield piece
            piece = None
        yield part
    if piece is not None:
        yield piece
