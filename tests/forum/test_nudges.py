"""The tick that decides nudges: when each is due, once, and one digest for all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from forum import occurrences
from forum.occurrences import Turn
from forum.policies import Rung
from forum.rounds import Kind
from forum.workdays import Workdays
from tests.facts import DUE, LATVIA, Facts, policy, riga
from tests.forum.ticking import brief, numbers, tick, told


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


def test_nobody_is_nudged_about_a_round_that_is_closed(facts: Facts) -> None:
    body = facts.body("IZM")
    anna = facts.member("IZM kontaktpersona", body)
    facts.measure("1.1", body)
    facts.round(lock_on=DUE)
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


def test_the_late_rung_reminds_in_a_mandatory_round_that_says_nothing_of_late_answers(facts: Facts) -> None:
    body = facts.body("IZM")
    anna = facts.member("IZM kontaktpersona", body)
    facts.measure("1.1", body)
    facts.round()

    found = {day: tick(facts, day) for day in ("2021-02-02", "2021-02-03", "2021-02-15", "2021-02-16")}

    assert [day for day, said in found.items() if said] == ["2021-02-02", "2021-02-03"]
    assert found["2021-02-03"] == {anna.name: ["late"]}
    assert [brief(facts, told(facts, anna)[-1], day) is None for day in ("2021-02-15", "2021-02-16")] == [False, True]


def test_what_was_put_off_reminds_by_its_own_day_and_the_rest_by_the_rounds(facts: Facts) -> None:
    body = facts.body("IZM")
    anna = facts.member("IZM kontaktpersona", body)
    facts.measure("1.1", body)
    facts.measure("1.2", body)
    facts.round(grace_until=date(2021, 2, 3))
    facts.opened("2021-01-26")[1].due_on = date(2021, 3, 1)
    said = {}
    for day in ("2021-01-27", "2021-02-03", "2021-02-24", "2021-03-03"):
        if tick(facts, day):
            one = brief(facts, told(facts, anna)[-1], day)
            assert one is not None
            said[day] = [(numbers(one)[at], part["due_on"]) for at, part in enumerate(one["rounds"])]

    assert said == {
        "2021-01-27": [(["1.1"], DUE)],
        "2021-02-03": [(["1.1"], DUE), (["1.2"], date(2021, 3, 1))],
        "2021-02-24": [(["1.2"], date(2021, 3, 1))],
        "2021-03-03": [(["1.2"], date(2021, 3, 1))],
    }


def test_a_day_put_off_after_the_decision_drops_the_nudge(facts: Facts) -> None:
    body = facts.body("IZM")
    anna = facts.member("IZM kontaktpersona", body)
    facts.measure("1.1", body)
    facts.round()
    tick(facts, "2021-01-26 20:00")
    tick(facts, "2021-01-27 06:00")
    (duty,) = facts.opened("2021-01-27")
    duty.due_on = date(2021, 3, 1)

    assert brief(facts, told(facts, anna)[-1], "2021-01-27") is None


def test_nobody_is_nudged_about_what_was_skipped(facts: Facts) -> None:
    body = facts.body("IZM")
    facts.member("IZM kontaktpersona", body)
    facts.measure("1.1", body)
    facts.round()
    facts.opened("2021-01-03")[0].skipped_at = riga("2021-01-03")

    assert tick(facts, "2021-01-04") == {}


def test_a_round_that_is_taken_off_the_site_reminds_nobody(facts: Facts) -> None:
    body = facts.body("IZM")
    facts.member("IZM kontaktpersona", body)
    facts.measure("1.1", body)
    gone = facts.round()
    facts.opened("2021-01-03")
    gone.gone_at = riga("2021-01-03")

    assert tick(facts, "2021-01-04") == {}


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


def test_a_turn_is_named_by_the_rungs_day(facts: Facts) -> None:
    body = facts.body("IZM")
    anna = facts.member("IZM kontaktpersona", body)
    facts.measure("1.1", body)
    round_ = facts.round()
    tick(facts, "2021-01-06")

    assert occurrences.taken(facts.session, facts.forum, [f"round/{round_.id}"]) == {
        Turn(f"round/{round_.id}", date(2021, 1, 4), "start", anna.id)
    }
