"""What could not be read: a coordinator sees all of it in one list, has it read again, or lets it go."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from config.settings import read
from forum.inbox import TRIES, IncomingMessage, State
from forum.journal import JournalEntry
from forum.store.door import Store
from sandbox.botapi.chats import Message
from service.unreading import NoSuchMessage, unread_once
from tests.bot.conftest import Cast
from tests.bot.test_lanes import broken, tried
from tests.bot.town import Town, labels, last, said
from tests.facts import FORUM, Facts, riga

NO_SITE = {"FORUMBOT_WORKSPACE__KIND": "workbook", "FORUMBOT_WORKSPACE__PATH": "forums.xlsx"}


async def aside(one: Cast, *texts: str) -> None:
    """So many messages of the member that nothing could make sense of, with this as what they say."""
    for number, text in enumerate(texts):
        one.town.api.inject(
            {"message": {**broken(one.member.id)["message"], "message_id": 900_000 + number, "text": text}}
        )
    await tried(one.town, TRIES * len(texts))


def put_right(town: Town) -> None:
    """As if the fault that kept a message from being read were gone."""

    def mend(session: Session) -> None:
        for row in session.query(IncomingMessage).where(IncomingMessage.state == State.DEAD):
            row.body = row.body.replace('"is_bot": false', '"is_bot": false, "first_name": "M"').replace(
                '"chat":', '"date": 1610959320, "chat":', 1
            )

    town.do(mend)


def pressed(one: Cast, label: str, message: Message | None = None) -> None:
    one.chief.presses((message or last(one.chief)).id, label)


async def test_all_that_waits_is_one_list_and_is_read_again_once_the_fault_is_gone(one: Cast) -> None:
    one.town.clock.set(riga("2021-01-18 23:00"))
    await aside(one, "Notikušas trīs diskusijas.", "Notikušas četras diskusijas.")
    assert said(one.chief) == []
    one.town.clock.set(riga("2021-01-19 09:00"))
    await one.town.settle()
    (card,) = said(one.chief)
    assert card.splitlines()[0] == "Neizdevās nolasīt 2 saņemtās ziņas"
    assert [line.partition(", Telegram, ")[0] for line in card.splitlines()[1:3]] == ["– VARAM kontaktpersona"] * 2
    assert labels(last(one.chief)) == [["Lasīt vēlreiz", "Atmest"], ["Pa vienai…"]]

    # While the fault is there it comes back, and is told anew.
    pressed(one, "Lasīt vēlreiz")
    await tried(one.town, 2)
    assert said(one.chief)[0] == "Lasām vēlreiz. Ziņas: 2. Ja arī tagad neizdosies, to pateiksim."
    assert said(one.chief)[-1].splitlines()[0] == "Neizdevās nolasīt 2 saņemtās ziņas"
    put_right(one.town)
    pressed(one, "Lasīt vēlreiz")
    await tried(one.town, 2)
    assert one.town.versions()[0] == (None, "Notikušas trīs diskusijas.")
    assert one.town.incoming()[:2] == ["done", "done"]
    one.chief.says("/neizlasitas")
    await one.town.settle()
    assert said(one.chief)[-1] == "Visas saņemtās ziņas ir nolasītas."


async def test_one_by_one_they_are_let_go_and_stay_kept(one: Cast) -> None:
    await aside(one, "a", "b")
    pressed(one, "Pa vienai…")
    await one.town.settle()
    first, second = [message for message in one.chief.messages if message.from_bot][-2:]
    pressed(one, "Atmest", first)
    await one.town.settle()
    assert "Atmests. Ziņas: 1. Tās paliek saglabātas." in said(one.chief)
    assert one.town.incoming()[:2] == ["done", "dead"]
    pressed(one, "Lasīt vēlreiz", second)
    pressed(one, "Atmest", second)
    await tried(one.town, 2)
    assert one.town.incoming()[:2] == ["done", "dead"]
    assert [row.action for row in one.town.all(JournalEntry) if row.action.startswith("unread")] == [
        "unread.drop",
        "unread.again",
    ]


async def test_nobody_else_may(one: Cast) -> None:
    await aside(one, "a")
    one.member.says("/neizlasitas")
    await one.town.settle()
    assert said(one.member)[-1].startswith("Uz atgādinājumu atbildiet")


def test_at_the_server_they_are_listed_read_again_and_let_go(database_url: str) -> None:
    def begin(session: Session) -> None:
        Facts(session)
        session.add_all(
            IncomingMessage(
                forum=FORUM,
                channel="telegram",
                external_id=str(number),
                lane="7",
                body="{}",
                received_at=riga("2021-01-18 10:42"),
                state=State.DEAD,
                error="KeyError",
            )
            for number in range(3)
        )

    with Store.open(database_url) as store:
        store.do_now(begin)
    (settings,) = read([], {"FORUMBOT_DATABASE__URL": database_url, "FORUMBOT_FORUM__KEY": FORUM, **NO_SITE})
    first, second, third = unread_once(settings)
    assert first == {
        "number": first["number"],
        "channel": "telegram",
        "received": "2021-01-18T08:42:00+00:00",
        "error": "KeyError",
    }
    with pytest.raises(NoSuchMessage, match="number 4711"):
        unread_once(settings, again=[first["number"], 4711])
    assert unread_once(settings, again=[first["number"]], drop=[second["number"]]) == [third]
    with Store.open(database_url) as store:
        states = store.read_now(
            lambda session: [row.state.value for row in session.query(IncomingMessage).order_by(IncomingMessage.id)]
        )
    assert states == ["new", "done", "dead"]
