"""Skew: what the others' clocks say of ours."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from forum import skew
from forum.pulses import Beat, Part
from forum.skew import Skew

REAL = datetime(2021, 1, 18, 8, 42, 10, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("date", "word"),
    [
        ("Mon, 18 Jan 2021 08:42:10 GMT", "0"),
        ("Mon, 18 Jan 2021 08:44:11 GMT", "121"),
        ("Mon, 18 Jan 2021 08:40:00 -0000", "-130"),
        (None, ""),
        ("", ""),
        ("yesterday", ""),
    ],
)
def test_an_answer_says_what_time_it_is_there(date: str | None, word: str) -> None:
    heard = Skew()
    heard.heard(date, real=REAL)
    assert heard.word == word


def test_an_answer_without_a_date_leaves_what_was_known() -> None:
    heard = Skew()
    heard.heard("Mon, 18 Jan 2021 08:42:15 GMT", real=REAL)
    heard.heard("nonsense", real=REAL)
    assert heard.word == "5"


@pytest.mark.parametrize(
    ("beats", "seconds"),
    [
        ({}, None),
        ({Part.HEARD: ("", MINUTE)}, None),
        ({Part.HEARD: ("-300", MINUTE)}, -300),
        # two who agree; and one who stands alone with its time
        ({Part.HEARD: ("-300", MINUTE), Part.READ: ("-302", MINUTE)}, -300),
        ({Part.HEARD: ("1", MINUTE), Part.READ: ("900", MINUTE)}, 1),
        # long ago, and a word that is no time
        ({Part.HEARD: ("-300", 16 * MINUTE)}, None),
        ({Part.REFUSED: ("Conflict", MINUTE), Part.READ: ("2", MINUTE)}, 2),
    ],
)
def test_ours_is_wrong_where_all_say_so(beats: dict[Part, tuple[str, timedelta]], seconds: int | None) -> None:
    found = skew.seen({part: Beat(REAL - ago, word) for part, (word, ago) in beats.items()}, real=REAL)
    assert found == (None if seconds is None else timedelta(seconds=seconds))
