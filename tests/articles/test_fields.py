from extractor.articles.fields import records_of
from extractor.articles.record import Place, Record
from extractor.articles.values import as_text, date_texts, first_address, topic_texts
from extractor.errors import Problem

PLACE = Place("a.json")


def test_every_related_item_is_a_record_with_its_own_fields() -> None:
    item = {
        "title": "Two",
        "provider": {"name": "Two Weekly", "domain": "two.example"},
        "webUrl": "https://two.example/2",
    }
    one, two = records_of({"title": "One", "text": "Text", "related": [item]}, PLACE)
    assert isinstance(one, Record)
    assert isinstance(two, Record)
    assert (str(two.place), two.title, two.source) == ("a.json#related-1", "Two", "two.example")
    assert one.source is None


def test_related_within_related() -> None:
    found = list(records_of({"title": "a", "related": [{"title": "b", "related": [{"title": "c"}]}]}, PLACE))
    assert [str(item.place) for item in found if isinstance(item, Record)][2] == "a.json#related-1-related-1"


def test_related_that_is_no_list_and_items_that_are_no_mapping() -> None:
    assert [type(item) for item in records_of({"title": "a", "related": "b"}, PLACE)] == [Record, Problem]
    found = list(records_of({"title": "a", "related": ["b", {"title": "c"}, None]}, PLACE))
    assert [type(item) for item in found] == [Record, Problem, Record, Problem]
    assert isinstance(found[1], Problem)
    assert found[1].path == "a.json#related-1"


def test_own_text_goes_before_the_excerpt() -> None:
    record = next(records_of({"excerpt": "short", "content": "long"}, PLACE))
    assert isinstance(record, Record)
    assert record.body == "long"


def test_address_preference() -> None:
    keys = ("originalUrl", "sourceUrl", "webUrl", "url", "link")
    entry = {key: f"https://{key.lower()}.example/" for key in reversed(keys)}
    for key in keys:
        record = next(records_of({"title": "a", **entry}, PLACE))
        assert isinstance(record, Record)
        assert first_address(record.urls) == (f"https://{key.lower()}.example/", True)
        del entry[key]


def test_values() -> None:
    assert [as_text(value) for value in ("a", 5090, 1.5, True, None, [])] == ["a", "5090", "1.5", None, None, None]
    assert date_texts([False, "false", None, " 2024 "]) == ["2024"]
    assert first_address(["/local", "javascript:alert(1)"]) == (None, True)
    assert topic_texts(["AI", {"name": "Chips"}, 5, None, [], ""]) == ["AI", "Chips", "5"]
    assert topic_texts("AI, Chips,") == ["AI", "Chips"]
    assert topic_texts({"a": 1}) == []
