"""The calendar file of a meeting read by ical.js in Node, the parser that Thunderbird uses: summer and winter."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.words.test_calendar import AGENDA, INVITE, LINK, PLACE, TITLE, UID, file

pytestmark = pytest.mark.outside

HERE = Path(__file__).parent


@pytest.fixture(scope="module", autouse=True)
def installed() -> None:
    """npm's packages, as the lock file says."""
    subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=HERE, check=True, capture_output=True, timeout=300)


def told(content: bytes) -> dict[str, Any]:
    done = subprocess.run(["node", "visit.mjs"], cwd=HERE, input=content, check=True, capture_output=True, timeout=60)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(
    ("day", "starts", "ends"),
    [
        ("2021-02-19", "2021-02-19T08:00:00.000Z", "2021-02-19T09:30:00.000Z"),
        ("2021-07-16", "2021-07-16T07:00:00.000Z", "2021-07-16T08:30:00.000Z"),
    ],
)
def test_the_hour_is_right_in_winter_and_in_summer(day: str, starts: str, ends: str) -> None:
    assert told(file(day)) == {
        "method": "PUBLISH",
        "uid": UID,
        "sequence": 0,
        "status": "CONFIRMED",
        "starts": starts,
        "ends": ends,
        "summary": TITLE,
        "location": PLACE,
        "description": f"{AGENDA}\n\n{LINK}",
        "url": LINK,
        "organizer": None,
        "attendees": [],
    }


def test_a_moved_meeting_is_the_same_one_later_counted() -> None:
    found = told(file("2021-02-22", sequence=3))
    assert (found["uid"], found["sequence"], found["starts"]) == (UID, 3, "2021-02-22T08:00:00.000Z")


def test_a_cancelled_meeting_is_struck_out() -> None:
    found = told(file("2021-02-19", sequence=4, off=True))
    assert (found["uid"], found["sequence"], found["status"]) == (UID, 4, "CANCELLED")


def test_an_invitation_is_asked_moved_and_called_off() -> None:
    asked = told(file("2021-02-19", invite=INVITE))
    moved = told(file("2021-02-22", invite=replace(INVITE, answer="online"), sequence=1))
    off = told(file("2021-02-22", invite=INVITE, sequence=2, off=True))
    assert [(one["method"], one["uid"], one["sequence"]) for one in (asked, moved, off)] == [
        ("REQUEST", UID, 0),
        ("REQUEST", UID, 1),
        ("CANCEL", UID, 2),
    ]
    assert (asked["organizer"], moved["starts"], off["status"]) == (
        "mailto:forums@vk.example",
        "2021-02-22T08:00:00.000Z",
        "CANCELLED",
    )
    assert [one["attendees"] for one in (asked, moved)] == [
        [["mailto:kontakts@izm.example", "NEEDS-ACTION", "TRUE"]],
        [["mailto:kontakts@izm.example", "ACCEPTED", "TRUE"]],
    ]
