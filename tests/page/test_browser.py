"""The page as a reader meets it, in Chromium."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from extractor.articles.article import Article
from extractor.facts import Entity, EntityMention, Evidence, Fact
from extractor.graph import Document, example_document
from extractor.ontology.quantity import Quantity
from tests.page.conftest import Show

HOSTILE = (
    "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"'><svg onload=alert(1)>", "\u202egpj.exe",
    "a\x00b\x1b[31mc", "${alert(1)} {{data}}", "javascript:alert(1)", "<!--", "__proto__",
)  # fmt: skip


def search(tab: Any, words: str) -> list[str]:
    tab.keyboard.press("/")
    tab.keyboard.type(words)
    return [item.inner_text().split("\n")[0] for item in tab.locator("#results [role=option]").all()]


def open_entity(tab: Any, words: str) -> None:
    search(tab, words)
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#details h2")


def test_it_tells_what_it_holds(open_page: Show) -> None:
    tab = open_page()
    assert tab.title() == tab.inner_text("h1") == "example"
    assert tab.inner_text("#count") == "5 entities, 7 facts"
    assert search(tab, "") == ["AWS Graviton4", "AWS", "Trainium2", "Neoverse V2", "re:Invent"]
    pixels = """() => new Set(new Uint32Array(
        document.getElementById('canvas').getContext('2d').getImageData(0, 0, 2000, 1200).data.buffer)).size"""
    assert tab.evaluate(pixels) > 20


def test_names_and_sentences_are_found(open_page: Show) -> None:
    tab = open_page()
    assert search(tab, "amazon web")[0] == "AWS"
    tab.fill("#search", "neoverse-v2")
    assert tab.locator("#results [role=option]").first.inner_text().startswith("Neoverse V2")
    tab.fill("#search", "said to be")
    tab.locator("#results [role=option]").first.click()
    assert tab.inner_text("#details h2") == "Trainium2 has status available (2024) reported"


def test_an_entity_and_its_fact(open_page: Show) -> None:
    tab = open_page()
    open_entity(tab, "graviton")
    panel = tab.inner_text("#details")
    for words in (
        "AWS Graviton4",
        "also Graviton4",
        "Specifications",
        "cores",
        "96",
        "Timeline",
        "preview",
        "Announced by",
    ):
        assert words.lower() in panel.lower()
    tab.locator("#details .row", has_text="AWS").first.click()
    panel = tab.inner_text("#details")
    for words in (
        "AWS announces AWS Graviton4",
        "97%",
        "asserted",
        "2 sources: example.org, echo.example",
        "28 Nov 2023",
        "https://example.org/aws",
    ):
        assert words in panel
    marks = [(mark.get_attribute("class"), mark.inner_text()) for mark in tab.locator("blockquote mark").all()]
    assert marks[:3] == [("subject", "AWS"), ("cue", "unveiled"), ("object", "Graviton4")]
    links = tab.locator("#details a")
    assert [links.first.get_attribute(key) for key in ("href", "rel", "target")] == [
        "https://example.org/aws",
        "noopener noreferrer",
        "_blank",
    ]
    assert links.count() == 1  # the other article has no address
    tab.locator(".back").click()
    assert tab.inner_text("#details h2") == "AWS Graviton4"


def test_back_goes_back(open_page: Show) -> None:
    tab = open_page()
    open_entity(tab, "graviton")
    tab.locator("#details .row").first.click()
    tab.go_back()
    assert tab.inner_text("#details h2") == "AWS Graviton4"
    tab.go_back()
    assert tab.locator("#details").is_hidden()


def test_everything_can_be_done_with_keys(open_page: Show) -> None:
    tab = open_page()
    search(tab, "")
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowDown", "ArrowDown"):
        tab.keyboard.press(key)
    assert tab.get_attribute("#search", "aria-activedescendant") == tab.get_attribute(
        "#results [aria-selected=true]", "id"
    )
    tab.keyboard.press("Enter")
    assert tab.inner_text("#details h2") == "Trainium2"
    assert tab.evaluate("document.activeElement.tagName") == "H2"
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    assert "#fact=" in tab.url
    tab.keyboard.press("Escape")
    assert tab.inner_text("#details h2") == "Trainium2"
    tab.keyboard.press("Escape")
    assert tab.locator("#details").is_hidden()
    assert tab.evaluate("document.activeElement.id") == "search"
    tab.focus("#canvas")
    before = tab.screenshot()
    for key in ("ArrowLeft", "+", "-", "0", "/"):
        tab.keyboard.press(key)
    tab.focus("#canvas")
    tab.keyboard.press("+")
    tab.wait_for_timeout(300)
    assert tab.screenshot() != before


def test_tab_order_and_names(open_page: Show) -> None:
    tab = open_page()
    visited = []
    for _ in range(20):
        tab.keyboard.press("Tab")
        visited.append(tab.evaluate("document.activeElement.id || document.activeElement.className"))
    assert [one for one in visited if one in ("search", "more", "canvas", "closer")][:4] == [
        "search",
        "more",
        "canvas",
        "closer",
    ]
    nameless = """[...document.querySelectorAll('button, input, canvas')]
        .filter((one) => !(one.ariaLabel || one.innerText || one.labels?.length)).length"""
    assert tab.evaluate(nameless) == 0


@pytest.mark.parametrize(
    ("label", "count"),
    [
        ("announces", "2 of 5 entities, 1 of 7 facts"),
        ("reported", "1 of 5 entities, 1 of 7 facts"),
        ("echo.example", "3 of 5 entities, 2 of 7 facts"),
    ],
)
def test_boxes(open_page: Show, label: str, count: str) -> None:
    tab = open_page()
    tab.click("#more")
    tab.get_by_label(label).check()
    assert tab.inner_text("#count") == count
    assert tab.inner_text("#active") == "1"
    tab.click(".clear")
    assert tab.inner_text("#count") == "5 entities, 7 facts"
    assert not tab.get_by_label(label).is_checked()


def test_types_dates_and_confidence(open_page: Show) -> None:
    tab = open_page()
    tab.click(".chip[data-type=ORG]")
    assert tab.inner_text("#count") == "4 of 5 entities, 5 of 7 facts"
    tab.click(".chip[data-type=ORG]")
    tab.click("#more")
    tab.get_by_label("from").fill("2023-11-29")
    assert tab.inner_text("#count") == "3 of 5 entities, 2 of 7 facts"
    tab.get_by_label("to", exact=True).fill("2023-11-30")
    assert tab.inner_text("#count") == "3 of 5 entities, 2 of 7 facts"
    tab.click(".clear")
    tab.evaluate(
        "() => { const r = document.querySelector('[type=range]'); r.value = 0.9; r.dispatchEvent(new Event('input')); }"
    )
    assert tab.inner_text("#count").endswith("4 of 7 facts")
    assert tab.inner_text("#least") == "90%"


def test_neighbourhood_only(open_page: Show) -> None:
    tab = open_page()
    open_entity(tab, "neoverse")
    tab.get_by_text("Neighbourhood only").click()
    assert tab.inner_text("#count").startswith("2 of 5 entities")
    tab.keyboard.press("Escape")
    assert tab.inner_text("#count").startswith("5 entities")


def test_an_entity_is_clicked_in_the_drawing(open_page: Show) -> None:
    one = example_document()
    alone = Document.build(one.articles, [entity for entity in one.entities if entity.id == "event:re-invent"], [])
    tab = open_page(alone)
    box = tab.locator("#canvas").bounding_box()
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    tab.mouse.move(*middle)
    assert "re:Invent" in tab.inner_text("#tip")
    tab.mouse.click(*middle)
    assert tab.inner_text("#details h2") == "re:Invent"
    tab.mouse.click(box["x"] + 30, box["y"] + 30)
    assert tab.locator("#details").is_hidden()


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_texts_do_nothing(open_page: Show, words: str) -> None:
    article = Article(words, f"{words} makes {words} chips", words, words, None, words)
    at = len(article.text) - len(article.body)
    maker = Entity("org:" + words, "ORG", words, (), (EntityMention(article.id, at, at + len(words), words),))
    chip = replace(maker, id="chip:" + words, type="CHIP")
    proof = (Evidence(article.id, at, len(article.text), article.body, words, ((at, at + len(words), words),)),)
    value = Quantity(4, words, words)
    told = [Fact(maker.id, "makes", chip.id, evidence=proof, qualifiers=(("conditions", (words,)),))]
    told.append(Fact(chip.id, "has_spec", attribute=words, value=value, evidence=proof, attributed_to=maker.id))
    tab = open_page(Document.build([article], [maker, chip], told))
    tags = tab.evaluate("document.querySelectorAll('script, img, svg, iframe').length")
    for number in (0, 1):
        tab.fill("#search", "")
        tab.locator("#results [role=option]").nth(number).click()
        tab.locator("#details .row").first.click()
        assert tab.locator("#details a").count() == 0
        assert tab.locator("blockquote").count() == 1
    shown = words.replace("\x00", "\ufffd").replace("\x1b", "\ufffd").replace("\u202e", "\ufffd")
    assert shown in tab.inner_text("#details")
    assert tab.evaluate("document.querySelectorAll('script, img, svg, iframe').length") == tags


def test_a_broken_address_opens_nothing(open_page: Show) -> None:
    tab = open_page()
    for hash in ("#entity=%E0%A4%A", "#entity=__proto__", "#fact=", "#<img>"):
        tab.evaluate("(hash) => { location.hash = hash; }", hash)
        tab.wait_for_timeout(30)
        assert tab.locator("#details").is_hidden()


def test_a_phone(open_page: Show) -> None:
    tab = open_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    assert tab.evaluate("document.documentElement.scrollWidth") == 360
    assert tab.locator("#results").is_hidden()
    tab.tap("#search")
    tab.locator("#results [role=option]").nth(2).tap()
    assert tab.inner_text("#details h2") == "Trainium2"
    box = tab.locator("#details").bounding_box()
    assert (box["x"], box["width"]) == (0, 360)
    assert box["y"] > 200
    assert tab.evaluate("document.documentElement.scrollWidth") == 360


def test_dark(open_page: Show) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    corner = "[...document.getElementById('canvas').getContext('2d').getImageData(2, 2, 1, 1).data.slice(0, 3)]"
    tab = open_page(color_scheme="dark")
    assert tab.evaluate(ground) == "rgb(20, 22, 26)"
    tab.emulate_media(color_scheme="light")
    tab.wait_for_timeout(100)
    assert tab.evaluate(corner) == [251, 251, 249]
    assert open_page(color_scheme="dark").evaluate(corner) == [20, 22, 26]
