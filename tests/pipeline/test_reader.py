"""Reading articles: the same Readings for any number of workers, and what a Reading holds."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from extractor.articles.article import Article
from extractor.errors import DataError
from extractor.ontology import load_ontology
from extractor.pipeline import Mention, Reading, read, read_all

NEWS = [
    Article("Zorblax shows a chip", "Zorblax Systems announced the Kestrix VX2 accelerator. It has 96 cores.", "a.md"),
    Article(
        "",
        "Nvidia announced the H200 in May. The chip follows the H100 and has 141 GB of memory.",
        "b.md",
        published="2026-03-04",
    ),
    Article("AMD and TSMC", "", "c.md"),
    Article("Nothing here", "it rained all day long.", "d.md"),
]


def names(reading: Reading) -> set[str]:
    return {entity.name for entity in reading.entities}


def test_a_reading_belongs_to_its_article() -> None:
    readings = read_all(NEWS)
    assert [reading.article for reading in readings] == [article.id for article in NEWS]
    assert [type(reading) for reading in readings] == [Reading] * 4


def test_readings_hold_entities_and_statements() -> None:
    first, second, third, fourth = read_all(NEWS)
    assert {"Zorblax Systems", "Kestrix VX2"} <= names(first)
    assert {"Nvidia", "H200", "H100"} <= names(second)
    assert names(third) == {"AMD", "TSMC"}
    assert (fourth.entities, fourth.statements) == ((), ())
    said = {
        (second.entities[s.subject].name, s.predicate, s.object)
        for s in second.statements
        if s.predicate == "announces"
    }
    assert said == {("Nvidia", "announces", [e.name for e in second.entities].index("H200"))}


def test_known_entities_have_their_catalogue_name_and_id() -> None:
    reading = read(Article("", "We saw NVIDIA at the fair.", "a.md"))
    (entity,) = reading.entities
    assert (entity.name, entity.known, entity.type) == ("Nvidia", "org:nvidia", "ORG")
    assert entity.mentions == (Mention(7, 13, "NVIDIA"),)


def test_two_workers_read_what_one_reads() -> None:
    articles = NEWS * 9
    assert read_all(articles, workers=2) == read_all(articles, workers=1)


def test_more_workers_than_articles_are_no_trouble() -> None:
    assert read_all(NEWS[:1], workers=8) == read_all(NEWS[:1])
    assert read_all([], workers=2) == []


def test_reading_twice_gives_the_same() -> None:
    assert read(NEWS[1]) == read(NEWS[1])


def test_one_article_does_not_change_another() -> None:
    assert read_all([NEWS[1], NEWS[0]])[0] == read_all([NEWS[0], NEWS[1]])[1]


def test_readings_can_be_sent_to_another_process() -> None:
    readings = read_all(NEWS)
    assert pickle.loads(pickle.dumps(readings)) == readings


def test_progress_counts_every_article() -> None:
    seen: list[tuple[int, int]] = []
    read_all(NEWS, progress=lambda done, of: seen.append((done, of)))
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_statements_keep_to_the_ontology() -> None:
    ontology = load_ontology()
    for reading in read_all(NEWS):
        for statement in reading.statements:
            predicate = ontology.predicates[statement.predicate]
            ends = [None if i is None else reading.entities[i].type for i in (statement.subject, statement.object)]
            assert predicate.allows(str(ends[0]), ends[1]), statement
            assert statement.attribute is None or statement.attribute in ontology.attributes
            assert statement.status is None or statement.status in ontology.statuses
            assert statement.modality in ontology.modalities or statement.modality == "asserted"
            assert 0 < statement.confidence <= 1


def test_a_broken_ontology_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "mine.yaml").write_text(
        'makes:\n  - {name: mine, match: "<subject:ORG> @zorbling <object:CHIP>"}\n'
    )
    seen: list[int] = []
    with pytest.raises(DataError, match=r"mine\.yaml: mine: unknown group @zorbling"):
        read_all(NEWS, ontology_dir=tmp_path, progress=lambda done, of: seen.append(done))
    assert seen == []
