"""What happens when: statuses with their dates, and the picture of everything that has a date."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.query import Event, FactView
from extractor.query.dates import period
from extractor.report.announcements import announced_on
from extractor.report.content import Item, Picture, Section
from extractor.report.dates import readable
from extractor.report.material import Material
from extractor.report.timeline import Moment, draw
from extractor.report.wording import capital, counted, does, words

MOST = 60  # events in the picture
SPARE = 5  # times as many statuses are looked at as are shown
LEAST = 3  # fewer need no picture


def schedule(material: Material) -> Section | None:
    """The section of dates; ``None`` where nothing has one."""
    said = words("sections")["timeline"]
    events = list(_events(material))
    shown = material.best(events, lambda pair: _facts(pair[1]))
    picture = _picture(material, shown)
    if not shown:
        return Section("timeline", said["title"], (), picture) if picture else None
    rows = [
        (
            (Item(_when(event)),),
            (Item(material.called(_facts(event)[0].subject)),),
            (material.item(words("words")["statuses"].get(event.status, event.status), _facts(event)),),
            (Item(material.standing(_facts(event))),),
            (Item(readable(event.published)),),
            (Item(_ending(event, shown)),),
        )
        for _, event in shown
    ]
    block = material.table(said["columns"], rows, len(events) - len(shown))
    return Section("timeline", said["title"], (block,), picture)


def _events(material: Material) -> Iterator[tuple[str, Event]]:
    """The statuses of all products, in the order of their dates; announcements have a section of their own."""
    told = material.by_predicate.get("has_status", [])
    if material.top is not None and len(told) > material.top * SPARE:
        told = sorted(told, key=lambda fact: material.importance([fact]))[: material.top * SPARE]
    products = {fact.fact.subject: fact.subject for fact in told}
    found = []
    for product in products.values():
        for event in material.statuses.timeline(product.id, material.ontology).events:
            if _facts(event)[0].predicate == "has_status":
                found.append((_place(event), material.called(product), event.status, event.fact, event))
    for place, _, _, _, event in sorted(found, key=lambda entry: entry[:4]):
        yield place, event


def _facts(event: Event) -> list[FactView]:
    return list({claim.fact.id: claim.fact for claim in event.side.claims}.values())


def _place(event: Event) -> str:
    """Where an event stands in time: at its date, else where it was told."""
    days = period(event.date) if event.date else None
    return days[0].isoformat() if days else (event.published or "~")[:10]


def _when(event: Event) -> str:
    said = words("sections")["timeline"]
    if event.date:
        return readable(event.date)
    if event.modality == "asserted" and event.published:
        return str(said["since"].format(day=readable(event.published)))
    return str(said["undated"])


def _ending(event: Event, events: list[tuple[str, Event]]) -> str:
    """What became of a plan or a status, and when that was told."""
    if event.ended is None:
        return ""
    word = words("words")["endings"].get(event.ended, event.ended)
    told = next((other.published for _, other in events if other.fact == event.ended_by), None)
    return f"{word} {readable(told)}".strip() if event.ended == "ended" else word


def _picture(material: Material, events: list[tuple[str, Event]]) -> Picture | None:
    said = words("sections")["timeline"]
    moments = [*_announced(material), *_told(material), *(m for _, event in events if (m := _moment(material, event)))]
    chosen = sorted(moments, key=lambda moment: moment.rank)[:MOST]
    if len(chosen) < LEAST or len({moment.first for moment in chosen}) == 1:
        return None
    caption = capital(said["caption"].format(events=counted(len(chosen), "event")))
    if len(moments) > len(chosen):
        caption += " " + said["capped"].format(count=MOST)
    ordered = sorted(chosen, key=lambda moment: (moment.first, moment.last, moment.text, moment.modality))
    return Picture(draw(ordered, standalone=False), draw(ordered), caption)


def _announced(material: Material) -> Iterator[Moment]:
    for group in material.groups(["announces"]):
        fact, day = group[0], announced_on(material, group)
        if days := period(day or ""):
            text = f"{material.called(fact.object)} {words('words')['statuses']['announced']}"
            yield Moment(*days, readable(day), text, fact.modality, material.importance(group))


def _told(material: Material) -> Iterator[Moment]:
    """News of dealings, on the day on which they were told."""
    for predicate in words("sections")["timeline"]["predicates"]:
        for fact in material.by_predicate.get(predicate, ()):
            day = material.first_told([fact])
            if days := period(day or ""):
                text = f"{material.called(fact.subject)} {does(predicate)} {material.called(fact.object)}"
                yield Moment(*days, readable(day), text, fact.modality, material.importance([fact]))


def _moment(material: Material, event: Event) -> Moment | None:
    """The event in the picture; a plan without a date has no place there."""
    day = event.date or (event.published if event.modality == "asserted" else None)
    days = period(day[:10]) if day else None
    if days is None or day is None:
        return None
    fact = _facts(event)[0]
    text = f"{material.called(fact.subject)} {words('words')['statuses'].get(event.status, event.status)}"
    return Moment(*days, readable(day), text, event.modality, material.importance(_facts(event)))
