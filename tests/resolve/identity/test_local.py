"""What one article tells about its names: makers, short forms, names that it keeps apart, whose process a size is."""

from __future__ import annotations

import pytest

from extractor.catalogue import Catalogue
from extractor.pipeline.reading import LocalEntity, Mention, Reading, Statement
from extractor.resolve.identity.known import known_things
from extractor.resolve.identity.local import named_in
from extractor.resolve.identity.processes import own_processes
from extractor.resolve.identity.profile import Named
from tests.resolve.identity.conftest import local, reading


def makes(subject: int, object_: int, confidence: float = 0.8, predicate: str = "makes") -> Statement:
    return Statement(subject, predicate, 0, 1, "rule", object_, confidence=confidence)


def named(catalogue: Catalogue, source: Reading) -> list[Named]:
    return named_in(source, known_things(catalogue.entries))


def test_the_sole_maker_owns_a_name_that_others_may_have(catalogue: Catalogue) -> None:
    acme, zeta, chip = local("ORG", "Acme Inc."), local("ORG", "Zeta"), local("CHIP", "Zephyrix")
    entities = [acme, zeta, chip]
    assert named(catalogue, reading("1", entities, makes(0, 2)))[2].owner == "acme"
    assert named(catalogue, reading("1", entities, makes(0, 2), makes(1, 2, predicate="announces")))[2].owner == ""
    assert named(catalogue, reading("1", entities, makes(0, 2, 0.3)))[2].owner == ""
    assert named(catalogue, reading("1", entities))[2].owner == ""


def test_a_known_maker_is_its_entry(catalogue: Catalogue) -> None:
    entities = [local("ORG", "NVIDIA", known="org:nvidia"), local("CHIP", "Zephyrix")]
    assert named(catalogue, reading("1", entities, makes(0, 1)))[1].owner == "org:nvidia"


@pytest.mark.parametrize("name", ["Zephyrix X900", "MI999X", "Nvidia Zephyrix"])
def test_a_name_that_tells_enough_needs_no_owner(catalogue: Catalogue, name: str) -> None:
    entities = [local("ORG", "Acme"), local("CHIP", name)]
    assert named(catalogue, reading("1", entities, makes(0, 1)))[1].owner == ""


def test_an_unseen_company_in_front_is_the_brand(catalogue: Catalogue) -> None:
    entities = [local("ORG", "Acme"), local("CHIP", "Acme Zephyrix")]
    assert named(catalogue, reading("1", entities))[1].brand == "acme"


@pytest.mark.parametrize(
    ("forms", "introduced"),
    [
        (("Zorblax Research Bureau", "ZRB"), ("ZRB",)),
        (("Zorblax Semiconductor Inc.", "Zorblax"), ("Zorblax",)),
        (("Zorblax Semiconductor", "zorblax-semiconductor", "Semiconductor"), ()),
    ],
)
def test_short_forms(catalogue: Catalogue, forms: tuple[str, ...], introduced: tuple[str, ...]) -> None:
    (one,) = named(catalogue, reading("1", [local("ORG", *forms)]))
    assert one.introduced == introduced


def test_similar_names_of_one_article_are_apart(catalogue: Catalogue) -> None:
    entities = [local("ORG", "Zorblax Semiconductor"), local("ORG", "Zorblax"), local("ORG", "Acme")]
    one, other, third = named(catalogue, reading("1", entities))
    assert (one.apart, other.apart, third.apart) == (("zorblax",), ("zorblaxsemiconductor",), ())


def foundry(name: str, id_: str, start: int = 0) -> LocalEntity:
    return LocalEntity("ORG", name, id_, (Mention(start, start + len(name), name),))


def size(start: int) -> LocalEntity:
    return LocalEntity("TECHNOLOGY", "7nm", "technology:7nm", (Mention(start, start + 3, "7nm"),))


INTEL, SMIC = foundry("Intel", "org:intel"), foundry("SMIC", "org:smic", 50)


@pytest.mark.parametrize(
    ("entities", "statements", "name"),
    [
        ([INTEL, size(100)], (), "Intel 7nm"),
        ([INTEL, SMIC, size(100)], (), "7nm"),
        ([INTEL, SMIC, size(8)], (), "Intel 7nm"),
        ([INTEL, SMIC, size(55)], (), "SMIC 7nm"),
        ([INTEL, SMIC, size(100)], (makes(1, 2),), "SMIC 7nm"),
        ([foundry("Google", "org:google"), size(8)], (), "7nm"),
        ([size(8)], (), "7nm"),
    ],
)
def test_whose_process_a_size_is(
    catalogue: Catalogue, entities: list[LocalEntity], statements: tuple[Statement, ...], name: str
) -> None:
    process = own_processes(reading("1", entities, *statements), catalogue.entries).entities[-1]
    assert process.name == name
    assert process.known == (None if name != "7nm" else "technology:7nm")


def test_a_process_with_an_entry_of_its_own_is_it(catalogue: Catalogue) -> None:
    entries = dict(catalogue.entries)
    first = entries["technology:7nm"]
    entries["technology:intel7"] = type(first)(
        "technology:intel7", "TECHNOLOGY", "Intel 7", "test", aliases=("Intel 7nm",), kind="process", maker="org:intel"
    )
    process = own_processes(reading("1", [INTEL, size(8)]), entries).entities[-1]
    assert (process.name, process.known) == ("Intel 7", "technology:intel7")


def test_other_readings_stay_as_they_are(catalogue: Catalogue) -> None:
    source = reading("1", [INTEL, local("CHIP", "Zephyrix")])
    assert own_processes(source, catalogue.entries) is source
