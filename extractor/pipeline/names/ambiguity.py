"""Names of several meanings: which of them an article means, and whether an ordinary word is meant as a name at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc, Span

from extractor.catalogue import Catalogue, Known
from extractor.catalogue.names import key
from extractor.ontology.name_cues import NameCues
from extractor.pipeline.annotations import Name, text_of
from extractor.pipeline.names.catalogue_matcher import candidates

LISTED = frozenset({", ", " and ", ", and ", " or ", ", or ", "/"})
SURE = 1.5
MODIFIED = frozenset({"CHIP", "SYSTEM", "TECHNOLOGY", "SERVICE"})


def accept_context_names(doc: Doc, names: Iterable[Name], catalogue: Catalogue, cues: NameCues) -> list[Name]:
    """``names`` with one meaning for each surface form of the article; forms without a reason to be names are dropped.

    All mentions of a form speak together: an article that writes "Arm-based" and "Arm server chips" means the architecture,
    one that also writes "Arm's chief executive" the company. But mentions whose own words leave no doubt keep their meaning
    beside others that mean another thing: "AMD and ARM lose, as the Arm-based CPUs ...".
    """
    names = list(names)
    present = {n.known for n in names if n.by == "catalogue" and n.known and _single(catalogue, n)}
    groups: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        groups[key(name.text)].append(name)
    kept: list[Name] = []
    for mentions in groups.values():
        kept.extend(_decided(doc, mentions, catalogue, present, cues, names))
    return sorted(kept, key=lambda name: name.start)


def _single(catalogue: Catalogue, name: Name) -> bool:
    return len(list(candidates(catalogue, name.text))) == 1


def _decided(
    doc: Doc, mentions: list[Name], catalogue: Catalogue, present: set[str], cues: NameCues, names: list[Name]
) -> list[Name]:
    ids = list(candidates(catalogue, mentions[0].text))
    plain = mentions[0].by == "catalogue"
    if plain and len(ids) == 1:
        return mentions
    own = [[_own(doc, name, catalogue.entries[id_], names, catalogue, cues) for id_ in ids] for name in mentions]
    scores = []
    for rank, id_ in enumerate(ids):
        known = catalogue.entries[id_]
        reason = sum(reasons[rank] for reasons in own) + _present(doc, mentions[0], known, present, catalogue)
        scores.append((reason + (0.5 if plain and rank == 0 else 0.0), -rank, known))
    score, _, known = max(scores, key=lambda item: item[:2])
    if score <= 0 and not plain:
        return []
    if score <= 0:
        known = catalogue.entries[ids[0]]
    kept = []
    for name, reasons in zip(mentions, own, strict=True):
        rank_alone = _sure(reasons)
        meant = known if rank_alone is None else catalogue.entries[ids[rank_alone]]
        weight = 1.0 + (max(0.0, score) if meant is known else SURE)
        kept.append(replace(name, type=meant.type, known=meant.id, weight=weight))
    return kept


def _sure(reasons: list[float]) -> int | None:
    """The rank of the meaning that a mention's own words leave no doubt of."""
    best = max(range(len(reasons)), key=reasons.__getitem__)
    others = (reason for rank, reason in enumerate(reasons) if rank != best)
    return best if reasons[best] >= SURE and reasons[best] - max(others, default=0.0) >= SURE else None


def _own(doc: Doc, name: Name, known: Known, names: list[Name], catalogue: Catalogue, cues: NameCues) -> float:
    """What the words around one mention say for ``known``."""
    return _beside(doc, name, known, cues) + _company(doc, name, known, names, catalogue)


def _beside(doc: Doc, name: Name, known: Known, cues: NameCues) -> float:
    """What the words right beside a mention say for ``known``."""
    span = doc.char_span(name.start, name.end, alignment_mode="expand")
    if span is None:
        return 0.0
    after = _after(doc, span)
    beside = next((cues.nouns[word] for word in after if word in cues.nouns), None)
    before = doc[span.start - 1].text if span.start else ""
    if known.type == "ORG":
        acts = any(word in cues.org_after for word in after[:1]) or after[:1] in (["'s"], ["’s"])
        return (1.0 if acts else 0.0) - (1.0 if beside in MODIFIED else 0.0)
    if known.type == "TECHNOLOGY" and (after[:1] == ["based"] or beside in MODIFIED):
        return 2.0 if beside == "TECHNOLOGY" or after[:1] == ["based"] else 1.2
    if beside == known.type or cues.before.get(before) == known.type or cues.nouns.get(before.lower()) == known.type:
        return 2.0
    return -0.5 if beside else 0.0


def _company(doc: Doc, name: Name, known: Known, names: list[Name], catalogue: Catalogue) -> float:
    """What speaks for the company of several meanings: its own product right behind ("Arm Cortex-A55"), a list of companies."""
    if known.type != "ORG":
        return 0.0
    text = text_of(doc)
    reason = 0.0
    for other in names:
        if other.known is None or not _single(catalogue, other):
            continue
        if text[name.end : other.start] in (" ", "\u00a0") and catalogue.entries[other.known].maker == known.id:
            reason += 2.5
        gap = text[name.end : other.start] or text[other.end : name.start]
        if other.type == "ORG" and gap in LISTED:
            reason += 1.5
    return reason


def _after(doc: Doc, span: Span) -> list[str]:
    """The words behind a mention, a hyphen left out: both words together first, as class nouns may be two."""
    words = [token.text for token in doc[span.end : span.end + 3] if token.text != "-"][:2]
    lower = [word.lower() for word in words]
    return [*words[:1], " ".join(lower), *lower] if words else []


def _present(doc: Doc, name: Name, known: Known, present: set[str], catalogue: Catalogue) -> float:
    """What the rest of the article says for ``known``: its maker, site, family or full name is there."""
    reason = 0.0
    if known.maker in present:
        reason += 1.0 + (2.0 if _follows(doc, name, catalogue.entries[known.maker]) else 0.0)
    reason += sum(1.0 for other in (known.site, known.family, known.predecessor) if other in present)
    return reason + (3.0 if known.id in present else 0.0)


def _follows(doc: Doc, name: Name, maker: Known) -> bool:
    """Whether the maker is named right before a name: "Nvidia's Grace"."""
    text = text_of(doc)[max(0, name.start - 40) : name.start].rstrip().lower()
    text = text.removesuffix("'s").removesuffix("’s")
    return text.endswith(tuple(form.lower() for form in (*maker.forms, *maker.context_aliases)))
