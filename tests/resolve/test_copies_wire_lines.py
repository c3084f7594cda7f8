"""Wire lines go, sentences that only look like them stay; a broken entry is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.errors import DataError
from extractor.resolve.wire_lines import WireLine, plain_title, wire_lines, without_wire_lines

TEXT = "Zorblax ships the Q9 in May."


@pytest.mark.parametrize("line", wire_lines(), ids=lambda line: str(line.name))
def test_every_pattern_takes_its_example_off(line: WireLine) -> None:
    found = {
        "title start": lambda: plain_title(line.example + TEXT, None),
        "title end": lambda: plain_title(TEXT + line.example, None),
        "line start": lambda: without_wire_lines(line.example + TEXT),
        "line end": lambda: without_wire_lines(TEXT + line.example),
        "line": lambda: without_wire_lines(f"{line.example}\n{TEXT}"),
    }[line.where]()
    assert found.strip() == TEXT


@pytest.mark.parametrize(
    "text",
    [
        "Reuters has bought 40 Q9 systems for its newsroom.",
        "By May the Q9 will be in every shop in Lund.",
        "The article of the statute that was first cited is the third.",
        "Copyright law does not cover a chip's layout.",
        "Q9 (formerly Tern) ships in May.",
        "Updates with fixes come each month.",
        "The Q9 - a chip with 96 cores - ships in May.",
        "Readers subscribe to the paper by post.",
    ],
)
def test_sentences_that_only_look_like_it_stay(text: str) -> None:
    assert without_wire_lines(text) == text


@pytest.mark.parametrize(
    ("title", "source", "plain"),
    [
        ("RPT-UPDATE 2-Zorblax ships the Q9", None, "Zorblax ships the Q9"),
        ("Zorblax ships the Q9 | Chip Daily", "chipdaily.example", "Zorblax ships the Q9"),
        ("Zorblax ships the Q9 | Chip Daily", "other.example", "Zorblax ships the Q9 | Chip Daily"),
        ("Zorblax roadmap - Tern", "chipdaily.example", "Zorblax roadmap - Tern"),
        ("Exclusive: Zorblax ships the Q9 - sources", None, "Zorblax ships the Q9"),
        ("Reuters buys a Q9", None, "Reuters buys a Q9"),
    ],
)
def test_titles(title: str, source: str | None, plain: str) -> None:
    assert plain_title(title, source) == plain


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("agencies: [UPI]", "wire lines: lines must be a list"),
        ("agencies: UPI\nlines: []", "agencies must be a list of texts"),
        ("agency: [UPI]\nlines: []", "unknown key 'agency'"),
        ("lines: [{name: slug, where: middle, pattern: a, example: a}]", "slug: where must be one of title start"),
        ("lines: [{name: slug, where: line, pattern: '(', example: a}]", "slug: pattern is no regular expression"),
        ("lines: [{name: slug, where: line, pattern: 'a?', example: a}]", "slug: pattern must not match nothing"),
        ("lines: [{name: slug, where: line, pattern: a}]", "slug: example must be a text"),
        ("lines: [{name: slug, where: line, pattern: a, example: a, places: b}]", "slug: unknown key 'places'"),
        ("lines: [{where: line}]", "line 1: pattern must be a text"),
    ],
)
def test_a_broken_file_names_the_entry(tmp_path: Path, content: str, complaint: str) -> None:
    file = tmp_path / "wire_lines.yaml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=complaint.replace("(", r"\(")) as caught:
        wire_lines(file)
    assert caught.value.file == str(file)
