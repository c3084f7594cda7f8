import pytest

from extractor.articles.safe_yaml import YamlError, load


def test_scalars_stay_text_and_null_is_none() -> None:
    block = "a: 5090\nb: no\nc: 2024-13-45\nd: 12:30\ne: null\nf: 1_000"
    assert load(block) == {"a": "5090", "b": "no", "c": "2024-13-45", "d": "12:30", "e": None, "f": "1_000"}


def test_aliases_within_the_bound_are_followed() -> None:
    assert load("a: &x [1, 2]\nb: *x") == {"a": ["1", "2"], "b": ["1", "2"]}


def test_json_escapes_of_an_emoji_and_of_half_of_one() -> None:
    assert load('a: "\\ud83d\\ude00"\nb: "\\ud83d"') == {"a": "\U0001f600", "b": "\ufffd"}


def test_recursion_is_refused() -> None:
    with pytest.raises(YamlError, match="holds itself") as caught:
        load("title: a\nx: &x\n  - *x")
    assert caught.value.line == 3


def test_alias_bomb_is_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    with pytest.raises(YamlError, match="aliases expand"):
        load("\n".join(lines))


@pytest.mark.parametrize(
    ("block", "line"),
    [
        ("a: b\nc: 'open\n", 2),
        ("a: b\n\tc: d", 2),
        ("a: *nowhere", 1),
        ("a: !!python/object:os.system x", 1),
        ("{[]: 1}", 1),
    ],
)
def test_bad_yaml_names_a_line(block: str, line: int) -> None:
    with pytest.raises(YamlError) as caught:
        load(block)
    assert caught.value.line >= line


@pytest.mark.parametrize(("block", "line"), [('a: "open\nc: d\ne: f\n', 1), ("a: b\nc: 'open\n\n\nd: e", 2)])
def test_an_open_quote_is_told_where_it_opens(block: str, line: int) -> None:
    with pytest.raises(YamlError, match="the quote that opens here is not closed") as caught:
        load(block)
    assert caught.value.line == line


@pytest.mark.parametrize("piece", ["[", "{a: ", "- "])
def test_deep_nesting_is_refused(piece: str) -> None:
    with pytest.raises(YamlError):
        load(piece * 50_000)
