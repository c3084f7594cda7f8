"""Every quote, mention and span stands in its article to the letter, however hostile the text."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import extractor
from extractor.graph import Document, check_document, dumps
from extractor.ontology import load_ontology
from tests.shared import SHARED

ROOT = Path(__file__).parents[1]
EVALUATION = SHARED / "evaluation"
ONTOLOGY = load_ontology()
TITLE = "Chips of the week"

HOSTILE = {
    "emoji": "\U0001f680",
    "family": "\U0001f469\u200d\U0001f469\u200d\U0001f466",
    "flag": "\U0001f1e9\U0001f1ea",
    "combining": "e\u0301o\u0308Z\u0351\u036b\u0343",
    "starts combining": "\u0301",
    "crlf": "\r\n",
    "cr": "\r",
    "other line ends": "\x0b\x0c\x85\u2028\u2029",
    "escape": "\x1b[31m",
    "rtl": "\u202e\u05e9\u05dc\u05d5\u05dd\u202c\u200f",
    "zero-width": "\u200b\u200c\u200d\u2060\ufeff",
    "soft hyphen": "\xad",
    "blanks": "\u00a0\u2009\u3000\t ",
    "grows when lower": "\u0130\u1e9e\ufb01\u01c5",
    "written wide": "\uff28\uff11\uff10\uff10\u2460\xb2",
    "surrogate": "\ud83d",
    "surrogate pair": "\ud83d\ude80",
    "noncharacter": "\ufffe\uffff\U0010ffff",
    "astral letters": "\U0001d5d4\U00020000",
    "long line": "data centre " * 200,
    "long word": "x" * 3000,
    "html": "<b>&amp;&lt;&#x1F680;</i><br",
    "markdown": "**_[`](http://example.com/)",
    "rule": "\n---\n",
    "fence": "\n```\n",
    "quotes": "\u201c\u2018\xab\"'\u2019s",
    "signs": "-\u2011\u2013\u2014/%$\u20ac\xb5\xd7\u2212",
}
SWALLOW = ["\0", "<!--", "<script>", "<div>\n", "    ", "> ", "| --- |"]  # what follows, or the whole file, is no text
NAMES = [
    "Nvidia", "AWS", "Graviton4", "Graviton 4", "Graviton-4", "H100", "H100s", "GH200 Grace Hopper", "Instinct MI300X",
    "Lisa Su", "TSMC", "HBM3e", "NVLink", "Core Ultra 9 285K", "DGX H100", "the company", "Its successor", "Arm's",
]  # fmt: skip
WORDS = [
    " announced ", " has ", "96 cores", "192 GB of HBM3", "4.8 TB/s", "4x faster than ", "3 nm", "up to 40%", " and ",
    " is delayed to the second quarter of 2024", " said ", " acquired ", " for $4.9 billion", ". ", ", ", " ", "\n\n",
    "\n", " at CES 2026 in Las Vegas", "in March", " twice as fast as the H100", " competes with ", " will supply ",
]  # fmt: skip
SENTENCES = ["Nvidia announced the H100, a GPU with 80 GB of HBM3. ", "AWS said Graviton4 has 96 cores. "]


def inexact(document: Document) -> list[str]:
    """What does not stand in its article, a line each; spans must also lie inside their quote."""
    texts = {article.id: article.text for article in document.articles}
    mentions = [
        f"{entity.id}: {mention}"
        for entity in document.entities
        for mention in entity.mentions
        if texts[mention.article][mention.start : mention.end] != mention.text or mention.text.strip() != mention.text
    ]
    evidence = [(fact.id, piece) for fact in document.facts for piece in fact.evidence]
    quotes = [f"{key}: {e}" for key, e in evidence if texts[e.article][e.start : e.end] != e.quote or not e.quote]
    spans = [
        f"{key}: {role} {texts[e.article][start:end]!r} in {e.quote!r}"
        for key, e in evidence
        for start, end, role in e.spans
        if not e.start <= start < end <= e.end
    ]
    return mentions + quotes + spans


def hold(document: Document) -> None:
    assert inexact(document) == []
    assert check_document(document.to_dict(), ONTOLOGY) == []


def dev_texts(folder: Path) -> Path:
    script = EVALUATION / "make_articles.py"
    texts = sorted((EVALUATION / "dev").glob("*/texts"))
    subprocess.run([sys.executable, script, "--out", folder, *texts], check=True)
    return folder


SETS: dict[str, Callable[[Path], Path]] = {
    "samples": lambda folder: ROOT / "samples",
    "seed": lambda folder: SHARED / "articles" / "seed.md",
    "2020": lambda folder: SHARED / "articles" / "2020",
    "dev": dev_texts,
}


@pytest.mark.parametrize("name", SETS)
def test_real_articles(name: str, tmp_path: Path) -> None:
    if name != "samples" and not SHARED.is_dir():
        pytest.skip("needs the shared articles")
    document = extractor.extract(SETS[name](tmp_path)).document
    assert document.facts
    hold(document)
    assert Document.from_dict(json.loads(dumps(document))) == document


def read(text: str, title: str | None = TITLE, suffix: str = ".md") -> Document:
    """The document of one file; half surrogate pairs go into Markdown as the bytes that some programs write."""
    front = f"---\ntitle: {json.dumps(title)}\n---\n" if title is not None else ""
    content = json.dumps({"title": title, "text": text}) if suffix == ".json" else front + text
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a{suffix}")
        path.write_bytes(content.encode("utf-8", "surrogatepass"))
        try:
            return extractor.extract(path).document
        except extractor.NothingReadError:  # a text of nothing
            return Document()


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("place", ["{}\n\nAWS said Graviton4 has 96 cores.", "AWS said {} Graviton4 has 96 cores. {}"])
def test_facts_survive(place: str, piece: str) -> None:
    document = read(place.replace("{}", HOSTILE[piece]))
    hold(document)
    assert len(document.articles) == 1
    mentions = {entity.id: entity.mentions[0].text for entity in document.entities}
    assert mentions.get("chip:graviton4") == "Graviton4"
    assert "core_count" in {fact.attribute for fact in document.facts} or place.startswith("AWS")


pieces = st.one_of(
    *(st.sampled_from(some) for some in (NAMES, WORDS, [*HOSTILE.values()], SENTENCES)),
    st.sampled_from(NAMES),
    st.sampled_from([*SWALLOW, "\n\n"]),
    st.text(max_size=3),
)
texts = st.lists(pieces, max_size=25).map("".join)


@settings(max_examples=300, deadline=None)
@given(texts, st.none() | texts.map(lambda text: text[:150]), st.sampled_from([".md", ".json"]))
@example("Nvidia\0 announced\r\nthe \u202eH100\u0301, a \U0001f680 GPU with 80\u200b GB.", "\ud83d\ude80 H100", ".json")
def test_assembled_texts(text: str, title: str | None, suffix: str) -> None:
    document = read(text, title, suffix)
    hold(document)
    assert Document.from_dict(json.loads(dumps(document))) == document
