"""Lint: what the built-in names must hold beyond being readable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from extractor.catalogue import Catalogue, Known
from extractor.catalogue.loader import BUILT_IN, HOMONYMS
from extractor.catalogue.names import key, spellings
from extractor.ontology import load_ontology

COMMON = load_ontology().names.common_words
# Written in lower case by their owners.
LOWER_CASE = {"onsemi", "imec", "planqc", "electronica", "coreboot", "watsonx"}


def chain(catalogue: Catalogue, known: Known, field: str) -> Iterator[str]:
    """The ids that ``field`` leads to, up to the first that repeats (which is yielded twice)."""
    seen = {known.id}
    yield known.id
    while following := getattr(known, field):
        yield following
        if following in seen:
            return
        seen.add(following)
        known = catalogue.entries[following]


@pytest.mark.parametrize("field", ["predecessor", "family", "parent"])
def test_no_chain_has_a_cycle(catalogue: Catalogue, field: str) -> None:
    chains = ([*chain(catalogue, known, field)] for known in catalogue.entries.values() if getattr(known, field))
    assert [ids for ids in chains if len(ids) != len(set(ids))] == []


def test_no_name_is_a_single_lower_case_word(catalogue: Catalogue) -> None:
    forms = {(form, known.id) for known in catalogue.entries.values() for form in known.forms}
    lower = sorted((f, i) for f, i in forms if f.isalpha() and f.islower() and f not in LOWER_CASE)
    assert lower == [], "ordinary words need context_aliases"


def test_no_name_is_empty_or_padded(catalogue: Catalogue) -> None:
    forms = ((f, known.id) for known in catalogue.entries.values() for f in (*known.forms, *known.context_aliases))
    assert [(f, i) for f, i in forms if f != f.strip() or not key(f) or "  " in f] == []


def test_short_ordinary_words_are_capitals_or_need_context(catalogue: Catalogue) -> None:
    forms = {f for known in catalogue.entries.values() for f in known.forms if f.lower() in COMMON}
    assert len([f for f in forms if len(f) < 3 and not f.isupper() and f.isalpha()]) == 0


def test_ids_are_types_and_slugs(catalogue: Catalogue) -> None:
    odd = [i for i, known in catalogue.entries.items() if not re.fullmatch(rf"{known.type.lower()}:[a-z0-9-]+", i)]
    assert odd == []


def test_all_spellings_of_all_names_have_one_key(catalogue: Catalogue) -> None:
    forms = {f for known in catalogue.entries.values() for f in (*known.forms, *known.context_aliases)}
    assert [(f, s) for f in forms for s in spellings(f) if key(s) != key(f)] == []


def test_makers_and_parents_are_organisations(catalogue: Catalogue) -> None:
    for known in catalogue.entries.values():
        assert known.maker is None or catalogue.entries[known.maker].type == "ORG", known
        assert known.parent is None or catalogue.entries[known.parent].type in ("ORG", "PLACE"), known


def test_what_is_used_is_a_known_technology(catalogue: Catalogue) -> None:
    forms = (catalogue.forms, catalogue.context_forms)
    known_as = {f for table in forms for f, ids in table.items() if any(i.startswith("technology:") for i in ids)}
    missing = {
        (known.id, use) for known in catalogue.entries.values() for use in known.uses if key(use) not in known_as
    }
    assert missing == set()


def test_homonyms_name_entries_that_have_that_name(catalogue: Catalogue) -> None:
    declared = yaml.safe_load((BUILT_IN / HOMONYMS).read_text(encoding="utf-8"))
    for form, ids in declared.items():
        assert len(ids) > 1, f"{form}: nothing to tell apart"
        assert [i for i in ids if i not in catalogue.entries] == []
        without = [
            i
            for i in ids
            if key(form) not in map(key, (*catalogue.entries[i].forms, *catalogue.entries[i].context_aliases))
        ]
        assert without == [], f"{form} is no name of these"


def test_every_entry_says_where_it_comes_from(catalogue: Catalogue) -> None:
    assert [known.id for known in catalogue.entries.values() if not known.source] == []


@pytest.mark.parametrize(
    "path", sorted(BUILT_IN.rglob("*.yaml")), ids=lambda path: str(Path(path).relative_to(BUILT_IN))
)
def test_files_are_text_with_one_entry_a_line(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.endswith("\n")
    assert "\t" not in text
    assert "\r" not in text
