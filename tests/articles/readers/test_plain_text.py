import pytest

from ..conftest import ReadText


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("Zed 9 arrives\n\n64 cores &amp; <b>80 GB</b>.\n", "Zed 9 arrives", "64 cores &amp; <b>80 GB</b>."),
        ("One line\nand another\n\nand more", "", "One line and another\n\nand more"),
        ("x" * 200 + "\n\ntext", "", "x" * 200 + "\n\ntext"),
        ("Only a line", "", "Only a line"),
    ],
)
def test_title_and_body(read: ReadText, text: str, title: str, body: str) -> None:
    intake = read("a.txt", text)
    assert (intake.articles[0].title, intake.articles[0].body) == (title, body)
    assert [problem.reason for problem in intake.problems] == ([] if title else ["no title"])
