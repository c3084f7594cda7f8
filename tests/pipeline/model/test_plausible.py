"""Values of the model held against the ontology: counted nouns, radios, earnings a share, changes of a price."""

from __future__ import annotations

import pytest

from extractor.ontology import load_ontology
from extractor.pipeline.annotations import layer
from extractor.pipeline.draft import Draft
from extractor.pipeline.model.candidates import Candidate
from extractor.pipeline.model.plausible import PlausibleValues
from extractor.pipeline.model.scores import Say
from tests.pipeline.conftest import Parse
from tests.pipeline.helpers import entity

PLAUSIBLE = PlausibleValues(load_ontology())


def kept(
    parse: Parse,
    text: str,
    subject: str,
    amount: float,
    attribute: str,
    *,
    ruled: bool = False,
    predicate: str = "has_spec",
) -> list[Candidate]:
    doc = parse(text, "skeletons")
    number = next(n for n, q in enumerate(layer(doc, "quantities")) if q.quantity.amount == amount)
    sentence = layer(doc, "sentences")[0]
    draft = Draft(entity(doc, subject).index, predicate, "model:test", sentence, sentence.start, sentence.end)
    draft.attribute, draft.value = attribute, layer(doc, "quantities")[number].quantity
    say = Say(0.9, 0, "asserted", attribute, {attribute: 0.8, "other": 0.1})
    return list(PLAUSIBLE.kept(doc, [Candidate(draft, ruled, say, number)]))


@pytest.mark.parametrize(
    ("text", "subject", "amount", "attribute", "wanted"),
    [
        ("The MI300X has 304 compute units.", "MI300X", 304, "core_count", "other"),
        ("The MI300X has 304 cores.", "MI300X", 304, "unit_count", "core_count"),
        ("The MI300X has eight devices.", "MI300X", 8, "other", "other"),  # units, drives or anything else
        ("The H20 sends in the 2.4 GHz band.", "H20", 2.4, "clock_frequency", "other"),
        ("The H20 is clocked at 2.4 GHz.", "H20", 2.4, "clock_frequency", "clock_frequency"),
        ("The H20 sends in the band at 3.1 GHz.", "H20", 3.1, "clock_frequency", "clock_frequency"),
        ("The H20 runs at 6 GHz and supports Wi-Fi 7.", "H20", 6, "clock_frequency", "clock_frequency"),
        ("The H20 has 5 GHz. Its radio is new.", "H20", 5, "clock_frequency", "clock_frequency"),
        ("The H20 has 802.11ax in 5 GHz.", "H20", 5, "clock_frequency", "other"),
        ("The H20 takes 9 MSPS.", "H20", 9, "data_rate", "other"),  # a rate of samples is none of data
    ],
)
def test_words_name_the_attribute(
    parse: Parse, text: str, subject: str, amount: float, attribute: str, wanted: str
) -> None:
    (found,) = kept(parse, text, subject, amount, attribute)
    assert found.draft.attribute == wanted
    assert found.say is not None
    assert found.say.labels is not None
    assert found.say.labels[wanted] == (0.1 if attribute == "other" else 0.8)  # as likely as the model's own


def test_earnings_a_share_are_no_revenue(parse: Parse) -> None:
    text = "Intel expects $1.14 and $17 billion."
    assert kept(parse, text, "Intel", 1.14, "revenue") == []
    assert len(kept(parse, text, "Intel", 17e9, "revenue")) == 1


def test_a_change_of_the_price_is_no_price(parse: Parse) -> None:
    assert kept(parse, "The H20 costs +$10 now.", "H20", 10, "price") == []
    assert len(kept(parse, "The H20 costs $10 now.", "H20", 10, "price")) == 1


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("The H20 is twice as energy ...", "energy_efficiency"),  # an excerpt that breaks off
        ("The H20 is twice as power-efficient as the H100.", "energy_efficiency"),
        ("The H20 draws twice the power.", "power"),
    ],
)
def test_as_energy_efficient_is_a_metric_of_its_own(parse: Parse, text: str, metric: str) -> None:
    (found,) = kept(parse, text, "H20", 2, "power", predicate="compares_to")
    assert found.draft.attribute == metric


def test_what_a_rule_said_stays_as_it_is(parse: Parse) -> None:
    (found,) = kept(parse, "The MI300X has 304 compute units.", "MI300X", 304, "core_count", ruled=True)
    assert found.draft.attribute == "core_count"
