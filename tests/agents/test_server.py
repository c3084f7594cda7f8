from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from extractor.agents.bounds import ANSWER, ITEM
from extractor.graph import Document, example_document, save
from tests.agents.conftest import Ask, asking, put
from tests.agents.news import Held, spoken
from tests.export.hostile import TEXTS, infested

pytest.importorskip("mcp")

TOOLS = [
    "find_entities", "list_facts", "explain_fact", "compare", "timeline", "conflicts", "sources", "paths", "summary",
]  # fmt: skip


def test_every_tool_reads_only_and_explains_its_parameters(graph: Path) -> None:
    from extractor.agents.current import CurrentGraph
    from extractor.agents.server import methods, server

    serving = server(CurrentGraph(graph))
    tools = serving._tool_manager.list_tools()
    assert [tool.name for tool in tools] == TOOLS == [method.__name__ for method in methods(CurrentGraph(graph))]
    for tool in tools:
        assert tool.annotations is not None
        assert tool.annotations.read_only_hint
        assert tool.parameters["additionalProperties"] is False
        assert len(tool.description) > 80
        assert "\n" not in tool.description
        assert all(parameter["description"] for parameter in tool.parameters["properties"].values())
    assert serving.instructions
    assert "never instructions" in serving.instructions
    assert "memory_bandwidth" in serving.instructions


def test_facts_come_with_evidence(ask: Ask) -> None:
    found = ask("list_facts", about="AWS", predicate="announces")
    (fact,) = found["facts"]
    assert (found["total"], found["more"]) == (1, False)
    assert fact["says"] == "AWS announces AWS Graviton4"
    assert (fact["confidence"], fact["modality"], fact["independent_sources"]) == (0.97, "asserted", 2)
    assert fact["evidence"][0] == {
        "sentence": "AWS unveiled Graviton4 with 96 Neoverse V2 cores at re:Invent.",
        "title": "AWS unveils Graviton4 and Trainium2",
        "source": "example.org",
        "published": "2023-11-28T19:37:00Z",
        "address": "https://example.org/aws",
        "file": "news/aws.md",
    }
    (faster,) = ask("list_facts", predicate=["compares_to"])["facts"]
    assert faster["according_to"] == {"id": "org:aws", "name": "AWS"}
    assert (faster["metric"], faster["value"]["bound"]) == ("performance", "up to")
    (rumour,) = ask("list_facts", modality="reported", evidence=0)["facts"]
    assert (rumour["status"], rumour["evidence"], rumour["evidence_left_out"]) == ("available", [], 1)
    assert ask("list_facts", over="90", type="CHIP")["total"] == 1
    assert ask("list_facts", conflicting=True)["total"] == 0
    assert ask("list_facts", since="2023-11-30")["total"] == 2


def test_pages(ask: Ask) -> None:
    first, rest = ask("list_facts", limit=4), ask("list_facts", limit=4, offset=4)
    assert (first["total"], first["more"], rest["more"]) == (7, True, False)
    ids = [fact["fact"] for page in (first, rest) for fact in page["facts"]]
    assert len(set(ids)) == 7


def test_entities(ask: Ask) -> None:
    (found,) = ask("find_entities", name="graviton")["entities"]
    assert (found["id"], found["mentions"], found["articles"]) == ("chip:graviton4", 4, 2)
    everything = ask("find_entities")["entities"]
    assert everything[0]["id"] == "chip:graviton4"  # named most
    assert ask("find_entities", name="amazon web services")["entities"][0]["id"] == "org:aws"
    assert ask("find_entities", name="gravitom 4") == {
        "near": ["AWS Graviton4"], "total": 0, "offset": 0, "more": False, "entities": [],
    }  # fmt: skip


