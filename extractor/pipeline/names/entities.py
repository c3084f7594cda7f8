"""Entities of one article: which names call the same thing, with one type for each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from extractor.catalogue import Catalogue
from extractor.ontology import load_ontology
from extractor.pipeline.annotations import ArticleEntity, Name, layer, register_extensions, text_of
from extractor.pipeline.names.aliases import SERIES, aliases_of, followed, identity
from extractor.pipeline.names.catalogue_matcher import catalogue_of
from extractor.pipeline.names.lengthening import PRODUCTS, Lengthener
from extractor.pipeline.names.repetition import (
    abbreviations,
    brands,
    legal_ending,
    makers_in_front,
    renamed,
    repetitions,
)


@Language.factory(
    "article_entities",
    default_config={"ontology_dir": None, "catalogue_dir": None},
    requires=["doc._.names"],
    assigns=["doc._.entities", "doc.ents"],
)
class ArticleEntities:
    """Writes ``doc._.entities`` and ``doc.ents`` (outermost names, labelled with their type)."""

    def __init__(self, nlp: Language, name: str, ontology_dir: str | None, catalogue_dir: str | None) -> None:
        register_extensions()
        self.name = name
        self.catalogue = catalogue_of(ontology_dir, catalogue_dir)
        cues = load_ontology(Path(ontology_dir) if ontology_dir else None).names
        self.legal = legal_ending(cues.legal_forms)
        self.variants, self.fields, self.studies = cues.variants, cues.fields, cues.studies
        self.lengthener = Lengthener(self.catalogue, cues.kits)
        nouns = {phrase.rsplit(" ", 1)[-1] for phrase, types in cues.anaphors.items() if "ORG" not in types}
        self.heads = frozenset(nouns | {word.casefold() for word in cues.never} | SERIES)

    def __call__(self, doc: Doc) -> Doc:
        """Cluster names by catalogue entry, spelling, abbreviation, surname and short form."""
        found = [name for name in layer(doc, "names") if name.known or not self._is_field(name.text)]
        names = self.lengthener.lengthened(text_of(doc), makers_in_front(found, PRODUCTS))
        same = list(renamed(text_of(doc), names))
        names += brands(names)
        names += abbreviations(text_of(doc), names)
        again = list(repetitions(text_of(doc), names, self.legal))
        names += [self.lengthener.longer(text_of(doc), name) for name in again]
        names.sort(key=lambda name: (name.start, -name.end))
        doc._.entities = cluster(names, self.catalogue, self.legal, self.heads, same, self.variants)
        spans = (doc.char_span(n.start, n.end, label=n.type, alignment_mode="expand") for n in names)
        doc.set_ents(filter_spans(span for span in spans if span is not None))
        return doc

    def _is_field(self, text: str) -> bool:
        """Whether capitals only make a name of a field of work or a study: "Deep Learning", "Chatbots", "Edge AI Market"."""
        form = text.casefold()
        return form in self.fields or form.removesuffix("s") in self.fields or form.endswith(self.studies)


def cluster(
    names: list[Name], catalogue: Catalogue, legal: re.Pattern[str], heads: frozenset[str] = frozenset(),
    same: Iterable[tuple[Name, Name]] = (), variants: frozenset[str] = frozenset(),
) -> list[ArticleEntity]:  # fmt: skip
    """Entities in the order of their first mention; names are grouped by :func:`identity`.

    ``heads`` are nouns that a product's name may have behind it: "Q7 SoM" is "Q7", where that is named too. ``same`` are
    pairs of names for one thing, ``variants`` words that make another thing of a name.
    """
    groups: dict[str, list[Name]] = defaultdict(list)
    aliases = aliases_of(names, catalogue, legal, heads, same, variants)
    for name in names:
        own = identity(name, legal)
        groups[followed(aliases, own)].append(name)
    entities = []
    for index, members in enumerate(sorted(groups.values(), key=lambda group: (group[0].start, -group[0].end))):
        known = next((name.known for name in members if name.known), None)
        type_ = catalogue.entries[known].type if known else _voted(members)
        maker = catalogue.entries[known].maker if known else next((n.brand.known for n in members if n.brand), None)
        entities.append(ArticleEntity(index, type_, known, members, maker))
    return entities


def _voted(members: list[Name]) -> str:
    tally: dict[str, float] = defaultdict(float)
    for name in members:
        tally[name.type] += name.weight
    return max(tally.items(), key=lambda item: (item[1], item[0]))[0]
