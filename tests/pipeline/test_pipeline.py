"""The whole pipeline: its wiring, a user's own data, exact offsets, and text that nobody would print."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from extractor.articles.article import Article
from extractor.catalogue import load_catalogue
from extractor.ontology import load_ontology
from extractor.pipeline import Reading, read
from extractor.pipeline.build import build_pipeline
from tests.growth import growth

from .conftest import Parse
from .helpers import facts


def test_every_component_finds_what_it_needs(nlp: Language) -> None:
    problems = {name: found for name, found in nlp.analyze_pipes()["problems"].items() if found}
    problems.pop("dates", None)  # see below
    assert problems == {}


def test_the_date_component_finds_what_it_needs(nlp: Language) -> None:
    assert nlp.analyze_pipes()["problems"]["dates"] == []


def test_every_component_is_described(nlp: Language) -> None:
    for name, component in nlp.pipeline:
        assert nlp.get_pipe_meta(name).assigns, f"{name} declares nothing that it writes"
        assert type(component).__doc__, name


def test_facts_of_plain_sentences(parse: Parse) -> None:
    doc = parse("Nvidia announced the H200 on Monday. The chip follows the H100.")
    assert {("Nvidia", "announces", "H200"), ("Nvidia", "makes", "H200")} <= facts(doc)


# A new predicate, its words, its rule, a new type, a new noun, and names for it: YAML and nothing else.
OWN = {
    "types.yaml": """
types:
  AWARD: {label: award, description: A prize., nouns: [trophy]}
""",
    "predicates.yaml": """
predicates:
  wins: {kind: relation, domain: [ORG, CHIP], range: [AWARD], description: Is given the award.}
""",
    "lexicon/mine.yaml": """
my_win: ["~scoop", "walks home with", "walked home with"]
""",
    "rules/mine.yaml": """
wins:
  - name: my-win
    match: "<subject:ORG,CHIP> ..4 @my_win ..3 <object:AWARD>"
    confidence: 0.85
""",
}
OWN_NAMES = """
source: invented
entries:
  - {name: Golden Wafer, type: AWARD}
  - {name: Quillmark, type: ORG}
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("own")
    for name, content in OWN.items():
        (folder / "ontology" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "ontology" / name).write_text(content, encoding="utf-8")
    (folder / "catalogue").mkdir()
    (folder / "catalogue" / "mine.yaml").write_text(OWN_NAMES, encoding="utf-8")
    return folder / "ontology", folder / "catalogue"


def test_a_new_predicate_needs_yaml_alone(own: tuple[Path, Path]) -> None:
    article = Article(
        "", "On Monday Quillmark scooped the Golden Wafer. Later the H100 walked home with a Kestrix trophy.", "a.md"
    )
    reading = read(article, *own)
    said = {
        (reading.entities[s.subject].name, s.predicate, reading.entities[s.object or 0].name, s.by, s.confidence)
        for s in reading.statements
        if s.predicate == "wins"
    }
    assert said == {
        ("Quillmark", "wins", "Golden Wafer", "my-win", 0.85),
        ("H100", "wins", "Kestrix", "my-win", 0.85),
    }


def test_own_data_do_not_leak_into_the_built_in_pipeline(own: tuple[Path, Path]) -> None:
    article = Article("", "On Monday Nvidia scooped the Golden Wafer.", "a.md")
    read(article, *own)
    assert "wins" not in load_ontology().predicates
    assert "org:quillmark" not in load_catalogue(load_ontology()).entries
    assert [s for s in read(article).statements if s.predicate == "wins"] == []


def check(article: Article) -> Reading:
    """Read an article and see that every offset in the Reading is exact."""
    reading, text = read(article), article.text
    for entity in reading.entities:
        assert entity.mentions, entity
        assert list(entity.mentions) == sorted(set(entity.mentions))
        for mention in entity.mentions:
            assert mention.text == text[mention.start : mention.end] != "", (mention, text)
    for statement in reading.statements:
        assert 0 <= statement.start < statement.end <= len(text), (statement, text)
        for start, end, role in statement.spans:
            assert statement.start <= start < end <= statement.end, (statement, role, text)
        for index in (statement.subject, statement.object, statement.attributed_to):
            assert index is None or 0 <= index < len(reading.entities)
        assert 0 < statement.confidence <= 1
    return reading


NEWS = """Zorblax Systems unveils its first chip

Zorblax Systems announced the Kestrix VX2 accelerator on Monday. The chip, made by TSMC in a 5nm process, has 96 cores
and 192 GB of HBM3 memory, the company said. Its predecessor, the Kestrix VX1, had 80 GB.

"It is 2.5 times faster than the Nvidia H100," said Rolanda Vesk, chief executive of Zorblax Systems. Vesk expects
shipments in the second quarter of 2027. AMD, Intel and Nvidia declined to comment.
- Price: $9,999
- Power: up to 350 W
"""


def test_offsets_of_a_whole_article_are_exact() -> None:
    reading = check(Article("Zorblax", NEWS, "a.md", published="2026-11-20"))
    assert len(reading.entities) >= 8
    assert len(reading.statements) >= 5