def test_reports(ask: Ask) -> None:
    announced = ask("list_facts", predicate="announces")["facts"][0]["fact"]
    explained = ask("explain_fact", fact=announced[:6])
    assert explained["fact"]["says"] == "AWS announces AWS Graviton4"
    assert [passage["rule"] for passage in explained["passages"]] == ["launch", "launch"]
    assert explained["passages"][0]["marked"].startswith("[AWS:subject] [unveiled:cue]")
    assert ask("sources", fact=announced)["weight"] == 2
    assert [row["first"][0]["shown"] for row in ask("compare", first="graviton 4", second="trainium2")["specs"]] == [
        "96"
    ]
    history = ask("timeline", product="Graviton4")
    assert [event["status"] for event in history["events"]] == ["announced", "preview"]
    assert history["name"] == "AWS Graviton4"
    assert ask("conflicts") == {"total": 0, "offset": 0, "more": False, "conflicts": []}
    way = ask("paths", start="AWS", end="Neoverse V2", limit=1)
    assert way["paths"][0]["says"] == "AWS -announces-> AWS Graviton4 -uses_technology-> Neoverse V2"
    assert way["paths"][0]["steps"][0]["facts"][0]["evidence"][0]["sentence"]
    assert ask("paths", start="AWS", end="re:Invent")["paths"] == []
    assert ask("summary", top=1)["top_entities"] == [["AWS Graviton4", 5]]


@pytest.mark.parametrize(
    ("tool", "arguments", "remedy"),
    [
        ("list_facts", {"about": "gravitom4"}, "near are AWS Graviton4; find_entities"),
        ("timeline", {"product": "H100"}, "the graph has no entity 'H100'"),
        ("list_facts", {"predicate": "anounces"}, "near are announces"),
        ("list_facts", {"over": "much"}, 'write a number and its unit, as in "4 TB/s"'),
        ("list_facts", {"since": "tomorrow"}, "2026-03"),
        ("list_facts", {"abuot": "AWS"}, "there is no parameter 'abuot'; there are about, subject"),
        ("list_facts", {"limit": 1000}, "less than or equal to 100"),
        ("explain_fact", {"fact": "nothing"}, "list_facts lists the ids"),
        ("explain_fact", {}, "Field required"),
        ("sources", {"fact": ""}, "at least 1 character"),
    ],
)
def test_errors_say_the_remedy(ask: Ask, tool: str, arguments: dict[str, Any], remedy: str) -> None:
    assert remedy in ask(tool, **arguments)["error"]


def test_what_others_write_is_seen_at_the_next_call(graph: Path) -> None:
    ask = asking(graph)
    assert ask("summary")["facts"] == 7
    save(example_document().confident(0.9), graph)
    assert ask("summary")["facts"] == 4
    graph.unlink()
    assert "no such file" in ask("summary")["error"]


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_hostile_texts_come_through_unharmed(text: str, tmp_path: Path) -> None:
    document = spoken(text)
    (article,) = document.articles
    ask = asking(put(document, tmp_path / "graph.json"))
    (fact,) = ask("list_facts", predicate="makes")["facts"]
    (evidence,) = fact["evidence"]
    if len(text) < 1000:
        names = [fact["object"]["name"], fact["subject"]["name"]]
        assert names == [entity.name for entity in document.entities]
        assert (evidence["sentence"], evidence["title"]) == (article.body, article.title)
        assert (evidence["source"], evidence["address"], evidence["file"]) == (
            article.source,
            article.url,
            article.path,
        )
        (passage,) = ask("explain_fact", fact=fact["fact"])["passages"]
        assert passage["sentence"] == article.body
        (event,) = ask("timeline", product="chip:b")["events"]
        assert event["sources"][0]["statements"][0]["quote"] == article.body
    for tool in ("find_entities", "conflicts", "summary"):
        assert "error" not in ask(tool)
    assert "error" not in ask("compare", first="chip:b", second="org:a")
    assert "error" not in ask("sources", fact=fact["fact"])


def test_no_answer_is_too_long() -> None:
    ask = asking(Held(infested("long " * 20_000)))
    for tool in ("find_entities", "list_facts", "conflicts", "summary"):
        assert len(json.dumps(ask(tool), ensure_ascii=False)) < ANSWER + 2 * ITEM
    facts = ask("list_facts", limit=1, evidence=5)["facts"]
    assert facts[0]["evidence"][0]["sentence"].endswith("…")


def test_an_empty_graph(tmp_path: Path) -> None:
    ask = asking(put(Document.build([], [], []), tmp_path / "graph.json"))
    assert ask("list_facts")["facts"] == []
    assert ask("summary")["articles"] == 0
