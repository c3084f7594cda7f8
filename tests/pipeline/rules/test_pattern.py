"""The pattern language: each sign, what gaps must not cross, and what cannot be read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.errors import DataError
from extractor.ontology import Ontology, Rule, load_ontology
from extractor.pipeline.rules.pattern import Found, compile_rule
from tests.pipeline.helpers import skeleton

LEXICON = {"make": ("is making", "makes", "made"), "at": ("at",)}
ONTOLOGY: Ontology = replace(load_ontology(), lexicon=LEXICON)


def matches(pattern: str, text: str, **fields: Any) -> list[Found]:
    rule = Rule("test", "makes", pattern, "my.yaml", **fields)
    return list(compile_rule(rule, ONTOLOGY).find(skeleton(text)))


A, X = "[ORG=Acme]", "[CHIP=X1]"
# pattern, text, whether it matches
SIGNS = [
    ("word", "ships", f"{A} ships it", True),
    ("word, upper case in the text", "ships", f"{A} SHIPS it", True),
    ("word, upper case in the pattern", "Ships", f"{A} ships it", True),
    ("part of a word", "ship", f"{A} ships it", False),
    ("end of a word", "hips", f"{A} ships it", False),
    ("words in a row", "ships it", f"{A} ships it", True),
    ("words not in a row", "ships it", f"{A} ships to it", False),
    ("sign", "ships , then", f"{A} ships, then", True),
    ("dot in a word is no sign of a regular expression", "a.b", "a-b axb", False),
    ("possessive", "<subject:ORG> 's <object:CHIP>", f"{A}'s {X}", True),
    ("possessive pronoun", "<subject:ORG> 's <object:CHIP>", f"[ORG=its] {X}", True),
    ("group", "<subject:ORG> @make <object:CHIP>", f"{A} makes {X}", True),
    ("group of phrases", "<subject:ORG> @make <object:CHIP>", f"{A} is making {X}", True),
    ("group, other word", "<subject:ORG> @make <object:CHIP>", f"{A} sells {X}", False),
    ("alternatives", "(sells|buys) it", f"{A} buys it", True),
    ("alternatives, neither", "(sells|buys) it", f"{A} burns it", False),
    ("alternative of two words", "(sells|gives away) it", f"{A} gives away it", True),
    ("group among alternatives", "(sells|@make) it", f"{A} made it", True),
    ("optional word there", "ships also? it", "ships also it", True),
    ("optional word not there", "ships also? it", "ships it", True),
    ("optional word, another there", "ships also? it", "ships never it", False),
    ("optional alternatives there", "ships (also|even now)? it", "ships even now it", True),
    ("optional alternatives not there", "ships (also|even now)? it", "ships it", True),
    ("optional group", "ships @at? it", "ships at it", True),
    ("optional sign", "ships ,? it", "ships, it", True),
    ("question mark in the text", "it ?", "ships it?", True),
    ("gap of nothing", "<subject:ORG> .. <object:CHIP>", f"{A} {X}", True),
    ("gap of five words", "<subject:ORG> .. <object:CHIP>", f"{A} a b c d e {X}", True),
    ("gap of six words", "<subject:ORG> .. <object:CHIP>", f"{A} a b c d e f {X}", False),
    ("gap with a number", "<subject:ORG> ..2 <object:CHIP>", f"{A} a b {X}", True),
    ("gap with a number, too long", "<subject:ORG> ..2 <object:CHIP>", f"{A} a b c {X}", False),
    ("gap over a slot", "<subject:ORG> .. <object:CHIP>", f"{A} a [PLACE=Rome] b {X}", False),
    ("wide gap over a slot", "<subject:ORG> ... <object:CHIP>", f"{A} a [PLACE=Rome] b {X}", True),
    ("wide gap of eight", "<subject:ORG> ... <object:CHIP>", f"{A} a b c d e f g h {X}", True),
    ("wide gap of nine", "<subject:ORG> ... <object:CHIP>", f"{A} a b c d e f g h i {X}", False),
    ("wide gap with a number", "<subject:ORG> ...12 <object:CHIP>", f"{A} a b c d e f g h i j k l {X}", True),
    ("gap over a comma", "<subject:ORG> .. <object:CHIP>", f"{A} a, b {X}", True),
    ("gap over a colon", "<subject:ORG> .. <object:CHIP>", f"{A} a: b {X}", True),
    ("slot of another type", "<subject:ORG> ships", f"{X} ships", False),
    ("slot of several types", "<subject:ORG,CHIP> ships", f"{X} ships", True),
    ("slot of a group of types", "<subject:PRODUCT> ships", f"{X} ships", True),
    ("slot of a group, other type", "<subject:PRODUCT> ships", f"{A} ships", False),
    ("slot of any entity", "<subject:any> ships", "[POLICY=Act] ships", True),
    ("any is no quantity", "<subject:any> ships", "[quantity.count=96] ships", False),
    ("any is no date", "<subject:any> ships", "[date=May] ships", False),
    ("quantity of any kind", "has <value:quantity>", "has [quantity.money=$5]", True),
    ("quantity of its kind", "has <value:money>", "has [quantity.money=$5]", True),
    ("quantity of another kind", "has <value:count>", "has [quantity.money=$5]", False),
    ("value", "has <value:value>", "has [quantity.value=5 GB]", True),
    ("multiple", "is <value:multiple> faster", "is [quantity.multiple=2x] faster", True),
    ("date", "in <date:date>", "in [date=May]", True),
    ("quantity or type", "has <b:quantity,ORG>", f"has {A}", True),
    ("begin", "^ <subject:ORG> ships", f"{A} ships", True),
    ("not at the begin", "^ <subject:ORG> ships", f"now {A} ships", False),
    ("end", "ships $", f"{A} ships", True),
    ("end before a full stop", "ships $", f"{A} ships.", True),
    ("not at the end", "ships $", f"{A} ships it", False),
    ("bracket", "<subject:ORG> ( <date:date> )", f"{A} ([date=May])", True),
    ("bracket, not there", "<subject:ORG> ( <date:date> )", f"{A} [date=May]", False),
]


@pytest.mark.parametrize(("pattern", "text", "expected"), [c[1:] for c in SIGNS], ids=[c[0] for c in SIGNS])
def test_signs(pattern: str, text: str, expected: bool) -> None:
    assert bool(matches(pattern, text)) is expected


@pytest.mark.parametrize("border", [".", ";", "!", "?"])
@pytest.mark.parametrize("gap", ["..", "...", "..9", "...9"])
def test_gaps_do_not_cross_borders(gap: str, border: str) -> None:
    pattern = f"<subject:ORG> {gap} <object:CHIP>"
    assert matches(pattern, f"{A} comes {X}")
    assert not matches(pattern, f"{A} comes{border} {X}")


def test_roles_hold_slot_numbers() -> None:
    (found,) = matches("<subject:ORG> .. <object:CHIP> .. <date:date>", f"so {A} ships {X} in [date=May]")
    assert found.roles == {"subject": 0, "object": 1, "date": 2}


def test_matches_begin_at_every_possible_place() -> None:
    found = matches("<subject:ORG> ...9 <object:CHIP>", f"{A} and [ORG=Bolt] ship {X}")
    assert [f.roles for f in found] == [{"subject": 0, "object": 2}, {"subject": 1, "object": 2}]


def test_the_nearest_end_is_taken() -> None:
    (found,) = matches("<subject:ORG> ... <object:CHIP>", f"{A} ships {X}, then [CHIP=Y1]")
    assert found.roles["object"] == 1


def test_unless_counts_only_inside_the_match() -> None:
    pattern = "<subject:ORG> .. <object:CHIP>"
    assert matches(pattern, f"{A} ships {X}", unless="never")
    assert not matches(pattern, f"{A} never ships {X}", unless="never")
    assert matches(pattern, f"{A} ships {X} never", unless="never")
    assert matches(pattern, f"never {A} ships {X}", unless="never")


def test_unless_may_hold_groups_and_slots() -> None:
    pattern = "<subject:ORG> ...12 <object:CHIP>"
    assert not matches(pattern, f"{A} made {X}", unless="@make")
    assert not matches(pattern, f"{A} in [PLACE=Rome] ships {X}", unless="<p:PLACE>")


def test_alone_is_kept_for_the_rules() -> None:
    rule = Rule("test", "makes", "<subject:ORG> .. <object:CHIP!>", "my.yaml")
    assert compile_rule(rule, ONTOLOGY).alone == {"object"}


def test_triggers_are_words_without_which_nothing_can_match() -> None:
    rule = Rule("test", "makes", "<subject:ORG> now? @make <object:CHIP>", "my.yaml")
    assert compile_rule(rule, ONTOLOGY).trigger == {"is", "makes", "made"}
    assert compile_rule(replace(rule, match="<subject:ORG> .. <object:CHIP>"), ONTOLOGY).trigger == frozenset()


UNREADABLE = [
    ("unknown group", "@nothing here", "unknown group @nothing; declare it in lexicon/*.yaml"),
    ("unknown group among alternatives", "(a|@nothing)", "unknown group @nothing"),
    ("unknown type", "<subject:TREE> ships", "unknown type 'TREE'"),
    ("unknown type among several", "<subject:ORG,TREE> ships", "unknown type 'TREE'"),
    ("slot without a type", "<subject> ships", "cannot read '<subject>'"),
    ("slot that is not closed", "<subject:ORG ships", "cannot read '<subject:ORG'"),
    ("optional slot", "<subject:ORG>? ships", "cannot read '<subject:ORG>"),
    ("empty alternative", "(a||b) ships", "cannot read '(a||b)'"),
    ("alternatives that are not closed", "(a|b ships", "cannot read '(a|b'"),
    ("slot among alternatives", "(a|<subject:ORG>) ships", "cannot read"),
]


@pytest.mark.parametrize("field", ["match", "unless"])
@pytest.mark.parametrize(("pattern", "reason"), [c[1:] for c in UNREADABLE], ids=[c[0] for c in UNREADABLE])
def test_what_cannot_be_read_is_named(pattern: str, reason: str, field: str) -> None:
    rule = replace(Rule("my-rule", "makes", "<subject:ORG>", "my.yaml"), **{field: pattern})
    with pytest.raises(DataError) as caught:
        compile_rule(rule, ONTOLOGY)
    assert (caught.value.file, caught.value.entry) == ("my.yaml", "my-rule")
    assert reason in caught.value.reason


@pytest.mark.parametrize(
    "pattern", ["<subject:ORG> .. <subject:ORG>", "<1:ORG> ships"], ids=["a role twice", "a number for a role"]
)
def test_roles_that_cannot_be_read_are_named(pattern: str) -> None:
    with pytest.raises(DataError):
        compile_rule(Rule("my-rule", "makes", pattern, "my.yaml"), ONTOLOGY)


@pytest.mark.parametrize("rule", load_ontology().rules, ids=lambda rule: rule.name)
def test_every_built_in_rule_compiles(rule: Rule) -> None:
    pattern = compile_rule(rule, load_ontology())
    predicate = load_ontology().predicates[rule.predicate]
    roles = set(pattern.regex.groupindex)
    if predicate.kind == "relation":
        assert {"subject", "object"} <= roles, "a relation needs both ends, or it finds nothing"


PIECES = st.lists(
    st.sampled_from([A, X, "a", "makes", ",", ".", "never", "[date=May]", "and", "[CHIP=Y1]"]), max_size=14
)


@settings(max_examples=150, deadline=None)
@given(PIECES)
def test_matches_are_what_the_pattern_asks_for(pieces: list[str]) -> None:
    sentence = skeleton(" ".join(pieces))
    rule = Rule("test", "makes", "<subject:ORG> ..3 @make <object:CHIP>", "my.yaml", unless="never")
    found = list(compile_rule(rule, ONTOLOGY).find(sentence))
    for match in found:
        subject, object_ = (sentence.slots[match.roles[role]] for role in ("subject", "object"))
        assert (subject.kind, object_.kind) == ("ORG", "CHIP")
        assert subject.end <= object_.start
        part = sentence.line[match.start : match.end].split()
        assert "makes" in part
        assert not {".", "never"} & set(part)
    assert len({match.start for match in found}) == len(found)
