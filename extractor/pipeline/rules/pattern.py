"""The pattern language of the rules, compiled to regular expressions over skeletons.

A pattern is a line of words and signs, separated by blanks:

| sign | matches |
|---|---|
| ``word`` | that word |
| ``@group`` | any form of a lexicon group |
| ``(a|b c|@group)`` | one of these |
| ``x?`` | x or nothing |
| ``( x )`` | brackets in the text: signs of their own, with blanks around them |
| ``..`` ``..3`` | up to 5 (3) words, no slot |
| ``...`` ``...12`` | up to 8 (12) words and slots |
| ``...30-CHIP,SYSTEM`` | up to 30 words and slots, but none of these types |
| ``<subject:ORG>`` | an entity of the type (or group, or of several: ``ORG,PERSON``) in that role |
| ``<object:CHIP!>`` | the same, but not the others that it is coordinated with |
| ``<value:quantity>`` ``<value:multiple>`` ``<date:date>`` | a quantity (of that kind), a date |
| ``^`` ``$`` | the sentence's begin, its end |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.errors import DataError
from extractor.ontology.model import Ontology, Rule
from extractor.pipeline.structure.skeleton import CLOSE, OPEN, Skeleton

SLOT = re.compile(r"<(\w+):([\w,.]+)(!?)>")
QUANTITIES = ("value", "money", "count", "multiple", "percent")
GAP = re.compile(r"(\.{2,3})(\d*)(?:-([\w,.]+))?")
EVERYWHERE = frozenset("a an and are as at be by for from has in is it its of on or that the to was with".split())
SIGNS = frozenset({"'s", ",", "(", ")", ":", "—", "–"})
BORDER = r"(?![;.!?] )"
TOKEN = re.compile(r"\((?![ ?])[^()]*\)\??|\S+")


@dataclass(frozen=True, slots=True)
class Found:
    """A match: the slot number of every role, and the match's place in the skeleton's line."""

    roles: dict[str, int]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled rule. ``trigger`` are words of which the sentence must hold one; empty where only slots are asked for."""

    rule: Rule
    regex: re.Pattern[str]
    unless: re.Pattern[str] | None
    trigger: frozenset[str]
    kinds: tuple[frozenset[str], ...]
    alone: frozenset[str]

    def find(self, sentence: Skeleton) -> Iterator[Found]:
        """All matches, overlapping ones included: one for every place where the pattern can begin."""
        position = 0
        line = sentence.line
        while found := self.regex.search(line, position):
            yield from self._accepted(found)
            if self.rule.each:
                yield from self._further(found)
            position = found.start() + 1

    def _further(self, found: re.Match[str]) -> Iterator[Found]:
        """The matches with the same begin and a later object: each object found so far is hidden in turn."""
        start, line = found.start(), found.string
        while "object" in found.groupdict():
            kind = line.rindex(OPEN, 0, found.start("object")) + 1
            line = line[:kind] + "-" * (found.start("object") - kind) + line[found.start("object") :]
            again = self.regex.match(line, start)
            if again is None:
                return
            yield from self._accepted(again)
            found = again

    def _accepted(self, found: re.Match[str]) -> Iterator[Found]:
        if not (self.unless and self.unless.search(found.string, found.start(), found.end())):
            yield Found({role: int(n) for role, n in found.groupdict().items() if n}, found.start(), found.end())


def compile_rule(rule: Rule, ontology: Ontology) -> Pattern:
    """Compile a rule's pattern. Raises :class:`DataError` naming file and rule for an unknown sign, group or type."""
    compiler = _Compiler(rule, ontology)
    regex = re.compile(r"(?:(?<= )|^)" + compiler.sequence(rule.match))
    unless = re.compile(r"(?:(?<= )|^)" + _Compiler(rule, ontology).sequence(rule.unless)) if rule.unless else None
    trigger = min(compiler.triggers, key=_frequency, default=frozenset())
    return Pattern(rule, regex, unless, trigger, tuple(compiler.kinds), frozenset(compiler.alone))


