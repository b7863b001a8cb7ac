"""The tick that decides nudges: who gets one, once, with what; and what is left of it when it is sent."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from forum import briefs, nudges, occurrences, outbox, replies
from forum.occurrences import Occurrence, Turn
from forum.outbox import OutgoingMessage
from forum.people import Person, Role
from forum.plan import Completion
from forum.policies import Policy, Rung
from forum.replies import Answer
from forum.rounds import Audience, Kind, Obligation
from forum.workdays import Workdays
from tests.facts import DUE, LATVIA, TELEGRAM, Facts, at, policy, riga

POLICY = policy()


def tick(facts: Facts, moment: str, by: Policy = POLICY) -> dict[str, list[str]]:
    """What a tick decides: rungs by person's name. The round's obligations are made equal to the plan first."""
    facts.opened(moment)
    found = nudges.tick(facts.session, facts.forum, now=riga(moment), policy=by)
    facts.session.flush()
    return {facts.session.get_one(Person, nudge.person).name: [turn.turn for turn in nudge.turns] for nudge in found}


def told(facts: Facts, person: Person, kind: str = nudges.KIND) -> list[OutgoingMessage]:
    """The messages of a kind to a person that were not dropped, in the order of their making."""
    rows = facts.session.scalars(
        select(OutgoingMessage)
        .where(
            OutgoingMessage.forum == facts.forum,
            OutgoingMessage.person_id == person.id,
            OutgoingMessage.kind == kind,
            OutgoingMessage.state != outbox.State.DROPPED,
        )
        .order_by(OutgoingMessage.id)
    )
    return list(rows)


def brief(facts: Facts, message: OutgoingMessage, moment: str) -> dict[str, Any] | None:
    person = facts.session.get(Person, message.person_id)
    return briefs.of(briefs.Asked(facts.session, message, person, at(moment), POLICY))


def numbers(said: dict[str, Any] | None) -> list[list[str]]:
    """The measures' numbers of a nudge's brief, round by round."""
    assert said is not None
    return [[measure["number"] for measure in one["measures"]] for one in said["rounds"]]


def answer(facts: Facts, duty: Obligation, person: Person, moment: str) -> None:
    said = Answer(completion=Completion.LIMITED, done="Sagatavots apraksts.", channel=TELEGRAM)
    replies.record(facts.session, duty, person, said, echo=outbox.To(person_id=person.id), at=at(moment))


def test_the_whole_ladder_of_one_round(facts: Facts) -> None:
    body = facts.body("IZM")
    anna = facts.member("IZM kontaktpersona", body)
    facts.measure("1.1", body)
    facts.round(grace_until=DUE + timedelta(days=7))
    days = [date(2020, 12, 28) + timedelta(days=n) for n in range(50)]

    found = {day: said for day in days if (said := tick(facts, str(day)))}

    assert found == {
        date(2021, 1, 4): {anna.name: ["start"]},
        date(2021, 1, 18): {anna.name: ["sign"]},
        date(2021, 1, 27): {anna.name: ["last"]},
        date(2021, 2, 3): {anna.name: ["late"]},
    }


def test_a_second_tick_of_the_same_day_says_nothing(facts: Facts) -> None:
    body = facts.body("IZM")
    anna = facts.member("IZM kontaktpersona", body)
    facts.measure("1.1", body)
    facts.round()

    assert tick(facts, "2021-01-04 09:00") == {anna.name: ["start"]}
    assert tick(facts, "2021-01-04 09:00") == {}
    assert tick(facts, "2021-01-04 15:00") == {}
    assert len(told(facts, anna)) == 1


def test_one_digest_for_several_measures_and_rounds(facts: Facts) -> None:
    body, other = facts.body("IZM"), facts.body("VK")
    anna = facts.member("IZM kontaktpersona", body)
    facts.measure("2.10", body)
    facts.measure("2.2", body)
    facts.measure("1.1", other)
    facts.round()
    facts.round(date(2021, 1, 18), kind=Kind.VOLUNTARY, key="voluntary")

    assert tick(facts, "2021-01-04") == {anna.name: ["start", "start"]}
    (message,) = told(facts, anna)
    assert numbers(brief(facts, message, "2021-01-04")) == [["2.2", "2.10"], ["2.2", "2.10"]]


def test_after_an_outage_one_digest_with_the_latest_rung_alone(facts: Facts) -> None:
    body = facts.body("IZM")
    anna = facts.member("IZM kontaktpersona", body)
    facts.measure("1.1", body)
    facts.round()

    assert tick(facts, "2021-01-28 09:00") == {anna.name: ["last"]}
    (message,) = told(facts, anna)
    assert message.values["rung"] == "last"


def test_what_was_decided_and_not_yet_sent_gives_way_to_a_fresher_one(facts: Facts) -> None:
    body = facts.body("IZM")
    anna = facts.member("IZM kontaktpersona", body)
    facts.measure("1.1", body)
    facts.round()

    found = [tick(facts, moment) for moment in ("2021-01-04", "2021-01-18", "2021-01-27")]

    assert found == [{anna.name: [rung]} for rung in ("start", "sign", "last")]
    assert [message.values["rung"] for message in told(facts, anna)] == ["last"]


def test_a_fresher_digest_takes_along_what_an_unsent_one_was_to_say(facts: Facts) -> None:
    """On Saturday a second round begins to remind, while Friday evening's nudge about the first still waits."""
    body = facts.body("IZM")
    anna = facts.member("IZM kontaktpersona", body)
    facts.measure("1.1", body)
    first = facts.round()

    assert tick(facts, "2021-01-08 18:00") == {anna.name: ["start"]}
    second = facts.round(date(2021, 1, 22), key="second", kind=Kind.VOLUNTARY)
    assert tick(facts, "2021-01-09 12:00") == {anna.name: ["start"]}

    (message,) = told(facts, anna)
    assert sorted(message.values["rounds"]) == [first.id, second.id]
    assert numbers(brief(facts, message, "2021-01-11")) == [["1.1"], ["1.1"]]


