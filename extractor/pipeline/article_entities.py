"""Entities of one article: which names call the same thing, with one type for each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from extractor.catalogue import Catalogue
from extractor.catalogue.names import key
from extractor.pipeline.annotations import ArticleEntity, Name, layer, register_extensions, text_of
from extractor.pipeline.catalogue_matcher import catalogue_of

POSSESSIVE = re.compile(r"['’]s?$")
LEGAL = re.compile(
    r",? (?:Inc|Corp|Corporation|Ltd|LLC|Co|Company|Technologies|Technology|Group|Holdings|Electronics|Semiconductor|Labs)\.?$"
)
ABBREVIATION = re.compile(r"\s?\(([A-Z][\w&-]{1,9})\)")
PRODUCTS = frozenset({"CHIP", "SYSTEM", "SERVICE", "TECHNOLOGY", "SOFTWARE"})
CODED = re.compile(r"\S*\d\S*")


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

    def __call__(self, doc: Doc) -> Doc:
        """Cluster names by catalogue entry, spelling, abbreviation, surname and short form."""
        names = list(with_brands(layer(doc, "names"), self.catalogue))
        names += abbreviations(text_of(doc), names)
        names += repetitions(text_of(doc), names)
        names.sort(key=lambda name: (name.start, -name.end))
        doc._.entities = cluster(names, self.catalogue)
        spans = (doc.char_span(n.start, n.end, label=n.type, alignment_mode="expand") for n in names)
        doc.set_ents(filter_spans(span for span in spans if span is not None))
        return doc


def with_brands(names: Iterable[Name], catalogue: Catalogue) -> Iterator[Name]:
    """Every name; of "Nvidia H100" also the brand, an organisation of its own, and the product without it."""
    for name in names:
        yield name
        if name.brand is not None:
            yield name.brand
            start = name.brand.end + 1
            yield replace(
                name, start=start, text=name.text[start - name.start :], brand=None, by=f"{name.by}:unbranded"
            )


def abbreviations(text: str, names: list[Name]) -> list[Name]:
    """Abbreviations in brackets behind a name: "Taiwan Semiconductor Manufacturing (TSMC)"."""
    found = []
    taken = {name.start for name in names}
    for name in names:
        match = ABBREVIATION.match(text, name.end)
        if match and match.start(1) not in taken and _abbreviates(match[1], name.text):
            found.append(
                Name(
                    match.start(1),
                    match.end(1),
                    match[1],
                    name.type,
                    name.known,
                    name.weight,
                    f"abbreviation:{name.text}",
                )
            )
    return found


def _abbreviates(short: str, long: str) -> bool:
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z0-9]+", long) if word[0].isupper() or word[0].isdigit())
    return (
        len(long.split()) > 1
        and short[0].lower() == long[0].lower()
        and (short.upper().rstrip("S") in initials.upper() or initials.upper() in short.upper())
    )


def repetitions(text: str, names: list[Name]) -> list[Name]:
    """Further occurrences of the article's names and of their short forms that the finder did not take."""
    covered = bytearray(len(text) + 1)
    for name in names:
        covered[name.start : name.end] = b"\1" * (name.end - name.start)
    forms = short_forms(names)
    if not forms:
        return []
    body = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    found = []
    for match in re.finditer(rf"(?<![\w-])(?:{body})(?!\w|-\d)", text):
        if not any(covered[match.start() : match.end()]):
            source = forms[match[0]]
            by = f"{source.by}:again" if match[0] == source.text else f"short:{source.text}"
            found.append(Name(match.start(), match.end(), match[0], source.type, source.known, source.weight, by))
    return found


def short_forms(names: Iterable[Name]) -> dict[str, Name]:
    """Surface forms to look for once more: unseen names, surnames, companies without their legal form."""
    forms: dict[str, Name] = {}
    for name in names:
        if name.known is None or name.type == "PERSON":
            forms.setdefault(name.text, name)
    for name in names:
        for short in _shortened(name):
            if len(short) > 2 and short not in forms:
                forms[short] = name
    return forms


def _shortened(name: Name) -> Iterator[str]:
    words = name.text.split()
    if len(words) < 2:
        return
    if name.type == "PERSON":
        yield words[-1]
    elif name.type == "ORG" and name.known is None:
        bare = LEGAL.sub("", name.text)
        if bare != name.text:
            yield bare


def cluster(names: list[Name], catalogue: Catalogue) -> list[ArticleEntity]:
    """Entities in the order of their first mention; names are grouped by :func:`identity`."""
    groups: dict[str, list[Name]] = defaultdict(list)
    aliases = _aliases(names)
    for name in names:
        groups[aliases.get(identity(name), identity(name))].append(name)
    entities = []
    for index, members in enumerate(sorted(groups.values(), key=lambda group: (group[0].start, -group[0].end))):
        known = next((name.known for name in members if name.known), None)
        type_ = catalogue.entries[known].type if known else _voted(members)
        maker = catalogue.entries[known].maker if known else next((n.brand.known for n in members if n.brand), None)
        entities.append(ArticleEntity(index, type_, known, members, maker))
    return entities


def identity(name: Name) -> str:
    """What names of one thing share: the catalogue entry, else the spelling key without brand."""
    if name.known:
        return name.known
    text = name.text[name.brand.end + 1 - name.start :] if name.brand else name.text
    return key(POSSESSIVE.sub("", text))


def _aliases(names: list[Name]) -> dict[str, str]:
    """Identities that are another's: short forms and abbreviations point to the name that they shorten."""
    by_text = {name.text: identity(name) for name in names}
    aliases: dict[str, str] = {}
    firsts: dict[str, str] = {}
    for name in names:
        words = POSSESSIVE.sub("", name.text).split()
        if len(words) > 1 and name.type == "PERSON":
            firsts.setdefault(words[-1].lower(), identity(name))
        elif len(words) > 1 and name.type == "ORG" and len(words[0]) > 3:
            firsts.setdefault(words[0].lower(), identity(name))
    for name in names:
        if name.known is None and name.type in ("ORG", "PERSON") and identity(name) in firsts:
            aliases[identity(name)] = firsts[identity(name)]
    for name in names:
        kind, _, source = name.by.partition(":")
        if kind in ("short", "abbreviation") and source in by_text and identity(name) != by_text[source]:
            aliases[identity(name)] = by_text[source]
    return aliases


def _voted(members: list[Name]) -> str:
    tally: dict[str, float] = defaultdict(float)
    for name in members:
        tally[name.type] += name.weight
    return max(tally.items(), key=lambda item: (item[1], item[0]))[0]
