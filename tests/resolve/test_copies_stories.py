"""What is a copy and what is another story, on invented pairs."""

from __future__ import annotations

import pytest

from extractor.articles import Article
from extractor.resolve.copies import copies_of

from .copies_texts import END, LEAD, MIDDLE, QUOTE, RELEASE, RETOLD, TITLE, article

EDITED = (
    RELEASE.replace("on Tuesday unveiled", "has unveiled").replace("The chip", "The part").replace("scarce", "tight")
    + "\n\nRead also: what the Q9 means for cloud prices."
)
OTHER_TITLE = "Twelve memory channels and 96 cores: Zorblax takes on the clouds"
LONG_TITLE = "Zorblax delays first shipments of its new server processor to autumn"
WELCOME = "Welcome to our weekly look at the world of chips, written for all the people who buy, build and run servers."


def weekly(what: str) -> str:
    return f"{WELCOME}\n\n{what}"


PRICES = (
    "Spot prices of DRAM moved again this week. A module of 64 GB cost {} crowns on Monday and {} crowns on Friday, "
    "while contracts for {} settled at {} crowns, the exchange said in its note for traders and buyers of memory."
)

COPIES: dict[str, Article] = {
    "same words": article(),
    "other case and blanks": article(TITLE.upper(), RELEASE.upper().replace(" ", "  ")),
    "words edited": article(body=EDITED),
    "edited under another title": article(OTHER_TITLE, EDITED),
    "agency in the dateline": article(body=f"LUND, May 6 (Reuters) - {RELEASE}"),
    "what was updated": article(
        f"UPDATE 1-{TITLE}", f"(Updates with shares, comment from the maker)\n\nLUND, May 6 (Reuters) - {RELEASE}"
    ),
    "byline, picture, editors": article(
        f"{TITLE} | Chip Daily",
        f"By Ada Norrland and Bo Quill\n\nPhoto: Bo Quill/Getty Images\n\n{RELEASE}\n\n(Reporting by Ada Norrland; Editing by "
        "Bo Quill)\n\nSign up for our letter on chips.",
        "chipdaily.example",
    ),
    "the last paragraph cut": article(body="\n\n".join((LEAD, MIDDLE, QUOTE))),
    "cut in half": article(body="\n\n".join((LEAD, MIDDLE))),
    "cut in half under another title": article(OTHER_TITLE, "\n\n".join((LEAD, MIDDLE))),
    "excerpt of the beginning": article(body=LEAD),
    "excerpt that ends in a word": article(body=" ".join(LEAD.split()[:22]) + " ..."),
    "excerpt under another title": article(OTHER_TITLE, LEAD),
    "excerpt from the middle": article(body=MIDDLE),
    "excerpt under nearly the same title": article("Zorblax unveils the Q9, a server chip with 96 cores", LEAD),
    "code spelled apart": article("Zorblax unveils Q 9 server chip with 96 cores", RELEASE.replace("Q9", "Q 9")),
}

OTHERS: dict[str, Article] = {
    "retold": article(OTHER_TITLE, RETOLD),
    "retold under the same title": article(TITLE, RETOLD),
    "excerpt of the retold one under the same title": article(TITLE, RETOLD[:230]),
    "one speaker quoted": article("Quill praises the Q9 of Zorblax", QUOTE + " She spoke in Lund."),
    "another chip in the same words": article(
        "Zorblax unveils Q8 server chip with 64 cores", RELEASE.replace("Q9", "Q7").replace("96", "64")
    ),
    "another maker in the same words": article(
        "Pelorix unveils Q9 server chip with 96 cores", RELEASE.replace("Zorblax", "Pelorix")
    ),
    "the end alone under another title": article("Foundry capacity stays scarce", END),
}


@pytest.mark.parametrize("other", COPIES.values(), ids=COPIES)
def test_copies(other: Article) -> None:
    original, copy = article(), replaced(other, "2031-05-07")
    assert copies_of([original, copy]) == {copy.id: original.id}


