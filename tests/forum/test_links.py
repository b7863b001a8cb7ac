"""Personal links: each opens one person's page, ends by itself, and at once when it must; reading uses nothing up."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from config.redaction import Redactor
from forum import briefs, forums, leaving, links, privacy, restoring
from forum.briefs import Asked
from forum.links import Read, Refusal
from forum.outbox import OutgoingMessage
from forum.people import Person
from forum.store.units import UnitSession
from tests.facts import FORUM, Facts, at, policy, riga

NOW = riga("2021-01-04")
MAILING = replace(policy(), mails=True)


@pytest.fixture
def person(facts: Facts) -> Person:
    return facts.person("IZM kontaktpersona", facts.body("IZM"), email="kontakts@izm.example")


def opened(session: UnitSession, token: str, day: str = "2021-01-04 10:00") -> Read:
    return links.read(session, FORUM, token, now=riga(day), day=riga(day).date())


def test_it_opens_its_own_persons_page_as_often_as_one_likes(session: UnitSession, person: Person) -> None:
    token = links.make(session, person, now=NOW)
    assert re.fullmatch(r"[0-9a-f.]+\.[A-Za-z0-9_-]{22}", token)
    assert [opened(session, token) for _ in range(2)] == [Read(person)] * 2
    assert not session.dirty


def test_it_lives_thirty_days(session: UnitSession, person: Person) -> None:
    token = links.make(session, person, now=NOW)
    assert opened(session, token, "2021-02-03 08:59") == Read(person)
    assert opened(session, token, "2021-02-03 09:00") == Read(person, Refusal.EXPIRED)


def test_what_we_did_not_make_is_nobodys(session: UnitSession, facts: Facts, person: Person) -> None:
    token = links.make(session, person, now=NOW)
    other = facts.person("VID kontaktpersona")
    forged = f"{other.id:x}{token[token.index('.') :]}"
    later = token.replace(f"{int((NOW + links.LIVES).timestamp()):x}", f"{int((NOW + 2 * links.LIVES).timestamp()):x}")
    for wrong in (forged, later, token[:-1], token + "A", "", ".", "1.2.3.4.ā", "x" * 5000):
        assert opened(session, wrong) == Read(None, Refusal.UNKNOWN)
    forums.ensure(session, "cits", now=NOW)
    assert links.read(session, "cits", token, now=NOW, day=NOW.date()) == Read(None, Refusal.UNKNOWN)


def test_whoever_left_has_none(session: UnitSession, person: Person) -> None:
    token = links.make(session, person, now=NOW)
    person.gone_at = NOW
    leaving.leave(session, person, now=NOW)
    assert opened(session, token) == Read(person, Refusal.ENDED)
    person.gone_at = None  # the row was restored on the site
    assert opened(session, token) == Read(person, Refusal.ENDED)
    assert opened(session, links.make(session, person, now=NOW)) == Read(person)


def test_whoever_is_forgotten_has_none_and_nobody_else_loses_theirs(
    session: UnitSession, facts: Facts, person: Person
) -> None:
    other = facts.person("VID kontaktpersona")
    token, others = links.make(session, person, now=NOW), links.make(session, other, now=NOW)
    privacy.forget_person(session, person)
    assert (opened(session, token), opened(session, others)) == (Read(person, Refusal.ENDED), Read(other))


def test_all_end_at_once_and_a_backup_brings_none_back(session: UnitSession, person: Person) -> None:
    first = links.make(session, person, now=NOW)
    links.end_all(session, FORUM)
    second = links.make(session, person, now=NOW)
    assert (opened(session, first), opened(session, second)) == (Read(person, Refusal.ENDED), Read(person))
    restoring.settle(session, made_at=NOW - timedelta(days=1), now=NOW, policy=policy())
    assert [opened(session, one).refusal for one in (first, second)] == [Refusal.ENDED] * 2


def renewals(session: UnitSession) -> list[tuple[str | None, str | None, bool]]:
    rows = session.scalars(select(OutgoingMessage).where(OutgoingMessage.kind == links.RENEWAL)).all()
    return [(row.channel, row.address, row.asked) for row in rows]


def test_a_new_one_goes_to_the_rosters_address_once_in_ten_minutes(session: UnitSession, person: Person) -> None:
    for moment in ("2021-02-05 10:01", "2021-02-05 10:02", "2021-02-05 10:11"):
        links.renew(session, person, at=at(moment), policy=MAILING)
    assert renewals(session) == [("email", "kontakts@izm.example", True)] * 2


def test_who_has_no_address_or_has_left_is_sent_none(session: UnitSession, facts: Facts, person: Person) -> None:
    person.gone_at = NOW
    for one in (person, facts.person("VID kontaktpersona")):
        links.renew(session, one, at=at("2021-02-05 10:01"), policy=MAILING)
    assert renewals(session) == []


def test_without_e_mail_it_goes_to_the_chat(session: UnitSession, facts: Facts) -> None:
    for person in (facts.member("VID kontaktpersona"), facts.person("VK kontaktpersona", email="vk@vk.example")):
        links.renew(session, person, at=at("2021-02-05 10:01"), policy=policy())
    assert renewals(session) == [(None, None, True)]


def test_the_message_makes_the_link_when_it_is_sent_and_keeps_none(session: UnitSession, person: Person) -> None:
    links.renew(session, person, at=at("2021-02-05 10:01"), policy=MAILING)
    message = session.scalars(select(OutgoingMessage)).one()
    asked = Asked(session, message, person, at("2021-02-05 10:02"), policy())
    assert briefs.of(asked) is None  # no pages are offered
    brief = briefs.of(replace(asked, policy=replace(policy(), pages="https://forum.example/ogp")))
    assert brief is not None
    found = re.fullmatch(rf"https://forum\.example/ogp/lapa/{FORUM}/([^/]+)/", brief["page"])
    assert found is not None
    assert opened(session, found[1], "2021-02-05 10:03") == Read(person)
    assert message.values == {}


def test_no_log_shows_one(session: UnitSession, person: Person) -> None:
    token = links.make(session, person, now=NOW)
    page = links.address(policy(), FORUM, token)
    redactor = Redactor()
    assert redactor.text(f"GET {page}m/12 200") == f"GET /lapa/{FORUM}/[link]/m/12 200"
    assert redactor.text(f"'{token[:-8]}…") == "'[link]…"
    kept = "2021-01-04 10.42.01.05 version 1.2.3.4"
    assert redactor.text(kept) == kept
