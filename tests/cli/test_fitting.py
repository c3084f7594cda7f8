"""Tables on narrow terminals: columns go before words are broken, and stderr tells which."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.cli.fitting import GAP, fitting, least_widths, shared_out

Extract = Callable[..., Any]
COLUMNS = ("id", "name", "modality", "remark", "sources")
ROWS = [("5f0c2a91b3d4e5f6", "Graviton4", "asserted", "", "wire.example.com"), ("", "H20", "planned", "", "a.example")]


@pytest.mark.parametrize("room", range(20, 70))
def test_what_is_kept_fits_without_breaking_a_word(room: int) -> None:
    kept = fitting(COLUMNS, ROWS, room, 10)
    cells = [[row[place] for place in kept] for row in ROWS]
    names = [COLUMNS[place] for place in kept]
    widths = shared_out(names, cells, room, 10)
    assert all(width >= least for width, least in zip(widths, least_widths(names, cells, 10), strict=True))
    assert sum(widths) + GAP * (len(widths) - 1) <= room or len(kept) == 3
    assert kept[:2] == [0, 1]


def test_columns_without_content_go_first() -> None:
    assert fitting(COLUMNS, ROWS, 49, 10) == [0, 1, 2, 4]
    assert fitting(COLUMNS, ROWS, 48, 10) == [0, 1, 2]
    assert fitting(COLUMNS, ROWS, 80, 10) == [0, 1, 2, 3, 4]
    assert fitting(("a",), [], 1, 10) == [0]


def test_a_narrow_terminal(extract: Extract, graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    result = extract("query", graph)
    assert "uses_technology" in result.stdout
    assert all(len(line) <= 80 for line in re.sub(r"\x1b\[\d*m", "", result.stdout).splitlines())
    assert "no room for" in result.stderr
    assert "sources" in result.stderr
    assert "chip:graviton4" in extract("query", graph, "--entities").stdout, "only ids of facts are cut"


def test_a_path_on_a_terminal_is_a_line_of_arrows(
    extract: Extract, graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractor.cli.query_print.on_terminal", lambda: True)
    lines = extract("query", graph, "--path", "AWS", "Neoverse V2").stdout.splitlines()
    assert lines[0] == "AWS -announces-> AWS Graviton4 -uses_technology-> Neoverse V2"
    assert [line[20:] for line in lines[1:]] == [
        "AWS announces AWS Graviton4", "AWS makes AWS Graviton4", "AWS Graviton4 uses_technology Neoverse V2",
    ]  # fmt: skip
