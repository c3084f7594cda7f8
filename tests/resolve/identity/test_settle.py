"""Settling: laws hold in every cluster, competing links are left open, and no order matters."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.catalogue import Catalogue, load_catalogue
from extractor.ontology import load_ontology
from extractor.resolve.identity.judge import Judge
from extractor.resolve.identity.known import KnownThings, known_things
from extractor.resolve.identity.profile import Named
from extractor.resolve.identity.settle import Settled, settle

FORMS = (
    "Zyphon X1", "ZyphonX1", "Zyphon X-1", "Zyphon X1 chip", "Intel Zyphon X1", "AMD Zyphon X1", "Zyphon X1 Pro", "Zyphon X2",
    "X1", "Zyphon", "MI300X", "AMD Instinct MI300X", "MI300A", "Instinct MI301X", "MI301X", "H100", "Nvidia H100s", "H100 NVL",
    "RTX 9090", "GeForce RTX 9090", "RTX 9090 D", "RTX 9090D", "9090", "Core i9-26900K", "26900K", "i9-26900K", "i7-26900K",
)  # fmt: skip
COMPANIES = (
    "Zorblax", "Zorblax Inc.", "Zorblax Semiconductor", "Zorblax Photonics", "ZORBLAX Corp", "Zorb Lax", "Zorblax Foundation",
    "Hypo Power Engineering", "Hydro Plant Export", "HPE", "HPX", "Nvidia Corp", "NVIDIA", "Tenstorra", "Tenstora",
)  # fmt: skip


@pytest.fixture(scope="module")
def known() -> KnownThings:
    return known_things(load_catalogue(load_ontology()).entries)


def things(known: KnownThings, *named: Named) -> list[str]:
    """The ids of these names, in order."""
    settled = settle(named, known)
    return [settled.ids[one.key] for one in named]


def chip(name: str, owner: str = "") -> Named:
    return Named("CHIP", name, "", owner)


def company(name: str, *introduced: str, apart: Sequence[str] = ()) -> Named:
    return Named("ORG", name, introduced=introduced, apart=tuple(apart))


def open_pairs(settled: Settled) -> int:
    return sum(one.verdict == "open" for one in settled.judgements)


NAMED = st.one_of(
    st.builds(chip, st.sampled_from(FORMS)),
    st.builds(chip, st.sampled_from(("Condor", "X1", "9090")), st.sampled_from(("", "acme", "org:intel"))),
    st.builds(lambda name, short: company(name, *short), st.sampled_from(COMPANIES),
              st.lists(st.sampled_from(("Zorblax", "HPE", "HPX")), max_size=2)),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(NAMED, min_size=1, max_size=25), st.randoms(use_true_random=False))
def test_no_order_matters_and_no_thing_holds_what_a_law_parts(
    known: KnownThings, named: list[Named], random: object
) -> None:
    settled = settle(named, known)
    shuffled = [*named, *named[:3]]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    again = settle(shuffled, known)
    assert (again.ids, again.judgements) == (settled.ids, settled.judgements)
    judge = Judge(known)
    for a, b in combinations(settled.profiles.values(), 2):
        if judge.judge(a, b).law:
            assert settled.ids[a.key] != settled.ids[b.key], (a.label, b.label)


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(FORMS + COMPANIES), st.sampled_from(FORMS + COMPANIES), st.sampled_from(("CHIP", "ORG", "SOFTWARE"))
)
def test_a_judgement_does_not_depend_on_the_order_of_the_pair(
    known: KnownThings, one: str, other: str, type_: str
) -> None:
    found = list(settle([Named(type_, one), Named(type_, other)], known).profiles.values())
    judge = Judge(known)
    for a, b in combinations(found, 2):
        assert judge.judge(a, b) == judge.judge(b, a)


def test_a_name_that_two_makers_have_is_neither_s(known: KnownThings) -> None:
    ids = things(known, chip("Kestrix 7"), chip("Intel Kestrix 7"), chip("AMD Kestrix 7"))
    assert len(set(ids)) == 3
    assert len(set(things(known, chip("Kestrix 7"), chip("Intel Kestrix 7")))) == 1


def test_a_competition_is_listed_with_its_reason(known: KnownThings) -> None:
    settled = settle([chip("Kestrix 7"), chip("Intel Kestrix 7"), chip("AMD Kestrix 7")], known)
    assert open_pairs(settled) == 2
    assert all("fits as well" in one.reasons[-1] for one in settled.judgements if one.verdict == "open")


def test_a_bare_name_is_its_makers_where_articles_tell(known: KnownThings) -> None:
    acme, zeta, unclear = chip("Zephyrix", "acme"), chip("Zephyrix", "zeta"), chip("Zephyrix")
    assert len(set(things(known, acme, zeta, unclear))) == 3
    assert len(set(things(known, acme, unclear))) == 1
    assert things(known, acme, zeta) == ["chip:zephyrix", "chip:zephyrix-zeta"]


def test_a_maker_in_the_name_and_one_in_the_article_agree(known: KnownThings) -> None:
    assert len(set(things(known, chip("Intel Condor"), chip("Condor", "org:intel")))) == 1
    assert len(set(things(known, chip("Intel Condor"), chip("Condor", "acme")))) == 2


def test_an_abbreviation_that_two_names_introduce_is_neither_s(known: KnownThings) -> None:
    hypo, hydro = company("Hypo Power Xport", "HPX"), company("Hydro Plant Xylem", "HPX")
    assert len(set(things(known, hypo, company("HPX")))) == 1
    assert len(set(things(known, hypo, hydro, company("HPX")))) == 3


def test_an_article_that_uses_both_names_tells_them_apart(known: KnownThings) -> None:
    longer = company("Zorblax Semiconductor", "Zorblax")
    assert len(set(things(known, longer, company("Zorblax")))) == 1
    assert len(set(things(known, longer, company("Zorblax", apart=["zorblaxsemiconductor"])))) == 2


def test_links_do_not_chain_what_a_law_parts(known: KnownThings) -> None:
    ids = things(known, chip("Core i9-26900K"), chip("26900K"), chip("Core i7-26900K"))
    assert ids[0] != ids[2]


def test_a_spelling_of_what_the_catalogue_has_is_it_even_if_no_article_names_it(known: KnownThings) -> None:
    assert things(known, chip("Nvidia H100s")) == ["chip:h100"]
    assert things(known, Named("ORG", "Nvi-Dia Corp")) == ["org:nvidia"]
    assert things(known, chip("AMD H100s")) != ["chip:h100"]


def test_the_longest_name_makes_the_id(known: KnownThings) -> None:
    assert set(things(known, company("Zorblax"), company("Zorblax Inc."))) == {"org:zorblax-inc"}


def lookalikes(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Names of two entries of the catalogue that would be one if it had neither."""
    blind = KnownThings(catalogue.entries)
    blind.meant = lambda type_, keys: set()  # type: ignore[method-assign]
    settled = settle([Named(entry.type, entry.name) for entry in catalogue.entries.values()], blind)
    ends = [(settled.profiles[one.a], settled.profiles[one.b]) for one in settled.judgements if one.verdict == "same"]
    return [(a.label, b.label) for a, b in ends]


def test_of_all_that_the_catalogue_knows_hardly_any_would_be_merged_as_unseen_names(catalogue: Catalogue) -> None:
    """11,700 real names, most of them codes: a test of the laws by names that nobody wrote for it."""
    merged = lookalikes(catalogue)
    assert len(merged) <= 8, merged
