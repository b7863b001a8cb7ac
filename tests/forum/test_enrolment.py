"""Enrolment: a personal link opens once, for one chat, within its time; and a chat speaks for whoever confirmed."""

from __future__ import annotations

import hashlib
import re
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from forum import enrolment
from forum.enrolment import Address, AddressState, Invitation, Opened, Refusal
from forum.journal import JournalEntry
from forum.people import Person
from tests.facts import TELEGRAM, Facts, riga

NOW = "2021-01-04 09:00"


def opens(facts: Facts, token: str, *, address: str = "1001", now: str = NOW) -> Opened:
    moment = riga(now)
    found = enrolment.open_link(
        facts.session, facts.forum, token, channel=TELEGRAM, address=address, now=moment, day=moment.date()
    )
    facts.session.flush()
    return found


def invited(facts: Facts, person: Person, now: str = NOW) -> str:
    return enrolment.invite(facts.session, person, now=riga(now))


def spoken_for(facts: Facts, address: str, day: date = date(2021, 1, 5)) -> list[Person]:
    return enrolment.people_at(facts.session, facts.forum, channel=TELEGRAM, address=address, day=day)


def states(facts: Facts) -> dict[str, AddressState]:
    return {row.address: row.state for row in facts.session.scalars(select(Address).order_by(Address.id))}


def confirms(facts: Facts, person: Person, address: str, now: str = NOW) -> None:
    row = enrolment.address_of(facts.session, person, channel=TELEGRAM, address=address)
    assert row is not None
    enrolment.confirm(facts.session, row, now=riga(now))
    facts.session.flush()


def test_a_token_has_256_bits_fits_telegrams_start_link_and_is_kept_only_hashed(facts: Facts) -> None:
    person = facts.person("IZM kontaktpersona")
    token = invited(facts, person)

    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", token)
    row = facts.session.scalars(select(Invitation)).one()
    assert row.token_sha256 == hashlib.sha256(token.encode()).hexdigest()
    kept = [getattr(row, column.key) for column in Invitation.__table__.columns]
    assert [value for value in kept if isinstance(value, str) and token in value] == []
    assert row.expires_at - row.issued_at == timedelta(hours=72)


def test_the_first_chat_is_asked_and_speaks_for_nobody_before_it_confirmed(facts: Facts) -> None:
    person = facts.person("IZM kontaktpersona")

    assert opens(facts, invited(facts, person)) == Opened(person)
    assert states(facts) == {"1001": AddressState.ASKED}
    assert (spoken_for(facts, "1001"), enrolment.way_to(facts.session, person)) == ([], None)

    confirms(facts, person, "1001")
    assert spoken_for(facts, "1001") == [person]
    assert [row.address for row in enrolment.ways(facts.session, facts.forum).values()] == ["1001"]


def test_an_unknown_link(facts: Facts) -> None:
    facts.person("IZM kontaktpersona")

    assert opens(facts, "no-such-token") == Opened(None, Refusal.UNKNOWN)
    assert opens(facts, "") == Opened(None, Refusal.UNKNOWN)


def test_a_link_of_another_forum_is_unknown_here(facts: Facts) -> None:
    other = Facts(facts.session, "other-forum")
    token = invited(other, other.person("Cita foruma kontaktpersona"))

    assert opens(facts, token) == Opened(None, Refusal.UNKNOWN)
    assert states(facts) == {}


def test_a_used_link_opens_nothing_for_another_chat(facts: Facts) -> None:
    person = facts.person("IZM kontaktpersona")
    token = invited(facts, person)

    assert opens(facts, token, address="1001") == Opened(person)
    assert opens(facts, token, address="666") == Opened(person, Refusal.USED)
    assert states(facts) == {"1001": AddressState.ASKED}


def test_the_same_chat_may_press_its_link_again(facts: Facts) -> None:
    person = facts.person("IZM kontaktpersona")
    token = invited(facts, person)
    opens(facts, token)

    assert opens(facts, token) == Opened(person)
    confirms(facts, person, "1001")
    assert opens(facts, token) == Opened(person)
    assert opens(facts, token, now="2021-06-01") == Opened(person)
    assert states(facts) == {"1001": AddressState.CONFIRMED}


def test_who_said_no_by_mistake_may_press_the_link_again(facts: Facts) -> None:
    person = facts.person("IZM kontaktpersona")
    token = invited(facts, person)
    opens(facts, token)
    row = facts.session.scalars(select(Address)).one()
    enrolment.revoke(facts.session, row, now=riga(NOW))

    assert opens(facts, token) == Opened(person)
    assert states(facts) == {"1001": AddressState.ASKED}


@pytest.mark.parametrize(
    ("now", "refusal"),
    [("2021-01-07 08:59:59", None), ("2021-01-07 09:00", Refusal.EXPIRED), ("2021-02-01", Refusal.EXPIRED)],
)
def test_a_link_lives_three_days(facts: Facts, now: str, refusal: Refusal | None) -> None:
    person = facts.person("IZM kontaktpersona")

    assert opens(facts, invited(facts, person), now=now) == Opened(person, refusal)