def _frequency(words: frozenset[str]) -> int:
    """A rough rank of how often one of the words occurs: function words and signs are everywhere."""
    return sum(100 if word in EVERYWHERE or word in SIGNS else 1 for word in words)


def _either(names: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=lambda name: (-len(name), name)))


class _Compiler:
    def __init__(self, rule: Rule, ontology: Ontology) -> None:
        self.rule, self.ontology = rule, ontology
        self.source = ""
        self.roles: set[str] = set()
        self.triggers: list[frozenset[str]] = []
        self.kinds: list[frozenset[str]] = []
        self.alone: list[str] = []

    def error(self, reason: str) -> DataError:
        return DataError(self.rule.file, self.rule.name, reason)

    def sequence(self, source: str) -> str:
        self.source = source
        return "".join(self.sign(sign) for sign in TOKEN.findall(source))

    def sign(self, sign: str) -> str:
        if sign == "^":
            return r"\A"
        if sign == "$":
            return r"(?:[.!?] )?\Z"
        if gap := GAP.fullmatch(sign):
            return self._gap(len(gap[1]) == 3, int(gap[2] or (8 if len(gap[1]) == 3 else 5)), gap[3])
        if slot := SLOT.fullmatch(sign):
            return self._slot(slot[1], slot[2], bool(slot[3]))
        optional = sign.endswith("?") and len(sign) > 1
        choices = self._choices(sign[:-1] if optional else sign)
        if not optional:
            self.triggers.append(frozenset(choice.split()[0] for choice in choices))
        body = "|".join(re.escape(choice).replace(r"\ ", " ") for choice in sorted(choices, key=lambda c: (-len(c), c)))
        return f"(?:(?:{body}) ){'?' if optional else ''}"

    def _gap(self, slots: bool, limit: int, barred: str | None) -> str:
        token = r"\S+ " if slots else rf"[^\s{OPEN}]+ "
        if barred:
            token = rf"(?!{OPEN}(?:{_either(self._kinds(barred))}):){token}"
        return f"(?:{BORDER}{token}){{0,{limit}}}?"

    def _choices(self, sign: str) -> list[str]:
        names = sign[1:-1].split("|") if sign.startswith("(") and sign.endswith(")") else [sign]
        choices: list[str] = []
        for name in names:
            if name.startswith("@"):
                if name[1:] not in self.ontology.lexicon:
                    raise self.error(f"unknown group {name}; declare it in lexicon/*.yaml")
                choices.extend(self.ontology.lexicon[name[1:]])
            elif name in ("(", ")") or (name and not set(name) & set("<>()@")):
                choices.append(name.lower())
            else:
                raise self.error(f"cannot read {sign!r} in {self.source!r}")
        return choices

    def _slot(self, role: str, kinds: str, alone: bool) -> str:
        names = self._kinds(kinds)
        if not role.isidentifier() or role in self.roles:
            raise self.error(f"role {role!r} must be a name of its own in {self.source!r}")
        self.roles.add(role)
        self.kinds.append(names)
        if alone:
            self.alone.append(role)
        return f"{OPEN}(?:{_either(names)}):(?P<{role}>\\d+){CLOSE} "

    def _kinds(self, kinds: str) -> frozenset[str]:
        return frozenset(name for kind in kinds.split(",") for name in self._kind(kind))

    def _kind(self, kind: str) -> set[str]:
        if kind == "quantity":
            return {f"quantity.{name}" for name in QUANTITIES}
        if kind in QUANTITIES:
            return {f"quantity.{kind}"}
        if kind == "date":
            return {"date"}
        if kind == "any":
            return set(self.ontology.types)
        if kind in self.ontology.groups:
            return set(self.ontology.groups[kind])
        if kind not in self.ontology.types:
            raise self.error(f"unknown type {kind!r} in {self.source!r}")
        return {kind}
