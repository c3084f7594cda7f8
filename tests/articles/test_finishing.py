from extractor.articles.finishing import finish
from extractor.articles.record import Place, Record

PLACE = Place("a.json")


def _remarks(record: Record) -> list[str]:
    _, problems = finish(record)
    assert not any(problem.skipped for problem in problems)
    return [problem.reason for problem in problems]


def test_a_clean_article() -> None:
    record = Record(
        PLACE,
        title="Zed\n9 &amp; more",
        body="<p>64  cores.</p><p>Read more »</p>",
        urls=(None, " https://zed.example/9 "),
        dates=("false", "2024-03-05"),
        source="zed.example",
        topics=["AI", "AI"],
    )
    article, problems = finish(record)
    assert problems == []
    assert article is not None
    assert (article.title, article.body, article.url) == ("Zed 9 & more", "64 cores.", "https://zed.example/9")
    assert (article.published, article.source, article.topics) == ("2024-03-05", "zed.example", ("AI",))


def test_neither_title_nor_body() -> None:
    article, problems = finish(Record(PLACE, title=" ", body="Read more"))
    assert article is None
    assert [problem.skipped for problem in problems] == [True]


def test_a_title_repeated_above_the_text_goes() -> None:
    article, _ = finish(Record(PLACE, title="Zed 9", body="# Zed 9\n\nZed 9 has 64 cores.", markup="markdown"))
    assert article is not None
    assert article.body == "Zed 9 has 64 cores."


def test_the_site_of_the_address_stands_in_for_a_missing_source() -> None:
    for source, address, expected in [
        (None, "https://www.zed.example/9", "zed.example"),
        (" ", "http://ZED.example:8080", "zed.example"),
        ("Zed News", "https://zed.example/9", "Zed News"),
        (None, "/local", None),
        (None, "http://[zed", None),
        (None, None, None),
    ]:
        article, _ = finish(Record(PLACE, title="a", urls=(address,), source=source))
        assert article is not None
        assert article.source == expected


def test_remarks() -> None:
    assert _remarks(Record(PLACE, body="text")) == ["no title"]
    assert "no title" in _remarks(Record(PLACE, title=["a"], body="text"))
    assert _remarks(Record(PLACE, title="a", dates=("soon",))) == [
        "not a date that can be read: 'soon' (write it as 2023-11-28)"
    ]
    assert "address" in _remarks(Record(PLACE, title="a", urls=("/local",)))[0]
    assert "surrogates" in _remarks(Record(PLACE, title="a\ud800", body="\0"))[0]
    assert _remarks(Record(PLACE, title=5090)) == []
