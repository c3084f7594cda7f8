"""Loading: the built-in catalogue, a user's folder added to it, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.catalogue import Catalogue, load_catalogue
from extractor.errors import DataError
from extractor.ontology import load_ontology

from .conftest import Load

LEAST = {
    "ORG": 300,
    "CHIP": 700,
    "SYSTEM": 250,
    "SERVICE": 150,
    "TECHNOLOGY": 200,
    "SOFTWARE": 100,
    "PERSON": 100,
    "PLACE": 300,
    "FACILITY": 50,
    "EVENT": 50,
    "POLICY": 30,
}


@pytest.mark.parametrize(("type_", "least"), LEAST.items(), ids=list(LEAST))
def test_enough_is_known_of_every_type(catalogue: Catalogue, type_: str, least: int) -> None:
    assert sum(known.type == type_ for known in catalogue.entries.values()) >= least


def test_every_type_of_the_ontology_is_counted() -> None:
    assert set(LEAST) == set(load_ontology().types)


def test_references_are_ids(catalogue: Catalogue) -> None:
    h200 = catalogue.entries["chip:h200"]
    assert h200.maker == "org:nvidia"
    assert h200.predecessor in catalogue.entries


def test_lineage_begins_with_the_nearest(catalogue: Catalogue) -> None:
    assert catalogue.lineage("chip:graviton4")[:2] == ("chip:graviton3", "chip:graviton2")
    assert catalogue.lineage("chip:no-such-thing") == ()


def chips(*entries: str) -> dict[str, str]:
    return {
        "chips.yaml": "type: CHIP\nsource: invented\nentries:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)
    }


def test_a_user_adds_a_chip(load_over_all: Load, catalogue: Catalogue) -> None:
    mine = load_over_all(chips("name: Zorblax Q9, aliases: [ZQ-9 Prime], maker: Nvidia, predecessor: H100, kind: gpu"))
    known = mine.entries["chip:zorblax-q9"]
    assert (known.type, known.maker, known.predecessor) == ("CHIP", "org:nvidia", "chip:h100")
    assert (known.source, known.kind) == ("invented", "gpu")
    assert mine.forms["zorblax q9"] == ("chip:zorblax-q9",)
    assert len(mine.entries) == len(catalogue.entries) + 1


def test_a_user_replaces_an_entry_by_its_id(load: Load) -> None:
    mine = load(chips("name: H100, maker: AMD, aliases: [Zorblax Q9]"))
    assert mine.entries["chip:h100"].maker == "org:amd"
    assert mine.forms["zorblax q9"] == ("chip:h100",)
    assert len(mine.entries) == len(load({}).entries)


def test_entries_may_name_their_own_type_and_id(load: Load) -> None:
    mine = load({"deep/down/x.yaml": "entries:\n  - {name: Zorblax, type: ORG, id: 'org:the-zorblax', ticker: ZBX}\n"})
    assert mine.entries["org:the-zorblax"].ticker == "ZBX"


def test_former_names_and_context_aliases_are_forms(load: Load) -> None:
    mine = load(chips("name: Zorblax Q9, former_names: [Quibble Q8], context_aliases: [Tree Stump]"))
    assert mine.forms["quibble q8"] == ("chip:zorblax-q9",)
    assert "tree stump" not in mine.forms
    assert mine.context_forms["tree stump"] == ("chip:zorblax-q9",)


def test_a_name_that_is_ambiguous_itself_needs_context(load: Load) -> None:
    mine = load(chips("name: Tree Stump, context_aliases: [Tree Stump]"))
    assert "tree stump" not in mine.forms
    assert "tree stump" in mine.context_forms


def test_a_declared_homonym_is_allowed_and_ordered(load: Load) -> None:
    files = {
        "a.yaml": "entries:\n  - {name: Zorblax, type: ORG}\n  - {name: Zorblax, type: CHIP}\n",
        "homonyms.yaml": "zorblax: [chip:zorblax, org:zorblax]\n",
    }
    assert load(files).forms["zorblax"] == ("chip:zorblax", "org:zorblax")


BROKEN = [
    (
        "unknown maker",
        "name: Zorblax Q9, maker: Quibble Works",
        "Zorblax Q9",
        "maker 'Quibble Works' is not in the catalogue",
    ),
    ("maker of another type", "name: Zorblax Q9, maker: H100", "Zorblax Q9", "maker 'H100' is not in the catalogue"),
    ("unknown predecessor", "name: Zorblax Q9, predecessor: Zorblax Q8", "Zorblax Q9", "predecessor 'Zorblax Q8'"),
    ("predecessor of another type", "name: Zorblax Q9, predecessor: CUDA", "Zorblax Q9", "predecessor 'CUDA'"),
    ("unknown family", "name: Zorblax Q9, family: Zorblaxes", "Zorblax Q9", "family 'Zorblaxes'"),
    ("unknown key", "name: Zorblax Q9, makers: Nvidia", "Zorblax Q9", "unknown key 'makers'"),
    ("unknown type", "name: Zorblax Q9, type: TREE", "Zorblax Q9", "unknown type 'TREE'"),
    ("no name", "maker: Nvidia", "entry 1", "name must be a text"),
    ("number for a name", "name: 4090", "entry 1", "name must be a text, not 4090"),
    ("aliases no list", "name: Zorblax Q9, aliases: ZQ9", "Zorblax Q9", "aliases must be a list of texts"),
    ("number among the aliases", "name: Zorblax Q9, aliases: [4090]", "Zorblax Q9", "quote numbers"),
]


@pytest.mark.parametrize(("entry", "name", "reason"), [c[1:] for c in BROKEN], ids=[c[0] for c in BROKEN])
def test_what_is_wrong_is_named_with_file_and_entry(
    load: Load, tmp_path: Path, entry: str, name: str, reason: str
) -> None:
    with pytest.raises(DataError) as caught:
        load(chips(entry))
    assert caught.value.file == str(tmp_path / "chips.yaml")
    assert caught.value.entry == name
    assert reason in caught.value.reason


MALFORMED = [
    ("empty file", "", "must be a mapping"),
    ("list at the top", "- {name: Zorblax}\n", "must be a mapping"),
    ("no entries", "type: CHIP\n", "entries must be a list"),
    ("entry no mapping", "type: CHIP\nentries: [Zorblax]\n", "entry 1: must be a mapping"),
    ("unknown key of the file", "kind: gpu\nentries: []\n", "unknown key 'kind'"),
    ("half-written", "type: CHIP\nentries:\n  - {name: Zorblax\n", r"line 4: is no YAML"),
    ("no type at all", "entries:\n  - {name: Zorblax}\n", "unknown type"),
]


@pytest.mark.parametrize(("content", "reason"), [c[1:] for c in MALFORMED], ids=[c[0] for c in MALFORMED])
def test_malformed_files_are_refused(load: Load, content: str, reason: str) -> None:
    with pytest.raises(DataError, match=r"x\.yaml: ") as caught:
        load({"x.yaml": content})
    assert reason in str(caught.value)


def test_a_second_entry_with_one_id_is_refused_naming_both_files(load: Load) -> None:
    with pytest.raises(DataError) as caught:
        load(
            {
                "a.yaml": "type: CHIP\nentries: [{name: Zorblax Q9}]\n",
                "b.yaml": "type: CHIP\nentries: [{name: Zorblax Q9}]\n",
            }
        )
    assert "a.yaml" in str(caught.value)
    assert "b.yaml" in str(caught.value)


def test_an_undeclared_collision_is_refused_naming_both_entries(load: Load) -> None:
    with pytest.raises(DataError, match=r"homonyms\.yaml") as caught:
        load(
            {
                "a.yaml": "type: ORG\nentries: [{name: Zorblax Works, aliases: [ZBX]}]\n",
                "b.yaml": "type: ORG\nentries: [{name: Zebrax, aliases: [zbx]}]\n",
            }
        )
    for part in ("org:zorblax-works (a.yaml)", "org:zebrax (b.yaml)", "'zbx'"):
        assert part in str(caught.value)


def test_a_collision_with_a_built_in_name_is_refused(load_over_all: Load) -> None:
    with pytest.raises(DataError, match=r"'graviton4' is a name of .*chip:graviton4"):
        load_over_all(chips("name: Zorblax Q9, aliases: [Graviton 4]"))


def test_a_homonym_of_something_unknown_is_refused(load: Load) -> None:
    with pytest.raises(DataError, match=r"homonyms\.yaml: zorblax: org:zorblax is not in the catalogue"):
        load({"homonyms.yaml": "zorblax: [org:zorblax]\n"})


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="is no folder"):
        load_catalogue(load_ontology(), tmp_path / "nowhere")


@pytest.mark.parametrize(
    "content", ["- zorblax\n", "zorblax: 5\n", "zorblax: [[a]]\n"], ids=["a list", "a number", "nested"]
)
def test_homonyms_that_are_no_mapping_to_lists_are_refused(load: Load, content: str) -> None:
    with pytest.raises(DataError):
        load({"homonyms.yaml": content})


def test_a_user_removes_an_entry(load: Load) -> None:
    assert "chip:h100" not in load(chips("name: H100, remove: true")).entries


def test_a_removed_entry_may_have_been_a_declared_homonym(load: Load) -> None:
    files = {
        "a.yaml": "entries:\n  - {name: Zorblax, type: ORG}\n  - {name: Zorblax, type: CHIP, remove: true}\n",
        "homonyms.yaml": "zorblax: [chip:zorblax, org:zorblax]\n",
    }
    assert load(files).forms["zorblax"] == ("org:zorblax",)


def test_a_declared_homonym_of_the_built_in_catalogue_may_be_removed(load_over_all: Load, catalogue: Catalogue) -> None:
    form, ids = next((form, ids) for form, ids in catalogue.forms.items() if len(ids) > 1)
    known = catalogue.entries[ids[0]]
    text = f"entries: [{{name: {known.name!r}, id: {known.id!r}, type: {known.type}, remove: true}}]\n"
    assert load_over_all({"mine.yaml": text}).forms[form] == ids[1:]


def test_what_an_entry_uses_must_be_known(load: Load) -> None:
    with pytest.raises(DataError):
        load(chips("name: Zorblax Q9, uses: [Quibble Fabric]"))


def test_references_to_a_removed_entry_are_dropped(load: Load) -> None:
    catalogue = load(chips("name: H100, remove: true"))
    assert all(known.predecessor != "chip:h100" for known in catalogue.entries.values())
