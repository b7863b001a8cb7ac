"""Bugs that other systems for reminders, surveys and meetings have had, each as a test of what happens here.

Those about reading and writing a site are in ``tests/sync/test_bugs_of_others.py``.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sqlalchemy.orm import Session

from forum.meetings import Meeting, MeetingState
from forum.outbox import OutgoingMessage
from forum.people import Person, Side
from forum.rounds import Kind, Round
from tests.bot.chasing import ask, discharge
from tests.bot.conftest import Cast, cast
from tests.bot.test_convening import announced, heard, press
from tests.bot.test_resting import days, mornings, snoozed
from tests.bot.town import Town, last, said
from tests.facts import FORUM, RIGA, riga


def nudged(town: Town) -> list[str]:
    """Who got a nudge, by name, in the order of sending."""
    names = {row.id: row.name for row in town.all(Person)}
    rows = [row for row in town.all(OutgoingMessage) if row.kind == "nudge" and row.state.value == "sent"]
    return [names[row.person_id or 0] for row in sorted(rows, key=lambda row: row.sent_at or row.send_from)]


def sent_at(town: Town) -> list[datetime]:
    """When nudges were sent, by the forum's own clock."""
    rows = [row for row in town.all(OutgoingMessage) if row.kind == "nudge" and row.sent_at is not None]
    return [(row.sent_at or row.send_from).astimezone(RIGA) for row in rows]


async def test_one_complete_group_does_not_silence_all_later_ones(many: Cast) -> None:
    """A `return` inside the loop over groups, where `continue` was meant."""
    many.town.do(lambda session: discharge(session, many.body, many.town.clock.now()))
    await many.town.decide()
    await many.town.settle()
    assert sorted(nudged(many.town)) == [f"B{number} kontaktpersona" for number in range(9)]


async def test_a_snooze_is_no_answer(one: Cast) -> None:
    """ "Remind me later" was kept as the update itself, and nobody was asked again."""
    await snoozed(one, "21. janvāris")
    assert (one.town.versions(), one.town.discharged()) == ([], [False])
    await ask(one)
    assert "Saņemtās atbildes: 0 no 1." in last(one.chief).text
    await mornings(one.town, "2021-01-19", "2021-01-21")
    assert days(one) == ["01-18", "01-21"]


async def test_what_failed_is_not_marked_as_sent(many: Cast) -> None:
    """Errors of single messages were swallowed, and all were marked as sent."""
    many.town.api.next_faults = [("error", 400), ("error", 500), ("429", 3)]
    await many.town.decide()
    await many.town.settle()
    states = sorted(state for _, state in many.town.outgoing("nudge"))
    # Whoever comes after the one that was too much waits as well: they are pending, and none is lost.
    assert [state for state in states if state not in ("pending", "sent")] == ["failed", "unknown"]
    assert "pending" in states
    many.town.pass_time()
    await many.town.settle()
    assert sorted(state for _, state in many.town.outgoing("nudge")) == ["failed", *["sent"] * 8, "unknown"]


async def test_a_missed_day_loses_no_reminder(one: Cast) -> None:
    """A reminder that looked for "due in exactly N days" was lost with the one run that did not happen."""
    await mornings(one.town, "2021-01-20", "2021-01-20")
    assert days(one) == ["01-20"]


async def test_quiet_hours_delay_the_sending_and_not_the_decision(one: Cast) -> None:
    """What was due in the night was thrown away, or asked about again with the next day's date."""
    one.town.clock.set(riga("2021-01-18 00:05"))
    await one.town.decide()
    await one.town.settle()
    assert one.town.outgoing("nudge") == [("nudge", "pending")]
    one.town.clock.set(riga("2021-01-18 08:30"))
    await one.town.settle()
    assert one.town.outgoing("nudge") == [("nudge", "sent")]


async def test_an_overdue_date_does_not_drift(one: Cast) -> None:
    """ "Two days late" was counted from a date that moved on each day, and never came."""
    await mornings(one.town, "2021-01-18", "2021-02-05")
    assert days(one) == ["01-18", "01-27", "02-03"]


async def test_a_very_early_answer_does_not_shift_the_next_round(one: Cast) -> None:
    """The next date was counted from the day of the last answer."""

    def later(session: Session) -> None:
        first = session.query(Round).one()
        session.add(
            Round(
                forum=FORUM,
                key="next",
                title="Nākamais ziņojums",
                due_on=date(2021, 3, 1),
                kind=Kind.MANDATORY,
                audience=list(first.audience),
                plan_id=first.plan_id,
            )
        )

    one.member.says("Izpildīts. Viss atvērts.")
    await one.town.settle()
    one.town.do(later)
    await mornings(one.town, "2021-01-19", "2021-03-03")
    assert days(one) == ["02-01", "02-15", "02-24", "03-03"]


