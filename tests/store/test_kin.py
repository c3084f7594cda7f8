"""Kin: the names that a change can concern, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.resolve.identity import Side, Verdicts
from extractor.store import Store
from extractor.store.kin import Kin
from tests.store.made import article, reader

GIVEN = [
    article("Zorblax Inc.>Kestrix 7", "x.example/1"),
    article("Zorblax>Kestrix7", "x.example/2", path="b.md"),
    article("Nvidia H100; Zorb!; Zorb?; Zorb.2; C+", "x.example/3", path="c.md"),
    article("H100s", "x.example/4", path="d.md"),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Store.open_or_create(tmp_path / "s.sqlite") as store:
        store.add(GIVEN, reader())
    return tmp_path / "s.sqlite"


def kin(path: Path, type_: str, name: str, verdicts: Verdicts | None = None) -> set[str]:
    """What stands in the keys of the kin of a name."""
    with Store(path) as store, store.reading() as db:
        return {key[1] for key in Kin(db, reader().things, verdicts or Verdicts()).of([(type_, name, "")])}


def test_names_that_the_judge_links(path: Path) -> None:
    assert kin(path, "ORG", "?zorblax") == {"?zorblax", "?zorblax inc."}
    assert kin(path, "CHIP", "?c+") == {"?c+"}


def test_names_of_one_entry_that_no_article_names_itself(path: Path) -> None:
    assert kin(path, "CHIP", "?h100s") == {"?h100s", "?nvidia h100", "chip:h100"}
    assert kin(path, "CHIP", "chip:h100") == {"?h100s", "?nvidia h100", "chip:h100"}


def test_names_that_claim_one_id(path: Path) -> None:
    assert kin(path, "CHIP", "?zorb!") >= {"?zorb!", "?zorb?", "?zorb.2"}


def test_names_that_a_user_spoke_of(path: Path) -> None:
    verdicts = Verdicts().with_verdict(Side("CHIP", "C+"), Side("CHIP", "Kestrix 7"), "same")
    assert kin(path, "CHIP", "?c+", verdicts) >= {"?c+", "?kestrix7"}


def test_a_name_that_is_not_there(path: Path) -> None:
    assert kin(path, "CHIP", "?condor") == {"?condor"}
