from extractor.articles.decoding import decode
from extractor.articles.record import Place
from extractor.errors import Problem

PLACE = Place("a.txt")


def test_utf8_with_and_without_bom() -> None:
    assert decode("Zoë".encode(), PLACE) == ("Zoë", [])
    assert decode("Zoë".encode("utf-8-sig"), PLACE) == ("Zoë", [])


def test_utf16_with_bom() -> None:
    assert decode("Zoë 9".encode("utf-16"), PLACE) == ("Zoë 9", [])
    assert decode(b"\xfe\xff" + "Zoë".encode("utf-16-be"), PLACE)[0] == "Zoë"


def test_cp1252_with_a_remark() -> None:
    text, problems = decode("Zoë “9”".encode("cp1252"), PLACE)
    assert text == "Zoë “9”"
    assert [(problem.skipped, "cp1252" in problem.reason) for problem in problems] == [(False, True)]


def test_declared_encoding() -> None:
    page = '<meta charset="shift_jis">半導体'
    assert decode(page.encode("shift_jis"), PLACE) == (page, [])


def test_declared_nonsense_falls_back() -> None:
    for name in ("unicode_escape", "rot13", "no-such-thing"):
        text, problems = decode(f'<meta charset="{name}">é'.encode("cp1252"), PLACE)
        assert text is not None
        assert text.endswith("é")
        assert len(problems) == 1


def test_binary_is_skipped() -> None:
    text, problems = decode(b"\x7fELF\0\0\1", PLACE)
    assert text is None
    assert [problem.skipped for problem in problems] == [True]


def test_control_characters_give_one_remark_with_a_line() -> None:
    text, problems = decode(b"one\r\ntwo\x07\x08", PLACE)
    assert text == "one\ntwo  "
    assert problems == [Problem("a.txt", 2, "control characters, replaced by blanks", skipped=False)]
