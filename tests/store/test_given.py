"""Which given articles replace which."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.store import Changes, Store
from extractor.store.given import replaces
from tests.store.made import article, faults, full, reader, stored

LONG = "The Condor has nine lives and nine times the memory of its predecessor."
OTHER = "The Condor has eight lives and nine times the memory of its forerunner."
U = "x.example/1"


@pytest.mark.parametrize(
    ("new", "old", "expected"),
    [
        pytest.param(article(OTHER, U, path="b.md"), article(LONG, U), True, id="a new text at the same address"),
        pytest.param(
            article(OTHER, U, path="b.md"), article(LONG, "www.x.example/1/?utm_a=b"), True, id="spelt otherwise"
        ),
        pytest.param(article(LONG, U, path="b.md"), article(LONG, U), False, id="a copy in another file"),
        pytest.param(article(LONG, U, "2024-01-01"), article(LONG, U), True, id="more is known, in the same file"),
        pytest.param(article("Short.", U, path="f.xml#entry-1"), article(LONG, U), False, id="a teaser from elsewhere"),
        pytest.param(article(LONG, U), article("Short.", U, path="f.xml#entry-1"), False, id="the article of a teaser"),
        pytest.param(article("Short.", U, path="a.md#related-2"), article(LONG, U), True, id="cut in the same file"),
        pytest.param(article(OTHER, "y.example/1"), article(LONG, U), False, id="another address"),
        pytest.param(article(OTHER), article(LONG), False, id="no address: another article"),
        pytest.param(article(LONG, None, "2024-01-01"), article(LONG), True, id="no address: more is known"),
        pytest.param(article(LONG, None, path="b.md"), article(LONG), False, id="no address: a copy"),
        pytest.param(article(LONG, U), article(LONG), True, id="the address is known now"),
    ],
)
def test_what_replaces_what(new: object, old: object, expected: bool) -> None:
    assert replaces(new, old) is expected  # type: ignore[arg-type]


def test_the_same_again_changes_nothing(tmp_path: Path) -> None:
    path, given = tmp_path / "s.sqlite", [article("Zorblax>Condor", U), article("C+&C#", path="b.md")]
    with Store.open_or_create(path) as store:
        assert store.add(given, reader()) == Changes(added=2)

    def refuse(articles: object, progress: object) -> None:
        raise AssertionError("read again")

    before = path.read_bytes()
    with Store(path) as store:
        assert store.add(given[::-1], reader(read=refuse)) == Changes(unchanged=2)
    assert path.read_bytes() == before


def test_a_new_text_takes_the_facts_of_the_old_one_with_it(tmp_path: Path) -> None:
    path, old, new = (
        tmp_path / "s.sqlite",
        article("Zorblax>Condor; H100=9", U),
        article("Orvane>Condor; H100=8", U, path="b.md"),
    )
    other = article("H100=9", "x.example/2", path="c.md")
    with Store.open_or_create(path) as store:
        store.add([old, other], reader())
        assert store.add([new], reader()) == Changes(changed=1)
    assert stored(path) == full([new, other])
    assert faults(path) == []


def test_two_texts_of_one_run_are_copies(tmp_path: Path) -> None:
    path, given = tmp_path / "s.sqlite", [article(LONG, U), article(OTHER, U, path="b.md")]
    for _ in range(2):
        with Store.open_or_create(path) as store:
            store.add(given, reader(batch=1))
        assert stored(path) == full(given)


def test_lone_surrogates_are_replaced(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    with Store.open_or_create(path) as store:
        store.add([article("Zorblax>Condor; \ud800", U)], reader())
    assert stored(path) == full([article("Zorblax>Condor; \N{REPLACEMENT CHARACTER}", U)])
