"""Days and times as people type them: read without guessing, or said what was not understood."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from words import dates
from words.moments import Parsed, Problem, parse_day, parse_moment, say
from words.texts import texts

RIGA = ZoneInfo("Europe/Riga")
TODAY = date(2021, 2, 3)  # a Wednesday
NOW = datetime(2021, 2, 3, 9, 15, tzinfo=RIGA)


def moment(text: str) -> Parsed | Problem:
    return parse_moment(text, now=NOW, zone=RIGA)


def kind(text: str) -> str:
    found = moment(text)
    assert isinstance(found, Problem), f"{text} was read as {found}"
    return found.kind


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("19.02.2021. 10:00", "2021-02-19T10:00", None),
        ("19.02. plkst. 10.00–11.30", "2021-02-19T10:00", "11:30"),
        ("19.2. 10-11:30", "2021-02-19T10:00", "11:30"),
        ("2021. gada 19. februārī plkst. 10", "2021-02-19T10:00", None),
        ("19. februāris 10.00", "2021-02-19T10:00", None),
        ("19.FEBRUĀRĪ 10:00", "2021-02-19T10:00", None),
        ("19.02 10.00", "2021-02-19T10:00", None),
        ("19.02.21 10:00.", "2021-02-19T10:00", None),
        ("plkst. 10 19.02.", "2021-02-19T10:00", None),
        ("12. okt. 10.00", "2021-10-12T10:00", None),
        ("piektdien 10.00", "2021-02-05T10:00", None),
        ("trešdien 10.00", "2021-02-10T10:00", None),
        ("piektdien, 19. februārī, no 10 līdz 11.30", "2021-02-19T10:00", "11:30"),
        ("uz piektdienu plkst. 10", "2021-02-05T10:00", None),
        ("nākamotrdien 14:00", "2021-02-09T14:00", None),
        ("nakamotrdien 14:00", "2021-02-09T14:00", None),
        ("nākamajā piektdienā 14.00", "2021-02-12T14:00", None),
        ("nākamnedēļ piektdien 10:00", "2021-02-12T10:00", None),
        ("šopiektdien 10:00", "2021-02-05T10:00", None),
        ("rīt 9.30", "2021-02-04T09:30", None),
        ("rīt 9.05", "2021-02-04T09:05", None),
        ("rit plkst 9", "2021-02-04T09:00", None),
        ("parīt 15.00", "2021-02-05T15:00", None),
        ("šodien 15", "2021-02-03T15:00", None),
        ("pēc nedēļas 10.00", "2021-02-10T10:00", None),
        ("pēc 10 dienām plkst. 10", "2021-02-13T10:00", None),
        ("1. februārī 9.00", "2022-02-01T09:00", None),
        ("19 February 2021 10am-11:30am", "2021-02-19T10:00", "11:30"),
        ("February 19th, 2021 at 2 pm", "2021-02-19T14:00", None),
        ("Feb 19, 10:00", "2021-02-19T10:00", None),
        ("19th of Feb 12pm", "2021-02-19T12:00", None),
        ("19 Feb 12 a.m.", "2021-02-19T00:00", None),
        ("19 Feb 2-3pm", "2021-02-19T14:00", "15:00"),
        ("19 Feb 11-1pm", "2021-02-19T11:00", "13:00"),
        ("19 Feb 11am-1", "2021-02-19T11:00", "13:00"),
        ("19 Feb 2pm-15:00", "2021-02-19T14:00", "15:00"),
        ("next Tuesday 2pm", "2021-02-09T14:00", None),
        ("Friday next week 10:00", "2021-02-12T10:00", None),
        ("tomorrow 9:30", "2021-02-04T09:30", None),
        ("the day after tomorrow at 10", "2021-02-05T10:00", None),
        ("10:00 to 11:30 tomorrow", "2021-02-04T10:00", "11:30"),
        ("in 2 weeks @ 10:00", "2021-02-17T10:00", None),
        ("2021-02-19 10:00", "2021-02-19T10:00", None),
        ("2021-02-19T10:00", "2021-02-19T10:00", None),
        ("19/2 10:00", "2021-02-19T10:00", None),
        ("2/19/2021 10:00", "2021-02-19T10:00", None),
        ("29.02.2024. 10.00", "2024-02-29T10:00", None),
        ("28.03.2021 4:00", "2021-03-28T04:00", None),
    ],
)
def test_a_moment_is_read(text: str, starts: str, ends: str | None) -> None:
    begins = datetime.fromisoformat(starts).replace(tzinfo=RIGA)
    until = datetime.fromisoformat(f"{starts[:10]}T{ends}").replace(tzinfo=RIGA) if ends else None
    assert moment(text) == Parsed(begins, until)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("31.02. 10:00", "no-such-day"),
        ("30.02.2021 10:00", "no-such-day"),
        ("29.02. 10:00", "no-such-day"),
        ("32. februāris 10.00", "no-such-day"),
        ("19.13.2021 10:00", "no-such-day"),
        ("00.02.2021 10:00", "no-such-day"),
        ("12/1 10:00", "either-day"),
        ("12/1/2021 10:00", "either-day"),
        ("19.02. 25:00", "no-such-time"),
        ("19.02. 10.75", "no-such-time"),
        ("19 Feb 14pm", "no-such-time"),
        ("19 Feb 0am", "no-such-time"),
        ("19.02.2020 10:00", "past-day"),
        ("šopirmdien 10:00", "past-day"),
        ("šodien 8.00", "past"),
        ("3.2. 9.15", "past"),
        ("19.02.2021", "no-time"),
        ("nākamotrdien", "no-time"),
        ("10:00", "no-day"),
        ("plkst. 10–11", "no-day"),
        ("28.03.2021 3:30", "skipped-time"),
        ("28.03.2021 2:00-3:30", "skipped-time"),
        ("31.10.2021 3:30", "double-time"),
        ("19.02. 11.30–10.00", "end-first"),
        ("19.02. 10–10", "end-first"),
        ("ceturtdien, 19. februārī 10.00", "wrong-weekday"),
        ("rīt, 19. februārī 10.00", "two-days"),
        ("19.02. 10:00 vai 11:00", "nonsense"),
        ("19.02. vai 20.02. 10:00", "nonsense"),
        ("19.02. Rīgā 10:00", "nonsense"),
        ("marta otrajā pusē", "nonsense"),
        ("drīz", "nonsense"),
        ("", "nonsense"),
        ("...", "nonsense"),
    ],
)
def test_what_is_unclear_is_not_guessed(text: str, problem: str) -> None:
    assert kind(text) == problem


def test_a_date_that_may_be_two_days_offers_both() -> None:
    found = moment("12/1")
    assert isinstance(found, Problem)
    assert say(texts(), "lv", found) == (
        "Ierakstu «12/1» var saprast divējādi. Rakstiet vienu no šīm dienām: "
        "«trešdiena, 2022. gada 12. janvāris» vai «trešdiena, 2021. gada 1. decembris»."
    )
    assert say(texts(), "en", found) == (
        "“12/1” may mean two days. Please write one of them: "
        "“Wednesday, 12 January 2022” or “Wednesday, 1 December 2021”."
    )


def test_an_unclear_moment_says_what_was_typed_and_shows_how() -> None:
    found = moment("31.02. <b>10</b>" + "!" * 80)
    assert isinstance(found, Problem)
    assert say(texts(), "lv", found) == (
        f"Ieraksts: «31.02. &lt;b&gt;10&lt;/b&gt;{'!' * 44}…». Tādas dienas kalendārā nav. "
        "Rakstiet, piemēram, šādi: «12.02.2021. plkst. 10.00–11.30»."
    )
    day = parse_day("31.02.", today=TODAY)
    assert isinstance(day, Problem)
    assert say(texts(), "en", day) == (
        "You wrote “31.02.”. There is no such day in the calendar. Please write, for example: “12 February 2021”."
    )


@pytest.mark.parametrize("language", ["lv", "en"])
@pytest.mark.parametrize("text", ["31.02. 10:00", "19.02.2021", "10:00", "drīz", "šodien 8", "28.03. 3:30"])
def test_what_is_shown_as_an_example_is_understood(text: str, language: str) -> None:
    found = moment(text)
    assert isinstance(found, Problem)
    said = say(texts(), language, found)
    example = said.rsplit("«" if language == "lv" else "“", 1)[1].rstrip(".»”")
    assert isinstance(moment(example), Parsed), example


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("8.02.", date(2021, 2, 8)),
        ("8.02", date(2021, 2, 8)),
        ("līdz 8. februārim", date(2021, 2, 8)),
        ("līdz pirmdienai", date(2021, 2, 8)),
        ("by Monday", date(2021, 2, 8)),
        ("šodien", TODAY),
        ("3.2.", TODAY),
        ("2.2.", date(2022, 2, 2)),
        ("2021. gada 19. februāris", date(2021, 2, 19)),
        ("in 10 days", date(2021, 2, 13)),
    ],
)
def test_a_day_is_read(text: str, day: date) -> None:
    assert parse_day(text, today=TODAY) == day


@pytest.mark.parametrize(
    ("text", "problem"), [("8.02. 10:00", "nonsense"), ("10:00", "nonsense"), ("1/2", "either-day")]
)
def test_a_day_alone_is_wanted(text: str, problem: str) -> None:
    found = parse_day(text, today=TODAY)
    assert isinstance(found, Problem)
    assert found.kind == problem


def test_next_weeks_day_is_the_same_all_week() -> None:
    for days in range(7):
        assert parse_day("nākamotrdien", today=date(2021, 2, 1) + timedelta(days)) == date(2021, 2, 9)


days_ahead = st.integers(0, 360).map(lambda days: TODAY + timedelta(days=days))
FORMS = (
    dates.day,
    dates.short_day,
    dates.at_day,
    dates.by_day,
    dates.by_weekday,
    dates.by_full_day,
    dates.on_day,
    dates.on_full_day,
)


@settings(deadline=None)  # the first one reads all texts
@given(days_ahead, st.sampled_from(FORMS), st.sampled_from(["lv", "en"]))
def test_every_day_as_we_say_it_is_read_as_that_day(day: date, form: object, language: str) -> None:
    assert callable(form)
    assert parse_day(form(day, language), today=TODAY) == day


@settings(deadline=None)
@given(days_ahead, st.integers(4 * 60, 22 * 60), st.integers(1, 119), st.sampled_from(["lv", "en"]))
def test_every_meeting_as_we_say_it_is_read_as_that_moment(day: date, start: int, long: int, language: str) -> None:
    starts = datetime(day.year, day.month, day.day, start // 60, start % 60, tzinfo=RIGA)
    said = dates.meeting(starts, starts + timedelta(minutes=long), RIGA, language=language)
    before = datetime(2021, 2, 2, 12, tzinfo=UTC)
    assert parse_moment(said, now=before, zone=RIGA) == Parsed(starts, starts + timedelta(minutes=long))
    assert parse_moment(dates.moment(starts, RIGA, language), now=before, zone=RIGA) == Parsed(starts, None)


@settings(deadline=None)
@given(st.text(max_size=40) | st.from_regex(r"[0-9./: -]{1,20}", fullmatch=True))
def test_anything_typed_is_read_or_said(text: str) -> None:
    found = moment(text)
    if isinstance(found, Problem):
        assert say(texts(), "lv", found)
    else:
        assert found.starts > NOW
