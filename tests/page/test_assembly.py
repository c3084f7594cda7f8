from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from importlib import resources

from hypothesis import HealthCheck, given, settings
from lxml import html

from extractor.graph import Document, example_document
from extractor.page import page
from extractor.query import KnowledgeGraph
from tests.graph.hostile import documents

CODE = """
import hashlib
from extractor.graph import example_document
from extractor.page import page
from extractor.query import KnowledgeGraph
print(hashlib.sha256(page(KnowledgeGraph(example_document()), "x").encode()).hexdigest())
"""


def made(document: Document) -> str:
    return page(KnowledgeGraph(document), "a </title><script>alert(1)</script> title")


def test_the_same_bytes_under_every_hash_seed() -> None:
    runs = [
        subprocess.run(
            [sys.executable, "-c", CODE], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]


def test_the_policy_names_the_script_and_the_style_and_nothing_else() -> None:
    tree = html.fromstring(made(example_document()))
    policy = tree.xpath("//meta[@http-equiv]/@content")[0]
    assert policy.startswith("default-src 'none'; ")
    for part in (tree.xpath("//script[not(@type)]")[0], tree.xpath("//style")[0]):
        assert base64.b64encode(hashlib.sha256(part.text.encode()).digest()).decode() in policy
    assert not re.search(r"unsafe|https?:|\*", policy)


def test_the_files_ask_for_nothing() -> None:
    folder = resources.files("extractor.page").joinpath("assets")
    for file in folder.iterdir():
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|Function\(", text), file.name
        assert not re.search(r"""fetch\(|XMLHttp|import\(|url\(|@import|src=|\bimport\s|https?://(?!\[\^)""", text), (
            file.name
        )
        assert len(text.splitlines()) <= 150, file.name


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_whatever_the_texts_hold_the_markup_is_ours(document: Document) -> None:
    text = made(document)
    plain = html.fromstring(made(example_document()))
    tree = html.fromstring(text)
    assert [one.tag for one in tree.iter()] == [one.tag for one in plain.iter()]
    data = json.loads(tree.xpath("//script[@id='data']")[0].text)
    assert len(data["facts"]) == 2
    assert len(text.splitlines()) >= len(made(example_document()).splitlines())


def test_an_empty_graph() -> None:
    data = json.loads(html.fromstring(made(Document())).xpath("//script[@id='data']")[0].text)
    assert data["entities"] == data["facts"] == []
