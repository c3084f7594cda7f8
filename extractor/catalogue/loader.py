"""Loading the catalogue from its YAML files."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from extractor.catalogue.model import Catalogue, Known
from extractor.catalogue.names import key, slug
from extractor.errors import DataError
from extractor.ontology.entry import Entry
from extractor.ontology.model import Ontology
from extractor.ontology.source import read_yaml

BUILT_IN = Path(__file__).parent / "data"
HOMONYMS = "homonyms.yaml"
KEYS = (
    "name", "id", "type", "kind", "aliases", "context_aliases", "maker", "family", "predecessor", "uses", "parent",
    "country", "ticker", "former_names", "site", "source", "remove",
)  # fmt: skip
REFERENCES = {
    "maker": ("ORG",),
    "parent": ("ORG", "PLACE"),
    "site": ("ORG", "PLACE", "FACILITY"),
    "family": (),
    "predecessor": (),
}


@functools.cache
def load_catalogue(ontology: Ontology, extra: Path | None = None) -> Catalogue:
    """The built-in catalogue, with the files of the folder ``extra`` added: an entry of the same id replaces
    ours, and ``remove: true`` takes it out.

    Raises :class:`DataError` naming file and entry: unknown keys, types or references, and surface forms that two entries
    share without being declared in ``homonyms.yaml``.
    """
    if extra is not None and not extra.is_dir():
        raise DataError(str(extra), "", "is no folder; give the folder that holds your catalogue's YAML files")
    folders = [BUILT_IN] + ([extra] if extra else [])
    entries: dict[str, Known] = {}
    for folder in folders:
        entries.update(_folder(folder, ontology))
    resolved = _resolve(entries)
    preferred = _homonyms(folders, entries)
    return Catalogue(
        entries=resolved,
        forms=_forms(resolved, preferred, context=False),
        context_forms=_forms(resolved, preferred, context=True),
        followers=_only({k.id: k.predecessor for k in resolved.values()}),
        first_members=_only({k.id: k.family for k in resolved.values() if not k.predecessor}),
    )


def _folder(folder: Path, ontology: Ontology) -> dict[str, Known]:
    entries: dict[str, Known] = {}
    for path in sorted(folder.rglob("*.yaml")):
        if path.name == HOMONYMS:
            continue
        for known in _file(path, ontology):
            if known.id in entries:
                first = entries[known.id].file
                raise DataError(
                    str(path), known.name, f"{known.id} is in {first} already; merge them or give one an id"
                )
            entries[known.id] = known
    return entries


def _file(path: Path, ontology: Ontology) -> Iterable[Known]:
    content = read_yaml(path)
    head = Entry(str(path), "", content)
    head.only(("source", "type", "entries"))
    raws = content.get("entries")
    if not isinstance(raws, list):
        raise head.error("entries must be a list")
    for n, raw in enumerate(raws, start=1):
        entry = Entry(str(path), f"entry {n}", raw)
        entry.name = entry.string("name")
        yield _known(entry, content, ontology)


def _known(entry: Entry, head: dict[str, Any], ontology: Ontology) -> Known:
    entry.only(KEYS)
    type_ = str(entry.raw.get("type", head.get("type")))
    if type_ not in ontology.types:
        raise entry.error(f"unknown type {type_!r}; known are {', '.join(ontology.types)}")
    return Known(
        id=entry.string("id", f"{type_.lower()}:{slug(entry.name)}"),
        type=type_,
        name=entry.name,
        file=entry.file,
        kind=entry.optional("kind"),
        aliases=entry.words("aliases"),
        context_aliases=entry.words("context_aliases"),
        former_names=entry.words("former_names"),
        maker=entry.optional("maker"),
        family=entry.optional("family"),
        predecessor=entry.optional("predecessor"),
        parent=entry.optional("parent"),
        site=entry.optional("site"),
        uses=entry.words("uses"),
        country=entry.optional("country"),
        ticker=entry.optional("ticker"),
        source=entry.string("source", str(head.get("source") or "own knowledge")),
        removed=entry.flag("remove"),
    )


def _resolve(entries: dict[str, Known]) -> dict[str, Known]:
    """References by name or alias turned into ids; what was removed is left out, and so are references to it."""
    index: dict[tuple[str, str], str] = {}
    for known in entries.values():
        for name in (*known.context_aliases, *known.former_names, *known.aliases, known.name):
            index[known.type, key(name)] = known.id
    removed = {id_ for id_, known in entries.items() if known.removed}
    return {id_: _references(known, index, removed) for id_, known in entries.items() if not known.removed}


def _references(known: Known, index: dict[tuple[str, str], str], removed: set[str]) -> Known:
    found: dict[str, str | None] = {}
    for field, types in REFERENCES.items():
        name = getattr(known, field)
        if name is None:
            continue
        target = next((id_ for t in types or (known.type,) if (id_ := index.get((t, key(name))))), None)
        if target is None:
            raise DataError(known.file, known.name, f"{field} {name!r} is not in the catalogue")
        found[field] = None if target in removed else target
    for technology in known.uses:
        if ("TECHNOLOGY", key(technology)) not in index:
            raise DataError(known.file, known.name, f"uses {technology!r}, which is no TECHNOLOGY of the catalogue")
    return replace(known, **found)  # type: ignore[arg-type]


def _only(links: dict[str, str | None]) -> dict[str, str]:
    """Links turned round, where just one entry links to a target."""
    sources: dict[str, list[str]] = defaultdict(list)
    for source, target in links.items():
        if target:
            sources[target].append(source)
    return {target: ids[0] for target, ids in sources.items() if len(ids) == 1}


def _homonyms(folders: list[Path], entries: dict[str, Known]) -> dict[str, tuple[str, ...]]:
    """Declared collisions: surface form -> ids, the preferred one first; what was removed is left out."""
    declared: dict[str, tuple[str, ...]] = {}
    for folder in folders:
        path = folder / HOMONYMS
        if not path.exists():
            continue
        content = read_yaml(path) or {}
        if not isinstance(content, dict) or not all(isinstance(ids, list) for ids in content.values()):
            raise DataError(str(path), "", "must map names to lists of ids")
        for form, ids in content.items():
            unknown = [i for i in ids if not isinstance(i, str) or i not in entries]
            if unknown:
                raise DataError(str(path), str(form), f"{unknown[0]} is not in the catalogue")
            declared[key(str(form))] = tuple(id_ for id_ in ids if not entries[id_].removed)
    return declared


def _forms(
    entries: dict[str, Known], declared: dict[str, tuple[str, ...]], *, context: bool
) -> dict[str, tuple[str, ...]]:
    owners: dict[str, list[Known]] = defaultdict(list)
    for known in entries.values():
        for form in dict.fromkeys(key(f) for f in (known.context_aliases if context else known.forms)):
            owners[form].append(known)
    forms: dict[str, tuple[str, ...]] = {}
    for form, shared in owners.items():
        ids = [known.id for known in shared]
        if len(ids) > 1 and not context and not set(ids) <= set(declared.get(form, ())):
            names = ", ".join(f"{k.id} ({Path(k.file).name})" for k in shared)
            raise DataError(
                shared[-1].file, shared[-1].name, f"{form!r} is a name of {names}; declare it in {HOMONYMS}"
            )
        order = {id_: rank for rank, id_ in enumerate(declared.get(form, ()))}
        forms[form] = tuple(sorted(ids, key=lambda id_: (order.get(id_, len(order)), id_)))
    return forms
