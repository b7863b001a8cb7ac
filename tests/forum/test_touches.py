"""Touches: for each fact that deciding looks at, a change of it alone is decided on by the next tick."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from forum import preferences, snoozes
from forum.enrolment import Address, AddressState
from forum.forums import Forum
from forum.helping import HelpRequest, Trouble
from forum.meetings import Attendance, Meeting, MeetingState, Presence, standing
from forum.people import ChannelName, Person, Role
from forum.plan import Duty, Measure, Responsibility, set_responsibilities
from forum.preferences import Preference
from forum.recommendations import Decision, Recommendation
from forum.rounds import Audience, Kind, Obligation, Round
from forum.snoozes import Snooze
from forum.store.base import Base, Noun
from forum.store.door import Store
from forum.store.engines import open_engines
from forum.store.units import UnitSession
from forum.touches import WATCHED
from tests.databases import Files
from tests.facts import RIGA, Facts
from tests.forum.twins import MEASURES, POLICY, Twin

BEGUN = datetime(2020, 12, 16, 9, 0, tzinfo=RIGA)
# On this Monday the second rung of the first round has come.
NOW = datetime(2021, 1, 18, 10, 0, tzinfo=RIGA)
MAILBOX = "kontaktpersona@iestade.example"
AHEAD, PAST = date(2021, 2, 20), date(2021, 1, 10)

Deed = Callable[[Twin], None]


@dataclass(frozen=True)
class Case:
    """What is so before a tick, and what is changed after it: that one fact. ``mails``: members may be reached by
    e-mail, too."""

    change: Deed
    before: Deed = lambda twin: None
    now: datetime = NOW
    mails: bool = False


def sets(find: Callable[[Twin], Any], **values: Any) -> Deed:
    """Give these attributes of what is found these values; a function is asked for its value."""

    def deed(twin: Twin) -> None:
        found = find(twin)
        for row in found if isinstance(found, list) else [found]:
            for name, value in values.items():
                setattr(row, name, value(twin) if callable(value) else value)

    return deed


def both(*deeds: Deed) -> Deed:
    def deed(twin: Twin) -> None:
        for one in deeds:
            one(twin)

    return deed


def person(number: int) -> Callable[[Twin], Person]:
    return lambda twin: twin.people[number]


def one_round(number: int) -> Callable[[Twin], Round]:
    return lambda twin: twin.rounds[number]


def every(noun: type[Noun]) -> Callable[[Twin], list[Any]]:
    def find(twin: Twin) -> list[Any]:
        return list(twin.facts.session.scalars(select(noun).where(noun.forum == twin.facts.forum)))

    return find


def the_forum(twin: Twin) -> Forum:
    return twin.facts.session.get_one(Forum, twin.facts.forum)


def the_meeting(twin: Twin) -> Meeting | None:
    return twin.meeting


def of_the_second_body(twin: Twin) -> list[Obligation]:
    return [one for one in twin.duties() if one.institution_id == twin.bodies[1].id]


def helped(twin: Twin) -> None:
    """Help was asked for with all that the second body owes."""
    for one in of_the_second_body(twin):
        row = HelpRequest(
            forum=one.forum,
            obligation_id=one.id,
            person_id=twin.people[1].id,
            trouble=Trouble.DATA,
            asked_at=BEGUN,
            rests_until=AHEAD,
        )
        twin.facts.session.add(row)


def snoozed(twin: Twin) -> None:
    for one in twin.rounds:
        session, forum, who = twin.facts.session, twin.facts.forum, twin.people[1].id
        snoozes.snooze(session, forum, person_id=who, round_id=one.id, until_on=AHEAD, now=BEGUN)


def chooses(number: int) -> Deed:
    """This person has looked at what may be chosen, and has chosen nothing."""

    def deed(twin: Twin) -> None:
        preferences.change(twin.facts.session, twin.facts.forum, twin.people[number].id, now=BEGUN)

    return deed


def ways(number: int) -> Callable[[Twin], list[Address]]:
    return lambda twin: [row for row in every(Address)(twin) if row.person_id == twin.people[number].id]


def leads(*bodies: int) -> Deed:
    """Who answers for the first measure."""

    def deed(twin: Twin) -> None:
        parties = {Duty.LEAD: [twin.bodies[number].id for number in bodies]}
        set_responsibilities(twin.facts.session, twin.measures[0], parties)

    return deed


def recommended(twin: Twin) -> None:
    """The second body follows up a recommendation, too."""
    made = twin.facts.recommendation("R1", twin.bodies[1])
    twin.measures = [*twin.measures[:MEASURES], made]


observed = sets(person(4), role=Role.OBSERVER)
by_telephone = sets(person(2), email=MAILBOX, channel=ChannelName.TELEPHONE)
heard = sets(every(Attendance), told_at=datetime(2021, 1, 8, 9, 0, tzinfo=RIGA), told_sequence=0)

STARTS = datetime(2021, 1, 20, 10, 0, tzinfo=RIGA)
STOOD = {"starts_at": STARTS, "state": MeetingState.ANNOUNCED, "place": "", "link": ""}


def turned_back(name: str, other: Any) -> Case:
    """The meeting stood otherwise in this, so that nobody was nudged, and stands again as people were told."""
    stood = sets(the_meeting, **{name: STOOD.get(name)})
    return Case(stood, both(heard, sets(the_meeting, **{name: other})))


CASES: dict[tuple[type[Base], str], Case] = {
    (Forum, "paused_at"): Case(sets(the_forum, paused_at=None), both(heard, sets(the_forum, paused_at=BEGUN))),
    (Round, "due_on"): Case(sets(one_round(1), due_on=date(2021, 1, 25))),
    (Round, "sign_by"): Case(
        sets(one_round(0), sign_by=date(2021, 1, 19)), sets(one_round(0), sign_by=date(2021, 1, 25))
    ),
    (Round, "audience"): Case(sets(one_round(0), audience=[Audience.CO_RESPONSIBLE.value])),
    (Round, "plan_id"): Case(sets(one_round(0), plan_id=None)),
    (Round, "kind"): Case(sets(one_round(1), kind=Kind.MANDATORY)),
    (Round, "grace_until"): Case(
        sets(one_round(2), grace_until=AHEAD), sets(one_round(2), lock_on=None, grace_until=PAST)
    ),
    (Round, "lock_on"): Case(sets(one_round(2), lock_on=AHEAD), sets(one_round(2), lock_on=PAST)),
    (Round, "gone_at"): Case(sets(one_round(0), gone_at=None), sets(one_round(0), gone_at=BEGUN)),
    (Measure, "plan_id"): Case(sets(lambda twin: twin.measures[1], plan_id=None)),
    (Measure, "gone_at"): Case(sets(lambda twin: twin.measures[1], gone_at=NOW)),
    (Recommendation, "plan_id"): Case(sets(every(Recommendation), plan_id=None), recommended),
    (Recommendation, "gone_at"): Case(sets(every(Recommendation), gone_at=NOW), recommended),
    (Recommendation, "decision"): Case(sets(every(Recommendation), decision=Decision.DECLINED), recommended),
    (Obligation, "due_on"): Case(sets(of_the_second_body, due_on=date(2021, 1, 20))),
    (Obligation, "skipped_at"): Case(
        sets(of_the_second_body, skipped_at=None), sets(of_the_second_body, skipped_at=NOW)
    ),
    (Obligation, "discharged_at"): Case(
        sets(of_the_second_body, discharged_at=None), sets(of_the_second_body, discharged_at=NOW)
    ),
    (Responsibility, "new"): Case(leads(0, 1)),
    (Responsibility, "gone"): Case(leads(), leads(0, 1)),
    (HelpRequest, "rests_until"): Case(sets(every(HelpRequest), rests_until=PAST), helped),
    (HelpRequest, "settled_at"): Case(sets(every(HelpRequest), settled_at=NOW), helped),
    (Person, "institution_id"): Case(sets(person(1), institution_id=lambda twin: twin.bodies[2].id)),
    (Person, "role"): Case(sets(person(4), role=Role.CONTACT)),
    (Person, "from_on"): Case(sets(person(1), from_on=None), both(sets(person(1), from_on=AHEAD), observed)),
    (Person, "until_on"): Case(sets(person(1), until_on=None), both(sets(person(1), until_on=PAST), observed)),
    (Person, "away_until"): Case(sets(person(1), away_until=None), sets(person(1), away_until=AHEAD)),
    (Person, "gone_at"): Case(sets(person(1), gone_at=None), both(sets(person(1), gone_at=BEGUN), observed)),
    (Person, "email"): Case(sets(person(2), email=MAILBOX), mails=True),
    (Person, "channel"): Case(sets(person(2), channel=ChannelName.EMAIL), by_telephone, mails=True),
    (Preference, "channel"): Case(
        sets(every(Preference), channel=ChannelName.EMAIL), both(by_telephone, chooses(2)), mails=True
    ),
    (Address, "state"): Case(sets(ways(1), state=AddressState.CONFIRMED), sets(ways(1), state=AddressState.BLOCKED)),
    # Its next Monday is the due day: what would come on Wednesday comes on the Monday before.
    (Preference, "weekdays"): Case(
        sets(every(Preference), weekdays=[0]), chooses(1), now=datetime(2021, 1, 25, 10, 0, tzinfo=RIGA)
    ),
    (Snooze, "until_on"): Case(sets(every(Snooze), until_on=PAST), snoozed),
    (Meeting, "starts_at"): turned_back("starts_at", datetime(2021, 1, 22, 10, 0, tzinfo=RIGA)),
    (Meeting, "ends_at"): turned_back("ends_at", datetime(2021, 1, 20, 12, 0, tzinfo=RIGA)),
    (Meeting, "place"): turned_back("place", "Brīvības bulvāris 36"),
    (Meeting, "link"): turned_back("link", "https://meet.example/1"),
    (Meeting, "state"): turned_back("state", MeetingState.CANCELLED),
    (Meeting, "told"): Case(
        sets(the_meeting, told=lambda twin: standing(twin.meeting)), both(heard, sets(the_meeting, told={}))
    ),
    (Meeting, "gone_at"): turned_back("gone_at", BEGUN),
    (Attendance, "told_at"): Case(heard),
    (Attendance, "answer"): Case(
        sets(every(Attendance), answer=None), both(heard, sets(every(Attendance), answer=Presence.ABSENT))
    ),
}


@pytest.fixture(scope="module")
def twins(sqlite_databases: Files) -> Iterator[tuple[Twin, Twin]]:
    """Two forums in which all was decided on a day before Christmas; of the second everything always is."""
    url = sqlite_databases.ready()
    with Store.open(url):
        pass
    engines = open_engines(url, seconds=9, reading=False)
    assert engines.write is not None
    with engines.write.connect() as connection, UnitSession(connection, expire_on_commit=False) as session:
        made = Twin(Facts(session, "parts"), whole=False), Twin(Facts(session, "whole"), whole=True)
        for twin in made:
            twin.tick(BEGUN)
        yield made
    engines.close()


@pytest.mark.parametrize("fact", CASES, ids=lambda fact: f"{fact[0].__name__}-{fact[1]}")
def test_a_change_of_one_fact_is_decided_on(twins: tuple[Twin, Twin], fact: tuple[type[Base], str]) -> None:
    case, session = CASES[fact], twins[0].facts.session
    part = session.begin_nested()
    for twin in twins:
        twin.policy = replace(POLICY, mails=case.mails)
        case.before(twin)
        session.flush()
        twin.tick(case.now)
    before = twins[1].story()
    for twin in twins:
        case.change(twin)
        session.flush()
        twin.tick(case.now + timedelta(hours=1))
    parts, whole = (twin.story() for twin in twins)
    part.rollback()
    assert whole != before  # it does matter
    assert parts == whole


def test_every_fact_that_is_watched_has_its_case() -> None:
    watched = {(noun, name) for noun, (names, _) in WATCHED.items() for name in names or ("new", "gone")}
    assert watched == set(CASES)
