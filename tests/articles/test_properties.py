"""What must hold for any text."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.articles import Article, Intake, read_articles
from extractor.articles.cleaning import line_ends, one_line, printable, tidy
from extractor.articles.duplicates import merge_duplicates

MARKS = "<>&*_`~[]()#|\\!-+=:.…"  # what Markdown, HTML and the boilerplate patterns are made of
WORDS = st.sampled_from(
    [
        "Zed 9",
        "64 GB",
        "e\u0301\u0323",
        "👩🏽‍🚀",
        "שבב \u202eabc\u202c",
        "半导体",
        "\r\n",
        "\r",
        "\n\n",
        "\t",
        "\0",
        "\x1b[0m",
    ]
)
HOSTILE = st.lists(WORDS | st.text(st.characters(codec="utf-8", exclude_characters=MARKS), max_size=9), max_size=12)
FAST = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def _read(name: str, data: bytes) -> Intake:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        return read_articles([path])


def _expected(text: str) -> str:
    return tidy(printable(line_ends(text))[0])


@given(HOSTILE.map("".join), HOSTILE.map("".join))
@FAST
def test_title_and_body_survive_front_matter(title: str, body: str) -> None:
    text = f"---\ntitle: {json.dumps('T' + title)}\n---\nB" + body.replace("\0", " ")
    (article,) = _read("a.md", text.encode()).articles
    assert article.title == one_line(_expected("T" + title))
    assert article.body == tidy(article.body)
    assert article.body.split() == _expected("B" + body).split()  # lines may have been joined


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=60))
@FAST
def test_json_strings_of_any_kind_give_clean_articles(text: str) -> None:
    for article in _read("a.json", json.dumps({"title": text, "body": text}).encode()).articles:
        article.text.encode("utf-8")
        assert len(article.title.splitlines()) <= 1
        assert "\r" not in article.text


@given(st.binary(max_size=300), st.sampled_from(["md", "txt", "json", "jsonl", "html", "xml", "odd", "md.gz"]))
@FAST
def test_no_bytes_raise(data: bytes, suffix: str) -> None:
    intake = _read(f"a.{suffix}", data)
    assert intake.articles or intake.problems


@given(st.text("---\n:{}[]&*a<>\"' #", max_size=80), st.sampled_from(["md", "json", "jsonl", "html", "xml", "odd"]))
@FAST
def test_no_markup_raises(text: str, suffix: str) -> None:
    intake = _read(f"a.{suffix}", text.encode())
    assert intake.articles or intake.problems
    assert not any("cannot be read any further" in problem.reason for problem in intake.problems)


def test_a_line_of_100_kilobytes() -> None:
    body = "word " * 20_000 + "end"
    assert _read("a.md", f"---\ntitle: Zed\n---\n{body}".encode()).articles[0].body == body


ARTICLES = st.builds(
    Article,
    title=st.sampled_from(["Zed", "Yax"]),
    body=st.sampled_from(["", "short", "longer text"]),
    path=st.sampled_from(["a", "b", "c", "d"]),
    url=st.sampled_from([None, "https://a.example/1", "http://www.a.example/1/", "https://b.example/1"]),
    published=st.sampled_from([None, "2024-01-01", "2024-01-02T00:00:00Z"]),
    source=st.sampled_from([None, "a.example"]),
    topics=st.sampled_from([(), ("AI",)]),
)


@given(st.lists(ARTICLES, max_size=8).flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))))
@FAST
def test_merging_does_not_depend_on_the_order(orders: tuple[list[Article], list[Article]]) -> None:
    merged = merge_duplicates(orders[0])
    assert merged == merge_duplicates(orders[1])
    assert merged == merge_duplicates(merged)
    assert len({article.id for article in merged}) == len(merged)
