"""What the sections say about small graphs, made by hand."""

from __future__ import annotations

from extractor.facts import Fact
from extractor.report import Report, Request, report_on, to_html
from tests.query.news import Said, compares, graph, spec, status
from tests.report.reading import lines, rows

ORG, CHIP, OTHER = "org:acme", "chip:x1", "chip:y2"


def told(quote: str, fact: Fact, source: str = "a.example", day: str | None = "2024-03-18") -> Said:
    return Said(source, day, quote, fact)


def report(*sayings: Said, **more: object) -> Report:
    copies = more.pop("copies", None)
    return report_on(graph(*sayings, copies=copies), Request(**more))  # type: ignore[arg-type]


def relation(predicate: str, subject: str = ORG, target: str = CHIP, **more: object) -> Fact:
    return Fact(subject, predicate, target, **more)  # type: ignore[arg-type]


def test_an_announcement_has_the_day_on_which_it_was_told_first() -> None:
    fact = relation("announces")
    found = report(
        told("Acme unveils X1.", fact, day="2024-03-19"), told("X1 is out.", fact, "b.example", "2024-03-18")
    )
    assert rows(found, "announcements") == [["18 March 2024", "ACME", "X1", "b.example and a.example"]]


def test_a_copy_is_no_source_of_its_own_and_is_counted() -> None:
    yes, no = relation("supplies", ORG, "org:else"), relation("supplies", ORG, "org:else", modality="denied")
    found = report(
        told("Acme supplies Else.", yes),
        told("Acme supplies Else.", yes, "mirror.example", "2024-03-19"),
        told("No, Acme does not.", no, "b.example"),
        told("Acme denies it.", no, "c.example"),
        copies={"mirror.example": "a.example"},
    )
    assert lines(found, "disagreements") == [
        "Does ACME supply ELSE?",
        "No: two independent sources, b.example (18 March 2024) and c.example (18 March 2024).",
        "Yes: one independent source, a.example (18 March 2024, and one copy).",
        "The first has more independent support.",
    ]
    assert rows(found, "business") == [["ACME", "supplies", "ELSE", "stated; denied; disputed, see “Who disagrees”"]]
    assert [note.source for note in found.notes] == ["b.example", "c.example", "a.example"]
    assert "contradict each other on one point: whether ACME supplies ELSE." in found.lead[1].text


def test_values_that_exclude_each_other() -> None:
    found = report(
        told("X1 has 192 GB.", spec("memory_capacity", 192, "GB", "192 GB")),
        told("X1 has 96 GB.", spec("memory_capacity", 96, "GB", "96 GB"), "b.example"),
    )
    told_by = lines(found, "disagreements")
    assert told_by[0] == "Memory of X1"
    assert sorted(told_by[1:3]) == [
        "192 GB: one independent source, a.example (18 March 2024).",
        "96 GB: one independent source, b.example (18 March 2024).",
    ]
    assert told_by[3] == "No side has more independent sources than another."


def test_comparisons_that_run_against_each_other() -> None:
    found = report(
        told("X1 is 1.6x as fast as Y2.", compares("performance", 1.6, "x", "1.6x", object=OTHER)),
        told(
            "Y2 is twice as fast as X1.",
            compares("performance", 2, "x", "twice", subject=OTHER, object=CHIP),
            "b.example",
        ),
    )
    assert lines(found, "disagreements")[0] == "Which has the higher performance, X1 or Y2?"
    assert lines(found, "disagreements")[1].startswith("X1 (1.6 times), according to a.example: one independent source")
    assert rows(found, "comparisons")[0] == ["X1", "Y2", "performance", "1.6 times", "a.example"]


def test_lower_power_on_both_sides_is_no_contradiction() -> None:
    found = report(
        told("X1 draws 30% less than Y2.", compares("power", -30, "%", "30%", object=OTHER)),
        told("Y2 draws 10% less than X1.", compares("power", -10, "%", "10%", subject=OTHER, object=CHIP), "b.example"),
    )
    assert lines(found, "disagreements") == []


def test_one_number_with_and_without_a_bound_is_one_comparison() -> None:
    found = report(
        told("X1 is 4x as fast.", compares("performance", 4, "x", "4x")),
        told("X1 is up to 4x as fast.", compares("performance", 4, "x", "4x", bound="up to"), "b.example"),
        told(
            "X1 will be at least 5x as fast.",
            compares("performance", 5, "x", "5x", bound="at least", modality="planned"),
        ),
    )
    assert [row[3:] for row in rows(found, "comparisons")] == [
        ["at least 5 times", "a.example", "planned"],
        ["up to 4 times", "a.example and b.example", "stated"],
    ]


def test_a_plan_that_came_true() -> None:
    found = report(
        told("X1 ships in April.", status("available", "2024-04", modality="planned")),
        told("X1 is on sale since today.", status("available", "2024-04-02"), "b.example", "2024-04-02"),
        told("X1 samples.", status("sampling", "2024-Q1"), "c.example", "2024-02-01"),
    )
    assert rows(found, "timeline") == [
        [
            "first quarter of 2024",
            "X1",
            "samples go to customers",
            "stated",
            "1 February 2024",
            "over since 2 April 2024",
        ],
        ["April 2024", "X1", "available", "planned", "18 March 2024", "came true"],
        ["2 April 2024", "X1", "available", "stated", "2 April 2024", ""],
    ]
    assert any(section.picture for section in found.sections)