@pytest.mark.parametrize(
    ("moment", "send_from"),
    [
        ("2021-01-04 00:00", "2021-01-04 08:30"),
        ("2021-01-04 09:00", "2021-01-04 09:00"),
        ("2021-01-08 18:00", "2021-01-11 08:30"),
        ("2021-01-09 12:00", "2021-01-11 08:30"),
    ],
)
def test_quiet_hours_delay_the_sending_and_not_the_decision(facts: Facts, moment: str, send_from: str) -> None:
    body = facts.body("IZM")
    anna = facts.member("IZM kontaktpersona", body)
    facts.measure("1.1", body)
    facts.round()

    assert tick(facts, moment) == {anna.name: ["start"]}
    assert [message.send_from for message in told(facts, anna)] == [riga(send_from)]


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


def test_nobody_is_nudged_about_a_round_that_is_closed(facts: Facts) -> None:
    body = facts.body("IZM")
    anna = facts.member("IZM kontaktpersona", body)
    facts.measure("1.1", body)
    facts.round()
    tick(facts, "2021-02-01")
    (message,) = told(facts, anna)

    assert message.values["rung"] == "last"
    assert brief(facts, message, "2021-02-02") is None
    assert tick(facts, "2021-02-03") == {}


def test_the_late_rung_reminds_where_the_round_still_takes_answers(facts: Facts) -> None:
    body = facts.body("IZM")
    anna = facts.member("IZM kontaktpersona", body)
    facts.measure("1.1", body)
    facts.round(grace_until=date(2021, 2, 8), lock_on=date(2021, 2, 15))

    assert tick(facts, "2021-02-15") == {anna.name: ["late"]}
    (message,) = told(facts, anna)
    said = brief(facts, message, "2021-02-15")
    assert said is not None
    assert (said["rung"], said["rounds"][0]["left"], said["rounds"][0]["left_working"]) == ("late", -14, 0)
    assert tick(facts, "2021-02-16") == {}


def test_a_round_that_is_taken_off_the_site_reminds_nobody(facts: Facts) -> None:
    body = facts.body("IZM")
    facts.member("IZM kontaktpersona", body)
    facts.measure("1.1", body)
    gone = facts.round()
    facts.opened("2021-01-03")
    gone.gone_at = riga("2021-01-03")

    assert tick(facts, "2021-01-04") == {}


def test_while_a_contact_is_away_the_deputy_is_asked_once_and_the_contact_when_back(facts: Facts) -> None:
    body = facts.body("IZM")
    anna = facts.member("IZM kontaktpersona", body, away_until=date(2021, 1, 8))
    deputy = facts.member("IZM vietnieks", body, role=Role.DEPUTY)
    facts.measure("1.1", body)
    facts.round()

    found = [tick(facts, f"2021-01-{day:02}") for day in (4, 5, 8, 9, 10)]

    assert found == [{deputy.name: ["start"]}, {}, {}, {anna.name: ["start"]}, {}]


def test_quiet_weeks_hold_the_nudge_back_until_they_are_over(facts: Facts) -> None:
    quiet = policy(
        workdays=Workdays(lambda day: LATVIA.is_working(day) and not date(2021, 1, 4) <= day <= date(2021, 1, 10)),
        mandatory=(Rung("early", -60), Rung("last", -3)),
    )
    body = facts.body("IZM")
    anna = facts.member("IZM kontaktpersona", body)
    facts.measure("1.1", body)
    facts.round()

    assert tick(facts, "2021-01-05", by=quiet) == {anna.name: ["early"]}
    assert [message.send_from for message in told(facts, anna)] == [riga("2021-01-11 08:30")]


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
        "awaited": [{"code": "IZM", "numbers": ["1.1"]}, {"code": "NVD", "numbers": ["1.2"]}],
        "unreached": ["NVD kontaktpersona"],
        "without_lead": ["1.3"],
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


def test_a_turn_is_named_by_the_rungs_day(facts: Facts) -> None:
    body = facts.body("IZM")
    anna = facts.member("IZM kontaktpersona", body)
    facts.measure("1.1", body)
    round_ = facts.round()
    tick(facts, "2021-01-06")

    assert occurrences.taken(facts.session, facts.forum, [f"round/{round_.id}"]) == {
        Turn(f"round/{round_.id}", date(2021, 1, 4), "start", anna.id)
    }
