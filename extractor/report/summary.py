"""The beginning of a report, what it rests on, and its end, how to read it."""

from __future__ import annotations

from extractor.page.safe import name
from extractor.report.content import Block, Item, Section
from extractor.report.dates import spanned, window
from extractor.report.disagreements import points
from extractor.report.material import UNCERTAIN, Material
from extractor.report.profiles import profiled
from extractor.report.scope import Request
from extractor.report.wording import capital, counted, listed, words

POINTS = NAMED = 3


def title(material: Material) -> str:
    """The title of a report."""
    said = words("sections")["title"]
    names = list(dict.fromkeys(name(entity.name) for entity in material.scope.focus))
    return str(said["about"].format(names=listed(names)) if names else said["all"])


def lead(material: Material, request: Request) -> tuple[Item, ...]:
    """What the report rests on, where its sources contradict each other, what was left out."""
    said = words("sections")["lead"]
    told = [fact for fact in material.scope.facts if fact.id in material.shown]
    articles = {article.id: article for fact in told for article in fact.articles}
    days = [article.day for article in articles.values() if article.day]
    sources = {article.source or article.path for article in articles.values()}
    found = []
    if not told:
        found.append(said["nothing"])
    else:
        found.append(
            said["base"].format(
                statements=counted(len(told), "statement"),
                articles=counted(len(articles), "article"),
                sources=counted(len(sources), "publisher"),
                time=spanned(days) if days else words("sections")["notes"]["undated"],
            )
        )
    if len(things := profiled(material)) > NAMED:
        names = listed(material.called(thing) for thing in things[:NAMED])
        found.append(said["most"].format(names=names))
    if contested := points(material):
        count = counted(len(contested), words("sections")["points"]["one"])
        found.append(said["disputed"].format(count=count, points="; ".join(contested[:POINTS])))
        if more := len(contested) - POINTS if len(contested) > POINTS else 0:
            found[-1] = said["more_disputed"].format(
                sentence=found[-1].rstrip("."), count=counted(more, "more", "more")
            )
    if covered := window(request.since, request.until):
        found.append(said["window"].format(window=covered))
    if left := material.scope.left_out:
        statements = capital(counted(left, "statement"))
        are = "is" if left == 1 else "are"
        found.append(said["left_out"].format(statements=statements, least=f"{request.min_confidence:g}", are=are))
    return tuple(map(Item, found))


def reading(material: Material) -> Section:
    """How to read the report: the words that it uses, and no others."""
    said = words("sections")["reading"]
    told = [fact for fact in material.scope.facts if fact.id in material.shown]
    modalities = {fact.modality for fact in told}
    lines = [said["independent"], *(line for key, line in said["modalities"].items() if key in modalities)]
    if any(fact.confidence < UNCERTAIN for fact in told):
        lines.append(said["uncertain"])
    if material.conflicts:
        lines.append(said["disputed"])
    return Section("reading", said["title"], (Block(sentences=tuple(map(Item, lines))),))
