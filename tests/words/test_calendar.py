"""Calendar: a meeting's file is read at the right hour in summer and winter, by a parser of its own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from tests.facts import riga
from words.calendar import Invite, ics

UID = "3b241101-e2bb-4255-8caf-4136c566a962@forumbot"
TITLE = "Iesaistīto pušu foruma sanāksme; ziņojums, priekšlikumi – 2020. gads un tālāk, ar ļoti garu nosaukumu"
PLACE = "Rīga, Brīvības bulvāris 36, 2. stāvs"
LINK = "https://sapulce.example/forums?telpa=1"
AGENDA = "1. Ziņojums\n2. Dažādi"


INVITE = Invite(organizer="forums@vk.example", attendee="kontakts@izm.example")


def file(day: str, *, invite: Invite | None = None, **changes: Any) -> bytes:
    """The file of a meeting from 10.00 to 11.30 in Riga on this day."""
    starts = riga(f"{day} 10:00")
    meeting: dict[str, Any] = {
        "uid": UID,
        "sequence": 0,
        "title": TITLE,
        "starts_at": starts,
        "ends_at": starts + timedelta(minutes=90),
        "place": PLACE,
        "link": LINK,
        "agenda": AGENDA,
        "off": False,
    }
    return ics(meeting | changes, now=riga("2021-01-18 10:42"), invite=invite)


def event(content: bytes) -> Any:
    (found,) = Calendar.from_ical(content).walk("VEVENT")
    return found


@pytest.mark.parametrize(("day", "hour"), [("2021-02-19", 8), ("2021-07-16", 7)])
def test_the_hour_is_right_in_winter_and_in_summer(day: str, hour: int) -> None:
    found = event(file(day))
    assert found["DTSTART"].dt == datetime.fromisoformat(f"{day}T{hour:02}:00:00+00:00")
    assert found["DTEND"].dt - found["DTSTART"].dt == timedelta(minutes=90)
    assert (str(found["SUMMARY"]), str(found["LOCATION"]), str(found["URL"])) == (TITLE, PLACE, LINK)


def test_the_file_is_the_same_whenever_it_is_made_of_the_same() -> None:
    assert file("2021-02-19") == file("2021-02-19")


def test_no_line_is_longer_than_calendars_take() -> None:
    """Octets, not letters: https://www.rfc-editor.org/rfc/rfc5545#section-3.1."""
    lines = file("2021-02-19", title="ģ" * 300).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert str(event(file("2021-02-19", title="ģ" * 300))["SUMMARY"]) == "ģ" * 300


def test_it_names_no_zone_and_no_person() -> None:
    content = file("2021-02-19")
    assert [word for word in (b"VTIMEZONE", b"TZID", b"ORGANIZER", b"ATTENDEE", b"mailto") if word in content] == []
    assert event(content)["DTSTAMP"].dt == datetime(2021, 1, 18, 8, 42, tzinfo=UTC)


def test_without_an_end_a_place_or_a_link_it_says_nothing_of_them() -> None:
    found = event(file("2021-02-19", ends_at=None, place="", link="", agenda=""))
    assert [name for name in ("DTEND", "LOCATION", "DESCRIPTION", "URL") if name in found] == []


def test_a_cancelled_meeting_keeps_its_uid_and_counts_on() -> None:
    found = event(file("2021-02-19", off=True, sequence=2))
    assert (str(found["UID"]), found["SEQUENCE"], str(found["STATUS"])) == (UID, 2, "CANCELLED")
