"""The rules for supplying, making, using, offering, partnering, competing and restricting, on sentences of our own."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extractor.ontology import load_ontology
from extractor.pipeline.build import build_pipeline

PREDICATES = frozenset({"supplies", "partners_with", "competes_with", "restricts", "manufactures", "uses", "offers"})
Fact = tuple[str, str, str]

CASES: list[tuple[str, set[Fact]]] = [
    ("SK hynix supplies Nvidia with high-bandwidth memory.", {("SK hynix", "supplies", "Nvidia")}),
    ("ASML delivered three scanners to Intel last week.", {("ASML", "supplies", "Intel")}),
    ("Foxconn is a supplier to Apple.", {("Foxconn", "supplies", "Apple")}),
    ("TSMC's customers include Apple and Qualcomm.", {("TSMC", "supplies", "Apple"), ("TSMC", "supplies", "Qualcomm")}),
    ("Supermicro won a large order from Oracle.", {("Supermicro", "supplies", "Oracle")}),
    ("Meta has agreed to buy 100,000 GPUs from Nvidia.", {("Nvidia", "supplies", "Meta")}),
    ("The H100 is manufactured by TSMC.", {("TSMC", "manufactures", "H100")}),
    ("The A100 is made by TSMC on its N7 process.", {("TSMC", "manufactures", "A100")}),
    ("Samsung fabricates the Telum II.", {("Samsung", "manufactures", "Telum II")}),
    ("The MI300X is built on TSMC's 5nm process.", {("TSMC", "manufactures", "MI300X")}),
    ("Meta uses the H100.", {("Meta", "uses", "H100")}),
    ("Tesla has deployed 10,000 H100 accelerators.", {("Tesla", "uses", "H100")}),
    ("Anthropic trains its models on Trainium2.", {("Anthropic", "uses", "Trainium2")}),
    ("Oracle now rents out the MI300X.", {("Oracle", "offers", "MI300X")}),
    ("CoreWeave is the first to offer the GB200.", {("CoreWeave", "offers", "GB200")}),
    ("The MI300X is available on Azure.", {("Azure", "offers", "MI300X")}),
    ("Dell will sell servers with Gaudi 3.", {("Dell", "offers", "Gaudi 3")}),
    ("Qualcomm teamed up with Samsung.", {("Qualcomm", "partners_with", "Samsung")}),
    ("IBM and Rapidus team up.", {("IBM", "partners_with", "Rapidus")}),
    ("Intel expanded its partnership with Google.", {("Intel", "partners_with", "Google")}),
    ("AMD competes with Nvidia.", {("AMD", "competes_with", "Nvidia")}),
    ("The MI300X is an alternative to the H100.", {("MI300X", "competes_with", "H100")}),
    ("Micron, Samsung's smaller rival, gained four percent.", {("Micron", "competes_with", "Samsung")}),
    (
        "Washington barred exports of the H100 to China.",
        {("Washington", "restricts", "H100"), ("Washington", "restricts", "China")},
    ),
    (
        "Washington added SMIC to the Entity List.",
        {("Washington", "restricts", "SMIC"), ("Entity List", "restricts", "SMIC")},
    ),
    ("The H800 was banned by Washington.", {("Washington", "restricts", "H800")}),
    ("TSMC opened an office next to the one of Apple.", set()),
    ("Nvidia presented the H100 at its own show.", set()),
    ("Meta said the H100 was launched in March.", set()),
    ("Oracle and Dell reported their results on the same day.", set()),
    ("Intel sold its stake to SoftBank.", set()),
    ("Customers of the shop like the MI300X.", set()),
    ("China has many visitors from Japan.", set()),
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return build_pipeline()


def facts(nlp: Language, text: str) -> set[Fact]:
    doc = nlp(text)
    symmetric = {name for name, predicate in load_ontology().predicates.items() if predicate.symmetric}
    found = set()
    for draft in doc._.statements:
        if draft.predicate in PREDICATES:
            ends = [doc._.entities[index].names[0].text for index in (draft.subject, draft.object)]
            if draft.predicate in symmetric:
                ends.sort()
            found.add((ends[0], draft.predicate, ends[1]))
    return found


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_facts(nlp: Language, text: str, expected: set[Fact]) -> None:
    wanted = {(min(s, o), p, max(s, o)) if p.endswith("_with") else (s, p, o) for s, p, o in expected}
    assert facts(nlp, text) == wanted
