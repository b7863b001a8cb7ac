"""Who is awaited: the open obligations, whom to ask about each, and who of them cannot be reached."""

from __future__ import annotations

from datetime import date

from forum import awaited
from forum.awaited import Owed
from forum.people import Role
from forum.recommendations import Decision
from forum.rounds import Kind
from tests.facts import DUE, Facts, riga

DAY = date(2021, 1, 6)


def owed(facts: Facts, day: date = DAY, *, answered: bool = False) -> list[Owed]:
    facts.opened(str(day))
    return awaited.owed(facts.session, facts.forum, day=day, answered=answered)


def asked(found: list[Owed]) -> dict[str, list[str]]:
    """The names to ask, by measure and body."""
    return {f"{one.measure.number} {one.institution.code}": [who.name for who in one.askers] for one in found}


def test_open_and_answered_obligations_by_due_day_and_number(facts: Facts) -> None:
    body = facts.body("IZM")
    for number in ("2.10", "2.2", "1.1"):
        facts.measure(number, body)
    facts.round(DUE)
    facts.round(date(2021, 1, 20), key="earlier")
    rows = facts.opened(str(DAY))
    rows[0].discharged_at = riga("2021-01-05")
    rows[1].void_at = riga("2021-01-05")
    facts.session.flush()
    found = awaited.owed(facts.session, facts.forum, day=DAY)
    done = awaited.owed(facts.session, facts.forum, day=DAY, answered=True)

    assert len(rows) == 6
    assert [(one.round.key, one.measure.number) for one in done + found] == [
        ("earlier", "2.10"),
        ("earlier", "1.1"),
        (f"round-{DUE}", "1.1"),
        (f"round-{DUE}", "2.2"),
        (f"round-{DUE}", "2.10"),
    ]  # 2.2 of the earlier round is void


def test_what_was_skipped_is_not_owed_and_what_was_put_off_is_longer(facts: Facts) -> None:
    body = facts.body("IZM")
    for number in ("1.1", "1.2", "1.3"):
        facts.measure(number, body)
    facts.round(lock_on=DUE)
    skipped, put_off, _ = facts.opened(str(DAY))
    skipped.skipped_at, put_off.due_on = riga("2021-01-05"), date(2021, 3, 1)
    facts.session.flush()
    days = (DAY, DUE, date(2021, 2, 2), date(2021, 3, 1), date(2021, 3, 2))
    found = [[one.measure.number for one in awaited.owed(facts.session, facts.forum, day=day)] for day in days]

    assert found == [["1.3", "1.2"], ["1.3", "1.2"], ["1.2"], ["1.2"], []]
    assert [one.due_on for one in awaited.owed(facts.session, facts.forum, day=DAY)] == [DUE, date(2021, 3, 1)]


def test_the_contact_named_for_the_measure_comes_before_the_bodys_own(facts: Facts) -> None:
    body = facts.body("IZM")
    named, own = facts.person("IZM datu eksperts", body, role=Role.OBSERVER), facts.person("IZM kontaktpersona", body)
    facts.measure("1.1", body, contacts=(named,))
    facts.measure("1.2", body)
    facts.round()

    assert asked(owed(facts)) == {"1.1 IZM": [named.name], "1.2 IZM": [own.name]}


def test_a_contact_of_another_body_is_not_asked_for_this_one(facts: Facts) -> None:
    izm, vk = facts.body("IZM"), facts.body("VK")
    named, own = facts.person("IZM datu eksperts", izm), facts.person("VK kontaktpersona", vk)
    facts.measure("1.1", izm, vk, contacts=(named,))
    facts.round()

    assert asked(owed(facts)) == {"1.1 IZM": [named.name], "1.1 VK": [own.name]}


def test_away_and_handed_over(facts: Facts) -> None:
    """The named contact is away, then leaves; the deputy stands in, the successor takes over."""
    body = facts.body("IZM")
    named = facts.person("IZM kontaktpersona", body, away_until=date(2021, 1, 8), until_on=date(2021, 1, 12))
    facts.person("IZM vietnieks", body, role=Role.DEPUTY)
    facts.person("IZM jaunā kontaktpersona", body, from_on=date(2021, 1, 13))
    facts.measure("1.1", body, contacts=(named,))
    facts.round()

    found = {day: asked(owed(facts, date(2021, 1, day)))["1.1 IZM"] for day in (8, 9, 12, 13)}
    assert found == {
        8: ["IZM vietnieks"],
        9: ["IZM kontaktpersona"],
        12: ["IZM kontaktpersona"],
        13: ["IZM jaunā kontaktpersona"],
    }


def test_the_share_of_one_person(facts: Facts) -> None:
    izm, vk = facts.body("IZM"), facts.body("VK")
    anna = facts.person("IZM kontaktpersona", izm)
    facts.person("VK kontaktpersona", vk)
    facts.measure("1.1", izm)
    facts.measure("1.2", vk)
    facts.round()
    found = owed(facts)

    assert awaited.of_people(facts.session, facts.forum, {anna.id}, day=DAY) == found[:1]
    assert awaited.of_people(facts.session, facts.forum, set(), day=DAY) == []


def test_who_cannot_be_reached_is_named_once_and_a_body_without_people_by_itself(facts: Facts) -> None:
    izm, nvd, vm = (facts.body(code) for code in ("IZM", "NVD", "VM"))
    facts.member("IZM kontaktpersona", izm)
    absent = facts.person("NVD kontaktpersona", nvd)
    facts.asked(absent)  # opened the link and has not confirmed
    for number, body in (("1.1", izm), ("1.2", nvd), ("1.3", nvd), ("1.4", vm)):
        facts.measure(number, body)
    facts.round()

    assert awaited.unreached(facts.session, owed(facts)) == [absent, vm]
    assert awaited.unreached(facts.session, []) == []


def test_measures_for_which_no_body_answers(facts: Facts) -> None:
    izm = facts.body("IZM")
    facts.measure("1.1", izm)
    orphans = [facts.measure("2.10"), facts.measure("2.2", co_leads=(izm,))]
    gone = facts.measure("3.1")
    gone.gone_at = riga("2021-01-01")
    facts.session.flush()

    followed = facts.recommendation("1.2")
    facts.recommendation("1.3", decision=Decision.DECLINED)
    facts.recommendation("1.4", izm)
    assert awaited.without_lead(facts.session, facts.round()) == [orphans[1], orphans[0], followed]
    # Where no answer is owed nobody is asked about recommendations, and of another plan nothing is missing here.
    assert awaited.without_lead(facts.session, facts.round(kind=Kind.VOLUNTARY, key="v")) == [orphans[1], orphans[0]]
    other = facts.round(key="o")
    other.plan_id = None
    assert awaited.without_lead(facts.session, other) == []
