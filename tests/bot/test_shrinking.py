"""Rows that vanished at once: all coordinators are asked, one says the word, and the others learn that it was said."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from forum import baselines, shrinks
from forum.people import Role
from forum.shrinks import Shrink, Word
from tests.bot.chasing import press
from tests.bot.conftest import Cast, cast
from tests.bot.town import Town, labels, last, said, toasts
from tests.facts import FORUM, riga

NOW = riga("2021-01-18 10:00")
BELIEVE, WAIT = "Ticu, noņemt", "Gaidīt"


@pytest.fixture
def silent(town: Town) -> Cast:
    """A member and a coordinator of whom nothing is awaited."""
    return cast(town)


async def shrunk(on: Cast, noun: str = "measure", gone: int = 6, *, list_id: str = "") -> int:
    """So many of 25 rows vanished, and the coordinators are asked."""

    def vanish(session: Session) -> int:
        baselines.list_of(session, FORUM, noun).title = "Pasākumi"
        return shrinks.arise(session, FORUM, noun, gone=gone, known=25, now=NOW, list_id=list_id).id

    number: int = on.town.do(vanish)
    await shown(on)
    return number


async def shown(on: Cast) -> None:
    await on.town.decide()
    await on.town.settle()


def word(on: Cast) -> tuple[Word, int | None]:
    row = on.town.all(Shrink)[-1]
    return row.word, row.decided_by_id


async def test_it_is_asked_once_with_what_happened_and_what_would_follow(silent: Cast) -> None:
    await shrunk(silent)
    text = last(silent.chief).text.split("\n\n")
    assert text[0] == "No saraksta «Pasākumi» vienlaikus pazudušas daudzas rindas: 6 no 25."
    assert text[2] == "Ja noņemsiet: atgādinājumi par šiem pasākumiem beigsies. Saņemtās atbildes paliek."
    assert labels(last(silent.chief)) == [[BELIEVE, WAIT]]
    count = len(said(silent.chief))
    await shown(silent)
    assert len(said(silent.chief)) == count
    assert "pazudušas" not in "".join(said(silent.member))


async def test_a_list_made_anew_is_asked_about_too(silent: Cast) -> None:
    await shrunk(silent, "person", 25, list_id="new")
    text = last(silent.chief).text
    assert text.startswith("Saraksts «Pasākumi» ir izveidots no jauna.")
    assert "vairs nesaņems, un jaunā saraksta rindas tiks nolasītas kā jaunas. Saņemtās" in text


async def test_one_settles_it_and_the_others_learn_so(silent: Cast) -> None:
    other = silent.town.make(lambda facts: facts.member("VK otrs koordinators", role=Role.COORDINATOR))
    chat = silent.town.of(other)
    await shrunk(silent)
    assert last(chat).text == last(silent.chief).text
    await press(silent.town, chat, BELIEVE)
    assert word(silent) == (Word.BELIEVE, other.id)
    assert last(chat).text == "Noņemam saraksta «Pasākumi» rindas (skaits: 6); tas notiks ar nākamo lasīšanu."
    for button in (WAIT, BELIEVE):
        await press(silent.town, silent.chief, button)
    assert (word(silent)[0], toasts(silent.chief)) == (Word.BELIEVE, ["Tas jau ir izdarīts."] * 2)


async def test_what_is_waited_for_may_be_given_up_later(silent: Cast) -> None:
    await shrunk(silent)
    await press(silent.town, silent.chief, WAIT)
    assert word(silent)[0] is Word.WAIT
    assert (last(silent.chief).text[:7], labels(last(silent.chief))) == ("Gaidām:", [[BELIEVE]])
    await press(silent.town, silent.chief, BELIEVE)
    assert word(silent)[0] is Word.BELIEVE


async def test_what_came_back_meanwhile_is_not_asked_about_any_more(silent: Cast) -> None:
    silent.town.clock.set(riga("2021-01-18 23:00"))
    number = await shrunk(silent)
    silent.town.do(lambda session: setattr(session.get_one(Shrink, number), "word", Word.OVER))
    silent.town.clock.set(riga("2021-01-19 08:30"))
    await silent.town.settle()
    assert silent.town.outgoing("shrink") == [("shrink", "dropped")]


async def test_the_card_of_what_is_over_does_nothing(silent: Cast) -> None:
    number = await shrunk(silent)
    silent.town.do(lambda session: setattr(session.get_one(Shrink, number), "word", Word.OVER))
    await press(silent.town, silent.chief, BELIEVE)
    assert (word(silent)[0], toasts(silent.chief)) == (Word.OVER, ["Tas jau ir izdarīts."])
