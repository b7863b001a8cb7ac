"""A member asks for more time until a day; a coordinator decides with one press, and the member hears of it once."""

from __future__ import annotations

from datetime import date

import pytest

from forum.helping import HelpRequest
from forum.rounds import Obligation
from tests.bot.conftest import Cast
from tests.bot.test_resting import late, press
from tests.bot.town import labels, last, said, toasts

CARD = (
    "Lūdz pagarinājumu: VARAM, 2.8. (VARAM kontaktpersona)\n"
    "Vēlamais termiņš: pirmdiena, 2021. gada 15. februāris\n"
    "Tagad termiņš: pirmdiena, 2021. gada 1. februāris\n"
    "«Līdz 15. februārim, vadītājs ir prom.»"
)


async def asks(one: Cast, *texts: str) -> None:
    """The member asks for more time on the late note, in these words."""
    await press(one, await late(one), "Lūgt pagarinājumu")
    await writes(one, *texts)


async def writes(one: Cast, *texts: str) -> None:
    for text in texts:
        one.member.says(text)
        await one.town.settle()


async def decides(one: Cast, label: str) -> None:
    card = next(each for each in reversed(one.chief.messages) if any(label in row for row in labels(each)))
    one.chief.presses(card.id, label)
    await one.town.settle()


def due(one: Cast) -> list[date | None]:
    return [duty.due_on for duty in one.town.all(Obligation)]


async def test_a_day_among_other_words_is_read_back_and_goes_to_the_coordinators(one: Cast) -> None:
    await asks(one, "Līdz 15. februārim, vadītājs ir prom.")
    assert last(one.member).text == (
        "Lūgums nodots koordinatoram. Pasākumi: 2.8.; vēlamais termiņš: pirmdiena, 2021. gada 15. februāris. "
        "Trīs darba dienas par to neatgādināsim; par lēmumu paziņosim."
    )
    assert (last(one.chief).text, labels(last(one.chief))) == (
        CARD,
        [["Pagarināt līdz 15. februārim"], ["Atteikt", "Cits datums"]],
    )
    assert (one.town.versions(), due(one)) == ([], [None])


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("31.02.", "Ieraksts: «31.02.». Tādas dienas kalendārā nav."),
        ("12/1", "Ierakstu «12/1» var saprast divējādi."),
        ("vadītājs ir prom", "Ierakstā «vadītājs ir prom» nav dienas."),
        ("29.01.2021.", "Šī diena jau ir pagājusi: piektdiena, 2021. gada 29. janvāris."),
        ("līdz 10.02., ja ne, tad līdz 15.02.", "Ierakstā ir divas dažādas dienas:"),
        ("01.12.", "Tas ir pārāk tālu: trešdiena, 2021. gada 1. decembris."),
    ],
)
async def test_a_day_that_cannot_be_is_asked_back_with_the_reason(one: Cast, typed: str, told: str) -> None:
    await asks(one, typed)
    assert last(one.member).text.startswith(told)
    assert ([text for text in said(one.chief) if text.startswith("Lūdz")], one.town.all(HelpRequest)) == ([], [])
    await writes(one, "15.02.")
    assert last(one.chief).text.startswith("Lūdz pagarinājumu: VARAM, 2.8.")


async def test_a_day_before_the_due_day_is_asked_back(one: Cast) -> None:
    await asks(one, "15.02.")
    await decides(one, "Pagarināt līdz 15. februārim")
    note = next(each.id for each in reversed(one.member.messages) if "vēl gaidām" in each.text)
    await press(one, note, "Lūgt pagarinājumu")
    await writes(one, "10.02.")
    assert last(one.member).text.startswith(
        "Jaunajam termiņam jābūt vēlākam par to, kas ir tagad (pirmdiena, 2021. gada 15. februāris), "
        "bet Jūs rakstījāt: trešdiena, 2021. gada 10. februāris."
    )


