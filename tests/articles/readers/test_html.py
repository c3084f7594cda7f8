import logging

from ..conftest import ReadText

PAGE = """<!DOCTYPE html><html><head><title>Zed 9 arrives | Chip Daily</title>
<meta property="og:title" content="Zed 9 arrives"><meta property="og:site_name" content="Chip Daily">
<meta property="article:published_time" content="2024-03-05T10:11:12+01:00">
<link rel="canonical" href="https://daily.example/zed"><script>var hidden = "never seen";</script>
<style>.never { color: seen }</style></head><body><nav><a href="/">Home</a></nav><article><h1>Zed 9 arrives</h1>
<p>The Zed 9 accelerator of the Zed company does 10<sup>15</sup> operations per second and has 80 GB memory.</p>
<p>It will ship in May &amp; costs less than the Zed 8, which was sold to data centres in many countries.</p>
</article><footer>Imprint</footer></body></html>"""


def test_a_page(read: ReadText) -> None:
    intake = read("a.html", PAGE)
    (article,) = intake.articles
    assert intake.problems == []
    assert (article.title, article.url) == ("Zed 9 arrives", "https://daily.example/zed")
    assert (article.published, article.source) == ("2024-03-05T09:11:12Z", "daily.example")
    assert "10^15 operations" in article.body
    assert "memory.\nIt will ship in May & costs" in article.body
    assert "never" not in article.text


def test_a_short_page_keeps_its_text(read: ReadText) -> None:
    (article,) = read("a.html", "<title>Zed &amp; Yax</title><p>64 cores<script>x()</script>").articles
    assert article.title == "Zed & Yax"
    assert "64 cores" in article.body
    assert "x()" not in article.text


def test_deep_nesting(read: ReadText) -> None:
    intake = read("a.html", "<html><body>" + "<div>" * 20_000 + "deep text")
    assert [problem for problem in intake.problems if problem.skipped] == []
    assert intake.articles[0].body == "deep text"


def test_the_libraries_stay_quiet(read: ReadText, caplog: object) -> None:
    before = logging.getLogger("trafilatura").level
    read("a.html", "<html></html>")
    assert logging.getLogger("trafilatura").level == before
    assert caplog.records == []  # type: ignore[attr-defined]


def test_date_from_linked_data(read: ReadText) -> None:
    data = '<script type="application/ld+json">{"datePublished": "2024-03-05T10:00:00+01:00"}</script>'
    assert (
        read("a.html", f"<html><head>{data}</head><p>64 cores</p></html>").articles[0].published
        == "2024-03-05T09:00:00Z"
    )
