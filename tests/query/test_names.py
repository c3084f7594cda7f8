from __future__ import annotations

import pytest

from extractor.facts import Entity
from extractor.query import AmbiguousEntityError, KnowledgeGraph, UnknownEntityError
from extractor.query.names import NameIndex, fold

ENTITIES = (
    Entity("technology:hopper", "TECHNOLOGY", "Hopper"),
    Entity("chip:hopper", "CHIP", "Hopper"),
    Entity("chip:h100", "CHIP", "H100", ("Hopper GPU", "Nvidia H100")),
    Entity("chip:gh200", "CHIP", "GH200", ("Hopper GPU",)),
    Entity("system:nvidia-h100", "SYSTEM", "NVIDIA-H100"),
)


@pytest.fixture
def index() -> NameIndex:
    return NameIndex(ENTITIES)


@pytest.mark.parametrize(
    "name", ["chip:graviton4", "AWS Graviton4", "graviton 4", "GRAVITON-4", "Graviton‑4", "Ｇraviton4"]
)
def test_spelling_does_not_count(graph: KnowledgeGraph, name: str) -> None:
    assert graph.entity(name).id == "chip:graviton4"


def test_the_id_comes_before_the_name_and_the_name_before_the_alias(index: NameIndex) -> None:
    assert index.one("chip:hopper").id == "chip:hopper"
    assert index.one("nvidia h100").id == "system:nvidia-h100"


def test_an_ambiguous_name_tells_its_candidates(index: NameIndex) -> None:
    with pytest.raises(AmbiguousEntityError, match="chip:hopper") as caught:
        index.one("hopper")
    assert set(caught.value.candidates) == {"technology:hopper", "chip:hopper"}
    assert [entity.id for entity in index.find("hopper gpu")] == ["chip:h100", "chip:gh200"]


def test_an_unknown_name_tells_near_ones(index: NameIndex) -> None:
    with pytest.raises(UnknownEntityError, match="near are H100") as caught:
        index.one("H10")
    assert "H100" in caught.value.near
    with pytest.raises(UnknownEntityError, match=r"no entity 'zzz'; `extract query GRAPH --entities` lists the names$"):
        index.one("zzz")


def test_the_catalogue_knows_names_that_no_text_uses() -> None:
    index = NameIndex(
        [Entity("org:amd", "ORG", "AMD"), Entity("org:nvidia", "ORG", "Nvidia", ("Advanced Micro Devices",))]
    )
    assert index.one("nvidia corporation").id == "org:nvidia"
    assert index.one("Advanced Micro Devices").id == "org:nvidia", "what the texts call so comes first"
    alone = NameIndex([index.ids["org:amd"]])
    assert alone.one("advanced micro devices").id == "org:amd"
    assert alone.near("Advanced Micro Devises") == ("AMD",)


@pytest.mark.parametrize("name", ["", " ", "-"])
def test_an_empty_name_is_unknown(index: NameIndex, name: str) -> None:
    with pytest.raises(UnknownEntityError):
        index.find(name)


def test_names_of_other_scripts_stay_apart() -> None:
    assert fold("华为") != fold("中芯")
    assert fold("RTX 4090") != fold("RTX 4080")
