from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest

from extractor.catalogue import Catalogue, load_catalogue
from extractor.ontology import load_ontology
from extractor.pipeline.reading import LocalEntity, Mention, Reading, Statement

Local = Callable[..., LocalEntity]
FORM = re.compile(r"(.+) \((?:= )?([^)]+)\)")


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The packaged catalogue."""
    return load_catalogue(load_ontology())


def local(type_: str, *forms: str, known: str | None = None) -> LocalEntity:
    """An entity that an article calls by these forms, the first of them its name."""
    mentions = (Mention(100 * n, 100 * n + len(form), form) for n, form in enumerate(forms))
    return LocalEntity(type_, forms[0], known, tuple(mentions))


def looked_up(catalogue: Catalogue, type_: str, text: str) -> LocalEntity:
    """An entity of a name as the pipeline would know it; "Name (ABBR)" and "Name (= Form)" are two forms of one."""
    from extractor.catalogue.names import key

    found = FORM.fullmatch(text)
    forms = found.groups() if found else (text,)
    ids = catalogue.forms.get(key(forms[0]), ())
    known = next((id_ for id_ in ids if catalogue.entries[id_].type == type_), None)
    entity = local(type_, *forms, known=known)
    return LocalEntity(type_, catalogue.entries[known].name, known, entity.mentions) if known else entity


def reading(article: str, entities: Sequence[LocalEntity], *statements: Statement) -> Reading:
    """A reading of these entities."""
    return Reading(article, tuple(entities), statements)
