import pytest

from ..conftest import ReadText


def test_front_matter_with_related(read: ReadText) -> None:
    text = """---
title: "Zed 9 arrives"
excerpt: "It has 64 cores &amp; 80 GB. The post Zed 9 appeared first on Chip Daily."
publishedDateTime: 2024-03-05T10:11:12Z
published: false
originalUrl: https://daily.example/zed
webUrl: https://other.example/zed
provider: {name: Chip Daily, domain: daily.example}
topics: [AI, Chips]
related:
  - title: "Yax 2 delayed"
    excerpt: "Until May."
    publishedDateTime: 2024-03-04
    webUrl: "https://w.example/y"
    provider: {name: W}
---
"""
    intake = read("a.md", text)
    yax, zed = intake.articles
    assert intake.problems == []
    assert (zed.title, zed.body) == ("Zed 9 arrives", "It has 64 cores & 80 GB.")
    assert (zed.url, zed.published, zed.source) == (
        "https://daily.example/zed",
        "2024-03-05T10:11:12Z",
        "daily.example",
    )
    assert zed.topics == ("AI", "Chips")
    assert (yax.title, yax.published, yax.source, yax.url) == (
        "Yax 2 delayed",
        "2024-03-04",
        "W",
        "https://w.example/y",
    )
    assert yax.path == zed.path + "#related-1"


def test_front_matter_without_a_text_is_remarked(read: ReadText) -> None:
    (problem,) = read("a.md", "---\ntitle: Zed 9\n---\n").problems
    assert (problem.skipped, "without a text" in problem.reason) == (False, True)
    for text in ("---\ntitle: Zed\nexcerpt: short\n---\n", "---\ntitle: Zed\nrelated: [{title: Yax}]\n---\n"):
        assert read("a.md", text).problems == []


def test_the_body_goes_before_the_excerpt(read: ReadText) -> None:
    article = read(
        "a.md", "---\r\ntitle: Zed\r\nexcerpt: short\r\n---\r\nOne **line**.\r\n\r\n---\r\n\r\nTwo.\r\n"
    ).articles[0]
    assert article.body == "One line.\n\nTwo."


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("# Zed 9 *arrives*\n\n64 cores", "Zed 9 arrives", "64 cores"),
        ("Zed 9\n=====\n64 cores", "Zed 9", "64 cores"),
        ("Date line\n\n# Zed 9\n64 cores", "Zed 9", "Date line\n\n64 cores"),
        ("## Zed 9\n64 cores\n## More\ntext", "Zed 9", "64 cores\nMore\ntext"),
        ("Zed 9\n\n64 cores", "Zed 9", "64 cores"),
        ("---\n\nA rule first.\n", "", "A rule first."),
        ("---\ntype: article\n---\n# Zed 9\n64 cores", "Zed 9", "64 cores"),
        ("---\ntype: article\n---\nJust text", "", "Just text"),
        ("---\ntitle: 5090\n---\ntext", "5090", "text"),
        ("---\ntitle: 2024-13-45\n---\ntext", "2024-13-45", "text"),
    ],
)
def test_titles(read: ReadText, text: str, title: str, body: str) -> None:
    article = read("a.md", text).articles[0]
    if title:
        assert (article.title, article.body) == (title, body)
    else:
        assert article.text.endswith(body)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("---\ntitle: a\nx: 'open\n---\ntext", 3, "not valid YAML"),
        ("---\ntitle: a: b\n---\ntext", 2, "not valid YAML"),
        ("---\ntitle: a\nx: &x [*x]\n---\n", 3, "holds itself"),
        ("---\ntitle: a: b\n\nNo end", 2, "not closed"),
    ],
)
def test_bad_front_matter_names_the_line_of_the_file(read: ReadText, text: str, line: int, reason: str) -> None:
    intake = read("a.md", text)
    (problem,) = intake.problems
    assert (intake.articles, problem.line, problem.skipped) == ([], line, True)
    assert reason in problem.reason


def test_front_matter_that_is_not_closed_but_whole(read: ReadText) -> None:
    intake = read("a.md", "---\ntitle: Zed\nexcerpt: text\n")
    assert intake.articles[0].body == "text"
    assert [problem.skipped for problem in intake.problems] == [False]


def test_odd_values(read: ReadText) -> None:
    intake = read("a.md", "---\ntitle: [a]\nrelated: b\ntopics: {a: b}\nprovider: [x]\nurl: {a: b}\n---\ntext")
    assert intake.articles[0].body == "text"
    assert {problem.skipped for problem in intake.problems} == {True, False}
