"""Facts for the tests: a small forum with bodies, their people, a plan with measures, and a reporting round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import holidays
from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import enrolment, forums, plan, rounds
from forum.enrolment import Address, AddressState
from forum.people import ChannelName, Institution, Person, Role
from forum.plan import Duty, Measure, Plan
from forum.policies import Budget, DayOff, Policy, Rung
from forum.recommendations import Recommendation
from forum.rounds import Audience, Kind, Obligation, Round
from forum.times import At
from forum.workdays import Hours, Workdays

T = TypeVar("T")
M = TypeVar("M", bound=Measure)

FORUM = "ogp-forum"
RIGA = ZoneInfo("Europe/Riga")
DUE = date(2021, 2, 1)
TELEGRAM = "telegram"

HOURS = Hours(time(8, 30), time(16, 30), RIGA)
LATVIA = Workdays(holidays.country_holidays("LV").is_working_day)
MANDATORY = (Rung("start", -20), Rung("sign", -10), Rung("last", -3, of_many=-5), Rung("late", 2))
VOLUNTARY = (Rung("start", -15), Rung("again", -7), Rung("last", -3))
BUDGET = Budget()
COMMENTS = (Rung("start", -10), Rung("last", -3))


def policy(
    *,
    workdays: Workdays = LATVIA,
    mandatory: tuple[Rung, ...] = MANDATORY,
    languages: tuple[str, ...] = ("lv", "en"),
    day_off: DayOff = DayOff.NEXT,
    budget: Budget = BUDGET,
    still_you: Mapping[Kind, int] | None = None,
) -> Policy:
    """The policies of Latvia's forum as its settings begin."""
    ladders = {
        Kind.FILLING: VOLUNTARY,
        Kind.VOLUNTARY: VOLUNTARY,
        Kind.MANDATORY: mandatory,
        Kind.FINAL: mandatory,
        Kind.COMMENTS: COMMENTS,
    }
    return Policy(
        still_you=still_you or {},
        workdays=workdays,
        hours=HOURS,
        ladders=ladders,
        languages=languages,
        day_off=day_off,
        calendar=LATVIA,
        budget=budget,
    )


def riga(text: str) -> datetime:
    """A moment on the forum's clock: ``2021-01-04 09:00``, or ``2021-01-04`` for nine in the morning."""
    moment = datetime.fromisoformat(text)
    return (moment if " " in text else moment.replace(hour=9)).replace(tzinfo=RIGA)


def at(text: str, *, real: datetime | None = None) -> At:
    """A moment of forum time; real time stands at the end of 2020 where it is not given."""
    now = riga(text)
    return At(now=now, real=real or datetime(2020, 12, 31, 12, tzinfo=UTC), day=now.date())


@dataclass
class Facts:
    """Makes facts in an open session. Every noun that it makes is flushed, so that it has its number."""

    session: Session
    forum: str = FORUM
    plan: Plan = field(init=False)

    def __post_init__(self) -> None:
        forums.ensure(self.session, self.forum, now=riga("2020-01-02"))
        self.plan = self._add(Plan(forum=self.forum, code="LV-4", title="Rīcības plāns"))

    def body(self, code: str, **more: Any) -> Institution:
        """An institution."""
        return self._add(Institution(forum=self.forum, code=code, name=f"{code} pilnā vārdā", **more))

    def person(self, name: str, body: Institution | None = None, *, role: Role = Role.CONTACT, **more: Any) -> Person:
        """A person of this body, not yet joined."""
        institution = body.id if body else None
        return self._add(Person(forum=self.forum, name=name, institution_id=institution, role=role, **more))

    def member(self, name: str, body: Institution | None = None, *, role: Role = Role.CONTACT, **more: Any) -> Person:
        """A person of this body who has joined, in a chat numbered after them."""
        person = self.person(name, body, role=role, **more)
        self.joins(person)
        return person

    def joins(self, person: Person, *, address: str = "", now: str = "2020-12-01") -> Address:
        """The person opens a fresh link in this chat and confirms."""
        row = self.asked(person, address=address, now=now)
        enrolment.confirm(self.session, row, now=riga(now))
        self.session.flush()
        return row

    def mailed(self, person: Person) -> Address:
        """The person is reached by e-mail too, as the roster has it."""
        person.email = person.email or f"p{person.id}@vk.example"
        moment = riga("2020-12-01")
        return self._add(
            Address(
                forum=self.forum,
                channel=ChannelName.EMAIL,
                address=person.email,
                person_id=person.id,
                asked_at=moment,
                confirmed_at=moment,
                state=AddressState.CONFIRMED,
            )
        )

    def asked(self, person: Person, *, address: str = "", now: str = "2020-12-01") -> Address:
        """The person opens a fresh link in this chat, and has not confirmed yet."""
        moment, chat = riga(now), address or str(1000 + person.id)
        token = enrolment.invite(self.session, person, now=moment)
        enrolment.open_link(
            self.session, person.forum, token, channel=TELEGRAM, address=chat, now=moment, day=moment.date()
        )
        self.session.flush()
        row = enrolment.address_of(self.session, person, channel=TELEGRAM, address=chat)
        assert row is not None
        return row

    def measure(
        self,
        number: str,
        *leads: Institution,
        co_leads: tuple[Institution, ...] = (),
        contacts: tuple[Person, ...] = (),
        **more: Any,
    ) -> Measure:
        """A measure of the plan, and who answers for it."""
        made = Measure(forum=self.forum, number=number, title=f"Pasākums {number}", plan_id=self.plan.id, **more)
        return self._led(made, {Duty.LEAD: leads, Duty.CO_LEAD: co_leads, Duty.CONTACT: contacts})

    def recommendation(self, number: str, *owners: Institution, **more: Any) -> Recommendation:
        """A recommendation of the plan's, and who follows it up."""
        made = Recommendation(
            forum=self.forum, number=number, title=f"Ieteikums {number}", plan_id=self.plan.id, **more
        )
        return self._led(made, {Duty.LEAD: owners})

    def _led(self, made: M, parties: Mapping[Duty, Sequence[Institution | Person]]) -> M:
        self._add(made)
        plan.set_responsibilities(
            self.session, made, {duty: [party.id for party in group] for duty, group in parties.items()}
        )
        self.session.flush()
        return made

    def round(
        self, due_on: date = DUE, *, audience: tuple[Audience, ...] = (Audience.RESPONSIBLE,), **more: Any
    ) -> Round:
        """A reporting round of the plan; mandatory, without days of grace, where not said otherwise."""
        key = more.pop("key", f"round-{due_on}")
        return self._add(
            Round(
                forum=self.forum,
                key=key,
                title=f"Ziņojums līdz {due_on}",
                due_on=due_on,
                audience=[word.value for word in audience],
                plan_id=self.plan.id,
                **more,
            )
        )

    def opened(self, day: str) -> list[Obligation]:
        """The obligations of the rounds that run on this day, made equal to who answers for what; all there are."""
        now = riga(day)
        rounds.open_obligations(self.session, self.forum, now=now, day=now.date())
        self.session.flush()
        rows = self.session.scalars(select(Obligation).where(Obligation.forum == self.forum).order_by(Obligation.id))
        return list(rows)

    def _add(self, row: T) -> T:
        self.session.add(row)
        self.session.flush()
        return row
