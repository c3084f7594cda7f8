from hypothesis import given
from hypothesis import strategies as st

from extractor.articles.cleaning import line_ends, one_line, printable, tidy

ANY = st.text(st.characters(codec=None, exclude_categories=()), max_size=200)


def test_control_characters_become_blanks_of_the_same_length() -> None:
    assert printable("a\x00b\x1fc\x85d") == ("a b c d", 1)


def test_lone_surrogates_become_the_replacement_character() -> None:
    assert printable("ab\ud800c") == ("ab\ufffdc", 2)


def test_a_surrogate_pair_becomes_its_character() -> None:
    assert printable("\ud83d\ude00!") == ("\U0001f600!", -1)


def test_clean_text_is_left_alone() -> None:
    assert printable("a\tb\nc\u0301 \u05d0") == ("a\tb\nc\u0301 \u05d0", -1)


def test_line_ends_of_all_kinds() -> None:
    assert line_ends("a\r\nb\rc\nd") == "a\nb\nc\nd"
    assert tidy("a\u2028b\u2029c") == "a\nb\nc"


def test_tidy_squeezes_blanks_and_keeps_paragraphs() -> None:
    assert tidy("  a \t b\u00a0c  \n\n\n\n d\ne ") == "a b c\n\nd\ne"


def test_invisible_characters_do_not_split_words() -> None:
    assert tidy("Tur\u00adbo\u200bchip") == "Turbochip"


@given(ANY)
def test_clean_text_can_always_be_written_out(text: str) -> None:
    clean = tidy(printable(line_ends(text))[0])
    assert clean.encode("utf-8").decode("utf-8") == clean
    assert tidy(printable(clean)[0]) == clean
    assert len(one_line(text).splitlines()) <= 1 or any(mark in text for mark in "\x0b\x0c\x1c\x1d\x1e\x85")
