import pytest

from extractor.articles.cleaning import tidy
from extractor.articles.html_text import html_to_text
from tests.growth import growth


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("Up to <b>64</b> cores", "Up to 64 cores"),
        ("<p>One</p><p>Two\nlines</p>", "One\n\nTwo lines"),
        ("one<br/>two", "one\ntwo"),
        ("It has 64\nGB of <b>memory</b>,\nand more", "It has 64 GB of memory, and more"),
        ("<td>Zed 9</td><td>64 GB</td>", "Zed 9 64 GB"),
        ("un<i>broken</i>", "unbroken"),
        ("10<sup>15</sup> operations, 10<sup>-3</sup>", "10^15 operations, 10^-3"),
        ("Smith &amp; Zed &#8211; &quot;fast&quot;", 'Smith & Zed – "fast"'),
        ("Q&notes AT&T", "Q&notes AT&T"),
        ("latency <10 ms and >5 W", "latency <10 ms and >5 W"),
        ("a List<Chip> of parts", "a List<Chip> of parts"),
        ("a<script>alert('x')</script>b<style>p{}</style>c", "abc"),
        ("a<SCRIPT>alert(1)", "a"),
        ("<!-- note -->seen", "seen"),
        ("seen<!-- never closed", "seen"),
        ("<head><title>no</title></head><body>yes</body>", "yes"),
        ('<a href="x" title="a > b">link</a>', "link"),
    ],
)
def test_fragments(html: str, expected: str) -> None:
    assert tidy(html_to_text(html)) == expected


def test_lines_that_mean_something_stay() -> None:
    assert html_to_text("one<br>\ntwo\n\nthree", lines=True) == "one\n\ntwo\n\nthree"


@pytest.mark.parametrize("piece", ["<", "<a ", "<!--", '<a b="', "<div>", "<script>", "&", "<" + "a" * 1000])
def test_hostile_html_is_read_in_linear_time(piece: str) -> None:
    text = (piece * 200_000)[:200_000]
    assert growth(html_to_text, text[:50_000], text) < 10, "4 times the text"
