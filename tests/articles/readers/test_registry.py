from pathlib import Path

import pytest

from extractor.articles.readers import READERS, SUFFIXES, guessed, reader_for, recognised
from extractor.articles.readers.sniffing import sniff


def test_every_suffix_has_a_reader_packed_or_not() -> None:
    for suffix, name in SUFFIXES.items():
        assert recognised(Path("a" + suffix.upper()))
        assert reader_for(Path(f"a{suffix}.gz"), "") is READERS[name]
    assert set(SUFFIXES.values()) == set(READERS)
    assert not recognised(Path("a.png"))
    assert not recognised(Path("a.gz"))


def test_a_suffix_that_is_none_of_ours_is_remarked_where_the_text_tells_no_format_either() -> None:
    assert guessed(Path("a.csv"), "title,text\nZed,64 cores") == (
        ".csv is no article format (docs/inputs.md has those), read as plain text"
    )
    for name, text in (("a.php", "<rss version='2.0'>"), ("README", "Zed ships"), ("a.txt.gz", "Zed"), ("-", "Zed")):
        assert guessed(Path(name), text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<?xml version='1.0'?>\n<rss version='2.0'>", "feed"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'>", "feed"),
        ("<!DOCTYPE html><html>", "html"),
        ("<p>Text</p>", "html"),
        ('{"title": "a"}', "json"),
        ('{\n "title": "a"\n}', "json"),
        ('[{"title": "a"}]', "json"),
        ('{"title": "a"}\n{"title": "b"}', "jsonl"),
        ("---\ntitle: a\n---", "markdown"),
        ("# Heading\ntext", "markdown"),
        ("[Update] Zed ships", "text"),
        ("{sic} text", "text"),
        ("Zed ships", "text"),
    ],
)
def test_sniffing(text: str, name: str) -> None:
    assert sniff(text) == name
