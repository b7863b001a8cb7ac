"""Erasing in chat: a member says that a text is not public, and it leaves our messages there and all that is kept."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum.store.migrate import metadata
from tests.bot.conftest import Cast
from tests.bot.town import labels, last, said
from tests.facts import riga

SECRET = "Slepenais iemesls."


def holding(one: Cast) -> set[str]:
    """The tables that hold the text."""

    def look(session: Session) -> set[str]:
        tables = metadata().sorted_tables
        return {table.name for table in tables for row in session.execute(select(table)) if SECRET in repr(tuple(row))}

    return one.town.store.read_now(look)


async def settled(one: Cast) -> None:
    await one.town.settle()
    one.town.written()
    await one.town.settle()


async def press(one: Cast, label: str) -> None:
    message = next(each for each in reversed(one.member.messages) if each.from_bot and label in str(labels(each)))
    one.member.presses(message.id, label)
    await settled(one)


async def test_the_text_leaves_chat_and_memory(one: Cast) -> None:
    for text in ("Izpildīts ierobežotā apjomā. Sākts.", SECRET):
        one.member.says(text)
        await one.town.settle()
    await press(one, "Bez nākamā soļa")
    assert any(SECRET in text for text in said(one.member))
    await press(one, "Atsaukt")
    assert labels(last(one.member)) == [["Jā, atsaukt", "Nē"], ["Dzēst tekstu…"]]
    await press(one, "Dzēst tekstu…")
    assert "Koordinators redzēs, ka teksts ir dzēsts, bet ne to, kas tur bija." in last(one.member).text
    await press(one, "Jā, dzēst tekstu")
    assert holding(one) == set()
    assert [text for text in said(one.member) if SECRET in text] == []
    assert [message for message in one.member.messages if not message.from_bot and SECRET in message.text] == []
    assert said(one.member).count("Šīs atbildes teksts ir dzēsts.") == 2
    assert "Atbilde ir atsaukta" in last(one.member).text
    assert one.town.discharged() == [False]
    assert last(one.chief).text.startswith(
        "Atbildes teksts ir dzēsts pēc iestādes lūguma: VARAM, 2.8. pasākums (dzēsa VARAM kontaktpersona)."
    )
    assert SECRET not in "".join(said(one.chief))


async def test_when_the_round_is_locked_the_text_alone_is_erased(one: Cast) -> None:
    one.member.says(f"Izpildīts. {SECRET}")
    await settled(one)
    one.town.clock.set(riga("2021-03-01 10:00"))
    await press(one, "Atsaukt")
    asked = last(one.member)
    assert labels(asked) == [["Jā, dzēst tekstu", "Nē"]]
    assert "Atbilde paliek, un tās vietā ziņojumā būs norāde, ka teksts ir izņemts, un diena." in asked.text
    await press(one, "Jā, dzēst tekstu")
    assert holding(one) == set()
    assert last(one.member).text == "Šīs atbildes teksts ir dzēsts."
    assert one.town.discharged() == [True]


async def test_asked_and_left_alone_nothing_is_erased(one: Cast) -> None:
    one.member.says(f"Izpildīts. {SECRET}")
    await settled(one)
    await press(one, "Atsaukt")
    await press(one, "Dzēst tekstu…")
    await press(one, "Nē")
    assert last(one.member).text == "Labi. Atbilde paliek, kāda bija."
    assert "reply_version" in holding(one)
