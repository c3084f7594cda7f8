"""The rules of works_for, founded, located_in, owns, acquires and invests_in, run in the whole pipeline."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extractor.pipeline.build import build_pipeline

PREDICATES = ("works_for", "founded", "located_in", "owns", "acquires", "invests_in")

CASES = [
    # works_for
    ("AMD chief executive Lisa Su unveiled the Instinct MI300X.", {("Lisa Su", "works_for", "AMD", "asserted")}),
    (
        '"Demand is strong," said Jensen Huang, founder and CEO of Nvidia.',
        {("Jensen Huang", "works_for", "Nvidia", "asserted")},
    ),
    (
        "Intel said on Monday that Pat Gelsinger, who runs Intel, would visit Ohio.",
        {("Pat Gelsinger", "works_for", "Intel", "asserted")},
    ),
    (
        "Guests included Tim Cook of Apple and Arm's Rene Haas.",
        {("Tim Cook", "works_for", "Apple", "asserted"), ("Rene Haas", "works_for", "Arm", "asserted")},
    ),
    (
        "Jim Keller, a former AMD and Tesla engineer, praised the design.",
        {("Jim Keller", "works_for", "AMD", "asserted"), ("Jim Keller", "works_for", "Tesla", "asserted")},
    ),
    ("Lisa Su praised TSMC for its 3nm process.", {("Lisa Su", "works_for", "TSMC", None)}),
    # founded
    ("Tenstorrent was founded in 2016 by Ljubisa Bajic.", {("Ljubisa Bajic", "founded", "Tenstorrent", "asserted")}),
    (
        "Andrew Feldman, who co-founded Cerebras in 2016, showed the wafer.",
        {("Andrew Feldman", "founded", "Cerebras", "asserted")},
    ),
    ("Jonathan Ross, founder of Groq, disagreed.", {("Jonathan Ross", "founded", "Groq", "asserted")}),
    ("Mark Zuckerberg met Groq engineers last week.", {("Mark Zuckerberg", "founded", "Groq", None)}),
    # located_in
    ("Santa Clara-based Nvidia reported record sales.", {("Nvidia", "located_in", "Santa Clara", "asserted")}),
    ("Graphcore, headquartered in Bristol, makes the IPU.", {("Graphcore", "located_in", "Bristol", "asserted")}),
    (
        "Intel makes Panther Lake at Fab 52 in Chandler, Arizona.",
        {("Fab 52", "located_in", "Chandler", "asserted"), ("Fab 52", "located_in", "Arizona", "asserted")},
    ),
    ("Nvidia showed the chip at Computex in Taipei.", {("Computex", "located_in", "Taipei", "asserted")}),
    ("Nvidia said that China had bought fewer chips.", {("Nvidia", "located_in", "China", None)}),
    # owns
    ("SoftBank, which already owns Arm, declined to comment.", {("SoftBank", "owns", "Arm", "asserted")}),
    ("HiSilicon, a subsidiary of Huawei, designs the Kirin line.", {("Huawei", "owns", "HiSilicon", "asserted")}),
    ("Alphabet holds a 14 percent stake in Anthropic.", {("Alphabet", "owns", "Anthropic", "asserted")}),
    ("Intel opened its Fab 34 on Friday.", {("Intel", "owns", "Fab 34", "asserted")}),
    ("Nvidia competes with Intel in graphics.", {("Nvidia", "owns", "Intel", None)}),
    # acquires
    ("Nvidia acquired Mellanox in 2020.", {("Nvidia", "acquires", "Mellanox", "asserted")}),
    ("AMD agreed to buy Xilinx for $35 billion.", {("AMD", "acquires", "Xilinx", "planned")}),
    ("Synopsys completed its acquisition of Ansys in July.", {("Synopsys", "acquires", "Ansys", "asserted")}),
    (
        "Nvidia said on Monday it will acquire Arm from SoftBank.",
        {("Nvidia", "acquires", "Arm", "planned"), ("SoftBank", "owns", "Arm", "asserted")},
    ),
    ("Nvidia abandons its takeover of Arm.", {("Nvidia", "acquires", "Arm", "denied")}),
    ("Microsoft buys Nvidia GPUs by the thousand.", {("Microsoft", "acquires", "Nvidia", None)}),
    # invests_in
    ("Amazon will invest $4 billion in Anthropic.", {("Amazon", "invests_in", "Anthropic", "planned")}),
    ("Micron plans to spend $15 billion on a new fab in Boise.", {("Micron", "invests_in", "Boise", "planned")}),
    ("Groq raised $640 million in a round led by BlackRock.", {("BlackRock", "invests_in", "Groq", "asserted")}),
    ("Microsoft said that Anthropic uses Azure.", {("Microsoft", "invests_in", "Anthropic", None)}),
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The pipeline, built once."""
    return build_pipeline()


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_facts(nlp: Language, sentence: str, expected: set[tuple[str, str, str, str | None]]) -> None:
    """Every expected fact is found with its modality; one whose modality is ``None`` is not found at all."""
    found = facts(nlp, sentence)
    for subject, predicate, object_, modality in expected:
        assert found.get((subject, predicate, object_)) == modality


def facts(nlp: Language, sentence: str) -> dict[tuple[str, str, str], str | None]:
    """The surest modality of each fact of the predicates under test, by the names of its ends."""
    doc = nlp(sentence)
    result: dict[tuple[str, str, str], str | None] = {}
    for draft in sorted(doc._.statements, key=lambda draft: draft.confidence):
        if draft.predicate in PREDICATES and draft.object is not None:
            subject, object_ = (doc._.entities[i].names[0].text for i in (draft.subject, draft.object))
            result[subject, draft.predicate, object_] = draft.modality
    return result
