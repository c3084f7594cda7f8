from ..conftest import ReadText

RSS = """<?xml version="1.0" encoding="iso-8859-1"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Chip Daily</title>
<link>https://www.daily.example/</link>
<item><title>Zed 9 &amp;amp; Yax</title><link>https://daily.example/zed?utm_source=rss</link>
<pubDate>Tue, 05 Mar 2024 10:11:12 +0000</pubDate><category>AI</category>
<description>&lt;p&gt;Short – text.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>64 cores.</p><p>10<sup>15</sup> per second.</p><script>x()</script>
<p>The post <a href="x">Zed 9</a> appeared first on <a href="y">Chip Daily</a>.</p>]]></content:encoded></item>
<item><title>Yax 2</title><description>Delayed. [&#8230;]</description></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Chip Weekly</title>
<entry><title type="html">Zed &lt;b&gt;9&lt;/b&gt;</title><link href="https://weekly.example/zed"/>
<updated>2024-03-05T10:11:12Z</updated><summary>64 cores</summary></entry></feed>"""


def test_rss(read: ReadText) -> None:
    intake = read("a.rss", RSS)
    yax, zed = intake.articles
    assert intake.problems == []
    assert (zed.title, zed.body) == ("Zed 9 & Yax", "64 cores.\n\n10^15 per second.")
    assert (zed.published, zed.source, zed.topics) == ("2024-03-05T10:11:12Z", "daily.example", ("AI",))
    assert zed.path.endswith("a.rss#entry-1")
    assert (yax.body, yax.path[-7:], yax.published) == ("Delayed.", "entry-2", None)


def test_atom(read: ReadText) -> None:
    (article,) = read("a.xml", ATOM).articles
    assert (article.title, article.body, article.source) == ("Zed 9", "64 cores", "Chip Weekly")
    assert (article.url, article.published) == ("https://weekly.example/zed", "2024-03-05T10:11:12Z")


def test_a_broken_feed_is_read_as_far_as_possible(read: ReadText) -> None:
    intake = read("a.rss", RSS[: RSS.index("<item><title>Yax")])
    assert [article.title for article in intake.articles] == ["Zed 9 & Yax"]
    assert [problem.skipped for problem in intake.problems] == [False]
    assert intake.problems[0].line > 1


def test_no_feed_at_all(read: ReadText) -> None:
    for text in ("<a><b></b></a>", "https://daily.example/feed.xml", "<rss><channel></channel></rss>", "/etc/passwd"):
        intake = read("a.xml", text)
        assert intake.articles == []
        assert [problem.skipped for problem in intake.problems] == [True]


def test_entities_are_neither_expanded_nor_fetched(read: ReadText) -> None:
    doctype = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname"><!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    intake = read(
        "a.rss", f'{doctype}<rss version="2.0"><channel><item><title>Zed &f;&b;</title></item></channel></rss>'
    )
    assert [len(article.title) < 20 for article in intake.articles] == [True]
