from __future__ import annotations

import networkx as nx
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.page.layout import places
from extractor.page.layout.components import components
from extractor.page.layout.places import UNIT
from extractor.page.layout.repulsion import repulsion


def test_of_nothing() -> None:
    assert places(0, {}) == []
    assert places(1, {}) == [(0, 0)]


def test_neighbours_lie_nearer_than_strangers() -> None:
    rings = {(n, m): 1.0 for start in (0, 20) for n in range(start, start + 20) for m in range(n + 1, start + 20, 3)}
    at = np.asarray(places(40, rings | {(0, 20): 1.0}))
    apart = np.sqrt(((at[:, None] - at[None]) ** 2).sum(axis=2))
    same, other = apart[:20, :20].mean(), apart[:20, 20:].mean()
    assert same < other * 0.7


def test_parts_stand_apart() -> None:
    hub = {(0, n): 1.0 for n in range(1, 30)}
    at = np.asarray(places(200, hub | {(30, 31): 1.0}))
    apart = np.sqrt(((at[:30, None] - at[None, 30:]) ** 2).sum(axis=2))
    assert apart.min() >= UNIT * 0.9


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 40), st.sets(st.tuples(st.integers(0, 39), st.integers(0, 39)), max_size=60))
def test_the_same_places_and_no_two_at_one(count: int, pairs: set[tuple[int, int]]) -> None:
    links = {(a, b): 1.0 for a, b in pairs if a < b < count}
    found = places(count, links)
    assert found == places(count, dict(reversed(links.items())))
    assert len(set(found)) == count


def test_repulsion_is_near_the_exact_sum() -> None:
    dice = np.random.default_rng(0)
    at, mass = dice.normal(size=(600, 2)) * 30, dice.uniform(1, 3, 600)
    apart = at[:, None] - at[None]
    square = (apart**2).sum(axis=2) + 0.02
    exact = (apart * (mass[None] / square)[:, :, None]).sum(axis=1)
    error = np.sqrt(((repulsion(at, mass, 0.3) - exact) ** 2).sum(axis=1) / (exact**2).sum(axis=1))
    assert np.median(error) < 0.05


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=30))
def test_components_are_those_of_networkx(pairs: list[tuple[int, int]]) -> None:
    graph = nx.Graph(pairs)
    graph.add_nodes_from(range(21))
    assert sorted(components(21, pairs)) == sorted(sorted(part) for part in nx.connected_components(graph))
