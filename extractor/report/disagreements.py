"""Who disagrees: both sides of every contradiction, and how many independent sources each has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.query import Conflict, FactView, Side
from extractor.report.amounts import compared_text, side_text
from extractor.report.comparisons import baseline, metric
from extractor.report.content import Block, Item, Section
from extractor.report.dates import readable
from extractor.report.material import Material
from extractor.report.opposed import Opposition, oppositions
from extractor.report.wording import capital, counted, does, listed, words


def disagreements(material: Material) -> Section | None:
    """The section of contradictions; ``None`` where there are none."""
    said = words("sections")["disagreements"]
    shown = material.best(material.conflicts, lambda conflict: list(_facts(conflict)))
    blocks = [_block(material, conflict) for conflict in shown]
    blocks += [_opposed(material, opposition) for opposition in oppositions(material)]
    if missing := material.missing(len(material.conflicts) - len(shown)):
        blocks.append(Block(sentences=missing))
    return Section("disagreements", said["title"], tuple(blocks)) if blocks else None


def points(material: Material) -> list[str]:
    """What is contested, each as a part of a sentence: "whether Samsung supplies Nvidia"."""
    said = words("sections")["disagreements"]
    found = [said["point"][_kind(conflict)].format(**_parts(material, conflict)) for conflict in material.conflicts]
    return found + [said["ahead_point"].format(**_rivals(material, one)) for one in oppositions(material)]


def _block(material: Material, conflict: Conflict) -> Block:
    said, kind = words("sections")["disagreements"], _kind(conflict)
    heading = does(_first(conflict).predicate, "who") if kind == "who" else said.get(kind, said["question"])
    entries = [
        _entry(material, [claim.fact for claim in side.claims], said["side"], says=_says(material, side, kind))
        for side in conflict.sides
    ]
    weights = [side.support.weight for side in conflict.sides]
    return Block(
        capital(heading.format(**_parts(material, conflict))), entries=tuple(entries), sentences=_verdict(weights)
    )


def _opposed(material: Material, opposition: Opposition) -> Block:
    said = words("sections")["disagreements"]
    entries = []
    for facts in opposition.sides:
        results = dict.fromkeys(compared_text(fact.value) for fact in facts if fact.value)
        parts = {"subject": material.called(facts[0].subject), "result": listed(results, "or")}
        entries.append(_entry(material, facts, said["ahead_side"], speakers=material.speakers(facts), **parts))
    weights = [material.notes.weight(facts) for facts in opposition.sides]
    heading = said["ahead"].format(**_rivals(material, opposition))
    return Block(heading, entries=tuple(entries), sentences=_verdict(weights))


def _entry(material: Material, facts: Sequence[FactView], form: str, **parts: str) -> Item:
    """A side with its independent sources, their days, and their copies."""
    given = list({fact.id: fact for fact in facts}.values())
    weight = counted(material.notes.weight(given), "independent source")
    return material.item(capital(form.format(weight=weight, names=listed(material.notes.dated(given)), **parts)), given)


def _verdict(weights: Sequence[int]) -> tuple[Item, ...]:
    said = words("sections")["disagreements"]
    verdict = said["more"] if weights[0] > weights[1] else said["equal"] if len({*weights}) == 1 else ""
    return (Item(verdict),) if verdict else ()


def _rivals(material: Material, opposition: Opposition) -> dict[str, str]:
    first, second = (material.called(facts[0].subject) for facts in opposition.sides)
    return {"first": first, "second": second, "metric": metric(material, opposition.sides[0][0])}


def _facts(conflict: Conflict) -> Iterator[FactView]:
    return (claim.fact for side in conflict.sides for claim in side.claims)


def _first(conflict: Conflict) -> FactView:
    return conflict.sides[0].claims[0].fact


def _kind(conflict: Conflict) -> str:
    """Which words fit: a value, a comparison, a status, one relation, or one of several ("who takes over Arm?")."""
    fact = _first(conflict)
    by_predicate = {"has_spec": "value", "compares_to": "compared", "has_status": "status"}
    if fact.predicate in by_predicate:
        return by_predicate[fact.predicate]
    ends = {(fact.fact.subject, fact.fact.object) for fact in _facts(conflict)}
    return "relation" if len(ends) == 1 or "who" not in words("predicates").get(fact.predicate, {}) else "who"


def _parts(material: Material, conflict: Conflict) -> dict[str, str]:
    fact = _first(conflict)
    return {
        "subject": material.called(fact.subject),
        "object": baseline(material, fact) if fact.predicate == "compares_to" else material.called(fact.object),
        "says": does(fact.predicate),
        "infinitive": does(fact.predicate, "infinitive"),
        "label": metric(material, fact),
        "status": words("words")["statuses"].get(fact.status or "", fact.status or ""),
    }


def _says(material: Material, side: Side, kind: str) -> str:
    fact = side.claims[0].fact
    answers = words("sections")["disagreements"]["answers"]
    if kind == "relation":
        return str(answers[fact.modality])
    if kind == "who":
        told = material.called(fact.subject)
    elif kind == "status":
        told = readable(fact.date) or str(answers[fact.modality])
    elif kind == "compared" and fact.value:
        told = compared_text(fact.value)
    else:
        told = side_text(side, metric(material, fact))
    aside = material.aside(fact, disputed=False)
    return f"{told} ({aside})" if aside else told
