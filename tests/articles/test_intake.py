import gzip
import io
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.articles import Article, Intake, read_articles
from extractor.articles.readers import READERS
from extractor.errors import UsageError

from .conftest import Put, ReadText


def test_standard_input_is_sniffed() -> None:
    intake = read_articles(["-", Path("-")], stdin=io.BytesIO(b'{"title": "Zed 9", "text": "64 cores"}'))
    assert intake == Intake([Article("Zed 9", "64 cores", "-")], [])


def test_packed_file_keeps_its_path(put: Put) -> None:
    path = put("a.md.gz", gzip.compress(b"---\ntitle: Zed 9\n---\n64 cores", mtime=0))
    intake = read_articles([path])
    assert intake == Intake([Article("Zed 9", "64 cores", path.as_posix())], [])


def test_progress_names_each_path(put: Put) -> None:
    seen: list[str] = []
    paths = [put("a.txt", "x"), put("b.txt", "y")]
    read_articles(paths, progress=seen.append)
    assert seen == [path.as_posix() for path in paths]


def test_wrong_calls() -> None:
    with pytest.raises(UsageError):
        read_articles([], max_bytes=0)
    with pytest.raises(UsageError):
        read_articles("a.md")


def test_bad_inputs_do_not_stop_the_others(put: Put, tmp_path: Path) -> None:
    good = put("good.md", "# Zed 9\n\n64 cores")
    bad = [
        put("b.md", b"\0\1"),
        put("e.json", ""),
        put("big.txt", "x" * 2000),
        put("h.json", '{"title": "a'),
        tmp_path / "no",
    ]
    intake = read_articles([*bad, good], max_bytes=1000)
    assert [article.title for article in intake.articles] == ["Zed 9"]
    assert len([problem for problem in intake.problems if problem.skipped]) == len(bad)
    assert intake.problems == sorted(intake.problems)


def test_a_reader_that_breaks_is_one_problem(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str, path: str) -> None:
        raise RuntimeError("cat on the keyboard")

    monkeypatch.setitem(READERS, "text", broken)
    (problem,) = read_articles([put("a.txt", "x")]).problems
    assert "cat on the keyboard" in problem.reason


def test_standard_input_that_fails_is_one_problem() -> None:
    closed = io.BytesIO()
    closed.close()
    (problem,) = read_articles(["-"], stdin=closed).problems
    assert (problem.path, problem.skipped) == ("-", True)


def test_an_exception_of_the_callers_own_progress_is_not_hidden(put: Put) -> None:
    def stop(path: str) -> None:
        raise KeyError(path)

    with pytest.raises(KeyError):
        read_articles([put("a.txt", "x")], progress=stop)


@pytest.mark.skipif(not Path("/dev/fd").exists() or shutil.which("bash") is None, reason="needs bash and /dev/fd")
def test_a_pipe_can_be_an_input() -> None:
    code = (
        "import sys; from extractor.articles import read_articles; print(read_articles(sys.argv[1:]).articles[0].title)"
    )
    command = f"{sys.executable} -c '{code}' <(printf '# Zed 9')"
    root = Path(__file__).parents[2]
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=root, check=True, timeout=60)
    assert done.stdout.strip() == "Zed 9"


def test_control_characters_are_remarked(read: ReadText) -> None:
    intake = read("a.md", "---\ntitle: Zed\x079\n---\n64\x00 cores".replace("\x00", "\x01"))
    assert (intake.articles[0].title, intake.articles[0].body) == ("Zed 9", "64 cores")
    assert [(problem.line, problem.skipped) for problem in intake.problems] == [(2, False)]


def test_import_does_not_load_the_libraries() -> None:
    code = (
        "import sys, extractor.articles; print([m for m in ('yaml', 'feedparser', 'trafilatura') if m in sys.modules])"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == "[]"
