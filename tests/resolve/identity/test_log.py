"""The log is made from a written graph, and tells of it what the run decided."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.articles.article import Article
from extractor.catalogue import Catalogue
from extractor.pipeline.reading import LocalEntity, Mention, Reading
from extractor.resolve import Linked, link
from extractor.resolve.identity import Side, Verdicts, idle, judgement_log
from extractor.resolve.identity.known import known_things
from extractor.resolve.identity.recall import recall


def graph(
    catalogue: Catalogue, *articles: Sequence[tuple[str, str | None, str]], verdicts: Verdicts | None = None
) -> Linked:
    """A graph of articles that name things: type, id in the catalogue, name."""
    written, readings = [], []
    for n, named in enumerate(articles):
        text = f"{n}: " + ", ".join(name for _, _, name in named)
        article = Article("", text, f"{n}.md")
        entities = []
        for type_, known, name in named:
            start = text.index(name)
            full = catalogue.entries[known].name if known else name
            entities.append(LocalEntity(type_, full, known, (Mention(start, start + len(name), name),)))
        written.append(article)
        readings.append(Reading(article.id, tuple(entities)))
    return link(written, readings, catalogue, verdicts=verdicts)


COMPANIES = [("ORG", None, "Zorblax Semiconductor")], [("ORG", None, "Zorblax")], [("ORG", None, "Zorblax Inc.")]


def test_doubtful_pairs_come_first_and_merged_ones_are_told(catalogue: Catalogue) -> None:
    linked = graph(catalogue, *COMPANIES)
    log = judgement_log(linked.entities, linked.facts, catalogue.entries)
    assert [(pair.a, pair.b, pair.verdict) for pair in log] == [
        ("Zorblax", "Zorblax Semiconductor", "open"),
        ("Zorblax Inc.", "Zorblax Semiconductor", "open"),
        ("Zorblax", "Zorblax Inc.", "same"),
    ]
    assert log[0].a_id == "org:zorblax-inc"
    assert log[0].reasons == ("one goes on with its trade, semiconductor",)
    assert 0 < log[1].score <= log[0].score < 1


def test_a_verdict_settles_the_doubt(catalogue: Catalogue) -> None:
    linked = graph(catalogue, *COMPANIES)
    same = Verdicts().with_verdict(Side("ORG", "Zorblax"), Side("ORG", "Zorblax Semiconductor"), "same")
    log = judgement_log(linked.entities, linked.facts, catalogue.entries, same)
    assert next((pair.by, pair.score) for pair in log if pair.verdict == "same") == ("user", 1.0)
    later = graph(catalogue, *COMPANIES, verdicts=same)
    assert len(later.entities) == 1
    again = judgement_log(later.entities, later.facts, catalogue.entries, same)
    assert {pair.verdict for pair in again} == {"same"}


def test_what_the_rules_leave_open_is_ranked_by_likeness(catalogue: Catalogue) -> None:
    named = [("ORG", None, name) for name in ("Zorblax Labs", "Zorblax", "Tenstorra", "Tenstora")]
    linked = graph(catalogue, *([one] for one in named))
    log = judgement_log(linked.entities, linked.facts, catalogue.entries)
    assert [(pair.a, pair.b) for pair in log] == [("Tenstora", "Tenstorra"), ("Zorblax", "Zorblax Labs")]


def test_a_merged_spelling_of_a_known_thing_is_told(catalogue: Catalogue) -> None:
    linked = graph(catalogue, [("CHIP", "chip:h100", "H100")], [("CHIP", None, "Nvidia H100s")])
    assert [entity.name for entity in linked.entities] == ["H100"]
    (pair,) = judgement_log(linked.entities, linked.facts, catalogue.entries)
    assert (pair.a, pair.b, pair.verdict, pair.a_id, pair.b_id) == (
        "H100",
        "Nvidia H100s",
        "same",
        "chip:h100",
        "chip:h100",
    )


def test_recall_keeps_a_foundry_s_process(catalogue: Catalogue) -> None:
    linked = graph(catalogue, [("ORG", "org:intel", "Intel"), ("TECHNOLOGY", "technology:7nm", "7nm")])
    assert [entity.name for entity in linked.entities] == ["Intel", "Intel 7nm"]
    (one,) = recall(linked.entities, linked.facts, known_things(catalogue.entries))
    assert [(entity.name, entity.known) for entity in one.reading.entities] == [
        ("Intel", "org:intel"),
        ("Intel 7nm", None),
    ]


def test_idle_verdicts(catalogue: Catalogue) -> None:
    linked = graph(catalogue, *COMPANIES)
    used = Verdicts().with_verdict(Side("ORG", "Zorblax"), Side("ORG", "Zorblax Inc."), "different")
    both = used.with_verdict(Side("ORG", "Zorblax"), Side("ORG", "Acme"), "same")
    assert [one.b.name for one in idle(linked.entities, linked.facts, catalogue.entries, both)] == ["Zorblax"]


def test_a_verdict_about_two_names_of_one_article_stays_in_the_log(catalogue: Catalogue) -> None:
    same = Verdicts().with_verdict(Side("ORG", "Zorblax"), Side("ORG", "Zorblax Mobility"), "same")
    linked = graph(catalogue, [("ORG", None, "Zorblax Mobility"), ("ORG", None, "Zorblax ")], verdicts=same)
    assert len(linked.entities) == 1
    (pair,) = judgement_log(linked.entities, linked.facts, catalogue.entries, same)
    assert (pair.a, pair.b, pair.verdict, pair.by) == ("Zorblax", "Zorblax Mobility", "same", "user")