@pytest.mark.parametrize("other", COPIES.values(), ids=COPIES)
def test_the_earlier_one_is_the_original_even_where_it_is_the_shorter(other: Article) -> None:
    original, copy = replaced(other, "2031-05-05"), article()
    assert copies_of([copy, original]) == {copy.id: original.id}


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_other_stories(other: Article) -> None:
    assert copies_of([article(), replaced(other, "2031-05-07")]) == {}


def replaced(one: Article, day: str) -> Article:
    site = one.source if one.source != "a.example" else "b.example"
    return article(one.title, one.body, site or "b.example", day)


@pytest.mark.parametrize(
    ("title", "site", "day", "copied"),
    [
        (LONG_TITLE, "b.example", "2031-05-07", True),
        (f"(Reuters) - {LONG_TITLE}", "b.example", "2031-05-07", True),
        (LONG_TITLE, "a.example", "2031-05-07", False),  # a publisher's own next piece
        (LONG_TITLE, "b.example", "2031-06-07", False),  # delayed once more
        (LONG_TITLE, "b.example", None, False),
        ("Zorblax delays its new chip", "b.example", "2031-05-07", False),  # anybody's title
    ],
)
def test_one_speaking_title_over_excerpts_with_no_words_in_common(
    title: str, site: str, day: str | None, copied: bool
) -> None:
    words = title.removeprefix("(Reuters) - ")
    one = article(words, "Server makers will have to wait for the part, two people with knowledge of the plans said.")
    two = article(title, "Norrland Foundry has had to repair a machine after a fire in March.", site, day)
    assert copies_of([one, two]) == ({two.id: one.id} if copied else {})


def test_a_speaking_title_does_not_make_one_of_two_whole_stories() -> None:
    assert copies_of([article(LONG_TITLE), article(LONG_TITLE, RETOLD, "b.example")]) == {}


def test_a_series_with_one_introduction_stays_apart() -> None:
    first = article("The week in chips: Zorblax counts cores", weekly(LEAD), day="2031-05-06")
    second = article("The week in chips: Kestrix buys a foundry", weekly(RETOLD.split("\n\n")[2]), day="2031-05-13")
    excerpts = [article(one.title, WELCOME, day=one.published) for one in (first, second)]
    assert copies_of([first, second]) == {}
    assert copies_of(excerpts) == {}


def test_a_form_with_other_figures_is_another_story() -> None:
    first = article("Memory prices this week on the spot market", PRICES.format(410, 425, 256, 1630))
    second = article(first.title, PRICES.format(398, 377, 512, 3015), day="2031-05-13")
    assert copies_of([first, second]) == {}


def test_a_form_filled_in_for_many_is_as_many_stories() -> None:
    form = (
        "The global market of {0} recently saw a study with more than 100 tables and figures on many pages, and a table of "
        "contents that is easy to follow, on the makers of {0} and their plans until the year {1}."
    )
    parts = ["sockets", "interposers", "retimers", "substrates", "heat pipes", "oscillators"]
    reports = [
        article(f"Market of {part.title()} to Grow", form.format(part.title(), 2040 + n), f"{n}.example")
        for n, part in enumerate(parts)
    ]
    assert copies_of(reports) == {}


def test_one_corrected_figure_is_no_other_story() -> None:
    first, second = article(), article(body=RELEASE.replace("84 cores", "88 cores"), site="b.example")
    assert len(copies_of([first, second])) == 1


def test_short_bodies_prove_nothing() -> None:
    body = "Click to see the pictures from the fair."
    assert copies_of([article("Zorblax at the fair", body), article("Kestrix at the fair", body, "b.example")]) == {}


def test_a_handful_of_words_is_nobodys_text() -> None:
    assert copies_of([article("", "Zorblax makes the Q9."), article("", "Zorblax makes the Q 9.", "b.example")]) == {}


def test_titles_without_a_body() -> None:
    one, two, other = (
        article(t, "", s) for t, s in ((TITLE, "a.example"), (TITLE, "b.example"), ("Kestrix", "c.example"))
    )
    assert len(copies_of([one, two, other])) == 1
