"""Lineage: predecessors and generations of known things."""

from __future__ import annotations

from itertools import pairwise

import pytest

from extractor.catalogue import Catalogue, Known, load_catalogue
from extractor.catalogue.lineage import earlier_generation, generations, line_from
from extractor.ontology import load_ontology


def chip(name: str, predecessor: str | None = None, family: str | None = "kestrix") -> Known:
    ids = [f"chip:{one}" if one else None for one in (name, family, predecessor)]
    return Known(str(ids[0]), "CHIP", name, "invented.yaml", family=ids[1], predecessor=ids[2])


ENTRIES = [chip("kestrix", family=None), chip("k1"), chip("k2", "k1"), chip("k3", "k2"), chip("orrin", family=None)]
CATALOGUE = Catalogue(
    {known.id: known for known in ENTRIES},
    followers={"chip:k1": "chip:k2", "chip:k2": "chip:k3"},
    first_members={"chip:kestrix": "chip:k1"},
)


@pytest.mark.parametrize(
    ("known", "number", "expected"),
    [
        ("chip:k3", None, ("chip:k2",)),
        ("chip:k2", None, ("chip:k1", "chip:kestrix")),  # a series stands for its first member
        ("chip:k1", None, ()),
        ("chip:k3", 1, ("chip:k1", "chip:kestrix")),
        ("chip:k3", 2, ("chip:k2",)),
        ("chip:k3", 3, ()),  # itself
        ("chip:k2", 3, ()),  # a later one
        ("chip:kestrix", 3, ("chip:k3",)),
        ("chip:kestrix", 4, ()),
        ("chip:orrin", 1, ()),
        ("chip:unheard-of", None, ()),
        ("chip:unheard-of", 1, ()),
    ],
)
def test_earlier_generations(known: str, number: int | None, expected: tuple[str, ...]) -> None:
    assert earlier_generation(CATALOGUE, known, number) == expected


def test_a_line_with_a_gap_has_no_generations_behind_it() -> None:
    cut = Catalogue(CATALOGUE.entries, followers={"chip:k1": "chip:k2"}, first_members=CATALOGUE.first_members)
    assert generations(cut, "chip:k2") == ["chip:k1", "chip:k2"]
    assert generations(cut, "chip:k3") == []


def test_a_circle_ends() -> None:
    circle = Catalogue({}, followers={"a": "b", "b": "a"})
    assert line_from(circle, "a") == ["a", "b"]


def test_the_real_lines_begin_with_their_first_generation() -> None:
    catalogue = load_catalogue(load_ontology())
    assert earlier_generation(catalogue, "chip:trainium2") == ("chip:trainium1", "chip:trainium")
    assert earlier_generation(catalogue, "chip:trainium3", 2) == ("chip:trainium2",)
    assert earlier_generation(catalogue, "chip:graviton4") == ("chip:graviton3",)
    for first in catalogue.first_members.values():
        line = line_from(catalogue, first)
        assert all(catalogue.entries[later].predecessor == earlier for earlier, later in pairwise(line))