def test_a_product_with_its_values_and_relations() -> None:
    found = report(
        told("Acme makes X1.", relation("makes")),
        told("X1 has 8 cores.", spec("core_count", 8, "", "8")),
        told("X1 has 208 billion transistors.", spec("transistor_count", 208e9, "", "208 billion transistors")),
        told("X1 has Bluetooth.", relation("uses_technology", CHIP, "technology:bluetooth")),
        told("X1 has Bluetooth 4.", relation("uses_technology", CHIP, "technology:bluetooth 4"), "b.example"),
        told("X1 costs $1,500.", spec("price", 1500, "USD", "$1,500", modality="planned")),
        about=("ACME",),
    )
    assert rows(found, "products") == [
        ["Cores", "8"],
        ["Transistors", "208 billion"],
        ["Price", "$1,500 (planned)"],
        ["Technology", "BLUETOOTH 4"],
    ]
    assert [section.title for section in found.sections] == ["Product by product", "How to read this report"]


def test_things_with_little_to_say_share_a_table_and_named_ones_a_sentence() -> None:
    found = report(
        told("Acme makes X1.", relation("makes")),
        told("Acme makes Y2.", relation("makes", ORG, OTHER)),
        told("Y2 has 8 cores.", spec("core_count", 8, "", "8", subject=OTHER)),
        about=("ACME",),
    )
    assert rows(found, "products") == [["Y2", "Cores", "8"]]
    assert lines(found, "products") == ["Also named as products of ACME:", "X1."]


def test_a_relation_is_told_once() -> None:
    found = report(
        told("Z has X1.", relation("contains", "system:z", CHIP)),
        told("Z offers X1.", relation("offers", "service:s", CHIP)),
        told("S has X1.", relation("contains", "service:s", CHIP)),
        told("X1 has 8 cores.", spec("core_count", 8, "", "8")),
    )
    assert sorted(rows(found, "products")) == [["S", "Contains", "X1"], ["X1", "Cores", "8"], ["Z", "Contains", "X1"]]


def test_a_maker_that_is_read_far_less_surely_is_a_misreading() -> None:
    sure, unsure = relation("makes", confidence=0.95), relation("makes", "org:rival", CHIP, confidence=0.55)
    sayings = (
        told("Acme makes X1.", sure),
        told("Rival likes X1.", unsure),
        told("X1 has 8 cores.", spec("core_count", 8, "", "8")),
    )
    assert rows(report(*sayings), "products") == [["Made by", "ACME"], ["Cores", "8"]]
    assert report(*sayings, about=("RIVAL",)).sections == ()


def test_a_short_name_of_a_person_goes_into_the_long_one() -> None:
    found = report(
        told("Jensen Huang leads Acme.", relation("works_for", "person:jensen huang", ORG)),
        told("Huang leads Acme.", relation("works_for", "person:huang", ORG), "b.example"),
    )
    assert rows(found, "people") == [["JENSEN HUANG", "works for", "ACME"]]
    assert len(found.notes) == 2


def test_two_things_of_one_name_are_told_apart() -> None:
    found = report(
        told("X1 uses X1.", relation("uses_technology", CHIP, "technology:x1")),
        told("Acme unveils X1.", relation("announces")),
    )
    assert rows(found, "announcements")[0][2] == "X1 (chip)"
    assert rows(found, "products") == [["X1 (chip)", "Technology", "X1"]]


def test_what_is_left_out_is_counted() -> None:
    found = report(
        told("Acme unveils X1.", relation("announces", confidence=0.9)),
        told("Acme supplies Else.", relation("supplies", ORG, "org:else", confidence=0.3)),
        min_confidence=0.5,
        since="2024-Q1",
    )
    assert [item.text for item in found.lead[1:]] == [
        "It is limited to the time from the first quarter of 2024 on.",
        "One statement read with a confidence below 0.5 is left out.",
    ]


def test_an_uncertain_reading_says_so() -> None:
    found = report(
        told("Acme invests in Else.", relation("invests_in", ORG, "org:else", confidence=0.55, modality="planned"))
    )
    assert rows(found, "investments") == [["ACME", "invests in", "ELSE", "planned; uncertain reading"]]


def test_a_headline_is_not_told_twice_and_no_date_is_said() -> None:
    fact = relation("announces")
    found = report(told("News of a.example", fact, day=None))
    assert [(note.text, note.title, note.day) for note in found.notes] == [
        ("“News of a.example” (headline).", "", "no date")
    ]


def test_the_way_back_from_a_note_leads_to_its_first_use() -> None:
    page = to_html(
        report(
            told("Acme unveils and makes X1.", relation("announces")),
            told("X1 has 8 cores.", spec("core_count", 8, "", "8")),
        )
    )
    assert page.count('id="ref-1"') == 1
    assert page.index('id="ref-1"') < page.index('href="#ref-1"')


def test_a_graph_of_any_kind_makes_a_report() -> None:
    found = report(told("Acme feeds on Else.", relation("feeds_on", ORG, "org:else")))
    assert found.sections == ()
