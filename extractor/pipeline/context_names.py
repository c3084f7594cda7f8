"""Names that are also ordinary words: accepted only where the article gives a reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc, Span

from extractor.catalogue import Catalogue, Known
from extractor.ontology.name_cues import NameCues
from extractor.pipeline.annotations import Name
from extractor.pipeline.catalogue_matcher import candidates


def accept_context_names(doc: Doc, names: Iterable[Name], catalogue: Catalogue, cues: NameCues) -> list[Name]:
    """``names`` with the ambiguous ones decided: as the entry that the article speaks of, or left out."""
    names = list(names)
    present = {name.known for name in names if name.by == "catalogue" and name.known}
    kept = []
    for name in names:
        if name.by == "catalogue" and len(list(candidates(catalogue, name.text))) == 1:
            kept.append(name)
            continue
        best = max(
            ((_reason(doc, name, catalogue.entries[id_], present, cues), -n, id_)
             for n, id_ in enumerate(candidates(catalogue, name.text))),
            default=(0.0, 0, ""),
        )  # fmt: skip
        if best[0] > 0 or name.by == "catalogue":
            known = catalogue.entries[best[2]]
            kept.append(replace(name, type=known.type, known=known.id, weight=1.0 + best[0]))
    return kept


def _reason(doc: Doc, name: Name, known: Known, present: set[str], cues: NameCues) -> float:
    """How strongly the article speaks for ``known`` as the meaning of ``name``; 0 where nothing does."""
    span = doc.char_span(name.start, name.end, alignment_mode="expand")
    if span is None:
        return 0.0
    beside = _type_beside(doc, span, cues)
    reason = 3.0 if beside == known.type else 0.0
    if beside and beside != known.type:
        reason -= 1.0
    if known.maker and known.maker in present:
        reason += 1.0
        if span.start and _maker_in_front(doc, span, known, present):
            reason += 2.0
    if known.site and known.site in present:
        reason += 1.0
    if known.family and known.family in present:
        reason += 1.0
    if known.id in present:
        reason += 3.0
    return reason


def _type_beside(doc: Doc, span: Span, cues: NameCues) -> str | None:
    """The type that the words right behind or before a name reveal."""
    after = [token.text.lower() for token in doc[span.end : span.end + 2]]
    for word in (" ".join(after), after[0] if after else ""):
        if word in cues.nouns:
            return cues.nouns[word]
    before = doc[span.start - 1].text.lower() if span.start else ""
    return cues.before.get(before) or cues.nouns.get(before)


def _maker_in_front(doc: Doc, span: Span, known: Known, present: set[str]) -> bool:
    text = doc.text[max(0, span.start_char - 40) : span.start_char].rstrip().lower()
    text = text.removesuffix("'s").removesuffix("’s")
    maker = (known.maker or "").partition(":")[2].replace("-", " ")
    return bool(maker) and text.endswith((maker, maker.split()[0]))
