"""What a run would refuse: every broken rule and file, not only the first."""

from __future__ import annotations

from pathlib import Path

from extractor.pipeline.rules.validate import problems


def test_the_built_in_data_has_no_problems() -> None:
    assert list(problems(None)) == []


def test_every_problem_is_found(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "mine.yaml").write_text(
        'makes:\n  - {name: one, match: "<subject:ORG> @zorbling"}\n  - {name: two, match: "<subject:TREE> x"}\n'
    )
    (tmp_path / "values.yaml").write_text("weights: {spec: [1]}\n")
    (tmp_path / "quantities.yaml").write_text("numbers: {zorb: x}\n")
    (tmp_path / "dates.yaml").write_text("months: {Zorbuary: 13}\n")
    found = [(Path(error.file).name, error.entry) for error in problems(tmp_path)]
    assert found == [
        ("mine.yaml", "one"),
        ("mine.yaml", "two"),
        ("values.yaml", "weights.spec"),
        ("quantities.yaml", "numbers"),
        ("dates.yaml", "months"),
    ]


def test_an_ontology_that_cannot_be_loaded_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "types.yaml").write_text("types: 3\n")
    assert len(list(problems(tmp_path))) == 1