def test_a_link_that_was_opened_and_never_confirmed_dies_with_its_time(facts: Facts) -> None:
    person = facts.person("IZM kontaktpersona")
    token = invited(facts, person)
    opens(facts, token)

    assert opens(facts, token, now="2021-01-07 09:00") == Opened(person, Refusal.EXPIRED)


def test_a_link_whose_person_serves_no_more(facts: Facts) -> None:
    person = facts.person("IZM kontaktpersona", until_on=date(2021, 1, 5))
    token = invited(facts, person)

    assert opens(facts, token, now="2021-01-06 08:00") == Opened(person, Refusal.GONE)
    assert states(facts) == {}


def test_an_older_link_dies_with_a_new_one(facts: Facts) -> None:
    person, other = facts.person("IZM kontaktpersona"), facts.person("VK kontaktpersona")
    older, others = invited(facts, person), invited(facts, other)
    newer = invited(facts, person)

    assert opens(facts, older) == Opened(person, Refusal.EXPIRED)
    assert opens(facts, newer) == Opened(person)
    assert opens(facts, others) == Opened(other)


def test_a_new_link_ends_what_a_wrong_chat_began_with_the_older_one(facts: Facts) -> None:
    """A link that went astray was opened by a stranger; the coordinator sends another."""
    person = facts.person("IZM kontaktpersona")
    astray = invited(facts, person)
    opens(facts, astray, address="666")
    newer = invited(facts, person)

    assert states(facts) == {"666": AddressState.REVOKED}
    assert opens(facts, astray, address="666") == Opened(person, Refusal.EXPIRED)
    assert opens(facts, newer, address="1001") == Opened(person)
    assert states(facts) == {"666": AddressState.REVOKED, "1001": AddressState.ASKED}


def test_a_new_link_leaves_the_chat_that_is_confirmed(facts: Facts) -> None:
    person = facts.member("IZM kontaktpersona")
    before = states(facts)
    invited(facts, person)

    assert states(facts) == before == {str(1000 + person.id): AddressState.CONFIRMED}


def test_a_second_chat_revokes_the_first_which_cannot_come_back_by_its_old_link(facts: Facts) -> None:
    person = facts.person("IZM kontaktpersona")
    first = invited(facts, person)
    opens(facts, first, address="1001")
    confirms(facts, person, "1001")
    second = invited(facts, person)
    opens(facts, second, address="1002")

    assert spoken_for(facts, "1001") == [person]  # until the second one confirms
    confirms(facts, person, "1002")
    assert states(facts) == {"1001": AddressState.REVOKED, "1002": AddressState.CONFIRMED}
    assert (spoken_for(facts, "1001"), spoken_for(facts, "1002")) == ([], [person])
    assert opens(facts, first, address="1001") == Opened(person, Refusal.EXPIRED)
    assert states(facts) == {"1001": AddressState.REVOKED, "1002": AddressState.CONFIRMED}


def test_one_chat_may_stand_for_several_bodies(facts: Facts) -> None:
    both = [facts.person("IZM kontaktpersona", facts.body("IZM")), facts.person("VK loceklis", facts.body("VK"))]
    for person in both:
        facts.joins(person, address="1001")
    both[1].until_on = date(2021, 1, 31)
    facts.session.flush()

    assert spoken_for(facts, "1001") == both
    assert spoken_for(facts, "1001", date(2021, 2, 1)) == both[:1]
    assert spoken_for(facts, "1002") == []


def test_a_chat_that_is_closed_is_no_way_until_it_is_opened_again(facts: Facts) -> None:
    person = facts.person("IZM kontaktpersona")
    facts.joins(person, address="1001")
    asked = facts.person("VK kontaktpersona")
    facts.asked(asked, address="1001")

    def block(blocked: bool) -> list[int]:
        return enrolment.block(
            facts.session, facts.forum, channel=TELEGRAM, address="1001", blocked=blocked, now=riga(NOW)
        )

    assert (block(True), block(True)) == ([person.id], [])
    assert (enrolment.way_to(facts.session, person), enrolment.ways(facts.session, facts.forum)) == (None, {})
    assert spoken_for(facts, "1001") == [person]  # what they wrote before still counts
    assert (block(False), block(False)) == ([person.id], [])
    assert list(enrolment.ways(facts.session, facts.forum)) == [person.id]


def test_what_happened_to_a_chat_is_in_the_journal_without_its_address(facts: Facts) -> None:
    person = facts.person("IZM kontaktpersona")
    row = facts.joins(person, address="1001")
    enrolment.block(facts.session, facts.forum, channel=TELEGRAM, address="1001", blocked=True, now=riga(NOW))
    enrolment.revoke(facts.session, row, now=riga(NOW))
    facts.session.flush()

    entries = facts.session.scalars(select(JournalEntry).order_by(JournalEntry.id)).all()
    assert [(one.action, one.actor, one.side, one.noun_id, one.before, one.after) for one in entries] == [
        (f"address.{word}", f"person:{person.id}", TELEGRAM, person.id, {}, {})
        for word in ("confirmed", "blocked", "revoked")
    ]
