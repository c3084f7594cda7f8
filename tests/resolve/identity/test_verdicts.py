"""A user's verdicts hold against all rules, contradict nobody, and survive their file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.catalogue import Catalogue
from extractor.errors import DataError, UsageError
from extractor.resolve.identity import Side, Verdicts, dump_verdicts, load_verdicts, verdict_path
from extractor.resolve.identity.known import known_things
from extractor.resolve.identity.profile import Named
from extractor.resolve.identity.settle import settle
from extractor.resolve.identity.verdicts import SAID, Said

ZORBLAX, LONGER, THIRD = (Side("ORG", name) for name in ("Zorblax", "Zorblax Mobility", "Zorblax Cloud"))


def ids(catalogue: Catalogue, verdicts: Verdicts, *named: Named) -> list[str]:
    found = settle(named, known_things(catalogue.entries), verdicts).ids
    return [found[one.key] for one in named]


def test_same_joins_what_a_law_parts(catalogue: Catalogue) -> None:
    named = Named("ORG", "Zorblax"), Named("ORG", "Zorblax Mobility")
    assert len(set(ids(catalogue, Verdicts(), *named))) == 2
    assert len(set(ids(catalogue, Verdicts().with_verdict(ZORBLAX, LONGER, "same"), *named))) == 1


def test_different_parts_what_the_rules_join(catalogue: Catalogue) -> None:
    named = Named("ORG", "Zorblax"), Named("ORG", "Zorblax Inc.")
    parted = Verdicts().with_verdict(ZORBLAX, Side("ORG", "Zorblax Inc."), "different")
    assert len(set(ids(catalogue, Verdicts(), *named))) == 1
    assert len(set(ids(catalogue, parted, *named))) == 2


def test_different_holds_over_others(catalogue: Catalogue) -> None:
    named = Named("ORG", "Zorblax"), Named("ORG", "Zorblax Inc."), Named("ORG", "Zorblax Corp.")
    parted = Verdicts().with_verdict(ZORBLAX, Side("ORG", "Zorblax Inc."), "different")
    one, other, _ = ids(catalogue, parted, *named)
    assert one != other


def test_the_spelling_of_a_verdict_does_not_matter(catalogue: Catalogue) -> None:
    verdicts = Verdicts().with_verdict(Side("ORG", "zorblax"), Side("ORG", "ZORBLAX Mobility"), "same")
    assert len(set(ids(catalogue, verdicts, Named("ORG", "Zorblax"), Named("ORG", "Zorblax Mobility")))) == 1


def test_a_verdict_may_name_what_only_the_catalogue_has(catalogue: Catalogue) -> None:
    verdicts = Verdicts().with_verdict(Side("ORG", "Big Green"), Side("ORG", "Nvidia"), "same")
    assert ids(catalogue, verdicts, Named("ORG", "Big Green")) == ["org:nvidia"]


def test_two_entries_of_the_catalogue_can_be_joined(catalogue: Catalogue) -> None:
    verdicts = Verdicts().with_verdict(Side("ORG", "Google"), Side("ORG", "Alphabet"), "same")
    named = Named("ORG", "Google", "org:google"), Named("ORG", "Alphabet", "org:alphabet")
    assert set(ids(catalogue, verdicts, *named)) == {"org:alphabet"}


def test_names_of_one_spelling_are_told_apart_by_their_makers(catalogue: Catalogue) -> None:
    named = [Named("CHIP", "Zephyrix", "", owner) for owner in ("", "acme", "zeta")]
    acme, unclear = Side("CHIP", "Zephyrix", "acme"), Side("CHIP", "Zephyrix", "?")
    one, other, third = ids(catalogue, Verdicts().with_verdict(acme, unclear, "same"), *named)
    assert one == other != third


def test_names_that_nobody_uses_change_nothing(catalogue: Catalogue) -> None:
    verdicts = Verdicts().with_verdict(LONGER, THIRD, "same")
    assert ids(catalogue, verdicts, Named("ORG", "Zorblax")) == ["org:zorblax"]


def test_a_later_verdict_takes_the_place_of_an_earlier_one() -> None:
    verdicts = Verdicts().with_verdict(ZORBLAX, LONGER, "same").with_verdict(LONGER, ZORBLAX, "different")
    assert [one.said for one in verdicts.verdicts] == ["different"]
    assert verdicts.without(LONGER, ZORBLAX) == Verdicts()


@pytest.mark.parametrize(
    ("one", "other", "message"),
    [
        (ZORBLAX, Side("CHIP", "Zorblax"), "of two types"),
        (ZORBLAX, Side("ORG", "ZORBLAX"), "one spelling"),
    ],
)
def test_impossible_verdicts(one: Side, other: Side, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        Verdicts().with_verdict(one, other, "same")


def test_contradictions_are_refused() -> None:
    verdicts = Verdicts().with_verdict(ZORBLAX, LONGER, "same").with_verdict(LONGER, THIRD, "same")
    with pytest.raises(UsageError, match="contradicts"):
        verdicts.with_verdict(ZORBLAX, THIRD, "different")


def test_what_is_not_there_cannot_be_taken_back() -> None:
    with pytest.raises(UsageError, match="there is no verdict"):
        Verdicts().without(ZORBLAX, LONGER)


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=12)
SIDES = st.builds(Side, st.just("ORG"), NAMES, st.sampled_from(["", "acme"]))


@settings(deadline=None)
@given(st.lists(st.tuples(SIDES, SIDES, st.sampled_from(SAID)), max_size=6))
def test_the_file_gives_back_what_was_put_in(
    tmp_path_factory: pytest.TempPathFactory, said: list[tuple[Side, Side, Said]]
) -> None:
    verdicts = Verdicts()
    for one, other, verdict in said:
        try:
            verdicts = verdicts.with_verdict(one, other, verdict)
        except UsageError:
            continue
    file = tmp_path_factory.mktemp("v") / "verdicts.yaml"
    file.write_text(dump_verdicts(verdicts), encoding="utf-8")
    assert load_verdicts(file) == verdicts
    assert dump_verdicts(load_verdicts(file)) == dump_verdicts(verdicts)


def test_no_file_is_no_verdict(tmp_path: Path) -> None:
    assert load_verdicts(verdict_path(tmp_path / "graph.json")) == Verdicts()


PAIR = "a: {type: ORG, name: A}, b: {type: ORG, name: B}"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("judgements: 3", "judgements must be a list"),
        ("verdicts: []", "unknown key 'verdicts'; known are judgements"),
        (
            f"judgements: [{{verdict: maybe, {PAIR}}}]",
            "judgement 1: verdict must be one of same, different, not 'maybe'",
        ),
        ("judgements: [{verdict: same, a: {type: ORG, name: A}}]", "judgement 1, b: must be a mapping"),
        ("judgements: [{verdict: same, a: {type: ORG, name: 3}, b: {}}]", "judgement 1, a: name must be a text, not 3"),
        (
            "judgements: [{verdict: same, a: {type: ORG, name: A}, b: {type: CHIP, name: B}}]",
            "judgement 1: must be about two spellings of names of one type",
        ),
        (
            f"judgements: [{{verdict: same, {PAIR}}}, {{verdict: different, {PAIR}}}]",
            "judgement 2: is about the pair of judgement 1",
        ),
        (
            f"judgements: [{{verdict: same, {PAIR}}}, {{verdict: same, a: {{type: ORG, name: C}}, b: {{type: ORG, name: B}}}},"
            "{verdict: different, a: {type: ORG, name: A}, b: {type: ORG, name: C}}]",
            "judgement 3: ORG 'A' and ORG 'C' are told apart here, and made one by others",
        ),
        ("judgements: [", "is no YAML"),
    ],
)
def test_errors_name_file_and_entry(tmp_path: Path, content: str, message: str) -> None:
    file = tmp_path / "graph.json.judgements.yaml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(DataError) as error:
        load_verdicts(file)
    assert str(error.value).startswith(str(file))
    assert message in str(error.value)
