"""Whom the tick reminds: whoever owes something, can be reached and has not answered; and who is told of the rest."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from forum import nudges, occurrences
from forum.occurrences import Occurrence
from forum.people import Role
from forum.rounds import Audience
from tests.facts import Facts, riga
from tests.forum.ticking import answer, brief, numbers, tick, told


def test_nobody_who_answered_is_reminded(facts: Facts) -> None:
    body, other = facts.body("IZM"), facts.body("VK")
    anna, berta = facts.member("IZM kontaktpersona", body), facts.member("VK kontaktpersona", other)
    facts.measure("1.1", body)
    facts.measure("1.2", other)
    facts.round()
    first, _ = facts.opened("2021-01-03")
    answer(facts, first, anna, "2021-01-03 12:00")

    assert tick(facts, "2021-01-04") == {berta.name: ["start"]}
    assert told(facts, anna) == []


def test_a_complete_body_never_silences_those_after_it(facts: Facts) -> None:
    """The trap of leaving the loop at the first body that is done."""
    bodies = [facts.body(code) for code in ("AiM", "IZM", "KNAB", "VK")]
    members = [facts.member(f"{body.code} kontaktpersona", body) for body in bodies]
    for place, body in enumerate(bodies):
        facts.measure(f"1.{place}", body)
    facts.round()
    answer(facts, facts.opened("2021-01-03")[0], members[0], "2021-01-03 12:00")

    assert tick(facts, "2021-01-04") == {member.name: ["start"] for member in members[1:]}


def test_an_answer_in_time_drops_the_nudge_at_its_delivery(facts: Facts) -> None:
    body = facts.body("IZM")
    anna = facts.member("IZM kontaktpersona", body)
    facts.measure("1.1", body)
    facts.measure("1.2", body)
    facts.round()
    tick(facts, "2021-01-09 12:00")
    (message,) = told(facts, anna)
    first, second = facts.opened("2021-01-09")

    said = [brief(facts, message, "2021-01-11")]
    answer(facts, first, anna, "2021-01-10 20:00")
    said.append(brief(facts, message, "2021-01-11"))
    answer(facts, second, anna, "2021-01-10 20:05")

    assert [numbers(one) for one in said] == [[["1.1", "1.2"]], [["1.2"]]]
    assert brief(facts, message, "2021-01-11") is None


def test_a_person_without_a_chat_takes_no_turn_and_is_nudged_after_joining(facts: Facts) -> None:
    body = facts.body("NVD")
    anna = facts.person("NVD kontaktpersona", body)
    facts.measure("1.1", body)
    facts.round()

    assert tick(facts, "2021-01-04") == {}
    facts.asked(anna, now="2021-01-05")
    assert tick(facts, "2021-01-05") == {}
    assert [row.member for row in facts.session.scalars(select(Occurrence))] == [occurrences.NOBODY]

    facts.joins(anna, now="2021-01-06")
    assert tick(facts, "2021-01-06") == {anna.name: ["start"]}


def test_while_a_contact_is_away_the_deputy_is_asked_once_and_the_contact_when_back(facts: Facts) -> None:
    body = facts.body("IZM")
    anna = facts.member("IZM kontaktpersona", body, away_until=date(2021, 1, 8))
    deputy = facts.member("IZM vietnieks", body, role=Role.DEPUTY)
    facts.measure("1.1", body)
    facts.round()

    found = [tick(facts, f"2021-01-{day:02}") for day in (4, 5, 8, 9, 10)]

    assert found == [{deputy.name: ["start"]}, {}, {}, {anna.name: ["start"]}, {}]


def test_each_coordinator_is_told_once_a_rung_where_the_round_stands(facts: Facts) -> None:
    body, other = facts.body("IZM"), facts.body("NVD")
    facts.member("IZM kontaktpersona", body)
    facts.person("NVD kontaktpersona", other)
    runs = facts.member("VK koordinators", facts.body("VK"), role=Role.COORDINATOR)
    facts.measure("1.1", body)
    facts.measure("1.2", other)
    facts.measure("1.3")
    facts.round()

    for moment in ("2021-01-04 09:00", "2021-01-04 09:30", "2021-01-05"):
        tick(facts, moment)

    (report,) = told(facts, runs, nudges.REPORT_KIND)
    said = brief(facts, report, "2021-01-05")
    assert report.send_from == riga("2021-01-04 09:15")
    assert said is not None
    assert {name: said[name] for name in ("answered", "total", "awaited", "unreached", "without_lead")} == {
        "answered": 0,
        "total": 2,
        "awaited": [
            {"code": "IZM", "measures": [{"number": "1.1", "marks": []}]},
            {"code": "NVD", "measures": [{"number": "1.2", "marks": []}]},
        ],
        "unreached": ["NVD kontaktpersona"],
        "without_lead": [{"number": "1.3", "marks": []}],
    }


def test_a_co_lead_is_asked_where_the_rounds_audience_says_so(facts: Facts) -> None:
    lead, beside = facts.body("IZM"), facts.body("VK")
    anna, berta = facts.member("IZM kontaktpersona", lead), facts.member("VK kontaktpersona", beside)
    facts.measure("1.1", lead, co_leads=(beside,))
    facts.round(audience=(Audience.RESPONSIBLE, Audience.CO_RESPONSIBLE))

    assert tick(facts, "2021-01-04") == {anna.name: ["start"], berta.name: ["start"]}


def test_two_forums_keep_their_turns_apart(facts: Facts) -> None:
    other = Facts(facts.session, "other-forum")
    for one in (facts, other):
        body = one.body("IZM")
        one.member("IZM kontaktpersona", body)
        one.measure("1.1", body)
        one.round()

    found = [tick(facts, "2021-01-04"), tick(other, "2021-01-04"), tick(facts, "2021-01-04"), tick(other, "2021-01-04")]

    assert found == [{"IZM kontaktpersona": ["start"]}] * 2 + [{}] * 2
