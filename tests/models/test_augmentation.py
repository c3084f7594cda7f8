"""Passages told anew and stitched together, and which of them are held out."""

from __future__ import annotations

import random
from typing import Any

from models.recipe.augment import Swapper, stitch
from models.recipe.split import is_held_out, split


def record(id_: str, text: str, entities: list[dict[str, Any]], facts: list[dict[str, Any]]) -> dict[str, Any]:
    return {"id": id_, "title": f"Title {id_}", "text": text, "entities": entities, "facts": facts}


def entity(id_: str, type_: str, *mentions: str) -> dict[str, Any]:
    return {"id": id_, "type": type_, "name": mentions[0], "mentions": list(mentions)}


FIRST = record(
    "a", "Nvidia sells the H100.", [entity("n", "ORG", "Nvidia"), entity("h", "CHIP", "H100")],
    [{"s": "n", "p": "makes", "o": "h"}],
)  # fmt: skip
SECOND = record(
    "b", "AMD beats Nvidia Corp. and Nvidia.", [entity("h", "ORG", "AMD"), entity("x", "ORG", "Nvidia", "Nvidia Corp.")],
    [{"s": "h", "p": "competes_with", "o": "x"}, {"s": "h", "p": "has_spec", "attribute": "revenue", "value": 1}],
)  # fmt: skip


def test_stitched_passages_share_the_things_that_share_a_name() -> None:
    joined = stitch(FIRST, SECOND)
    assert joined is not None
    assert joined["text"] == "Nvidia sells the H100.\n\nTitle b\n\nAMD beats Nvidia Corp. and Nvidia."
    assert [(e["id"], sorted(e["mentions"])) for e in joined["entities"]] == [
        ("n", ["Nvidia", "Nvidia Corp."]), ("h", ["H100"]), ("h~", ["AMD"])
    ]  # fmt: skip
    assert [(f["s"], f["p"], f.get("o")) for f in joined["facts"]] == [
        ("n", "makes", "h"), ("h~", "competes_with", "n"), ("h~", "has_spec", None)
    ]  # fmt: skip
    assert FIRST["entities"][0]["mentions"] == ["Nvidia"]


def test_a_form_of_two_types_is_not_stitched() -> None:
    other = record("c", "Nvidia, a city.", [entity("p", "PLACE", "Nvidia")], [])
    assert stitch(FIRST, other) is None


def test_an_anew_told_passage_keeps_its_facts_and_has_its_new_names_in_the_text() -> None:
    told = Swapper([FIRST, SECOND], swapped=1.0, invented=0.5).swap(FIRST, random.Random(4))
    assert told["facts"] == FIRST["facts"]
    assert all(mention in told["text"] for e in told["entities"] for mention in e["mentions"])
    assert told["text"] != FIRST["text"]


def test_a_passage_stays_on_its_side_when_the_corpus_grows() -> None:
    ids = [f"x{n:03}" for n in range(400)]
    few, many = ([record(i, "", [], []) for i in some] for some in (ids[::7], ids))
    held = {one["id"] for one in split(many, 8)[1]}
    assert {one["id"] for one in split(few, 8)[1]} <= held
    assert 30 <= len(held) <= 70
    assert not any(is_held_out(i, 0) for i in ids)
