"""Predecessors and first generations as references to things that the article names."""

from __future__ import annotations

import pytest

from tests.pipeline.conftest import Parse

# text, wording, name of the entity it stands for (None: for nothing)
CASES = [
    ("its predecessor", "The H200 follows the H100. Its predecessor had 80 GB.", "Its predecessor", "H100"),
    ("named later", "The H200 is here. Its predecessor had 80 GB. Buyers love the H100.", "Its predecessor", "H100"),
    ("clause", "The H200 has HBM3e, while its predecessor used HBM3. The H100 stays.", "its predecessor", "H100"),
    ("not named", "The H200 is here. Its predecessor had 80 GB.", "Its predecessor", None),
    ("no clause of its own", "The H200 beats its predecessor. The H100 stays.", "its predecessor", None),
    ("of two", "The H200 and the Graviton4 met the H100 and the Graviton3. The predecessor was slow.", "The predecessor", None),
    ("of no type", "The H200 came. The previous rack had the H100.", "The previous rack", None),
    ("first version", "Amazon has Trainium2. The first version had 32 GB. Trainium was slow.", "The first version", "Trainium"),
    ("nth generation of", "Trainium2 came. The second generation of Trainium is fast.", "second generation of Trainium",
     "Trainium2"),
    ("first generation of", "Trainium1 came. The first generation of Trainium is slow.", "first generation of Trainium",
     "Trainium1"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wording", "name"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_earlier_generations_as_references(parse: Parse, text: str, wording: str, name: str | None) -> None:
    doc = parse(text, "references")
    found = [doc._.entities[r.entity].fullest for r in doc._.references if text[r.start : r.end] == wording]
    assert found == ([] if name is None else [name])


def test_what_is_said_of_the_predecessor_is_its_own(parse: Parse) -> None:
    doc = parse("Nvidia's H200 has 141 GB of memory. Its predecessor has 80 GB of memory. The H100 is sold out.")
    said = {
        (doc._.entities[d.subject].names[-1].text, d.value.amount)
        for d in doc._.statements
        if d.predicate == "has_spec"
    }
    assert said == {("H200", 141), ("H100", 80)}
