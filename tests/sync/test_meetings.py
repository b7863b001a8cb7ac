"""Meetings kept alike with the site: read as people write them, our own written once, attendance only written."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from forum import attending, meetings
from forum.meetings import Attendance, Meeting, MeetingKind, MeetingState, Presence
from forum.outbox import To
from forum.times import At, real
from sync.lists import LISTS
from tests.facts import riga
from tests.sync.conftest import FORUM, START, House

LINK = "https://sapulce.example/1"


def made(house: House) -> Meeting:
    """The newest meeting in the memory."""
    found: Meeting = house.all(Meeting)[-1]
    return found


def rows(house: House, url: str = "Sanaksmes") -> list[dict[str, Any]]:
    return house.outside.site.list(url).rows()


def announce(house: House) -> None:
    """A meeting made in chat, on its way to the site."""

    def make(session: Session) -> None:
        row = meetings.begin(session, FORUM, "Foruma sanāksme")
        row.starts_at, row.ends_at = riga("2021-02-19 10:00"), riga("2021-02-19 11:30")
        row.place, row.link, row.state = "Rīgas pils", LINK, MeetingState.ANNOUNCED
        row.told = meetings.standing(row)
        meetings.write(session, row, now=START)

    house.store.do_now(make)


async def test_a_row_is_read_as_it_was_written(house: House) -> None:
    values = {
        "Title": "Seminārs",
        "Kind": "Seminārs",
        "StartsAt": riga("2021-02-19 10:00"),
        "EndsAt": riga("2021-02-19 11:30"),
        "Place": "Rīgas pils",
        "Link": LINK,
        "Agenda": "<p>1. Ziņojums<br>2. Dažādi</p>",
    }
    house.outside.site.list("Sanaksmes").add(values)
    await house.pulled()
    found = made(house)
    assert (found.title, found.kind, found.state) == ("Seminārs", MeetingKind.SEMINAR, MeetingState.PLANNED)
    assert (found.starts_at, found.end) == (riga("2021-02-19 10:00"), riga("2021-02-19 11:30"))
    assert (found.place, found.link, found.agenda) == ("Rīgas pils", LINK, "1. Ziņojums\n2. Dažādi")
    assert (found.key, found.told) == ("", {})


async def test_an_hour_is_the_same_whatever_zone_the_site_is_in(house: House) -> None:
    house.outside.site.timezone = "America/Los_Angeles"
    house.outside.site.list("Sanaksmes").add({"Title": "Sanāksme", "StartsAt": riga("2021-02-19 10:00")})
    await house.pulled(full=True)
    assert made(house).starts_at == riga("2021-02-19 10:00")


async def test_an_end_before_the_beginning_counts_as_none(house: House) -> None:
    times = {"StartsAt": riga("2021-02-19 10:00"), "EndsAt": riga("2021-02-18 11:30")}
    house.outside.site.list("Sanaksmes").add({"Title": "Sanāksme", **times})
    await house.pulled()
    assert made(house).end is None


async def test_a_time_known_in_words_alone_is_kept_in_words(house: House) -> None:
    house.outside.site.list("Sanaksmes").add({"Title": "Sanāksme", "WhenText": "marta otrajā pusē"})
    await house.pulled()
    assert (made(house).starts_at, made(house).when_text) == (None, "marta otrajā pusē")
    assert not made(house).ahead(START)


async def test_our_own_is_written_once_and_is_one_meeting(house: House) -> None:
    before = len(house.all(Meeting))
    announce(house)
    assert await house.push.drain() == 1
    row = rows(house)[-1]
    assert {name: row[name] for name in ("Title", "StartsAt", "Place", "State", "Sequence")} == {
        "Title": "Foruma sanāksme",
        "StartsAt": "2021-02-19T08:00:00Z",
        "Place": "Rīgas pils",
        "State": "Izziņota",
        "Sequence": 0.0,
    }
    assert row["Link"]["Url"] == LINK
    await house.pulled(full=True)
    assert len(house.all(Meeting)) == before + 1


async def test_a_pull_in_the_middle_of_the_write_makes_no_second_one(house: House) -> None:
    """The row stands there already, while the write's own end is not kept yet."""
    before = len(house.all(Meeting))
    announce(house)
    key = made(house).key
    house.outside.site.list("Sanaksmes").add(
        {"Title": "Foruma sanāksme", "StartsAt": riga("2021-02-19 10:00"), "ForumKey": key}
    )
    await house.pulled()
    assert len(house.all(Meeting)) == before + 1
    await house.push.drain()
    assert [row["Title"] for row in rows(house)].count("Foruma sanāksme") == 1
    assert made(house).place == "Rīgas pils"


async def test_a_change_there_is_a_change_here_and_is_told_by_nobody(house: House) -> None:
    announce(house)
    await house.push.drain()
    items = house.outside.site.list("Sanaksmes")
    items.edit(items.find("Title", "Foruma sanāksme"), {"StartsAt": riga("2021-02-22 14:00"), "State": "Atcelta"})
    await house.pulled()
    assert (made(house).starts_at, made(house).off) == (riga("2021-02-22 14:00"), True)
    assert house.messages("meeting-moved") == []


async def test_an_answer_is_written_beside_the_meeting(house: House) -> None:
    announce(house)
    await house.push.drain()
    person = house.person("VARAM kontaktpersona")

    def answer(session: Session, presence: Presence, deputy: str = "") -> None:
        row = session.query(Attendance).first()
        if row is None:
            key = "3b241101-e2bb-4255-8caf-4136c566a962"
            row = Attendance(forum=FORUM, meeting_id=made(house).id, person_id=person.id, key=key)
            session.add(row)
            session.flush()
        echo = To(person_id=person.id, channel="telegram", address="77", language="lv")
        at = At(now=START, real=real(), day=START.date())
        attending.record(session, row, presence, at=at, echo=echo, deputy=deputy)

    def wrote() -> list[dict[str, Any]]:
        names = ("Meeting", "Person", "Institution", "Answer", "Mode", "Substitute")
        return [{name: row.get(name) for name in names} for row in rows(house, "Daliba")]

    house.store.do_now(answer, Presence.ONLINE)
    await house.push.drain()
    site = house.outside.site
    about = {
        "Meeting": site.list("Sanaksmes").find("Title", "Foruma sanāksme"),
        "Person": site.list("Personas").find("Title", "VARAM kontaktpersona"),
        "Institution": site.list("Institucijas").find("Code", "VARAM"),
    }
    assert wrote() == [{**about, "Answer": "Piedalīsies", "Mode": "Tiešsaistē", "Substitute": None}]
    house.store.do_now(answer, Presence.DEPUTY, "VARAM vietnieks")
    await house.push.drain()
    assert wrote() == [{**about, "Answer": "Aizstās cits", "Mode": None, "Substitute": "VARAM vietnieks"}]


async def test_a_site_without_these_lists_is_in_no_trouble(fresh: House) -> None:
    site = fresh.outside.site
    site.lists[:] = [one for one in site.lists if one.url not in ("Sanaksmes", "Daliba")]
    reports = await fresh.pulled()
    assert [one.reason for one in reports.values()] == [None] * len(LISTS)
    announce(fresh)
    assert fresh.operations() == []
