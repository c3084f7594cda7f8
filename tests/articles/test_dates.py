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


NAMED = ["November 28, 2023", "Nov 28, 2023", "Nov. 28, 2023", "28 November 2023", "28 nov 2023", "NOVEMBER 28, 2023"]


@pytest.mark.parametrize("text", NAMED)
def test_months_are_english_whatever_the_locale(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def foreign(*_: object) -> None:
        raise ValueError("no month of this locale")

    monkeypatch.setattr("_strptime._strptime", foreign)
    assert iso_date(text) == "2023-11-28"


@pytest.mark.parametrize("text", ["Sept. 5, 2024", "5 Sept 2024", "May 5, 2024", "2024.05.05"])
def test_short_months(text: str) -> None:
    assert iso_date(text) in ("2024-09-05", "2024-05-05")


@pytest.mark.parametrize("text", ["Maybe 5, 2024", "February 30, 2024", "30 Febtober 2024", "2024/05.05", "2024/13/05"])
def test_no_such_day(text: str) -> None:
    assert iso_date(text) is None
