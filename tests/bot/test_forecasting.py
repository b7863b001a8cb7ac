"""The forecast of meetings: what it foresees is what is sent, and what breaks the budget is said before it goes."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy.orm import Session

from forum import budget, forecast
from forum.foreseen import Foreseen
from forum.meetings import Meeting, MeetingState
from forum.outbox import OutgoingMessage
from forum.people import Person
from tests.bot.conftest import Cast
from tests.bot.test_convening import announced, drafted, press
from tests.bot.town import POLICY, last
from tests.facts import FORUM, RIGA, riga

MEETS = date(2021, 2, 19)


def foreseen(one: Cast, *, first: date | None = None) -> list[Foreseen]:
    """What is foreseen of meetings, from today on where not said otherwise."""
    today = POLICY.day(one.town.clock.now())

    def look(session: Session) -> list[Foreseen]:
        now = one.town.clock.now()
        return forecast.foresee(
            session, FORUM, first=first or today, last=MEETS + timedelta(days=30), now=now, policy=POLICY
        )

    return [row for row in one.town.store.read_now(look) if row.meeting]


def told(rows: list[Foreseen]) -> list[tuple[str, str, str]]:
    return [(f"{row.on:%m-%d}", row.name, row.rung) for row in rows]


def sent(one: Cast) -> list[tuple[str, str, str]]:
    """What of meetings went to whom, by the outbox, as the forecast tells it."""
    names = {row.id: row.name for row in one.town.all(Person)}
    rows = [row for row in one.town.all(OutgoingMessage) if row.state.value == "sent" and row.person_id]
    return [
        (f"{row.sent_at.astimezone(RIGA):%m-%d}", names[row.person_id], row.kind)
        for row in rows
        if row.kind in ("meeting-notice", "meeting-nudge") and row.sent_at and row.person_id
    ]


def on_site(one: Cast, *starts: str) -> None:
    """As a pull would keep what somebody wrote there."""
    meetings = [Meeting(forum=FORUM, title="Foruma sanāksme", starts_at=riga(start)) for start in starts]
    one.town.do(lambda session: session.add_all(meetings))


async def live(one: Cast, first: date, last: date) -> None:
    """Day by day, each morning at nine."""
    for days in range((last - first).days + 1):
        one.town.clock.set(riga((first + timedelta(days=days)).isoformat()))
        await one.town.decide()
        await one.town.settle()


async def test_what_is_foreseen_of_an_announced_meeting_is_what_is_sent(one: Cast) -> None:
    await announced(one)
    rows = told(foreseen(one))
    assert rows == [
        ("02-12", "VARAM kontaktpersona", "week"),
        ("02-12", "VK koordinators", "week"),
        ("02-18", "VARAM kontaktpersona", "day"),
        ("02-18", "VK koordinators", "day"),
    ]
    before = len(sent(one))
    await live(one, date(2021, 1, 19), MEETS)
    nudged = sorted(sent(one)[before:])
    assert nudged == sorted((on, name, "meeting-nudge") for on, name, _ in rows)
    # Gone by, the same days are rehearsed with their notices.
    one.town.clock.set(riga("2021-02-19 09:30"))
    again = told(foreseen(one, first=date(2021, 1, 18)))
    notices = [("01-18", name, "notice") for name in ("VARAM kontaktpersona", "VK koordinators")]
    assert again == [*notices, *rows]


async def test_a_meeting_made_on_the_site_counts_as_if_it_were_announced_and_says_so(one: Cast) -> None:
    one.town.do(lambda session: session.add(Person(forum=FORUM, name="NVD kontaktpersona")))
    on_site(one, "2021-02-19 10:00")
    rows = foreseen(one)
    names = ("NVD kontaktpersona", "VARAM kontaktpersona", "VK koordinators")
    assert told(rows) == [
        (on, name, rung) for on, rung in (("01-18", "notice"), ("02-12", "week"), ("02-18", "day")) for name in names
    ]
    assert {row.on_a_yes for row in rows} == {True}
    assert {row.name for row in rows if not row.reached} == {"NVD kontaktpersona"}
    await one.town.decide()
    await one.town.settle()
    await press(one.town, one.chief, "Neizziņot")
    assert foreseen(one) == []


async def test_nothing_is_foreseen_of_a_draft_or_of_what_is_off_or_for_who_does_not_come(one: Cast) -> None:
    await drafted(one)
    assert foreseen(one) == []
    await press(one.town, one.chief, "Izziņot")
    await press(one.town, one.member, "Nepiedalīšos")
    assert {row.name for row in foreseen(one)} == {"VK koordinators"}
    one.town.do(lambda session: setattr(session.query(Meeting).one(), "state", MeetingState.CANCELLED))
    assert foreseen(one) == []


async def test_no_more_than_two_messages_about_meetings_go_in_a_month(one: Cast) -> None:
    on_site(one, "2021-02-19 10:00")
    assert [(row.in_a_month, row.held, row.over) for row in budget.shares(foreseen(one))] == [(2, 0, False)] * 2
    on_site(one, "2021-02-26 10:00")
    assert [(row.in_a_month, row.held, row.over) for row in budget.shares(foreseen(one))] == [(2, 2, False)] * 2
    one.chief.says("/sakums")
    await one.town.settle()
    text = last(one.chief).text
    assert "\nNo tām par sanāksmēm: 8 (pēc Jūsu piekrišanas: 8).\n" in text
    assert "\nNeviens nesaņems vairāk, nekā paredzēts: gadā ne vairāk kā 15, ārpus atskaites " in text
    assert "\nLai nerakstītu par daudz, aizturēsim 4 ziņas; tajās teiktais būs nākamajā atgādinājumā." in text
