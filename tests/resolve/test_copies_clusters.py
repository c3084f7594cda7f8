"""Clusters: a member is a copy of the original itself; many alike cost no more than a few."""

from __future__ import annotations

import numpy as np

from extractor.resolve.clusters import MOST_COMPARED, leaders_of, shared_keys
from extractor.resolve.copies import copies_of

from .copies_texts import END, LEAD, MIDDLE, QUOTE, RELEASE, RETOLD, TITLE, article


def test_only_shared_keys_are_kept() -> None:
    keys = np.array([[7, 1], [7, 2], [3, 1], [0, 7], [0, 9]], np.uint64)
    assert shared_keys(keys) == [[7, 1], [7], [1], [], []]
    assert shared_keys(np.empty((0, 2), np.uint64)) == []


def test_nothing_is_chained_over_a_third() -> None:
    numbers = [0, 2, 4, 6]
    found = leaders_of([[1]] * 4, lambda leader, item: abs(numbers[leader] - numbers[item]) <= 2)
    assert found == {1: 0, 3: 2}


def test_the_leader_with_the_most_keys_in_common_is_taken() -> None:
    assert leaders_of([[1, 9], [1, 2, 8], [1, 2]], lambda leader, item: item == 2) == {2: 1}


def test_a_flood_of_like_items_takes_a_bounded_number_of_comparisons() -> None:
    asked: list[tuple[int, int]] = []
    leaders_of([[1, 2, 3]] * 2000, lambda leader, item: bool(asked.append((leader, item))))
    assert len(asked) <= 2000 * MOST_COMPARED


def test_a_copy_of_a_copy_names_the_original() -> None:
    first, second = article(body=LEAD + "\n\n" + MIDDLE), article(site="b.example", day="2031-05-07")
    third = article("Twelve channels", RELEASE + "\n\nMore soon.", "c.example", "2031-05-08")
    assert copies_of([third, second, first]) == {second.id: first.id, third.id: first.id}


def test_two_stories_quoted_in_one_roundup_stay_apart() -> None:
    one, two = article(), article("Zorblax bets on memory", RETOLD, "b.example")
    roundup = article("Chips in May: a reading list", f"{RELEASE}\n\n{RETOLD}", "c.example", "2031-05-30")
    copies = copies_of([one, two, roundup])
    assert two.id not in copies
    assert one.id not in copies


def test_two_cuts_with_nothing_in_common_do_not_drag_another_story_along() -> None:
    whole = article()
    cuts = [article(TITLE, text, f"{n}.example", "2031-05-07") for n, text in enumerate((LEAD, MIDDLE, END))]
    other = article(TITLE, RETOLD, "z.example", "2031-05-08")
    assert copies_of([other, *cuts, whole]) == {cut.id: whole.id for cut in cuts}


def test_quoting_is_not_copying() -> None:
    own = "Buyers at the fair in Lund had doubts about the date."
    one = article("Zorblax chief praises the new Q9 chip", f"{QUOTE} {own}")
    two = article(
        "Zorblax chief praises new Q9 chip", f"{QUOTE} The remark came late in the evening at a dinner.", "b.example"
    )
    assert copies_of([one, two]) == {}
