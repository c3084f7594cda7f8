"""Articles are taken out under any of their names, and leave nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.articles.article import Article
from extractor.errors import UsageError
from extractor.store import Changes, Store
from tests.store.made import article, faults, full, reader, stored

MAIN = article("Zorblax>Condor; Zorb!", "x.example/1", "2024-01-01", "news/a.md")
TEASER = article("Zorblax", "www.x.example/1/", None, "feed.xml#entry-1")
BARE = article("Zorblax>Condor; Zorb!", None, None, "copy.md")
OTHER = article("Orvane>Condor; Zorb?", "x.example/2", "2024-01-02", "news/b.md")
ALONE = article("Nvidia>H100", None, None, "c.md")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Store.open_or_create(tmp_path / "s.sqlite") as store:
        store.add([MAIN, TEASER, BARE, OTHER, ALONE], reader())
    return tmp_path / "s.sqlite"


def forget(path: Path, *names: str) -> Changes:
    with Store(path) as store:
        return store.forget(names, reader())


@pytest.mark.parametrize(
    "name", ["news/a.md", "https://x.example/1", "http://www.x.example/1/?utm_source=rss", "copy.md"]
)
def test_by_any_name_with_all_copies(path: Path, name: str) -> None:
    assert forget(path, name) == Changes(removed=1)
    assert stored(path) == full([OTHER, ALONE])
    assert faults(path) == []


def test_by_the_beginning_of_its_id(path: Path) -> None:
    assert forget(path, ALONE.id[:6]) == Changes(removed=1)
    assert stored(path) == full([MAIN, TEASER, BARE, OTHER])


def test_several_or_none(path: Path) -> None:
    before = stored(path)
    with pytest.raises(UsageError, match=r"no article 'news/z\.md'"):
        forget(path, "news/b.md", "news/z.md")
    assert stored(path) == before
    assert forget(path, "news/b.md", "c.md") == Changes(removed=2)
    assert stored(path) == full([MAIN, TEASER, BARE])


@pytest.mark.parametrize("name", ["a.md", "feed.xml#entry-1"])
def test_by_the_name_of_the_file_alone(path: Path, name: str) -> None:
    assert forget(path, name) == Changes(removed=1)
    assert stored(path) == full([OTHER, ALONE])


def test_a_file_name_that_two_articles_have_decides_nothing(path: Path) -> None:
    with Store(path) as store:
        store.add([article("Lumen>Sparrow", "x.example/7", "2024-02-01", "later/b.md")], reader())
    with pytest.raises(UsageError, match=r"may be .*later/b\.md.* give the id"):
        forget(path, "b.md")


@pytest.mark.parametrize(("name", "near"), [("new/b.md", "news/b.md"), ("bb.md", "news/b.md"), ("qqqq", "--articles")])
def test_what_is_near_is_told(path: Path, name: str, near: str) -> None:
    with pytest.raises(UsageError, match=f"has no article '{name}'; .*{near}"):
        forget(path, name)


@pytest.mark.parametrize("name", ["", "news", ALONE.id[:5], "news/a.md2", "%", "*"])
def test_what_is_no_name(path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="has no article"):
        forget(path, name)


def test_a_name_of_two(tmp_path: Path) -> None:
    one, two = article("Zorblax", "x.example/1", path="a.md"), article("Orvane", "x.example/2", path="a.md")
    with Store.open_or_create(tmp_path / "s.sqlite") as store:
        store.add([one, two], reader())
        with pytest.raises(UsageError, match=rf"may be .*{one.id} \(a.md\)"):
            store.forget(["a.md"], reader())


def test_nothing_is_left_in_the_file(path: Path) -> None:
    forget(path, "news/a.md")
    forget(path, "c.md")
    with Store(path) as store:
        for data in (found.read_bytes() for found in path.parent.iterdir()):
            assert b"Zorblax" not in data
            assert b"H100" not in data
        assert store.document().articles


def test_all_of_them(path: Path) -> None:
    for name in ("copy.md", "news/b.md", "c.md"):
        forget(path, name)
    assert stored(path) == full([])
    with Store(path) as store, store.reading() as db:
        for table in ("given", "articles", "names", "forms", "mentions", "statements", "keys", "copy_keys", "sketches"):
            assert db.execute(f"SELECT COUNT(*) FROM {table}").fetchone() == (0,)


def test_who_stays_may_have_to_be_read_again(tmp_path: Path) -> None:
    """A copy without an address lent its day to an article; with it gone, the day is unknown."""
    home, lender = article("H100=9", "x.example/1"), Article("", "H100=9", "b.md", None, "2024-05-05")
    twin = article("H100=9", "y.example/1", path="c.md")
    with Store.open_or_create(tmp_path / "s.sqlite") as store:
        store.add([home, lender, twin], reader())
        assert store.document().articles != ()
        store.forget([twin.url or ""], reader())
    assert stored(tmp_path / "s.sqlite") == full([home])
