"""Alarms: silence is told from quiet, once and then daily, and the end of it only to whoever heard of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import alarms, briefs, pulses
from forum.alarms import Trouble, Watched, standing
from forum.outbox import OutgoingMessage, State
from forum.people import Person, Role
from forum.policies import Care, Policy
from forum.pulses import Beat, Part
from forum.times import At
from tests.facts import FORUM, Facts, at, policy

BEGUN = datetime(2021, 1, 18, 6, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
BOTH = frozenset({Part.HEARD, Part.READ})


def seen(after: timedelta, **beats: timedelta) -> Watched:
    """What is seen so long after the beginning; each part last beat at this time after the beginning."""
    found = {Part(name): Beat(BEGUN + when, "") for name, when in beats.items()}
    return Watched(real=BEGUN + after, begun=BEGUN, parts=BOTH, beats=found)


@pytest.mark.parametrize(
    ("watched", "found"),
    [
        (seen(14 * MINUTE), {}),
        (seen(15 * MINUTE), {Trouble.REPLIES: BEGUN}),
        (seen(30 * MINUTE, heard=20 * MINUTE), {}),
        (seen(35 * MINUTE, heard=20 * MINUTE), {Trouble.REPLIES: BEGUN + 20 * MINUTE}),
        # before this process: it is given its time, and the silence counts from where it began
        (seen(14 * MINUTE, heard=-10 * DAY), {}),
        (seen(15 * MINUTE, heard=-10 * DAY), {Trouble.REPLIES: BEGUN - 10 * DAY}),
        (seen(2 * HOUR, heard=2 * HOUR), {Trouble.SITE: BEGUN}),
        (seen(2 * HOUR, heard=2 * HOUR, read=MINUTE), {}),
        (replace(seen(15 * MINUTE), parts=frozenset({Part.SENT})), {Trouble.SENDING: BEGUN}),
        (seen(MINUTE, refused=MINUTE), {Trouble.REFUSED: BEGUN + MINUTE}),
        (seen(MINUTE, refused=MINUTE, heard=MINUTE), {}),
        # two who ask for the same messages are refused in turn: lately refused is not over
        (
            replace(seen(9 * MINUTE, refused=MINUTE, heard=8 * MINUTE), lasting=["refused"]),
            {Trouble.REFUSED: BEGUN + MINUTE},
        ),
        (replace(seen(11 * MINUTE, refused=MINUTE, heard=8 * MINUTE), lasting=["refused"]), {}),
        # a rival explains why nothing is heard
        (seen(29 * MINUTE, taken=MINUTE), {Trouble.TAKEN: BEGUN + MINUTE}),
        (seen(31 * MINUTE, taken=MINUTE, heard=30 * MINUTE), {}),
        (seen(2 * DAY, heard=2 * DAY, read=2 * DAY), {}),
        (replace(seen(2 * DAY, heard=2 * DAY, read=2 * DAY), backups=True), {Trouble.BACKUP: BEGUN}),
        (replace(seen(MINUTE), backups=True, backed_up=BEGUN - 2 * DAY), {Trouble.BACKUP: BEGUN - 2 * DAY}),
        (replace(seen(MINUTE), certificate_ends=BEGUN + 31 * DAY), {}),
        (replace(seen(MINUTE), certificate_ends=BEGUN + 30 * DAY), {Trouble.CERTIFICATE: BEGUN + 30 * DAY}),
        (replace(seen(MINUTE), skew=timedelta(seconds=-120)), {}),
        (replace(seen(MINUTE), skew=timedelta(seconds=-121)), {Trouble.CLOCK: BEGUN + MINUTE}),
        # nothing of the kind is wanted here
        (replace(seen(9 * DAY), parts=frozenset()), {}),
    ],
)
def test_what_counts_as_trouble(watched: Watched, found: dict[Trouble, datetime]) -> None:
    assert standing(watched) == found


@pytest.fixture
def coordinator(facts: Facts) -> Person:
    return facts.member("VK koordinators", role=Role.COORDINATOR)


def look(session: Session, moment: At, *troubles: Trouble) -> None:
    alarms.tick(session, FORUM, dict.fromkeys(troubles, BEGUN), at=moment, policy=policy())
    session.flush()


def told(session: Session) -> list[tuple[str, str]]:
    """Kind and moment of sending, of all that was put."""
    rows = session.scalars(select(OutgoingMessage).order_by(OutgoingMessage.id))
    return [(row.kind, row.send_from.astimezone(policy().hours.zone).strftime("%d %H:%M")) for row in rows]


def test_a_trouble_is_told_once_in_hours_and_again_each_day(session: Session, coordinator: Person) -> None:
    for moment in ("2021-01-18 23:00", "2021-01-18 23:01", "2021-01-19 22:59", "2021-01-19 23:00"):
        look(session, at(moment), Trouble.SITE)

    assert told(session) == [("alarm", "19 08:30"), ("alarm", "20 08:30")]


def test_a_certificates_end_is_told_weekly(session: Session, coordinator: Person) -> None:
    for day in range(4, 19):
        look(session, at(f"2021-01-{day:02}"), Trouble.CERTIFICATE)

    assert told(session) == [("alarm", "04 09:00"), ("alarm", "11 09:00"), ("alarm", "18 09:00")]


def test_the_end_is_told_and_the_next_time_is_a_new_trouble(session: Session, coordinator: Person) -> None:
    look(session, at("2021-01-18 10:00"), Trouble.SITE, Trouble.REPLIES)
    look(session, at("2021-01-18 10:30"), Trouble.REPLIES)
    look(session, at("2021-01-18 11:00"), Trouble.SITE, Trouble.REPLIES)

    assert told(session) == [("alarm", "18 10:00")] * 2 + [("alarm-over", "18 10:30"), ("alarm", "18 11:00")]


def test_who_did_not_hear_of_it_is_not_told_of_its_end(session: Session, coordinator: Person) -> None:
    look(session, at("2021-01-18 23:00"), Trouble.SITE)
    look(session, at("2021-01-19 01:00"))

    assert [brief(session, row) for row in rows(session)] == [None, None]


def test_who_heard_of_it_is_told_of_its_end(session: Session, coordinator: Person) -> None:
    look(session, at("2021-01-18 10:00"), Trouble.SITE)
    rows(session)[0].state = State.SENT
    look(session, at("2021-01-18 11:00"))

    assert brief(session, rows(session)[1]) == {"trouble": "site", "since": BEGUN}


def test_an_alarm_names_who_sees_to_it(session: Session, coordinator: Person) -> None:
    look(session, at("2021-01-18 10:00"), Trouble.SITE, Trouble.REFUSED, Trouble.CERTIFICATE)
    care = {Care.BOT: "Informātikas nodaļa", Care.CERTIFICATE: "Informātikas nodaļa, sertifikāti"}

    told = [brief(session, row, replace(policy(), care=care)) for row in rows(session)]
    assert told == [
        {"trouble": "site", "since": BEGUN, "where": "", "care": ""},
        {"trouble": "refused", "since": BEGUN, "where": "", "care": "Informātikas nodaļa"},
        {"trouble": "certificate", "since": BEGUN, "where": "", "care": "Informātikas nodaļa, sertifikāti"},
    ]


def rows(session: Session) -> list[OutgoingMessage]:
    return list(session.scalars(select(OutgoingMessage).order_by(OutgoingMessage.id)))


def brief(session: Session, row: OutgoingMessage, by: Policy | None = None) -> object:
    person = session.get(Person, row.person_id)
    return briefs.of(briefs.Asked(session, row, person, at("2021-01-19 09:00"), by or policy()))


def test_the_last_beat_of_each_part_is_kept(session: Session, facts: Facts) -> None:
    pulses.beat(session, FORUM, Part.HEARD, real=BEGUN)
    pulses.beat(session, FORUM, Part.REFUSED, real=BEGUN, word="Conflict")
    session.flush()
    pulses.beat(session, FORUM, Part.HEARD, real=BEGUN + MINUTE)

    assert pulses.last(session, FORUM) == {
        Part.HEARD: Beat(BEGUN + MINUTE, ""),
        Part.REFUSED: Beat(BEGUN, "Conflict"),
    }
