from pathlib import Path

import pytest

from extractor.articles.readers import READERS, SUFFIXES, reader_for, recognised
from extractor.articles.readers.sniffing import sniff


def test_every_suffix_has_a_reader_packed_or_not() -> None:
    for suffix, name in SUFFIXES.items():
        assert recognised(Path("a" + suffix.upper()))
        assert reader_for(Path(f"a{suffix}.gz"), "") is READERS[name]
    assert set(SUFFIXES.values()) == set(READERS)
    assert not recognised(Path("a.png"))
    assert not recognised(Path("a.gz"))


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
