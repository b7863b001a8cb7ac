"""Changes: what may happen to a forum between two ticks, drawn at random for both of two twins."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from hypothesis import strategies as st
from sqlalchemy import select

from forum import enrolment, helping, outbox, preferences, snoozes
from forum.enrolment import Address, AddressState
from forum.forums import Forum
from forum.meetings import Attendance
from forum.outbox import OutgoingMessage
from forum.people import Role
from forum.plan import Duty, set_responsibilities
from tests.facts import TELEGRAM
from tests.forum.twins import BODIES, MEASURES, PEOPLE, POLICY, ROUNDS, Twin

Change = Callable[[Twin, datetime], None]
Draw = st.DrawFn


def days(draw: Draw, now: datetime) -> date | None:
    ahead = draw(st.none() | st.integers(-20, 40))
    return None if ahead is None else now.date() + timedelta(days=ahead)


def reply(draw: Draw, now: datetime) -> Change:
    number, back = draw(st.integers(0, 99)), draw(st.booleans())

    def change(twin: Twin, at: datetime) -> None:
        if duties := twin.duties():
            duties[number % len(duties)].discharged_at = None if back else at

    return change


def excuse(draw: Draw, now: datetime) -> Change:
    number, until, skips = draw(st.integers(0, 99)), days(draw, now), draw(st.booleans())

    def change(twin: Twin, at: datetime) -> None:
        if duties := twin.duties():
            one = duties[number % len(duties)]
            one.due_on, one.skipped_at = until, at if skips else None

    return change


def snooze(draw: Draw, now: datetime) -> Change:
    person, one, until = draw(st.integers(0, PEOPLE - 1)), draw(st.integers(0, ROUNDS - 1)), days(draw, now)

    def change(twin: Twin, at: datetime) -> None:
        snoozes.snooze(
            twin.facts.session,
            twin.facts.forum,
            person_id=twin.people[person].id,
            round_id=twin.rounds[one].id,
            until_on=until or at.date(),
            now=at,
        )

    return change


def wish(draw: Draw, now: datetime) -> Change:
    person, weekdays = draw(st.integers(0, PEOPLE - 1)), draw(st.none() | st.sets(st.integers(0, 4), min_size=1))

    def change(twin: Twin, at: datetime) -> None:
        row = preferences.change(twin.facts.session, twin.facts.forum, twin.people[person].id, now=at)
        row.weekdays = sorted(weekdays) if weekdays else None

    return change


def help_(draw: Draw, now: datetime) -> Change:
    number, person = draw(st.integers(0, 99)), draw(st.integers(0, PEOPLE - 1))

    def change(twin: Twin, at: datetime) -> None:
        if duties := twin.duties():
            one, by = duties[number % len(duties)], twin.people[person]
            helping.ask(twin.facts.session, one, by, helping.Trouble.DATA, now=at, policy=POLICY)

    return change


def roster(draw: Draw, now: datetime) -> Change:
    number, body = draw(st.integers(0, PEOPLE - 1)), draw(st.integers(0, BODIES - 1))
    role = draw(st.sampled_from([Role.CONTACT, Role.DEPUTY, Role.OBSERVER]))
    away, until, from_on, gone = days(draw, now), days(draw, now), days(draw, now), draw(st.integers(0, 4)) == 0

    def change(twin: Twin, at: datetime) -> None:
        person = twin.people[number]
        person.institution_id = twin.bodies[body].id
        person.role = Role.COORDINATOR if person.role is Role.COORDINATOR else role
        person.away_until, person.until_on, person.from_on = away, until, from_on
        person.gone_at = at if gone else None

    return change


def chat(draw: Draw, now: datetime) -> Change:
    number, opens = draw(st.integers(0, PEOPLE - 1)), draw(st.booleans())

    def change(twin: Twin, at: datetime) -> None:
        session, person = twin.facts.session, twin.people[number]
        way = enrolment.address_of(session, person, channel=TELEGRAM, address=str(100 + number))
        if way is None:
            way = Address(
                forum=person.forum, channel=TELEGRAM, address=str(100 + number), person_id=person.id, asked_at=at
            )
            session.add(way)
        way.state = AddressState.CONFIRMED if opens else AddressState.BLOCKED
        way.confirmed_at = at

    return change


def plan(draw: Draw, now: datetime) -> Change:
    number, lead = draw(st.integers(0, MEASURES - 1)), draw(st.none() | st.integers(0, BODIES - 1))
    contact, gone = draw(st.none() | st.integers(0, PEOPLE - 1)), draw(st.integers(0, 4)) == 0

    def change(twin: Twin, at: datetime) -> None:
        measure = twin.measures[number]
        measure.gone_at = at if gone else None
        parties = {
            Duty.LEAD: [] if lead is None else [twin.bodies[lead].id],
            Duty.CONTACT: [] if contact is None else [twin.people[contact].id],
        }
        set_responsibilities(twin.facts.session, measure, parties)

    return change


def rounds(draw: Draw, now: datetime) -> Change:
    number, due, lock = draw(st.integers(0, ROUNDS - 1)), days(draw, now), days(draw, now)
    sign_by, gone = days(draw, now), draw(st.integers(0, 4)) == 0

    def change(twin: Twin, at: datetime) -> None:
        one = twin.rounds[number]
        one.due_on, one.lock_on, one.gone_at = due or one.due_on, lock, at if gone else None
        one.sign_by = sign_by

    return change


def pause(draw: Draw, now: datetime) -> Change:
    on = draw(st.booleans())

    def change(twin: Twin, at: datetime) -> None:
        twin.facts.session.get_one(Forum, twin.facts.forum).paused_at = at if on else None

    return change


def notice(draw: Draw, now: datetime) -> Change:
    answers = draw(st.booleans())

    def change(twin: Twin, at: datetime) -> None:
        """The notices of the meeting arrived."""
        for row in twin.facts.session.scalars(select(Attendance).where(Attendance.forum == twin.facts.forum)):
            row.told_at, row.told_sequence = row.told_at or at, 0
            if answers:
                row.answer = None

    return change


def sent(draw: Draw, now: datetime) -> Change:
    def change(twin: Twin, at: datetime) -> None:
        """All that waited was sent."""
        for row in twin.facts.session.scalars(
            select(OutgoingMessage).where(
                OutgoingMessage.forum == twin.facts.forum, OutgoingMessage.state == outbox.State.PENDING
            )
        ):
            row.state = outbox.State.SENT

    return change


CHANGES = (reply, excuse, snooze, wish, help_, roster, chat, plan, rounds, pause, notice, sent)
