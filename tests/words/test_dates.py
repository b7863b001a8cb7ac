"""Dates in Latvian and English: every month and weekday in each form, and what is left."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from words import dates
from words.errors import UnknownText

RIGA = ZoneInfo("Europe/Riga")
LV_MONTHS = [
    ("janvāris", "janvāra", "janvārim", "janvārī"),
    ("februāris", "februāra", "februārim", "februārī"),
    ("marts", "marta", "martam", "martā"),
    ("aprīlis", "aprīļa", "aprīlim", "aprīlī"),
    ("maijs", "maija", "maijam", "maijā"),
    ("jūnijs", "jūnija", "jūnijam", "jūnijā"),
    ("jūlijs", "jūlija", "jūlijam", "jūlijā"),
    ("augusts", "augusta", "augustam", "augustā"),
    ("septembris", "septembra", "septembrim", "septembrī"),
    ("oktobris", "oktobra", "oktobrim", "oktobrī"),
    ("novembris", "novembra", "novembrim", "novembrī"),
    ("decembris", "decembra", "decembrim", "decembrī"),
]
LV_WEEKDAYS = [
    ("pirmdiena", "pirmdien", "pirmdienai", "pirmdienu"),
    ("otrdiena", "otrdien", "otrdienai", "otrdienu"),
    ("trešdiena", "trešdien", "trešdienai", "trešdienu"),
    ("ceturtdiena", "ceturtdien", "ceturtdienai", "ceturtdienu"),
    ("piektdiena", "piektdien", "piektdienai", "piektdienu"),
    ("sestdiena", "sestdien", "sestdienai", "sestdienu"),
    ("svētdiena", "svētdien", "svētdienai", "svētdienu"),
]
EN_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"]
EN_MONTHS += ["November", "December"]
EN_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

days = st.dates(date(2020, 1, 1), date(2032, 12, 31))


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_in_latvian(month: int) -> None:
    name, since, by, at = LV_MONTHS[month - 1]
    day = date(2021, month, 3)
    assert dates.short_day(day, "lv") == f"3. {name}"
    assert dates.since_day(day, "lv") == f"kopš 3. {since}"
    assert dates.by_day(day, "lv") == f"līdz 3. {by}"
    assert dates.at_day(day, "lv") == f"3. {at}"
    assert dates.by_full_day(day, "lv") == f"līdz 2021. gada 3. {by}"


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_in_english(month: int) -> None:
    name = EN_MONTHS[month - 1]
    day = date(2021, month, 3)
    assert dates.short_day(day, "en") == f"3 {name}"
    assert dates.since_day(day, "en") == f"since 3 {name}"
    assert dates.by_day(day, "en") == f"by 3 {name}"
    assert dates.at_day(day, "en") == f"3 {name}"
    assert dates.by_full_day(day, "en") == f"by 3 {name} 2021"


@pytest.mark.parametrize("number", range(7))
def test_every_weekday(number: int) -> None:
    day = date(2021, 2, 1 + number)
    name, on, by, toward = LV_WEEKDAYS[number]
    assert dates.weekday(day, "lv") == name
    assert dates.weekday(day, "lv", use="on") == on
    assert dates.weekday(day, "lv", use="by") == by
    assert dates.weekday(day, "lv", use="for") == toward
    assert dates.day(day, "lv") == f"{name}, 2021. gada {day.day}. februāris"
    assert dates.on_day(day, "lv") == f"{on}, {day.day}. februārī"
    assert dates.by_weekday(day, "lv") == f"līdz {by}, {day.day}. februārim"
    assert dates.on_full_day(day, "lv") == f"{on}, 2021. gada {day.day}. februārī"
    english = EN_WEEKDAYS[number]
    assert [dates.weekday(day, "en", use=use) for use in ("name", "on", "by", "for")] == [english] * 4
    assert dates.day(day, "en") == f"{english}, {day.day} February 2021"
    assert dates.on_day(day, "en") == f"on {english}, {day.day} February"
    assert dates.by_weekday(day, "en") == f"by {english}, {day.day} February"
    assert dates.on_full_day(day, "en") == f"on {english}, {day.day} February 2021"


@settings(deadline=None)  # the first one reads all texts
@given(days)
def test_every_day_is_named_as_the_unicode_locale_data_name_it(day: date) -> None:
    assert dates.day(day, "lv") == format_date(day, "full", locale="lv")
    assert dates.day(day, "en") == format_date(day, "EEEE, d MMMM y", locale="en")


@settings(deadline=None)  # the first one reads all texts
@given(days)
def test_every_day_can_be_read_back(day: date) -> None:
    assert datetime.strptime(dates.day(day, "en"), "%A, %d %B %Y").date() == day  # noqa: DTZ007 (a day has no zone)
    weekday, year, number, month = dates.on_full_day(day, "lv").replace(" gada", "").replace(",", "").split()
    forms = [forms[3] for forms in LV_MONTHS]
    assert date(int(year.rstrip(".")), forms.index(month) + 1, int(number.rstrip("."))) == day
    assert [forms[1] for forms in LV_WEEKDAYS].index(weekday) == day.weekday()


def test_times() -> None:
    assert dates.clock(time(9, 5), "lv") == "9.05"
    assert dates.clock(time(9, 5), "en") == "09:05"
    assert dates.clocks(time(10), time(11, 30), "lv") == "10.00–11.30"
    assert dates.clocks(time(10), time(11, 30), "en") == "10:00–11:30"


def test_a_moment_is_said_in_the_given_zone() -> None:
    winter = datetime(2021, 1, 18, 8, 42, tzinfo=UTC)
    assert dates.moment(winter, RIGA, "lv") == "18. janvārī plkst. 10.42"
    assert dates.moment(winter, RIGA, "en") == "18 January at 10:42"
    assert dates.moment(winter + timedelta(days=180), RIGA, "lv") == "17. jūlijā plkst. 11.42"
    assert dates.moment(datetime(2021, 1, 31, 23, 0, tzinfo=UTC), RIGA, "lv") == "1. februārī plkst. 1.00"
    with pytest.raises(ValueError, match="without a zone"):
        dates.moment(datetime(2021, 1, 18, 8, 42), RIGA, "lv")  # noqa: DTZ001 (that is the point)


def test_a_meeting() -> None:
    start = datetime(2021, 2, 19, 8, 0, tzinfo=UTC)
    end = start + timedelta(minutes=90)
    assert dates.meeting(start, end, RIGA, language="lv") == "piektdien, 2021. gada 19. februārī, plkst. 10.00–11.30"
    assert dates.meeting(start, end, RIGA, language="en") == "Friday, 19 February 2021, 10:00–11:30"
    late = start + timedelta(days=1)
    assert dates.meeting(start, late, RIGA, language="lv") == "19. februārī plkst. 10.00 – 20. februārī plkst. 10.00"
    assert dates.meeting(start, late, RIGA, language="en") == "19 February at 10:00 – 20 February at 10:00"


def test_a_meeting_of_which_no_end_is_known() -> None:
    start = datetime(2021, 7, 16, 7, 0, tzinfo=UTC)
    assert dates.meeting_begins(start, RIGA, "lv") == "piektdien, 2021. gada 16. jūlijā, plkst. 10.00"
    assert dates.meeting_begins(start, RIGA, "en") == "Friday, 16 July 2021, 10:00"


def test_years() -> None:
    assert dates.years(2020, 2021, "lv") == "2020.–2021. gads"
    assert dates.years(2020, 2020, "lv") == "2020. gads"
    assert dates.years(2020, 2021, "en") == "2020–2021"
    assert dates.years(2020, 2020, "en") == "2020"


@pytest.mark.parametrize(
    ("days", "lv", "en"),
    [
        (-21, "nokavēta 21 diena", "21 days overdue"),
        (-11, "nokavētas 11 dienas", "11 days overdue"),
        (-2, "nokavētas 2 dienas", "2 days overdue"),
        (-1, "nokavēta 1 diena", "1 day overdue"),
        (0, "termiņš ir šodien", "due today"),
        (1, "atlikusi 1 diena", "1 day left"),
        (2, "atlikušas 2 dienas", "2 days left"),
        (10, "atlikušas 10 dienas", "10 days left"),
        (11, "atlikušas 11 dienas", "11 days left"),
        (14, "atlikušas 14 dienas", "14 days left"),
        (21, "atlikusi 21 diena", "21 days left"),
        (101, "atlikusi 101 diena", "101 days left"),
        (111, "atlikušas 111 dienas", "111 days left"),
    ],
)
def test_what_is_left(days: int, lv: str, en: str) -> None:
    assert (dates.left(days, "lv"), dates.left(days, "en")) == (lv, en)


@pytest.mark.parametrize(
    ("days", "lv", "en"),
    [
        (0, "0 darba dienas", "0 working days"),
        (1, "1 darba diena", "1 working day"),
        (3, "3 darba dienas", "3 working days"),
        (10, "10 darba dienas", "10 working days"),
        (21, "21 darba diena", "21 working days"),
    ],
)
def test_working_days(days: int, lv: str, en: str) -> None:
    assert (dates.working_days(days, "lv"), dates.working_days(days, "en")) == (lv, en)


def test_a_language_without_texts_has_no_dates() -> None:
    with pytest.raises(UnknownText, match="“date-full” in de: there are no texts in this language"):
        dates.day(date(2021, 2, 1), "de")
