"""Linking: one thing in many articles, one fact with all its evidence, whatever the order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.articles.article import Article
from extractor.catalogue import Catalogue, Known
from extractor.errors import UsageError
from extractor.facts import Entity
from extractor.ontology import Quantity
from extractor.pipeline import LocalEntity, Mention, Reading, Statement
from extractor.resolve import Linked, link

H100 = Known("chip:h100", "CHIP", "H100", "invented.yaml")
CATALOGUE = Catalogue({"chip:h100": H100})


def local(article: Article, type_: str, text: str, known: str | None = None, name: str | None = None) -> LocalEntity:
    start = article.text.index(text)
    return LocalEntity(type_, name or text, known, (Mention(start, start + len(text), text),))


def article(text: str, path: str = "a.md") -> Article:
    return Article("", text, path)


def reading(source: Article, *entities: LocalEntity, statements: tuple[Statement, ...] = ()) -> Reading:
    return Reading(source.id, entities, statements)


def makes(source: Article, confidence: float = 0.8, **fields: object) -> Statement:
    return Statement(0, "makes", 0, len(source.text), "rule", 1, confidence=confidence, **fields)  # type: ignore[arg-type]


ONE, TWO, THREE = (article(f"Zorblax makes the Kestrix{sign}7.", f"{n}.md") for n, sign in enumerate(("", " ", "-")))


def read(source: Article, chip: str, **fields: object) -> Reading:
    ends = (local(source, "ORG", "Zorblax"), local(source, "CHIP", chip))
    return reading(source, *ends, statements=(makes(source, **fields),))  # type: ignore[arg-type]


READINGS = [
    read(ONE, "Kestrix7", confidence=0.8),
    read(TWO, "Kestrix 7", confidence=0.5),
    read(THREE, "Kestrix-7", confidence=0.6),
]


def named(*names: str) -> Linked:
    """One article that names these companies."""
    source = article(" met ".join(names))
    return link([source], [reading(source, *(local(source, "ORG", name) for name in names))], CATALOGUE)


def by_id(linked: Linked) -> dict[str, Entity]:
    return {entity.id: entity for entity in linked.entities}


def test_known_things_have_their_catalogue_id() -> None:
    one, two = article("The H100 ships.", "1.md"), article("The Hopper flagship ships.", "2.md")
    readings = [
        reading(one, local(one, "CHIP", "H100", "chip:h100")),
        reading(two, local(two, "CHIP", "Hopper flagship", "chip:h100", "H100")),
    ]
    (entity,) = link([one, two], readings, CATALOGUE).entities
    assert (entity.id, entity.name, entity.known) == ("chip:h100", "H100", True)
    assert entity.aliases == ("Hopper flagship",)
    assert {mention.article for mention in entity.mentions} == {one.id, two.id}


def test_unseen_things_are_one_by_their_spelling() -> None:
    linked = link([ONE, TWO, THREE], READINGS, CATALOGUE)
    assert len(linked.entities) == 2
    (chip,) = [entity for entity in linked.entities if entity.type == "CHIP"]
    assert {mention.text for mention in chip.mentions} == {"Kestrix7", "Kestrix 7", "Kestrix-7"}
    assert not chip.known


def test_a_name_of_two_types_is_two_things() -> None:
    one, two = article("Zorblax is here.", "1.md"), article("Zorblax ships.", "2.md")
    linked = link(
        [one, two], [reading(one, local(one, "ORG", "Zorblax")), reading(two, local(two, "CHIP", "Zorblax"))], CATALOGUE
    )
    assert set(by_id(linked)) == {"org:zorblax", "chip:zorblax"}


def test_names_that_an_id_cannot_tell_apart_are_numbered() -> None:
    assert set(by_id(named("Zorb!", "Zorb?", "Zorbs"))) == {"org:zorb", "org:zorb-2", "org:zorbs"}


def test_an_unseen_name_does_not_take_the_id_of_a_known_thing() -> None:
    one, two = article("The H100 ships.", "1.md"), article("The H100! ships.", "2.md")
    readings = [reading(one, local(one, "CHIP", "H100", "chip:h100")), reading(two, local(two, "CHIP", "H100!"))]
    linked = link([one, two], readings, CATALOGUE)
    assert set(by_id(linked)) == {"chip:h100", "chip:h100-2"}
    assert by_id(linked)["chip:h100"].known
    assert not by_id(linked)["chip:h100-2"].known


def test_not_even_where_the_known_thing_is_absent() -> None:
    one = article("The H100! ships.")
    (entity,) = link([one], [reading(one, local(one, "CHIP", "H100!"))], CATALOGUE).entities
    assert not entity.known


def test_numbers_do_not_collide_with_names() -> None:
    assert len(named("Zorb!", "Zorb?", "Zorb.2").entities) == 3


def test_facts_that_say_the_same_are_one_with_all_evidence() -> None:
    linked = link([ONE, TWO], READINGS[:2], CATALOGUE)
    (fact,) = linked.facts
    assert {e.article for e in fact.evidence} == {ONE.id, TWO.id}
    assert [e.quote for e in fact.evidence] == [{ONE.id: ONE, TWO.id: TWO}[e.article].text for e in fact.evidence]
    assert fact.confidence == pytest.approx(1 - 0.2 * 0.5)


def test_one_article_does_not_convince_twice() -> None:
    twice = reading(
        ONE, *READINGS[0].entities, statements=(makes(ONE, 0.8), makes(ONE, 0.6, spans=((0, 7, "subject"),)))
    )
    (fact,) = link([ONE], [twice], CATALOGUE).facts
    assert fact.confidence == 0.8
    assert len(fact.evidence) == 2


def test_articles_that_disagree_give_two_facts() -> None:
    def spec(source: Article, amount: int) -> Reading:
        value = Quantity(amount, "GB", f"{amount} GB")
        statement = Statement(0, "has_spec", 0, 5, "rule", attribute="memory_capacity", value=value)
        return reading(source, local(source, "ORG", "Zorblax"), statements=(statement,))

    assert len(link([ONE, TWO], [spec(ONE, 80), spec(TWO, 96)], CATALOGUE).facts) == 2
    assert len(link([ONE, TWO], [spec(ONE, 80), spec(TWO, 80)], CATALOGUE).facts) == 1


def test_qualifiers_come_from_the_surest_source_and_attribution_from_any() -> None:
    sure, unsure = (
        read(ONE, "Kestrix7", confidence=0.9, qualifiers=(("date", "2026"),)),
        read(TWO, "Kestrix 7", confidence=0.5, qualifiers=(("date", "2025"),), attributed_to=0),
    )
    (fact,) = link([ONE, TWO], [sure, unsure], CATALOGUE).facts
    assert fact.said == {"date": "2026"}
    assert fact.attributed_to == "org:zorblax"


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(3)))
def test_the_order_of_the_articles_does_not_matter(order: list[int]) -> None:
    articles = [ONE, TWO, THREE]
    linked = link([articles[i] for i in order], [READINGS[i] for i in order], CATALOGUE)
    assert linked == link(articles, READINGS, CATALOGUE)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from([0.5, 0.6, 0.7, 0.8, 0.9]), min_size=1, max_size=3))
def test_more_sources_are_surer(confidences: list[float]) -> None:
    sources = [ONE, TWO, THREE][: len(confidences)]
    forms = ("Kestrix7", "Kestrix 7", "Kestrix-7")
    readings = [read(s, f, confidence=c) for s, f, c in zip(sources, forms, confidences, strict=False)]
    (fact,) = link(sources, readings, CATALOGUE).facts
    assert max(confidences) <= fact.confidence <= 1


def test_everything_is_sorted_by_id() -> None:
    linked = link([ONE, TWO, THREE], READINGS, CATALOGUE)
    assert [e.id for e in linked.entities] == sorted(e.id for e in linked.entities)
    assert [f.id for f in linked.facts] == sorted(f.id for f in linked.facts)
    for entity in linked.entities:
        assert list(entity.mentions) == sorted(entity.mentions)


def test_a_reading_of_another_article_is_refused() -> None:
    with pytest.raises(UsageError, match=r"given for article .* \(0\.md\)"):
        link([ONE], [READINGS[1]], CATALOGUE)


def test_nothing_gives_nothing() -> None:
    assert link([], [], CATALOGUE) == Linked([], [])
