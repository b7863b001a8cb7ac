"""A round's report: which answers count in it, what stands beside the lead's, and who has not answered."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from forum import answering, publication_texts, replies, reports, withdrawing
from forum.answering import Answer
from forum.given import Body
from forum.outbox import OutgoingMessage
from forum.people import Institution, Person
from forum.plan import Completion, Measure
from forum.reports import Entry, Lacking
from forum.rounds import Audience, Obligation, Round
from tests.facts import DUE, Facts, at

BOTH = (Audience.RESPONSIBLE, Audience.CO_RESPONSIBLE)
DAY = date(2021, 1, 18)


def said(facts: Facts, obligation: Obligation, person: Person | None, **answer: object) -> None:
    """This obligation is answered so."""
    given = Answer(channel="telegram", **answer)  # type: ignore[arg-type]
    answering.record(facts.session, obligation, person, given, at=at("2021-01-18"))
    facts.session.flush()


def body(one: Institution) -> Body:
    return Body(one.code, one.name)


def of(facts: Facts, one: Round) -> dict[str, Entry]:
    report = reports.of(facts.session, one, day=DAY)
    return {entry.number: entry for entry in report.entries}


def owed(obligations: list[Obligation], measure: Measure, one: Institution) -> Obligation:
    (found,) = [row for row in obligations if (row.measure_id, row.institution_id) == (measure.id, one.id)]
    return found


def test_the_leads_answer_sets_the_completion_and_the_others_stand_beside(facts: Facts) -> None:
    izm, vk = facts.body("IZM"), facts.body("VK")
    measure = facts.measure("2.8", izm, co_leads=(vk,), completion=Completion.NOT_STARTED)
    one = facts.round(audience=BOTH)
    obligations = facts.opened("2021-01-18")
    said(facts, owed(obligations, measure, vk), None, completion=Completion.COMPLETE, done="Viss.", submitted_by="VK")
    entry = of(facts, one)["2.8"]
    assert (entry.completion, entry.of_round) == (Completion.NOT_STARTED, False)
    assert entry.lacking == [Lacking(body(izm), DUE)]

    said(facts, owed(obligations, measure, izm), None, completion=Completion.LIMITED, done="Daļa.", submitted_by="IZM")
    entry = of(facts, one)["2.8"]
    assert (entry.completion, entry.of_round, entry.lacking) == (Completion.LIMITED, True, [])
    assert [(answer.body.code, answer.leads, answer.done) for answer in entry.answers] == [
        ("IZM", True, "Daļa."),
        ("VK", False, "Viss."),
    ]


def test_the_last_version_counts_and_one_taken_back_is_none(facts: Facts) -> None:
    izm = facts.body("IZM")
    person = facts.member("IZM kontaktpersona", izm)
    facts.measure("2.8", izm)
    one = facts.round()
    (obligation,) = facts.opened("2021-01-18")
    said(facts, obligation, person, completion=Completion.LIMITED, done="Pirmā.")
    said(facts, obligation, person, done="Otrā.")
    (answer,) = of(facts, one)["2.8"].answers
    assert (answer.version, answer.completion, answer.done) == (2, Completion.LIMITED, "Otrā.")

    withdrawing.withdraw(facts.session, obligation, person, channel="telegram", at=at("2021-01-18"), echo=None)
    facts.session.flush()
    entry = of(facts, one)["2.8"]
    assert (entry.answers, entry.lacking) == ([], [Lacking(body(izm), DUE)])


def test_what_a_coordinator_put_off_or_skipped_says_so(facts: Facts) -> None:
    izm, vk = facts.body("IZM"), facts.body("VK")
    facts.measure("2.8", izm)
    facts.measure("2.9", vk)
    one = facts.round()
    first, second = facts.opened("2021-01-18")
    first.due_on = date(2021, 2, 15)
    second.skipped_at, second.reason = at("2021-01-18").now, "pasākums sāksies martā"
    facts.session.flush()
    report = reports.of(facts.session, one, day=DAY)
    assert [entry.lacking for entry in report.entries] == [
        [Lacking(body(izm), date(2021, 2, 15))],
        [Lacking(body(vk), DUE, skipped=True, reason="pasākums sāksies martā")],
    ]
    # Nobody waits for what is not asked for.
    assert [(one.code, [entry.number for entry in entries]) for one, entries in report.lacking] == [("IZM", ["2.8"])]
    assert reports.received(report) == (0, 1)


def test_of_a_round_that_has_not_begun_it_is_known_who_will_be_asked(facts: Facts) -> None:
    izm = facts.body("IZM")
    facts.measure("2.8", izm)
    facts.measure("3.1")
    entries = of(facts, facts.round(date(2022, 2, 1)))
    assert [(entry.leads, entry.lacking) for entry in entries.values()] == [
        ([body(izm)], [Lacking(body(izm), date(2022, 2, 1))]),
        ([], []),
    ]


def test_a_closed_round_is_reported_as_it_was(facts: Facts) -> None:
    """A duty that passed on after it is not owed in it."""
    izm = facts.body("IZM")
    measure = facts.measure("2.8", izm)
    one = facts.round()
    (obligation,) = facts.opened("2021-01-18")
    obligation.void_at = at("2021-01-19").now
    facts.session.flush()
    report = reports.of(facts.session, one, day=date(2022, 6, 1))
    assert [(entry.number, entry.lacking) for entry in report.entries] == [(measure.number, [])]


@pytest.mark.parametrize(
    ("day", "key"),
    [
        ("2020-06-01", None),
        ("2021-01-04", "2020"),
        ("2021-02-10", "2020"),
        ("2021-06-01", "2020"),
        ("2022-01-03", "2021"),
        ("2023-01-01", "2021"),
    ],
)
def test_the_round_that_is_meant_without_naming_it(facts: Facts, day: str, key: str | None) -> None:
    for year in (2020, 2021):
        end = date(year, 12, 31)
        facts.round(date(year + 1, 2, 1), key=str(year), period_from=date(year, 1, 1), period_to=end)
    found = reports.latest(facts.session, facts.forum, day=date.fromisoformat(day))
    assert (found.key if found else None) == key


def test_the_coordinators_wording_is_read_and_the_words_as_given_stay(facts: Facts) -> None:
    """It is of one version alone; those who answered see it, many in one message."""
    izm = facts.body("IZM")
    person = facts.member("IZM kontaktpersona", izm)
    for number in ("2.8", "2.9"):
        facts.measure(number, izm)
    one, now = facts.round(), at("2021-01-19").now
    obligations = facts.opened("2021-01-18")
    for obligation in obligations:
        said(facts, obligation, person, completion=Completion.LIMITED, done="Kā sniegts.")
        reply = replies.reply_of(facts.session, obligation)
        assert reply is not None
        publication_texts.read(facts.session, reply, {"publish_text": "Rediģēts. ", "version": 1}, now=now)
        assert publication_texts.read(facts.session, reply, {"publish_text": "Rediģēts."}, now=now) is None
    (answer,) = of(facts, one)["2.8"].answers
    assert (answer.done, answer.public, answer.stale) == ("Kā sniegts.", "Rediģēts.", 0)
    messages = facts.session.scalars(select(OutgoingMessage)).all()
    assert [(row.person_id, len(row.values["replies"])) for row in messages] == [(person.id, 2)]

    said(facts, obligations[0], person, done="Otrā.")
    (answer,) = of(facts, one)["2.8"].answers
    assert (answer.done, answer.public, answer.stale) == ("Otrā.", "", 1)
