"""The corpus is what its sources say, and every annotation keeps the ontology's rules."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from extractor.ontology import load_ontology
from models.corpus import build
from models.corpus.build import merged, read
from models.corpus.notation import NotationError, blocks, passage

PASSAGE = """id: x1
date: 2024-03-18
title: Nvidia unveils Blackwell
text: Nvidia says its B200 is up to 4 times faster than the H100.
c ORG Nvidia
b CHIP B200
h CHIP H100
c announces b
b compares_to h performance 4 x ~ planned; by=c; bound=up to
b has_spec memory_capacity 192 GB
b has_status available 2024-Q4"""


def test_the_file_is_what_the_sources_say() -> None:
    assert read() == merged()


def test_every_mention_is_in_its_text_and_every_fact_allowed() -> None:
    ontology = load_ontology()
    for one in read():
        text = one["title"] + "\n\n" + one["text"]
        types = {entity["id"]: entity["type"] for entity in one["entities"]}
        assert all(mention in text for entity in one["entities"] for mention in entity["mentions"]), one["id"]
        for fact in one["facts"]:
            allowed = ontology.predicates[fact["p"]].allows(types[fact["s"]], types.get(fact.get("o") or ""))
            assert allowed, (one["id"], fact)


def test_every_unit_is_in_the_table_and_every_speaker_in_the_text() -> None:
    units = load_ontology().units.units
    for one in read():
        text = one["title"] + "\n\n" + one["text"]
        keys = {entity["id"] for entity in one["entities"]}
        for fact in one["facts"]:
            assert fact.get("unit", "") in units, (one["id"], fact)
            speaker = fact.get("attributed_to")
            assert speaker is None or speaker in keys or speaker in text, (one["id"], fact)


def test_the_datasheet_has_the_figures_of_the_file() -> None:
    passages, sheet = read(), (build.FOLDER / "README.md").read_text(encoding="utf-8")
    facts = [fact for one in passages for fact in one["facts"]]
    predicates = Counter(fact["p"] for fact in facts)
    modalities = Counter(fact["modality"] for fact in facts)
    figures = [
        f"{len(passages):,} annotated passages",
        f"{len(facts):,} facts",
        f"at least {min(predicates.values())} times, `makes` {predicates['makes']:,}",
        f"`has_spec` {predicates['has_spec']:,}",
        *(f"{count:,} {name}" for name, count in modalities.items()),
        f"{sum(not one['facts'] for one in passages)} passages without any fact",
    ]
    assert [figure for figure in figures if figure not in " ".join(sheet.split())] == []


def test_every_predicate_is_there_often_enough() -> None:
    counts = Counter(fact["p"] for one in read() for fact in one["facts"])
    assert {name: counts[name] for name in load_ontology().predicates if counts[name] < 400} == {}


def test_a_passage_is_compiled() -> None:
    ((first, lines),) = blocks(PASSAGE)
    record = passage(lines, first, "x.txt", load_ontology())
    assert [entity["type"] for entity in record["entities"]] == ["ORG", "CHIP", "CHIP"]
    assert record["facts"][1] == {
        "s": "b", "p": "compares_to", "o": "h", "metric": "performance", "value": 4, "unit": "x",
        "modality": "planned", "attributed_to": "c", "bound": "up to",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("b CHIP B200", "b CHIP B300", "not in the text"),
        ("c announces b", "c announces z", "unknown key"),
        ("c announces b", "b announces c", "not allowed"),
        ("c announces b", "c praises b", "unknown type or predicate"),
        ("memory_capacity 192", "smell 192", "unknown attribute"),
        ("available 2024-Q4", "available Q4", "is not like"),
        ("192 GB", "192 GiB", "unknown unit 'GiB'; its symbol is GB"),
        ("192 GB", "11 rank", "unknown unit 'rank' in"),
        ("bound=up to", "bounds=up to", "'bounds=up to' is no qualifier"),
        ("bound=up to", "attributed_to=c", "is no qualifier"),
        ("bound=up to", "bound=", "is no qualifier"),
        ("by=c", "by=Reuters", "by=Reuters is neither a key nor in the text"),
        ("by=c", "by=vidia", "by=vidia is neither"),
        ("planned; by=c", "by=c; maybe", "unknown modality 'maybe'"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(old: str, new: str, reason: str) -> None:
    ((first, lines),) = blocks(PASSAGE.replace(old, new))
    with pytest.raises(NotationError, match=rf"x\.txt:\d+: .*{reason}"):
        passage(lines, first, "x.txt", load_ontology())


def test_a_count_has_no_unit_and_a_speaker_may_be_a_name_of_the_text() -> None:
    text = PASSAGE.replace("192 GB", "192").replace("by=c", "by=Nvidia")
    ((first, lines),) = blocks(text)
    facts = passage(lines, first, "x.txt", load_ontology())["facts"]
    assert facts[2]["value"] == 192
    assert facts[2]["unit"] == ""
    assert facts[1]["attributed_to"] == "Nvidia"


def test_a_line_ends_only_at_a_line_feed(tmp_path: Path) -> None:
    ((_, lines),) = blocks(PASSAGE.replace("up to 4", "up to\u2028 4").replace("bound=up to", "bound=up"))
    record = passage(lines, 1, "x.txt", load_ontology())
    assert "\u2028" in record["text"]
    path = tmp_path / "passages.jsonl"
    path.write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    assert read(path) == [record]


def test_a_bad_source_is_one_line_and_exit_code_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.txt").write_text(PASSAGE.replace("192 GB", "192 GiB"), encoding="utf-8")
    monkeypatch.setattr(build, "SOURCES", tmp_path)
    monkeypatch.setattr(build, "CORPUS", tmp_path / "passages.jsonl")
    monkeypatch.setattr("sys.argv", ["build"])
    assert build.main() == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.splitlines() == [
        f"{tmp_path / 'bad.txt'}:10: unknown unit 'GiB'; its symbol is GB in 'b has_spec memory_capacity 192 GiB'"
    ]
    assert not (tmp_path / "passages.jsonl").exists()
