"""Convening a meeting in chat: step by step, announced once, moved and cancelled once, nobody forgotten."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from icalendar import Calendar
from sqlalchemy import select
from sqlalchemy.orm import Session

from forum.baselines import WorkspaceList
from forum.meetings import Attendance, Meeting, MeetingState
from forum.operations import WorkspaceOperation
from forum.people import Person
from sandbox.botapi import Person as Account
from sandbox.botapi.chats import Message
from tests.bot.conftest import Cast
from tests.bot.town import WHY, Town, labels, last, said
from tests.facts import FORUM, riga

NOTICE = (
    "Iesaistīto pušu foruma sanāksme\n"
    "Kad: piektdien, 2021. gada 19. februārī, plkst. 10.00–11.30 (Rīgas laiks)\n"
    "Kur: tiešsaistē – pievienoties; klātienē – Brīvības bulvāris 36\n"
    "Darba kārtība: Ziņojums par 2020. gadu.\n"
    "\n"
    "Vai piedalīsieties?"
)


async def says(town: Town, account: Account, *texts: str) -> None:
    for text in texts:
        account.says(text)
        await town.settle()


async def press(town: Town, account: Account, label: str) -> Message:
    """Press the newest button of this label; answers what its message says then."""
    message = [each for each in account.messages if any(label in row for row in labels(each))][-1]
    account.presses(message.id, label)
    await town.settle()
    return next(each for each in account.messages if each.id == message.id)


async def drafted(one: Cast) -> None:
    """All that is asked, answered as people answer."""
    place = "Brīvības bulvāris 36, https://sapulce.example/1"
    await says(one.town, one.chief, "/sanaksme", "Iesaistīto pušu foruma sanāksme", "19.02. plkst. 10.00", "11.30")
    await says(one.town, one.chief, place, "Ziņojums par 2020. gadu.")


async def announced(one: Cast) -> None:
    await drafted(one)
    await press(one.town, one.chief, "Izziņot")


def opened(town: Town, message: Message) -> Any:
    """The event in the calendar file that a message carries."""
    content = town.api.files.by_id(message.media["document"]["file_id"]).content
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    return event


def heard(account: Account) -> list[str]:
    """What was said of meetings, without the round's own messages."""
    return [text for text in said(account) if "anāksm" in text]


def only(town: Town) -> Meeting:
    (meeting,) = town.all(Meeting)
    return meeting


async def test_a_meeting_is_called_step_by_step_and_seen_before_it_is_announced(one: Cast) -> None:
    await drafted(one)
    asked = [text.splitlines()[-1] for text in said(one.chief)]
    assert asked[:5] == [
        "Kā sauc sanāksmi? Uzrakstiet tematu vienā ziņā.",
        "Kad tā notiks? Uzrakstiet dienu un laiku, piemēram: «29.01.2021. plkst. 10.00–11.30».",
        "Cik ilgi? Nospiediet pogu vai uzrakstiet, cikos beigsies.",
        "Kur? Uzrakstiet vietu, tiešsaistes saiti vai abas.",
        "Darba kārtība? Uzrakstiet vienā ziņā.",
    ]
    head, *rest = NOTICE.splitlines()[:4]
    assert last(one.chief).text == "\n".join(["Paziņojums būs šāds:", head, *rest, "", "Ziņu saņems 2 cilvēki."])
    assert labels(last(one.chief)) == [["Izziņot", "Labot…"], ["Atmest"]]
    assert said(one.member) == []


async def test_everyone_gets_the_notice_once_with_the_file(one: Cast) -> None:
    await announced(one)
    notice = last(one.member)
    assert notice.text == NOTICE
    assert labels(notice) == [["Jā, tiešsaistē", "Jā, klātienē"], ["Nepiedalīšos", "Mani aizstās…"], WHY]
    event = opened(one.town, notice)
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (riga("2021-02-19 10:00"), riga("2021-02-19 11:30"))
    assert (str(event["UID"]), event["SEQUENCE"]) == (only(one.town).uid, 0)
    await one.town.decide()
    await one.town.settle()
    assert heard(one.member) == [NOTICE]


async def test_the_coordinator_hears_how_it_went_and_who_was_not_reached(one: Cast) -> None:
    one.town.do(lambda session: session.add(Person(forum=FORUM, name="NVD kontaktpersona")))
    await announced(one)
    one.town.clock.set(one.town.clock.now() + timedelta(minutes=20))
    await one.town.settle()
    assert last(one.chief).text == (
        "Nosūtīts 2 cilvēkiem: Iesaistīto pušu foruma sanāksme\nNevar sasniegt: NVD kontaktpersona."
    )


async def test_a_member_cannot_call_one(one: Cast) -> None:
    await says(one.town, one.member, "/sanaksme Sanāksme")
    assert one.town.all(Meeting) == []


async def test_an_answer_is_echoed_in_place_and_can_be_changed(one: Cast) -> None:
    await announced(one)
    shown = await press(one.town, one.member, "Jā, tiešsaistē")
    assert shown.text.splitlines()[-2:] == [
        "Jūsu atbilde: piedalīšos tiešsaistē.",
        "Saglabāts 18. janvārī plkst. 10.42.",
    ] or shown.text.splitlines()[-2:] == [
        "Jūsu atbilde: piedalīšos tiešsaistē.",
        "Ierakstīts platformā 18. janvārī plkst. 10.42.",
    ]
    assert len(said(one.member)) == 1
    await press(one.town, one.member, "Mainīt atbildi")
    await press(one.town, one.member, "Nepiedalīšos")
    assert "Jūsu atbilde: nepiedalīšos." in last(one.member).text
    card = await _card(one)
    assert card.text.splitlines()[-2:] == [
        "Piedalīsies: tiešsaistē 0, klātienē 0, aizstās cits 0",
        "Nepiedalīsies: 1; nav atbildējuši: 1",
    ]


