"""An answer's words in English: offered beside the echo where the forum asks for them, and nobody has to."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum.publication_texts import PublicationText
from forum.replies import ReplyVersion
from forum.store.migrate import metadata
from tests.bot.conftest import Cast
from tests.bot.town import labels, last, said

ENGLISH, BETTER = "The data are public.", "The data have been published."


def english(one: Cast) -> list[tuple[int, int, str, str]]:
    return [(row.turn, row.version, row.text, row.text_en) for row in one.town.all(PublicationText)]


def holding(one: Cast, word: str) -> set[str]:
    """The tables that hold a word."""

    def look(session: Session) -> set[str]:
        tables = metadata().sorted_tables
        return {table.name for table in tables for row in session.execute(select(table)) if word in repr(tuple(row))}

    return one.town.store.read_now(look)


async def says(one: Cast, text: str) -> str:
    one.member.says(text)
    await one.town.settle()
    one.town.written()
    await one.town.settle()
    return last(one.member).text


async def press(one: Cast, label: str) -> str:
    message = next(each for each in reversed(one.member.messages) if each.from_bot and label in str(labels(each)))
    one.member.presses(message.id, label)
    await one.town.settle()
    return last(one.member).text


async def test_it_is_given_after_the_answer_put_right_and_erased_with_it(one: Cast) -> None:
    one.town.policy = replace(one.town.policy, english=True)
    one.town.restart()
    await says(one, "Izpildīts būtiskā apjomā. Dati ir publiski.")
    assert labels(last(one.member))[1] == ["Pievienot pierādījumu", "Nākamais solis", "Angliski"]
    assert (await press(one, "Angliski")).endswith(
        "Uzrakstiet to pašu angliski vienā ziņā; tas būs ziņojumā angļu valodā. Jūsu atbilde nemainās."
    )
    assert await says(one, ENGLISH) == f"2.8. Teksts angliski ir saglabāts pie atbildes: «{ENGLISH}»"
    sent = next(each for each in one.member.messages if each.text == ENGLISH)
    one.member.edits(sent.id, BETTER)
    await one.town.settle()
    assert last(one.member).text == f"2.8. Teksts angliski ir saglabāts pie atbildes: «{BETTER}»"
    assert english(one) == [(1, 1, "", ENGLISH), (2, 1, "", BETTER)]
    assert [row.done for row in one.town.all(ReplyVersion)] == ["Dati ir publiski."]

    # Another version has none yet, and is offered it again.
    await says(one, "Dati un apraksts ir publiski.")
    await press(one, "2.8.")
    one.town.written()
    await one.town.settle()
    assert "Angliski" in str(labels(last(one.member)))
    for label in ("Atsaukt", "Dzēst tekstu…", "Jā, dzēst tekstu"):
        await press(one, label)
    assert [holding(one, word) for word in (ENGLISH, BETTER)] == [set(), set()]
    assert [text for text in said(one.member) if "The data" in text] == []
    assert "Angliski" not in str(labels(last(one.member)))


async def test_where_nobody_asks_for_it_only_who_reads_english_is_offered_it(one: Cast) -> None:
    await says(one, "Izpildīts būtiskā apjomā. Dati ir publiski.")
    assert labels(last(one.member))[1] == ["Pievienot pierādījumu", "Nākamais solis"]
    await says(one, "/iestatijumi")
    await press(one, "English")
    await says(one, "Not started")
    await press(one, "2.8")
    assert [row.done for row in one.town.all(ReplyVersion)][1:] == ["Dati ir publiski."]
    one.town.written()
    await one.town.settle()
    assert "In English" in str(labels(last(one.member)))


async def test_it_may_come_with_the_answer_and_alone(one: Cast) -> None:
    """Under its label, as in a text about several measures; nothing of it becomes words in Latvian."""
    told = await says(one, f"Izpildīts būtiskā apjomā. Dati ir publiski.\nAngliski: {ENGLISH}")
    assert f"Paveikts: «Dati ir publiski.»\n\nAngliski: «{ENGLISH}»" in told
    assert english(one) == [(1, 1, "", ENGLISH)]
    assert (await says(one, f"Angliski: {BETTER}")).endswith("Uz ko tas attiecas?")
    await press(one, "2.8.")
    assert [row.done for row in one.town.all(ReplyVersion)] == ["Dati ir publiski."]
    assert english(one)[1:] == [(2, 1, "", BETTER)]
    one.town.written()
    await press(one, "Atsaukt")
    await press(one, "Dzēst tekstu…")
    await press(one, "Jā, dzēst tekstu")
    assert [holding(one, word) for word in (ENGLISH, BETTER)] == [set(), set()]