async def test_no_reminder_of_a_cancelled_meeting_goes_out_though_it_was_decided(one: Cast) -> None:
    """The reminder had been put into the queue before the meeting was called off."""
    await announced(one)
    one.town.clock.set(riga("2021-02-18 00:05"))
    await one.town.decide()
    await one.town.settle()
    told = heard(one.member)
    assert ("meeting-nudge", "pending") in one.town.outgoing("meeting-nudge")

    def cancel(session: Session) -> None:
        session.query(Meeting).one().state = MeetingState.CANCELLED  # on the site, and no coordinator has said yes

    one.town.do(cancel)
    one.town.clock.set(riga("2021-02-18 09:00"))
    await one.town.decide()
    await one.town.settle()
    assert heard(one.member) == told
    assert {state for _, state in one.town.outgoing("meeting-nudge")} == {"dropped"}


async def test_no_reminder_with_the_old_time_of_a_meeting_moved_on_the_site(one: Cast) -> None:
    await announced(one)
    one.town.clock.set(riga("2021-02-18 00:05"))
    await one.town.decide()
    told = heard(one.member)
    one.town.do(lambda session: setattr(session.query(Meeting).one(), "starts_at", riga("2021-02-26 10:00")))
    one.town.clock.set(riga("2021-02-18 09:00"))
    await one.town.decide()
    await one.town.settle()
    assert heard(one.member) == told
    await press(one.town, one.chief, "Izziņot")
    assert heard(one.member)[-1].startswith("Sanāksmei ir cits laiks.")


async def test_who_has_answered_is_reminded_neither_by_the_ladder_nor_by_hand(many: Cast) -> None:
    """ "Remind all participants" wrote to those too who had voted."""
    many.member.says("Izpildīts. Viss atvērts.")
    await many.town.settle()
    many.town.do(lambda session: discharge(session, many.body, many.town.clock.now()))
    await ask(many)
    await press(many.town, many.chief, "Atgādināt visiem")
    await many.town.decide()
    await many.town.settle()
    assert "VARAM kontaktpersona" not in nudged(many.town)
    assert set(nudged(many.town)) == {f"B{number} kontaktpersona" for number in range(9)}


async def test_no_day_is_shifted_by_the_clocks_change(town: Town) -> None:
    """A job kept as "every 24 hours" came an hour, and at midnight a day, beside its day after the change."""
    cast(town, "2.8")
    town.do(lambda session: setattr(session.query(Round).one(), "due_on", date(2021, 3, 31)))
    # The clocks go forward in the night to 28 March; each hour of the days around it is lived through.
    at = riga("2021-03-25 00:00")
    while at < riga("2021-04-07 00:00"):
        town.clock.set(at)
        await town.decide()
        await town.settle()
        at = (at.astimezone(UTC) + timedelta(hours=1)).astimezone(RIGA)
    assert [f"{moment:%m-%d %H:%M}" for moment in sent_at(town)] == ["03-25 09:00", "03-26 09:00", "04-06 09:00"]


async def test_a_question_lives_longer_than_thirty_days(one: Cast) -> None:
    """A run that waits for an answer ended after thirty days, and answers after that went nowhere."""

    def later(session: Session) -> None:
        first = session.query(Round).one()
        first.due_on, first.grace_until = date(2021, 2, 15), date(2021, 2, 28)

    one.town.do(later)
    await one.town.decide()
    await one.town.settle()
    nudge = next(message for message in one.member.messages if message.text.startswith("Informācij"))
    one.town.clock.set(one.town.clock.now() + timedelta(days=38))
    one.member.says("Izpildīts. Viss atvērts.", reply_to=nudge.id)
    await one.town.settle()
    assert one.town.versions() == [("complete", "Viss atvērts.")]


async def test_a_partner_without_an_account_on_the_site_is_a_member_like_any_other(one: Cast) -> None:
    """Guests from outside the organisation could not be asked."""

    def join(session: Session) -> None:
        row = session.get_one(Person, one.person.id)
        row.account, one.body.side = None, Side.PARTNER
        session.merge(one.body)

    one.town.do(join)
    await announced(one)
    await press(one.town, one.member, "Jā, tiešsaistē")
    await one.town.decide()
    await one.town.settle()
    one.member.says("Izpildīts. Viss atvērts.")  # and answering opens no form
    await one.town.settle()
    assert one.town.versions() == [("complete", "Viss atvērts.")]


async def test_a_coordinator_who_leaves_takes_nothing_along(many: Cast) -> None:
    """What an owner had set up stopped on the day the owner's account was closed."""
    many.town.do(lambda session: setattr(session.get_one(Person, many.coordinator.id), "gone_at", riga("2021-01-18")))
    await many.town.decide()
    await many.town.settle()
    many.town.clock.set(many.town.clock.now() + timedelta(minutes=20))
    await many.town.settle()
    assert len(nudged(many.town)) == 10
    second = next(many.town.of(row) for row in many.town.all(Person) if row.name == "VK otrs koordinators")
    assert "Saņemtās atbildes: 0 no 11." in "\n".join(said(second))
    assert "Saņemtās atbildes" not in "\n".join(said(many.chief))