async def test_next_tuesday_is_read_back_with_its_date(one: Cast) -> None:
    await asks(one, "nākamotrdien")
    assert "vēlamais termiņš: otrdiena, 2021. gada 9. februāris." in last(one.member).text


async def test_one_press_gives_the_time_and_the_member_hears_it_once(one: Cast) -> None:
    await asks(one, "Līdz 15. februārim, vadītājs ir prom.")
    before = len(said(one.member))
    await decides(one, "Pagarināt līdz 15. februārim")
    assert due(one) == [date(2021, 2, 15)]
    assert last(one.chief).text == (
        "Lūdz pagarinājumu: VARAM, 2.8. (VARAM kontaktpersona)\n"
        "Pagarināts. Jaunais termiņš: pirmdiena, 2021. gada 15. februāris. Iestādei par to paziņosim."
    )
    assert said(one.member)[before:] == [
        "Jums ir vairāk laika. Pasākumi: 2.8.; jaunais termiņš: pirmdiena, 2021. gada 15. februāris. "
        "Iemesls: «Līdz 15. februārim, vadītājs ir prom.»"
    ]
    assert [row.settled_at is not None for row in one.town.all(HelpRequest)] == [True]


async def test_a_refusal_is_told_once_and_reminders_go_on(one: Cast) -> None:
    await asks(one, "15.02.")
    before, card = len(said(one.member)), last(one.chief).id
    await decides(one, "Atteikt")
    assert said(one.member)[before:] == [
        "Koordinators termiņu nepagarināja. Pasākumi: 2.8.; termiņš paliek: pirmdiena, 2021. gada 1. februāris."
    ]
    assert labels(last(one.member)) == [["Atbildēt"]]
    assert (due(one), [row.settled_at is not None for row in one.town.all(HelpRequest)]) == ([None], [True])
    assert labels(next(each for each in one.chief.messages if each.id == card)) == []


async def test_another_day_is_asked_of_the_coordinator(one: Cast) -> None:
    await asks(one, "15.02.")
    await decides(one, "Cits datums")
    assert last(one.chief).text.startswith("VARAM, 2.8. pasākums. Tagad termiņš:")
    for text in ("10.02.", "Vienojāmies pa tālruni."):
        one.chief.says(text)
        await one.town.settle()
    assert due(one) == [date(2021, 2, 10)]
    assert last(one.member).text.endswith("Iemesls: «Vienojāmies pa tālruni.»")
    assert [row.settled_at is not None for row in one.town.all(HelpRequest)] == [True]
    await decides(one, "Pagarināt līdz 15. februārim")
    assert (due(one), toasts(one.chief)[-1]) == ([date(2021, 2, 10)], "Tas jau ir izdarīts.")


async def test_all_measures_of_a_late_note_are_asked_for_at_once(two: Cast) -> None:
    await asks(two, "15.02.")
    cards = [text for text in said(two.chief) if text.startswith("Lūdz pagarinājumu")]
    assert [card.splitlines()[0] for card in cards] == ["Lūdz pagarinājumu: VARAM, 2.8., 2.10. (VARAM kontaktpersona)"]
    before = len(said(two.member))
    await decides(two, "Pagarināt līdz 15. februārim")
    assert due(two) == [date(2021, 2, 15)] * 2
    assert len(said(two.member)) == before + 1


async def test_a_card_that_was_asked_for_otherwise_since_gives_nothing(one: Cast) -> None:
    await asks(one, "15.02.")
    note = next(each.id for each in one.member.messages if "vēl gaidām" in each.text)
    await press(one, note, "Lūgt pagarinājumu")
    await writes(one, "22.02.")
    await decides(one, "Pagarināt līdz 15. februārim")
    assert (due(one), toasts(one.chief)[-1]) == ([None], "Tas jau ir izdarīts.")
    await decides(one, "Pagarināt līdz 22. februārim")
    assert due(one) == [date(2021, 2, 22)]
