import pytest

from extractor.articles.dates import iso_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-03-05", "2024-03-05"),
        ("20240305", "2024-03-05"),
        ("2024-03-05T10:11:12Z", "2024-03-05T10:11:12Z"),
        ("2024-03-05 10:11:12", "2024-03-05T10:11:12Z"),
        ("2024-03-05 10:11:12.25 UTC", "2024-03-05T10:11:12Z"),
        ("2024-03-05T23:30:00-05:00", "2024-03-06T04:30:00Z"),
        ("Tue, 05 Mar 2024 10:11:12 GMT", "2024-03-05T10:11:12Z"),
        ("Tue, 05 Mar 2024 10:11:12 +0900", "2024-03-05T01:11:12Z"),
        ("March 5, 2024", "2024-03-05"),
        ("5 Mar 2024", "2024-03-05"),
        ("2024/03/05", "2024-03-05"),
    ],
)
def test_known_forms(text: str, expected: str) -> None:
    assert iso_date(text) == expected


@pytest.mark.parametrize(
    "text", ["", "soon", "2024-13-45", "03/04/2024", "2024", "0001-01-01T00:00:00+14:00", "9" * 5000, "Mon, ,,"]
)
def test_what_cannot_be_told_is_none(text: str) -> None:
    assert iso_date(text) is None
