import pytest

from ..conftest import ReadText


@pytest.mark.parametrize(
    "text", ['[{"title": "a"}, {"headline": "b"}]', '{"articles": [{"title": "a"}, {"title": "b"}]}']
)
def test_lists(read: ReadText, text: str) -> None:
    intake = read("a.json", text)
    assert sorted((article.title, article.path[-6:]) for article in intake.articles) == [
        ("a", "item-1"),
        ("b", "item-2"),
    ]


def test_one_object_with_related(read: ReadText) -> None:
    intake = read("a.json", '{"title": 5090, "text": "x", "date": "2024-03-05", "related": [{"title": "b"}]}')
    assert {article.title: article.path.partition("#")[2] for article in intake.articles} == {
        "5090": "",
        "b": "related-1",
    }


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('{"title": "a",\n "text": ', 2),
        ("[1, 2", 1),
        ("5", 0),
        ('"text"', 0),
        ("[]", 0),
        ('{"articles": 5}', 0),
        ("[" * 99_999, 0),
    ],
)
def test_bad_json(read: ReadText, text: str, line: int) -> None:
    intake = read("a.json", text)
    (problem,) = intake.problems
    assert (intake.articles, problem.line, problem.skipped) == ([], line, True)


def test_items_that_are_no_objects(read: ReadText) -> None:
    intake = read("a.json", '[{"title": "a"}, "b", null]')
    assert len(intake.articles) == 1
    assert [problem.path[-6:] for problem in intake.problems] == ["item-2", "item-3"]


def test_a_json_file_with_an_object_a_line(read: ReadText) -> None:
    assert len(read("a.json", '{"title": "a"}\n{"title": "b"}').articles) == 2


def test_lines_that_are_half_written(read: ReadText) -> None:
    intake = read("a.jsonl", '{"title": "a"}\n\n{"title": "b\n[1]\n{"title": "c\u2028d"}\n')
    assert sorted((article.title, article.path[-6:]) for article in intake.articles) == [
        ("a", "line-1"),
        ("c d", "line-5"),
    ]
    assert [(problem.line, problem.skipped) for problem in intake.problems] == [(3, True), (4, True)]


def test_surrogates_in_escapes(read: ReadText) -> None:
    intake = read("a.jsonl", '{"title": "\\ud83d\\ude00 \\ud800"}')
    assert intake.articles[0].title == "\U0001f600 \ufffd"
    assert [problem.skipped for problem in intake.problems] == [False]
