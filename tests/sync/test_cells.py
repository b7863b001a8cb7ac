"""Cells: read strictly, in the site's own zone, and written back the same."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from sync.cells import Unreadable, decode, encode, reader
from sync.columns import TYPES, Column, SiteColumn
from sync.lists import LISTS
from sync.zones import NAMES, zone

RIGA, PACIFIC = ZoneInfo("Europe/Riga"), ZoneInfo("America/Los_Angeles")


def column(noun: str, name: str, *, choices: tuple[str, ...] = (), rich: bool = False, type_: str = "") -> Column:
    field = LISTS[noun].by_name[name]
    kind = type_ or TYPES[field.kind][0]
    site = SiteColumn(name=field.column, key=field.column, title=name, type=kind, choices=choices, rich=rich)
    return Column(field, site)


@pytest.mark.parametrize(
    ("noun", "name", "raw", "word"),
    [
        ("measure", "number", "2.10", "2.10"),
        ("measure", "number", " 2.8. ", "2.8"),
        ("measure", "title", "  Divi   vārdi ", "Divi vārdi"),
        ("measure", "title", None, ""),
        ("measure", "done", "<div>Jā</div>", "Jā"),
        ("measure", "due_on", None, None),
        ("measure", "completion", "izpildīts  ", "complete"),
        ("measure", "completion", None, None),
        ("measure", "lead", 0, None),
        ("measure", "contact", [3, 4], [3, 4]),
        ("measure", "contact", [3, 0, 4], [3, 4]),
        ("measure", "contact", 3, [3]),
        ("measure", "contact", None, []),
        ("person", "role", None, "contact"),
        ("person", "language", None, ""),
        ("person", "publish", None, False),
        ("person", "publish", True, True),
        ("round", "audience", ["Atbildīgās", "PARTNERI"], ["responsible", "partners"]),
        ("reply", "version", 2.0, 2),
        ("reply", "submitted_at", "2021-01-04T11:00:00.25+02:00", "2021-01-04T09:00:00+00:00"),
    ],
)
def test_a_cell_is_read_alone_as_among_many(noun: str, name: str, raw: object, word: object) -> None:
    one = column(noun, name)
    assert (decode(one, raw, RIGA), reader(one, RIGA)([raw, raw])) == (word, [word, word])


@pytest.mark.parametrize(
    ("noun", "name", "raw", "kind"),
    [
        ("measure", "number", 2.1, "cell-not-text"),
        ("measure", "due_on", "II pusgads", "cell-not-date"),
        ("measure", "due_on", "2021-02-01T00:00:00", "cell-no-zone"),
        ("measure", "due_on", "1899-12-30T00:00:00Z", "cell-early-date"),
        ("measure", "completion", "procesā", "cell-no-choice"),
        ("measure", "lead", "IZM", "cell-no-row"),
        ("measure", "contact", ["IZM"], "cell-no-row"),
        ("round", "audience", ["Atbildīgās", "visi"], "cell-no-choice"),
        ("person", "publish", "Jā", "cell-not-yes-or-no"),
        ("reply", "version", 1.5, "cell-not-whole"),
    ],
)
def test_an_unreadable_cell_is_told_by_its_kind_and_never_by_what_it_says(
    noun: str, name: str, raw: object, kind: str
) -> None:
    with pytest.raises(Unreadable) as told:
        decode(column(noun, name), raw, RIGA)
    assert told.value.kind == kind
    assert str(raw) not in map(str, told.value.values.values())
    with pytest.raises(Unreadable):
        reader(column(noun, name), RIGA)([None, raw])


@pytest.mark.parametrize(("zone_", "instant"), [(RIGA, "2021-01-31T22:00:00Z"), (PACIFIC, "2021-02-01T08:00:00Z")])
def test_a_day_is_the_sites_own_midnight_and_stays_that_day(zone_: ZoneInfo, instant: str) -> None:
    due = column("round", "due_on")
    assert encode(due, "2021-02-01", zone_) == instant
    assert decode(due, instant, zone_) == "2021-02-01"


def test_a_moment_is_written_in_utc() -> None:
    assert encode(column("reply", "submitted_at"), "2021-01-04T11:00:00.25+02:00", RIGA) == "2021-01-04T09:00:00Z"


def test_a_choice_is_written_as_the_site_spells_it() -> None:
    spelled = column("measure", "completion", choices=("nav sākts", "IZPILDĪTS"))
    assert encode(spelled, "complete", RIGA) == "IZPILDĪTS"
    assert encode(column("measure", "completion"), "complete", RIGA) == "Izpildīts"
    assert encode(spelled, None, RIGA) is None


def test_a_rich_note_gets_our_words_and_not_our_signs() -> None:
    assert encode(column("measure", "done", rich=True), "a < b & c\nd", RIGA) == "a &lt; b &amp; c<br>d"
    assert encode(column("measure", "done"), "a < b\nd", RIGA) == "a < b\nd"


def test_every_zone_known_by_number_is_one() -> None:
    assert [str(zone(number)) for number in NAMES] == list(NAMES.values())
    assert zone(7) is None


@pytest.mark.parametrize(
    ("typed", "day"),
    [("31.12.2021.", "2021-12-31"), ("1. 2. 2021", "2021-02-01"), (" 2021-12-31 ", "2021-12-31")],
)
def test_a_day_typed_into_a_column_of_text_is_read_and_written_as_people_write_it(typed: str, day: str) -> None:
    text = column("measure", "due_on", type_="Text")
    assert decode(text, typed, RIGA) == day
    assert decode(text, encode(text, day, RIGA), PACIFIC) == day


@pytest.mark.parametrize("typed", ["II pusgads", "31.02.2021.", "nākamotrdien", "12/1", "2021-13-01", "1.2.21"])
def test_what_is_no_day_is_not_guessed_at(typed: str) -> None:
    with pytest.raises(Unreadable) as trouble:
        decode(column("measure", "due_on", type_="Text"), typed, RIGA)
    assert trouble.value.kind == "cell-not-date"
