"""Loading the rule files: named token patterns, grouped by predicate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from extractor.errors import DataError
from extractor.ontology.entry import Entry
from extractor.ontology.model import Ontology, Rule
from extractor.ontology.source import read_yaml

KEYS = (
    "name", "match", "confidence", "implies", "modality", "status", "unless", "each", "excludes",
)  # fmt: skip


def load_rules(ontology: Ontology, files: Sequence[Path]) -> Ontology:
    """``ontology`` with the rules of ``files``; a later rule replaces an earlier one of the same name.

    A file maps predicates to lists of rules. Raises :class:`DataError` naming file and rule.
    """
    rules: dict[str, Rule] = {}
    for path in files:
        for predicate, entries in _sections(path).items():
            for entry in entries:
                rule = _rule(entry, predicate, ontology)
                if rule.name in rules and Path(rules[rule.name].file).parent == path.parent:
                    raise entry.error(f"a rule of this name is in {rules[rule.name].file} already")
                rules[rule.name] = rule
    return replace(ontology, rules=tuple(rules.values()))


def _sections(path: Path) -> dict[str, list[Entry]]:
    content = read_yaml(path) or {}
    if not isinstance(content, dict) or not all(isinstance(rules, list) for rules in content.values()):
        raise DataError(str(path), "", "must map predicates to lists of rules")
    return {
        predicate: [Entry(str(path), f"{predicate}[{n}]", raw) for n, raw in enumerate(rules)]
        for predicate, rules in content.items()
    }


def _rule(entry: Entry, predicate: str, ontology: Ontology) -> Rule:
    entry.only(KEYS)
    entry.name = entry.string("name")
    for name in (predicate, *entry.words("implies")):
        if name not in ontology.predicates:
            raise entry.error(f"unknown predicate {name!r}; declare it in predicates.yaml")
    for key, known in (("modality", ontology.modalities), ("status", ontology.statuses)):
        value = entry.optional(key)
        if value is not None and value not in known:
            raise entry.error(f"unknown {key} {value!r}")
    confidence = entry.number("confidence", 0.8)
    if not 0 < confidence <= 1:
        raise entry.error(f"confidence must lie above 0 and not above 1, not {confidence}")
    return Rule(
        name=entry.name,
        predicate=predicate,
        match=entry.string("match"),
        file=entry.file,
        confidence=confidence,
        implies=entry.words("implies"),
        modality=entry.optional("modality"),
        status=entry.optional("status"),
        unless=entry.optional("unless"),
        each=entry.flag("each"),
        excludes=entry.flag("excludes"),
    )
