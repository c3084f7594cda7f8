"""One reader for a store: others are refused, or read everything again."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.articles.article import Article
from extractor.catalogue import Catalogue
from extractor.errors import UsageError
from extractor.graph import Document, dumps
from extractor.pipeline import Reading
from extractor.resolve import link
from extractor.resolve.identity import Side, Verdicts
from extractor.store import Changes, Store
from extractor.store.reader import fingerprint_of_model, fingerprint_of_rules
from tests.store.made import CATALOGUE, article, faults, full, read, reader, stored

GIVEN = [
    article("Zorblax>Condor; Nvidia&Zorblax", "x.example/1", "2024-01-01"),
    article("Nvidia H100=9; Orvane&Nvidia", "x.example/2", "2024-01-02", "b.md"),
    article("Zorblax Semiconductor>Condor", "x.example/3", "2024-01-03", "c.md"),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Store.open_or_create(tmp_path / "s.sqlite") as store:
        store.add(GIVEN, reader(model="m"))
    return tmp_path / "s.sqlite"


def test_other_rules_and_other_models_are_refused(path: Path) -> None:
    with Store(path) as store:
        for other in (reader(model="m", rules="other"), reader(model="n")):
            with pytest.raises(UsageError, match="--reread"):
                store.add([article("C+", path="d.md")], other)
        with pytest.raises(UsageError, match="other"):
            store.forget(["b.md"], reader(model="m", rules="other"))
        store.forget(["b.md"], reader(model="n"))  # nothing has to be read for that


def test_everything_is_read_again(path: Path) -> None:
    def other(articles: list[Article], progress: object = None) -> list[Reading]:
        return [Reading(one.id, read(one).entities) for one in articles]

    catalogue = Catalogue({key: entry for key, entry in CATALOGUE.entries.items() if key != "chip:h100"})
    new = reader(rules="other", read=other, catalogue=catalogue, symmetric=frozenset({"makes"}), batch=1)
    with Store(path) as store:
        assert store.reread(new) == Changes(changed=3)
        assert store.add(GIVEN, new) == Changes(unchanged=3)
    linked = link(GIVEN, other(GIVEN), catalogue, {"makes"})
    assert stored(path) == dumps(Document.build(GIVEN, linked.entities, linked.facts, linked.copies))
    assert faults(path) == []


def test_a_reread_that_is_stopped_goes_on(path: Path) -> None:
    seen: list[str] = []

    def tired(articles: list[Article], progress: object = None) -> list[Reading]:
        if seen:
            raise KeyboardInterrupt
        seen.extend(one.id for one in articles)
        return list(map(read, articles))

    with Store(path) as store, pytest.raises(KeyboardInterrupt):
        store.reread(reader(rules="new", read=tired, batch=1))
    assert faults(path) == []
    assert stored(path) == full(GIVEN)
    again: list[str] = []

    def count(articles: list[Article], progress: object = None) -> list[Reading]:
        again.extend(one.id for one in articles)
        return list(map(read, articles))

    with Store(path) as store:
        store.add([], reader(rules="new", read=count))
    assert sorted(seen + again) == sorted(one.id for one in GIVEN)


def test_an_article_that_failed_is_tried_again_when_it_is_given_again(tmp_path: Path) -> None:
    def fail(articles: list[Article], progress: object = None) -> list[Reading]:
        return [Reading(one.id, failure="a fault") for one in articles]

    with Store.open_or_create(tmp_path / "s.sqlite") as store:
        store.add(GIVEN, reader(read=fail))
        assert not store.document().facts
        store.add(GIVEN[:1], reader())
        assert store.document().facts
        store.add(GIVEN, reader())
    assert stored(tmp_path / "s.sqlite") == full(GIVEN)


def test_what_a_user_says_holds_at_once_and_can_be_taken_back(path: Path) -> None:
    sides = Side("ORG", "Zorblax"), Side("ORG", "Zorblax Semiconductor")
    for verdicts in (Verdicts().with_verdict(*sides, "same"), Verdicts().with_verdict(*sides, "different"), Verdicts()):
        with Store(path) as store:
            store.add(GIVEN[:1], reader(model="m", verdicts=verdicts))
        assert stored(path) == full(GIVEN, verdicts)
        assert faults(path) == []
        late = article("Orvane&Zorblax Semiconductor; Zorblax Inc.", "x.example/4", path="d.md")
        with Store(path) as store:
            store.add([late], reader(model="m", verdicts=verdicts))
        assert stored(path) == full([*GIVEN, late], verdicts)
        with Store(path) as store:
            store.forget(["d.md"], reader(model="m", verdicts=verdicts))
        assert stored(path) == full(GIVEN, verdicts)


def test_fingerprints(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "mine.yaml").write_text("a: 1\n")
    plain, mine = fingerprint_of_rules(None, None), fingerprint_of_rules(tmp_path / "rules", None)
    assert plain != mine
    assert mine != fingerprint_of_rules(None, tmp_path / "rules")
    (tmp_path / "rules" / "mine.yaml").write_text("a: 2\n")
    assert mine != fingerprint_of_rules(tmp_path / "rules", None)
    assert fingerprint_of_model(None) == "none"
    before = fingerprint_of_model(tmp_path / "rules")
    (tmp_path / "rules" / "weights.bin").write_bytes(b"0")
    assert before != fingerprint_of_model(tmp_path / "rules")


def test_progress_counts_every_article(path: Path) -> None:
    told: list[tuple[int, int]] = []
    with Store(path) as store:
        given = [*GIVEN, article("C+", path="d.md")]
        store.add(given, reader(model="m", batch=2), lambda *at: told.append(at))
    assert told[-1] == (4, 4)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_the_reader_must_hand_back_the_article_that_it_was_given(tmp_path: Path) -> None:
    with Store.open_or_create(tmp_path / "s.sqlite") as store:
        with pytest.raises(UsageError, match="given for article"):
            store.add(GIVEN[:1], reader(read=lambda articles, progress: [Reading("other")]))
        assert store.document().articles == ()
