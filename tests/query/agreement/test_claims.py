from __future__ import annotations

from dataclasses import replace

from extractor.ontology import load_ontology
from extractor.query.agreement import ClaimReader
from tests.query.news import Said, graph, spec, status

READER = ClaimReader(load_ontology())


def test_evidence_under_other_conditions_makes_another_claim() -> None:
    fact = spec("compute", 20, "PFLOPS", "20 PFLOPS")
    facts = graph(
        Said("a.example", "2024-03-18", "20 PFLOPS at FP4.", fact),
        Said("b.example", "2024-03-19", "The chip reaches 20 PFLOPS in FP4.", fact),
        Said("c.example", "2024-03-20", "20 PFLOPS in all.", fact),
    )
    assert len(facts) == 1
    claims = READER.read(facts)
    said = {dict(claim.conditions).get("number_format", ""): len(claim.statements) for claim in claims}
    assert said == {"fp4": 2, "": 1}
    assert sum(len(claim.statements) for claim in claims) == 3


def test_each_wording_has_its_own_precision() -> None:
    rough, exact = (spec("memory_bandwidth", 4, "TB/s", text) for text in ("4 TB/s", "4.0 TB/s"))
    facts = graph(
        Said("a.example", "2024-01-01", "It has 4 TB/s.", rough), Said("b.example", "2024-01-01", "4.0 TB/s.", exact)
    )
    widths = sorted(claim.extent.width for claim in READER.read(facts) if claim.extent)
    assert widths == [0.1e12, 1e12]


def test_a_fact_without_marked_value_is_found_by_its_wording() -> None:
    said = Said("a.example", "2024-01-01", "It has 4 TB/s per GPU.", spec("memory_bandwidth", 4, "TB/s", "4 TB/s"))
    (view,) = graph(said)
    bare = replace(view, fact=replace(view.fact, evidence=tuple(replace(e, spans=()) for e in view.evidence)))
    (claim,) = READER.of(bare)
    assert dict(claim.conditions) == {"scope": "chip"}


def test_conditions_of_the_fact_itself_count() -> None:
    fact = spec("compute", 20, "PFLOPS", "20 PFLOPS", qualifiers=(("conditions", ("Peak  Sparse",)),))
    (claim,) = READER.read(graph(Said("a.example", "2024-01-01", "20 PFLOPS.", fact)))
    assert dict(claim.conditions) == {"stated": "peak sparse"}


def test_what_a_fact_counts_goes_before_the_words_around_it() -> None:
    fact = spec("other", 12, "", "12", qualifiers=(("counted", "port"),))
    (claim,) = READER.read(graph(Said("a.example", "2024-01-01", "Eight threads, and of ports 12 lanes each.", fact)))
    assert dict(claim.conditions)["counted"] == "port"


def test_days_and_articles_of_a_claim() -> None:
    fact = status("available")
    said = [
        Said(f"{name}.example", day, "It ships.", fact)
        for name, day in (("a", "2024-02-01"), ("b", "2024-01-01"), ("c", None))
    ]
    (claim,) = READER.read(graph(*said))
    assert [str(day) for day in claim.days] == ["2024-01-01", "2024-02-01"]
    assert len(claim.articles) == 3
