"""Lanes: what people sent is read in order, once, whole or not at all; what cannot be read waits for a coordinator."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

from bot.lanes import AT_ONCE
from forum.drafts import Draft
from forum.inbox import TRIES, IncomingMessage
from forum.people import Person, Role
from forum.replies import ReplyVersion
from tests.bot.conftest import Cast, cast
from tests.bot.town import Town, last, said
from tests.facts import riga
from tests.questions import asked

UNREAD = "Neizdevās nolasīt 1 saņemto ziņu\n– VARAM kontaktpersona, Telegram, "


def broken(chat: int) -> dict[str, Any]:
    """A message that has no date and no sender's name."""
    user = {"id": chat, "is_bot": False}
    return {"message": {"message_id": 900_000, "chat": {"id": chat, "type": "private"}, "from": user, "text": "?"}}


async def tried(town: Town, times: int) -> None:
    for _ in range(times):
        await town.settle()
        town.pass_time()
    await town.settle()


async def test_an_unreadable_message_is_tried_and_then_set_aside(either_town: Town) -> None:
    one = cast(either_town, "2.8")
    town = one.town
    town.api.inject(broken(one.member.id))
    one.member.says("Notikušas trīs diskusijas.")
    town.account(666).says("Labdien!")
    await tried(town, TRIES - 1)
    assert town.incoming() == ["dead", "done", "done"]
    assert [row.attempts for row in town.all(IncomingMessage)] == [TRIES, 0, 0]
    assert town.versions() == [(None, "Notikušas trīs diskusijas.")]
    assert [text.startswith(UNREAD) for text in said(one.chief)] == [True]


async def test_until_then_what_the_same_person_wrote_later_waits_and_others_do_not(one: Cast) -> None:
    one.town.api.inject(broken(one.member.id))
    one.member.says("Notikušas trīs diskusijas.")
    one.chief.says("/help")
    await one.town.settle()
    assert (one.town.incoming(), one.town.versions()) == (["new", "new", "done"], [])


async def test_coordinators_are_told_in_their_hours(one: Cast) -> None:
    one.town.clock.set(riga("2021-01-18 23:00"))
    one.town.api.inject(broken(one.member.id))
    await tried(one.town, TRIES)
    assert (one.town.outgoing(), said(one.chief)) == ([("unread", "pending")], [])


async def test_two_readers_of_one_message_read_it_once(one: Cast) -> None:
    one.member.says("Notikušas trīs diskusijas.")
    await one.town.polling.fetch(wait=0)
    assert await asyncio.gather(*(one.town.lanes.step() for _ in range(4))) == [1, 1, 1, 1]
    assert one.town.versions() == [(None, "Notikušas trīs diskusijas.")]
    assert (one.town.outgoing(), one.town.all(Draft)) == ([("echo", "pending")], [])


async def test_messages_of_one_person_are_read_in_their_order(one: Cast) -> None:
    texts = [f"Redakcija {number}." for number in range(12)]
    message = one.member.says(texts[0])
    for text in texts[1:]:
        one.member.edits(message, text)
    await one.town.settle()
    assert one.town.versions() == [(None, text) for text in texts]


async def test_who_waits_is_read_so_many_chats_at_a_time(town: Town) -> None:
    for number in range(AT_ONCE + 2):
        town.account(700 + number).says("Labdien!")
    assert [await town.polling.fetch(wait=0) for _ in range(2)] == [AT_ONCE, 2]
    assert [await town.lanes.step() for _ in range(3)] == [AT_ONCE, 2, 0]


async def test_no_chat_is_begun_in_a_unit_of_work_that_took_long(town: Town) -> None:
    for number in range(3):
        town.account(700 + number).says("Labdien!")
    await town.polling.fetch(wait=0)
    hurried = replace(town.lanes, together=0.0)
    assert [await hurried.step() for _ in range(4)] == [1, 1, 1, 0]


async def test_two_of_one_body_answer_in_one_unit_of_work(either_town: Town) -> None:
    """Each sees what the other said: there is one reply, in two versions."""
    one = cast(either_town, "2.8")
    town = one.town
    colleague = town.make(lambda facts: facts.member("VARAM otra kontaktpersona", one.body))
    other = town.of(colleague)
    await town.decide()
    await town.settle()
    for account in (one.member, other):
        account.says(f"Izpildīts. Raksta {account.id}.", reply_to=last(account).id)
    await town.polling.fetch(wait=0)
    assert await town.lanes.step() == 2
    assert town.versions() == [("complete", f"Raksta {one.member.id}."), ("complete", f"Raksta {other.id}.")]
    assert [(row.reply_id, row.version) for row in town.all(ReplyVersion)] == [(1, 1), (1, 2)]
    await town.settle()
    assert town.outgoing("colleague-answered", "colleague-changed") == [
        ("colleague-answered", "sent"),
        ("colleague-changed", "sent"),
    ]


async def test_many_answers_ask_no_more_of_the_memory_than_two(many: Cast) -> None:
    town = many.town
    await town.decide()
    await town.settle()
    contacts = [person for person in town.all(Person) if person.role is Role.CONTACT and person.id != many.person.id]
    members = [town.of(person) for person in contacts]
    counts = []
    for some in (members[:2], members[2:]):
        nudges = {account: last(account).id for account in some}
        for word in ("Izpildīts", "Izpildīts būtiskā apjomā"):  # an answer, and its correction
            for account, nudge in nudges.items():
                account.says(f"{word}. Notikušas 3 diskusijas.", reply_to=nudge)
            await town.polling.fetch(wait=0)
            with asked() as questions:
                assert await town.lanes.step() == len(some)
            counts.append(len(questions))
    assert len(members) > 6
    assert counts[:2] == counts[2:]


async def test_a_press_that_came_late_still_counts(one: Cast) -> None:
    """Telegram no longer takes the toast; the fact stays."""
    await one.town.decide()
    await one.town.settle()
    one.member.presses(last(one.member).id, "Atbildēt")
    one.town.api._queries.clear()
    await one.town.settle()
    assert one.town.outgoing("ask-status") == [("ask-status", "sent")]