HOSTILE = {
    "empty": "",
    "blank": " \n\t\r\n ",
    "one full stop": ".",
    "signs": "… — – ( ) [ ] ' \" ’ “ ” / & % $ # @ *",
    "pronoun alone": "It.",
    "NUL": "Nvidia\0 announced\0 the H100\0.",
    "CRLF": "Nvidia announced the H100.\r\nIts chip is fast.\r\n\r\nAMD makes it.\r",
    "emoji": "🚀 Nvidia 🚀 announced the 🔥H100🔥 👩‍🔬 today 🇩🇪.",
    "combining marks": "Nvi\u0301dia announced the H1\u030100 and Ze\u0301phyr\u0308.",
    "right to left": "שלום Nvidia announced the H100 \u202eesrever\u202c مرحبا.",
    "zero width": "Nvi\u200bdia announced the \ufeffH100\u200d.",
    "no-break blanks": "Nvidia\u00a0announced\u00a0the\u00a0H100.",
    "other line ends": "Nvidia announced\u2028the H100\u2029 and\x0b the\x0c H200\x85.",
    "private use": "Nvidia \ue000ORG:0\ue001 announced the \ue000CHIP:99\ue001 H100.",
    "lower grows in length": "İİİ Nvidia announced the İ H100. ẞẞ",
    "ligatures": "Nvidia announced the ﬁrst H100 and ŉ ǆ.",
    "full width": "Ｎｖｉｄｉａ announced the Ｈ１００ with １２ cores.",
    "brackets without end": "((((((Nvidia (((((H100",
    "names only": "Nvidia AMD Intel TSMC H100 H200 Graviton4",
    "one name again and again": "Nvidia " * 400,
    "list of names": ", ".join(["Nvidia", "AMD", "H100", "Zorblax Inc."] * 60),
    "markup": "<p>Nvidia &amp; <b>AMD</b></p> http://x.y/Nvidia?H100=1#AMD",
    "very long word": "Nvidia" + "x" * 5000 + " H100",
    "numbers": "1 2 3 4.5 6,000 7/8 9-10 $11 12% 13x 14 GB " * 20,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
@pytest.mark.parametrize("title", ["", "Nvidia (AMD"], ids=["no title", "title"])
def test_hostile_texts(title: str, text: str) -> None:
    check(Article(title, text, "a.md", published="2026-03-04"))


@pytest.mark.parametrize("unit", ["a", "9", "\u0301", "Zorblax ", "x7 ", "- ", "., ", "it "], ids=repr)
def test_a_line_of_100_kb(unit: str) -> None:
    def line(length: int) -> str:
        return f"Nvidia announced the H100 {unit * (length // len(unit))} and AMD."

    def read_line(text: str) -> None:
        check(Article("", text, "a.md"))

    assert growth(read_line, line(25_000), line(100_000)) < 10, "4 times the text"


@pytest.mark.parametrize(("piece", "count"), [("it ", 3_000), ("(", 800)], ids=["words", "brackets"])
def test_the_time_for_sentences_grows_with_the_length_only(parse: Parse, piece: str, count: int) -> None:
    def sentences(text: str) -> None:
        parse(text, "sentence_boundaries")

    assert growth(sentences, piece * count, piece * 4 * count) < 10, "4 times the text"


FRAGMENTS = st.sampled_from(
    [
        "Nvidia",
        "H100",
        "Graviton",
        "4",
        "graviton-4",
        "its",
        "the company",
        "It",
        "it",
        "\r\n",
        "\n",
        "\n\n",
        " ",
        "  ",
        "\t",
        "\0",
        "\u00a0",
        "\u200b",
        "é",
        "e\u0301",
        "🚀",
        "👩‍🔬",
        "שלום",
        "\u202e",
        ".",
        ",",
        "(",
        ")",
        '"',
        "“",
        "”",
        "’s",
        "'s",
        "-",
        "—",
        "…",
        "4.8 TB/s",
        "$3.5 billion",
        "192 GB",
        "Q1 2026",
        "in May",
        "Inc.",
        "U.S.",
        "announced",
        "ships",
        "is made by",
        "TSMC",
        "than",
        "2x",
        "faster",
        "chip",
        "supercomputer",
        "Summit",
        "Grace",
        "Arm",
        "-based",
        "Dr.",
        "Rolanda Vesk",
        "said",
        "(TSMC)",
        "7nm",
        "7-nanometer",
        "%",
        "\ue000",
        "\ue001",
        "\ufeff",
        "İ",
        "ß",
        "ﬁ",
        "iPhone",
        "x86",
        "AWS",
        "re:Invent",
        "/",
        "&",
        "and",
        "Ryzen 9",
        "7950X3D",
        "of",
        "University",
        "according to",
        "CEO",
        "A",
        "I",
        "acquired",
        "invests",
        "compared with",
        "series",
    ]
)
TEXTS = st.lists(st.tuples(FRAGMENTS, st.sampled_from(["", " "])), max_size=40).map(
    lambda parts: "".join(a + b for a, b in parts)
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from(["", "Nvidia news", "The H100"]), st.sampled_from([None, "2026-03-04"]))
@example("Grace CPU", "", None)
def test_pieces_of_news_in_any_order(text: str, title: str, published: str | None) -> None:
    check(Article(title, text, "a.md", published=published))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120))
def test_any_text(text: str) -> None:
    check(Article("", text, "a.md"))


def test_a_users_units_quantities_and_dates_are_found_in_text(tmp_path: Path) -> None:
    (tmp_path / "units.yaml").write_text(
        "dimensions: {zorbness: zorb}\n"
        "units: [{symbol: zorb, dimension: zorbness, factor: 1, spellings: [zorb, zorbs]}]\n"
    )
    (tmp_path / "quantities.yaml").write_text("magnitudes: {zillion: 5}\n")
    (tmp_path / "dates.yaml").write_text("months: {Zorbuary: 2}\n")
    doc = build_pipeline(tmp_path)("The H100 has 50 zorbs and 2 zillion transistors. It ships on 3 Zorbuary 2026.")
    assert [(q.quantity.amount, q.quantity.unit) for q in doc._.quantities] == [(50, "zorb"), (10, "")]
    assert [date.value for date in doc._.dates] == ["2026-02-03"]
