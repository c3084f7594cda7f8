"""Dates of publication in the forms that files and feeds use, to ISO 8601 in UTC."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_NAMES = "january february march april may june july august september october november december".split()
# Not strptime's names of months: those depend on the locale.
_MONTHS = {"sept": 9} | {form: n for n, name in enumerate(_NAMES, start=1) for form in (name, name[:3])}
_DAY = re.compile(r"\d{4}-?\d{2}-?\d{2}")
_NAMED = re.compile(
    r"(?:(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2}),|(?P<day_first>\d{1,2}) (?P<month_last>[a-z]{3,9})\.?) (?P<year>\d{4})",
    re.ASCII | re.IGNORECASE,
)
_NUMBERS = re.compile(r"(\d{4})([/.])(\d{1,2})\2(\d{1,2})", re.ASCII)
_SPACED_ZONE = re.compile(r"\s+(?=(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})$)")


def iso_date(text: str) -> str | None:
    """``2023-11-28T19:37:00Z`` for a date with a time (UTC where no zone is given), ``2023-11-28`` for a bare date.

    Takes ISO 8601, the form of mail and RSS, and days with the month's English name. ``None`` for anything else; a day
    such as 03/04/2023 is left alone because nobody can tell its month.

    >>> iso_date("Tue, 28 Nov 2023 20:37:00 +0100"), iso_date("November 28, 2023"), iso_date("soon")
    ('2023-11-28T19:37:00Z', '2023-11-28', None)
    """
    text = " ".join(text.split())[:64]
    try:
        return _day(text) or _moment(text)
    except (ValueError, OverflowError, TypeError, IndexError):  # the last two: the mail parser on odd input
        return None


def _day(text: str) -> str | None:
    if _DAY.fullmatch(text):
        return date.fromisoformat(text).isoformat()
    if found := _NUMBERS.fullmatch(text):
        return date(int(found[1]), int(found[3]), int(found[4])).isoformat()
    found = _NAMED.fullmatch(text)
    month = _MONTHS.get((found["month"] or found["month_last"]).lower()) if found else None
    if found is None or month is None:
        return None
    return date(int(found["year"]), month, int(found["day"] or found["day_first"])).isoformat()


def _moment(text: str) -> str:
    moment = _iso(text) or parsedate_to_datetime(text)
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")


def _iso(text: str) -> datetime | None:
    text = re.sub(r"(?:UTC|GMT)$", "Z", _SPACED_ZONE.sub("", text))
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
