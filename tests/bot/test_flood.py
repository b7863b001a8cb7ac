"""Hundreds of messages from one person in a minute: all are kept, few are answered, and nobody else waits for them."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import floods
from forum.drafts import Draft
from forum.inbox import IncomingMessage
from sandbox.botapi import Person as Account
from tests.bot.conftest import Cast
from tests.bot.town import last, said, toasts

MANY = 300


def floods_in(one: Cast, account: Account, count: int = floods.MOST + 9) -> None:
    chat = {"id": account.id, "type": "private", "first_name": "Member"}
    for number in range(count):
        message = {"message_id": 500_000 + number, "date": 1, "chat": chat, "from": account.user}
        one.town.api.inject({"message": {**message, "text": f"Izpildīts. Redakcija {number}."}})


async def read(one: Cast) -> None:
    """All was fetched and read, before anything is answered: asking for news between any two costs the most."""
    while await one.town.polling.fetch(wait=0):
        pass
    while await one.town.lanes.step():
        pass


async def settled(one: Cast) -> None:
    """All was fetched, read and answered, and the flood is over since a while."""
    await read(one)
    await one.town.settle()
    one.town.pass_time()
    one.town.written()
    await one.town.settle()


async def test_all_are_kept_and_a_few_are_read(one: Cast) -> None:
    floods_in(one, one.member, MANY)
    await settled(one)
    rows = one.town.all(IncomingMessage)
    assert (len(rows), {row.state.value for row in rows}) == (MANY, {"done"})
    assert len([row for row in rows if row.error]) == MANY - floods.MOST
    # The first is the answer; of what came after it the member is asked what it is about, as far as it was read.
    assert (len(one.town.versions()), len(one.town.all(Draft))) == (1, floods.MOST - 1)
    assert len(said(one.member)) <= floods.MOST + 2
    told = [text for text in said(one.member) if text.startswith("Minūtes laikā")]
    assert [text.replace("\u00a0", " ") for text in told] == [
        "Minūtes laikā no Jums pienāca vairāk nekā 40 ziņu. Vēl 260 ziņas ir saglabātas, bet nav izlasītas, un kā "
        "atbildes tās nav ierakstītas. Ja kaut kas no tām ir svarīgs, lūdzu, pēc minūtes uzrakstiet to vienā ziņā."
    ]


async def test_another_member_is_answered_as_if_nothing_were(one: Cast) -> None:
    other = one.town.make(lambda facts: facts.member("VARAM otra kontaktpersona", one.body))
    floods_in(one, one.member)
    one.town.of(other).says("/iestatijumi")
    while await one.town.polling.fetch(wait=0):
        pass
    # One turn of the lanes and one of the delivery: no longer than without the flood.
    await one.town.lanes.step()
    await one.town.delivery.step()
    assert last(one.town.of(other)).text.startswith("Iestatījumi")


async def test_a_minute_later_the_chat_is_read_again(one: Cast) -> None:
    floods_in(one, one.member)
    await settled(one)

    def long_ago(session: Session) -> None:
        for row in session.scalars(select(IncomingMessage)):
            row.received_at -= floods.WITHIN

    one.town.do(long_ago)
    one.member.says("/iestatijumi")
    await one.town.settle()
    assert last(one.member).text.startswith("Iestatījumi")


async def test_presses_without_end_are_told_so_on_the_screen(one: Cast) -> None:
    one.member.says("/iestatijumi")
    await one.town.settle()
    for _ in range(floods.MOST):
        one.member.presses(last(one.member).id, "✓ Visu dienu")
    await read(one)
    assert toasts(one.member)[-1] == "Pārāk daudz spiedienu īsā laikā. Lūdzu, mēģiniet pēc minūtes."


async def test_the_same_answer_is_not_given_twice_before_it_went_out(one: Cast) -> None:
    for _ in range(5):
        one.member.sends_sticker()
    await read(one)
    await one.town.settle()
    assert len(said(one.member)) == 1