async def _card(one: Cast) -> Message:
    await says(one.town, one.chief, "/sanaksmes")
    return await press(one.town, one.chief, "1.")


async def test_a_deputy_is_named_in_one_text(one: Cast) -> None:
    await announced(one)
    await press(one.town, one.member, "Mani aizstās…")
    assert last(one.member).text.startswith("Kas Jūs aizstās?")
    await says(one.town, one.member, "VARAM vietnieks")
    assert "Jūsu atbilde: mani aizstās: VARAM vietnieks." in last(one.member).text
    await _card(one)
    shown = await press(one.town, one.chief, "Kas piedalās")
    assert "Aizstās cits: 1\n– VARAM: VARAM kontaktpersona; aizstās: VARAM vietnieks" in shown.text


async def test_a_moved_meeting_reaches_everyone_once_and_asks_anew(one: Cast) -> None:
    await announced(one)
    await press(one.town, one.member, "Jā, tiešsaistē")
    await _card(one)
    await press(one.town, one.chief, "Pārcelt")
    await says(one.town, one.chief, "22.02. plkst. 14.00")
    asked = last(one.chief).text.splitlines()
    assert asked[0] == "Vai paziņot par izmaiņām?"
    # The length stays what it was.
    assert "Turpmāk: pirmdien, 2021. gada 22. februārī, plkst. 14.00–15.30 (Rīgas laiks)" in asked
    assert only(one.town).sequence == 0
    await press(one.town, one.chief, "Izziņot")
    moved = last(one.member)
    assert moved.text.splitlines()[0] == "Sanāksmei ir cits laiks."
    assert "Iepriekš atbildējāt: piedalīšos tiešsaistē. Vai piedalīsieties tagad?" in moved.text
    event = opened(one.town, moved)
    assert (event["SEQUENCE"], event["DTSTART"].dt) == (1, riga("2021-02-22 14:00"))
    before, asked = heard(one.member), heard(one.chief)
    await one.town.decide()
    await one.town.settle()
    assert heard(one.member) == before
    assert len(before) == 2
    # What was moved here is not asked about as if it had been moved on the site.
    assert heard(one.chief) == asked


async def test_a_cancelled_meeting_reaches_everyone_once(one: Cast) -> None:
    await announced(one)
    await _card(one)
    await press(one.town, one.chief, "Atcelt sanāksmi")
    await press(one.town, one.chief, "Atcelt sanāksmi")
    gone = last(one.member)
    assert gone.text == (
        "Sanāksme nenotiks.\nIesaistīto pušu foruma sanāksme\n"
        "Bija paredzēta: piektdien, 2021. gada 19. februārī, plkst. 10.00–11.30 (Rīgas laiks)"
    )
    event = opened(one.town, gone)
    assert (str(event["STATUS"]), event["SEQUENCE"]) == ("CANCELLED", 1)
    assert (only(one.town).state, len(said(one.member))) == (MeetingState.CANCELLED, 2)


async def test_who_was_not_written_yet_hears_of_the_new_time_alone(one: Cast) -> None:
    one.town.clock.set(riga("2021-01-18 20:00"))
    await announced(one)
    assert said(one.member) == []
    await _card(one)
    await press(one.town, one.chief, "Pārcelt")
    await says(one.town, one.chief, "22.02. plkst. 14.00")
    await press(one.town, one.chief, "Izziņot")
    one.town.clock.set(riga("2021-01-19 09:00"))
    await one.town.settle()
    (told,) = said(one.member)
    assert "Kad: pirmdien, 2021. gada 22. februārī, plkst. 14.00–15.30 (Rīgas laiks)" in told
    assert "Iepriekš" not in told


async def test_a_button_of_a_meeting_that_is_over_does_nothing(one: Cast) -> None:
    await announced(one)
    one.town.clock.set(riga("2021-02-19 12:00"))
    await press(one.town, one.member, "Jā, tiešsaistē")
    assert one.member.toasts[-1].text == "Šī sanāksme jau ir notikusi vai ir atcelta."
    assert [row.answer for row in one.town.all(Attendance)] == [None, None]


async def test_what_is_decided_goes_to_the_lists_where_the_site_has_them(one: Cast) -> None:
    def lists(session: Session) -> None:
        for noun in ("meeting", "attendance"):
            session.add(WorkspaceList(forum=FORUM, noun=noun, list_id="1"))

    one.town.do(lists)
    await announced(one)
    await press(one.town, one.member, "Jā, klātienē")
    one.town.written()
    await one.town.settle()
    assert last(one.member).text.endswith("Ierakstīts platformā 18. janvārī plkst. 10.42.")

    def wrote(session: Session) -> list[tuple[str, object, object]]:
        rows = session.scalars(select(WorkspaceOperation).order_by(WorkspaceOperation.id)).all()
        return [(row.noun, row.values.get("state"), row.values.get("mode")) for row in rows]

    assert one.town.do(wrote) == [("meeting", "announced", None), ("attendance", None, "on_site")]
