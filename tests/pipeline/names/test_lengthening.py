"""Longer names: numbered generations in front of a line, kits for developers behind a product."""

from __future__ import annotations

import pytest

from extractor.catalogue import Catalogue, Known
from extractor.catalogue.names import key
from extractor.pipeline.annotations import Name
from extractor.pipeline.names.lengthening import Lengthener

FORMS = {
    "Volt": "chip:volt", "4th Gen Volt": "chip:volt-4", "Q7 Developer Kit": "system:q7-kit", "Quill": "org:quill",
}  # fmt: skip
CATALOGUE = Catalogue(
    {id_: Known(id_, id_.partition(":")[0].upper(), form, "x") for form, id_ in FORMS.items()},
    forms={key(form): (id_,) for form, id_ in FORMS.items()},
)
LENGTHENER = Lengthener(CATALOGUE, ("Developer Kit", "Dev Kit"))


def name(text: str, form: str, type_: str = "CHIP", known: str | None = None) -> Name:
    start = text.index(form)
    return Name(start, start + len(form), form, type_, known, 1.0, "rule", None)


@pytest.mark.parametrize(
    ("text", "form", "known", "wanted"),
    [
        ("The 6th Gen Volt chips came.", "Volt", "chip:volt", "6th Gen Volt"),
        ("The 13th-gen HX chips came.", "HX", None, "13th-gen HX"),
        ("The 3rd-generation Volt came.", "Volt", "chip:volt", "3rd-generation Volt"),
        ("The sixth-generation Volt came.", "Volt", "chip:volt", "Volt"),  # words describe, they do not name
        ("The 6th Gen Kestrel came.", "Kestrel", None, "Kestrel"),  # what nobody knows may be anything
        ("The 6th Gen Volt 9 came.", "Volt 9", "chip:volt", "Volt 9"),  # one with a number of its own
        ("Of the 6th Gen. Volt came.", "Volt", "chip:volt", "Volt"),
    ],
)
def test_a_numbered_generation_belongs_to_the_name_of_a_line(
    text: str, form: str, known: str | None, wanted: str
) -> None:
    (found,) = LENGTHENER.lengthened(text, [name(text, form, known=known)])
    assert (found.text, text[found.start : found.end]) == (wanted, wanted)
    assert found.known == (known if wanted == form else None)


@pytest.mark.parametrize(
    ("text", "form", "type_", "wanted"),
    [
        ("The Q7 Developer Kit came.", "Q7", "CHIP", ("Q7 Developer Kit", "SYSTEM", "system:q7-kit")),
        ("The Q7 Nano Super Dev Kit came.", "Q7", "SYSTEM", ("Q7 Nano Super Dev Kit", "SYSTEM", None)),
        ("The Q7 developer kit came.", "Q7", "CHIP", ("Q7", "CHIP", None)),
        ("The Q7 Dev Kits came.", "Q7", "CHIP", ("Q7 Dev Kits", "SYSTEM", None)),
        ("The Q7 Dev Kitsch came.", "Q7", "CHIP", ("Q7", "CHIP", None)),
        ("The Q7 Quill Dev Kit came.", "Q7", "CHIP", ("Q7", "CHIP", None)),  # somebody else's
        ("Volt Developer Kit came.", "Volt", "ORG", ("Volt", "ORG", None)),
    ],
)
def test_a_kit_is_a_system_of_its_own(text: str, form: str, type_: str, wanted: tuple[str, str, str | None]) -> None:
    (found,) = LENGTHENER.lengthened(text, [name(text, form, type_)])
    assert (found.text, found.type, found.known) == wanted


def test_a_generation_is_known_however_it_is_written() -> None:
    text = "The 4th generation Volt came."
    (found,) = LENGTHENER.lengthened(text, [name(text, "Volt", known="chip:volt")])
    assert found.known == "chip:volt-4"


def test_names_inside_a_longer_one_are_gone() -> None:
    text = "The Q7 Robotics Developer Kit beats the Q7."
    inside = name(text, "Robotics", "ORG")
    again = Name(text.rindex("Q7"), text.rindex("Q7") + 2, "Q7", "CHIP", None, 1.0, "rule", None)
    found = LENGTHENER.lengthened(text, [name(text, "Q7"), inside, again])
    assert [one.text for one in found] == ["Q7 Robotics Developer Kit", "Q7"]
