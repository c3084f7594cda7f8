from __future__ import annotations

import pickle
import subprocess
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import extractor
from extractor.errors import DataError, NothingReadError, Problem, UsageError
from extractor.graph import check_document, dumps, example_document, save

EXAMPLE = example_document()


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The lower half replaced by one that finds the example."""
    seen: dict[str, Any] = {}
    intake = SimpleNamespace(articles=list(EXAMPLE.articles), problems=[Problem("news/bad.md", 3, "is empty")])

    def read_all(articles: list[Any], **options: Any) -> list[Any]:
        seen.update(options)
        if options["progress"]:
            options["progress"](2, 2)
        return [SimpleNamespace(failure=None) for _ in articles]

    def read_articles(inputs: list[str], **options: Any) -> SimpleNamespace:
        seen["inputs"] = inputs
        return intake

    linked = SimpleNamespace(entities=list(EXAMPLE.entities), facts=list(EXAMPLE.facts), copies=dict(EXAMPLE.copies))
    fakes = {
        "pipeline.read_all": read_all,  # first: it imports the pipeline, which must not find the others replaced
        "resolve.link": lambda articles, readings, catalogue, symmetric, verdicts: linked,
        "articles.read_articles": read_articles,
        "api.load_knowledge": lambda ontology=None, catalogue=None: (SimpleNamespace(predicates={}), "catalogue"),
    }
    for name, fake in fakes.items():
        monkeypatch.setattr(f"extractor.{name}", fake)
    return seen


def test_extract(calls: dict[str, Any], tmp_path: Path) -> None:
    done: list[tuple[int, int]] = []
    graph = extractor.extract(
        tmp_path, workers=2, catalogue=tmp_path, progress=lambda at, total: done.append((at, total))
    )
    assert graph.document == EXAMPLE
    assert graph.problems == (Problem("news/bad.md", 3, "is empty"),)
    assert done == [(2, 2)]
    assert calls["inputs"] == [str(tmp_path)]
    assert (calls["workers"], calls["catalogue_dir"], calls["ontology_dir"]) == (2, tmp_path, None)


def test_inputs_may_be_one_or_many(calls: dict[str, Any]) -> None:
    extractor.extract("a.md")
    assert calls["inputs"] == ["a.md"]
    extractor.extract(name for name in ("a.md", Path("b.md")))
    assert calls["inputs"] == ["a.md", "b.md"]


def test_uncertain_facts_are_left_out(calls: dict[str, Any]) -> None:
    graph = extractor.extract("a.md", min_confidence=0.9)
    assert min(fact.confidence for fact in graph) == 0.9
    assert len(graph.entities()) == len(EXAMPLE.entities)


@pytest.mark.parametrize(
    "wrong",
    [{"inputs": []}, {"workers": 0}, {"min_confidence": 1.5}, {"ontology": "no/such"}, {"catalogue": "no/such"}],
)
def test_wrong_arguments(calls: dict[str, Any], wrong: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        extractor.extract(**{"inputs": ["a.md"], **wrong})
    assert "inputs" not in calls


def test_load(tmp_path: Path) -> None:
    save(EXAMPLE, tmp_path / "graph.json.gz")
    graph = extractor.load(tmp_path / "graph.json.gz")
    assert graph.document == EXAMPLE
    graph.save(tmp_path / "again.json")
    assert (tmp_path / "again.json").read_text(encoding="utf-8") == dumps(EXAMPLE)


def test_load_names_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "graph.json").write_text("{", encoding="utf-8")
    with pytest.raises(DataError, match="line 1, column 2"):
        extractor.load(tmp_path / "graph.json")


def test_public_names() -> None:
    assert set(extractor.__all__) <= set(dir(extractor))
    for name in extractor.__all__:
        assert getattr(extractor, name) is getattr(extractor, name)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        extractor.nothing  # noqa: B018


def test_packages_are_there_after_the_import_alone() -> None:
    code = "import extractor; print(extractor.export.export.__name__, extractor.query.Facts.__name__)"
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "export Facts\n"
    assert {"export", "query"} <= set(dir(extractor))


def test_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingReadError, match=r"empty: no article files.*; no/such: no such file or folder") as caught:
        extractor.extract(["no/such", tmp_path / "empty"])
    assert [problem.skipped for problem in caught.value.problems] == [True, True]
    assert pickle.loads(pickle.dumps(caught.value)).problems == caught.value.problems


def test_the_version_is_that_of_the_project() -> None:
    project = Path(__file__).parents[1] / "pyproject.toml"
    assert tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"] == extractor.__version__


def test_importing_costs_nothing() -> None:
    code = "import sys, extractor; print(*{'spacy', 'networkx', 'yaml', 'rich', 'typer', 'numpy'} & {*sys.modules})"
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "\n"


def test_the_whole_way(tmp_path: Path) -> None:
    first = "---\ntitle: AWS Graviton4\ndate: 2023-11-28\n---\nAWS announced Graviton4, a chip with 96 cores.\n"
    second = "---\ntitle: Nvidia H100\n---\nNvidia introduced the H100 GPU with 80 GB of HBM3 memory.\n"
    for name, text in (("a.md", first), ("b.md", second)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    names = [tmp_path / "a.md", tmp_path / "b.md"]
    graph = extractor.extract(names)
    assert check_document(graph.document.to_dict()) == []
    assert len(graph.articles) == 2
    assert graph.entity("Graviton 4").type == "CHIP"
    assert dumps(extractor.extract(names[::-1], workers=2).document) == dumps(graph.document)
