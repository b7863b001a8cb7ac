"""Planning a meeting in chat: one question after the other, each answered once; put right before it is announced."""

from __future__ import annotations

import pytest

from tests.bot.conftest import Cast
from tests.bot.test_convening import drafted, only, press, says
from tests.bot.town import WHY, labels, last, said, toasts


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("31.02. plkst. 10", "Ieraksts: «31.02. plkst. 10». Tādas dienas kalendārā nav."),
        ("12/1 10:00", "Ierakstu «12/1 10:00» var saprast divējādi."),
        ("agri", "No ieraksta «agri» nesapratām, kad tas ir."),
    ],
)
async def test_a_date_that_cannot_be_understood_is_asked_again(one: Cast, typed: str, told: str) -> None:
    await says(one.town, one.chief, "/sanaksme Sanāksme", typed)
    assert last(one.chief).text.startswith(told)
    await says(one.town, one.chief, "nākamotrdien 10.00–11.00")
    assert "Kad: otrdien, 2021. gada 26. janvārī, plkst. 10.00–11.00 (Rīgas laiks)" in last(one.chief).text


async def test_a_day_off_is_said_and_allowed(one: Cast) -> None:
    await says(one.town, one.chief, "/sanaksme Sanāksme", "24.01. plkst. 6.30")
    assert last(one.chief).text.splitlines()[2:4] == [
        "Ievērojiet: tā ir brīvdiena (svētdiena).",
        "Ievērojiet: sākums ir plkst. 6.30.",
    ]


async def test_another_command_ends_the_questions(one: Cast) -> None:
    await says(one.town, one.chief, "/sanaksme Sanāksme", "/gaidam", "19.02. plkst. 10.00")
    assert only(one.town).starts_at is None


async def test_the_buttons_of_a_question_that_was_answered_change_nothing(one: Cast) -> None:
    await says(one.town, one.chief, "/sanaksme", "Sanāksme", "19.02. plkst. 10.00")
    title, until = ([each for each in one.chief.messages if each.from_bot][number] for number in (0, 2))
    await press(one.town, one.chief, labels(until)[0][0])
    where = last(one.chief)
    await says(one.town, one.chief, "Brīvības bulvāris 36")
    before = (len(one.chief.messages), only(one.town).ends_at, only(one.town).place)
    for message, label in (
        (title, "Atmest"),
        (until, labels(until)[0][3]),
        (until, "Atmest"),
        (where, labels(where)[0][0]),
    ):
        one.chief.presses(message.id, label)
        await one.town.settle()
        assert toasts(one.chief)[-1] == "Uz šo jautājumu jau ir atbildēts; lūdzu, turpiniet ar jaunāko ziņu."
    assert (len(one.chief.messages), only(one.town).ends_at, only(one.town).place) == before
    await says(one.town, one.chief, "Ziņojums.")
    assert "Darba kārtība: Ziņojums." in last(one.chief).text


async def test_a_draft_is_discarded_without_a_word_to_anybody(one: Cast) -> None:
    await drafted(one)
    shown = await press(one.town, one.chief, "Atmest")
    assert shown.text == "Sanāksme nav izziņota un ir atmesta: Iesaistīto pušu foruma sanāksme"
    assert said(one.member) == []


async def test_one_thing_of_a_draft_is_put_right(one: Cast) -> None:
    await drafted(one)
    await press(one.town, one.chief, "Labot…")
    await press(one.town, one.chief, "Vieta")
    await says(one.town, one.chief, "Tikai klātienē, Rīgas pils")
    assert "Kur: klātienē – Tikai klātienē, Rīgas pils" in last(one.chief).text
    await press(one.town, one.chief, "Izziņot")
    assert labels(last(one.member)) == [["Jā, klātienē"], ["Nepiedalīšos", "Mani aizstās…"], WHY]
