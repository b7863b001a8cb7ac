"""A coordinator sees who is awaited, body by body, and reminds whom they choose."""

from __future__ import annotations

from forum.people import Person
from tests.bot.chasing import ask, discharge, nudges, press, second
from tests.bot.conftest import Cast
from tests.bot.town import labels, last, said, toasts
from tests.facts import riga


async def test_the_english_word_asks_the_same(one: Cast) -> None:
    await ask(one)
    await ask(one, "/awaited")
    first, second = said(one.chief)
    assert first == second


async def test_everyone_is_reminded_at_once(many: Cast) -> None:
    await ask(many)
    assert last(many.chief).text.endswith("Atgādinājumu saņems 10 cilvēki.")
    await press(many.town, many.chief, "Atgādināt visiem")
    assert said(many.chief)[-1] == "Atgādinājumu tūlīt saņems 10 cilvēki."
    assert len(nudges(many.town)) == 10
    assert last(many.member).text.startswith("Informācija par 2021. gadu")


async def test_the_last_contact_is_told(many: Cast) -> None:
    await ask(many)
    await press(many.town, many.chief, "Atgādināt visiem")
    many.town.clock.set(riga("2021-01-20 09:00"))
    many.member.says("/palidziba")
    await many.town.settle()
    await ask(many)
    lines = last(many.chief).text.split("\n")
    assert [line for line in lines if line.startswith(("VARAM", "B0"))] == [
        "VARAM: 1.1., 2.1. – ziņa nosūtīta 18. janvārī, atsaucās 20. janvārī",
        "B0: 1.2. – ziņa nosūtīta 18. janvārī",
    ]


async def test_outside_the_hours_it_says_when_it_will_go(many: Cast) -> None:
    many.town.clock.set(riga("2021-01-22 17:05"))
    await ask(many)
    await press(many.town, many.chief, "Atgādināt visiem")
    assert last(many.chief).text == "Tagad nav darba laiks. Atgādinājumu 25. janvārī plkst. 8.30 saņems 10 cilvēki."
    assert nudges(many.town) == []
    await press(many.town, many.chief, "Atgādināt visiem")
    assert last(many.chief).text == (
        "Atgādinājums jau ir sagatavots; to nosūtīsim 25. janvārī plkst. 8.30 (saņēmēji: 10 no 10). Vai sūtīt vēlreiz?"
    )
    await press(many.town, many.chief, "Sūtīt")
    many.town.clock.set(riga("2021-01-25 08:30"))
    await many.town.settle()
    assert len(nudges(many.town)) == 10


async def test_a_second_time_the_same_day_is_asked_first(many: Cast) -> None:
    await ask(many)
    await press(many.town, many.chief, "Atgādināt visiem")
    many.town.clock.set(riga("2021-01-18 14:00"))
    await press(many.town, many.chief, "Atgādināt visiem")
    question = last(many.chief)
    assert question.text == "Šodien jau atgādinājām plkst. 10.42 (saņēmēji: 10 no 10). Vai sūtīt vēlreiz?"
    assert labels(question) == [["Sūtīt", "Nesūtīt"]]
    await press(many.town, many.chief, "Nesūtīt")
    assert (last(many.chief).text, labels(last(many.chief))) == ("Vēlreiz nesūtām.", [])
    assert len(nudges(many.town)) == 10
    await press(many.town, many.chief, "Atgādināt visiem")
    await press(many.town, many.chief, "Sūtīt")
    assert len(nudges(many.town)) == 20
    many.town.clock.set(riga("2021-01-19 09:00"))
    await press(many.town, many.chief, "Atgādināt visiem")
    assert len(nudges(many.town)) == 30


async def test_those_who_had_none_today_can_be_reminded_alone(many: Cast) -> None:
    await ask(many, "/gaidam varam")
    await press(many.town, many.chief, "Atgādināt")
    assert nudges(many.town) == [many.person.id]
    await ask(many)
    await press(many.town, many.chief, "Atgādināt visiem")
    assert last(many.chief).text == "Šodien jau atgādinājām plkst. 10.42 (saņēmēji: 1 no 10). Vai sūtīt vēlreiz?"
    await press(many.town, many.chief, "Sūtīt tikai pārējiem")
    assert len(nudges(many.town)) == len(set(nudges(many.town))) == 10


async def test_the_ladder_counts_as_a_reminder_of_today(many: Cast) -> None:
    await many.town.decide()
    await many.town.settle()
    await ask(many)
    await press(many.town, many.chief, "Atgādināt visiem")
    assert last(many.chief).text.startswith("Šodien jau atgādinājām plkst. 10.42")
    assert len(nudges(many.town)) == 10


async def test_two_coordinators_who_press_at_once_send_one_nudge_a_person(many: Cast) -> None:
    other = second(many)
    for chat in (many.chief, other):
        chat.says("/gaidam")
    await many.town.settle()
    for chat in (many.chief, other):
        chat.presses(last(chat).id, "Atgādināt visiem")
    await many.town.settle()
    assert len(nudges(many.town)) == 10
    questions = [text for chat in (many.chief, other) for text in said(chat) if text.endswith("Vai sūtīt vēlreiz?")]
    assert len(questions) == 1


async def test_two_coordinators_who_confirm_at_once_send_it_once_more(many: Cast) -> None:
    other = second(many)
    await ask(many)
    await press(many.town, many.chief, "Atgādināt visiem")
    for chat in (many.chief, other):
        chat.says("/gaidam")
        await many.town.settle()
        await press(many.town, chat, "Atgādināt visiem")
    for chat in (many.chief, other):
        chat.presses(last(chat).id, "Sūtīt")
    await many.town.settle()
    assert len(nudges(many.town)) == 20
    assert sorted(toasts(many.chief) + toasts(other))[-1] == "Tas jau ir izdarīts."


async def test_some_are_chosen_by_buttons_and_reminded(many: Cast) -> None:
    await ask(many)
    await press(many.town, many.chief, "Izvēlēties…")
    assert labels(last(many.chief)) == [["VARAM", "B0", "B1", "B2"], ["B3", "B4", "B5", "B6"], ["›", "Atpakaļ"]]
    await press(many.town, many.chief, "B1")
    await press(many.town, many.chief, "›")
    await press(many.town, many.chief, "B8")
    assert labels(last(many.chief)) == [["B7", "✓ B8"], ["‹", "Sūtīt", "Atpakaļ"]]
    assert (
        last(many.chief).text
        == "Ziņojums līdz 2021-02-01\nKam atgādināt? Atzīmējiet iestādes.\n\nAtgādinājumu saņems 2 cilvēki."
    )
    await press(many.town, many.chief, "Sūtīt")
    names = {person.id: person.name for person in many.town.all(Person)}
    assert [names[number or 0] for number in nudges(many.town)] == ["B1 kontaktpersona", "B8 kontaktpersona"]
    assert last(many.chief).text == "Atgādinājumu tūlīt saņems 2 cilvēki."
    assert said(many.chief)[-2].startswith("Ziņojums līdz 2021-02-01\nTermiņš")


async def test_a_mark_can_be_taken_away_and_two_quick_presses_both_count(many: Cast) -> None:
    await ask(many)
    await press(many.town, many.chief, "Izvēlēties…")
    for label in ("B1", "B2", "B2"):
        many.chief.presses(last(many.chief).id, label)
    await many.town.settle()
    assert labels(last(many.chief))[0] == ["VARAM", "B0", "✓ B1", "✓ B2"]
    await press(many.town, many.chief, "✓ B2")
    assert labels(last(many.chief))[0] == ["VARAM", "B0", "✓ B1", "B2"]


async def test_who_has_answered_meanwhile_gets_nothing(many: Cast) -> None:
    many.town.clock.set(riga("2021-01-18 17:00"))
    await ask(many)
    await press(many.town, many.chief, "Atgādināt visiem")
    many.town.do(lambda session: discharge(session, many.body, riga("2021-01-18 18:00")))
    many.town.clock.set(riga("2021-01-19 08:30"))
    await many.town.settle()
    assert (len(nudges(many.town)), many.person.id in nudges(many.town)) == (9, False)


async def test_of_a_round_that_is_locked_it_is_said_how_it_ended(many: Cast) -> None:
    many.town.do(lambda session: discharge(session, many.body, riga("2021-01-18 18:00")))
    many.town.clock.set(riga("2021-02-16 09:00"))
    await ask(many)
    told = last(many.chief).text.split("\n\n")
    assert told[0].startswith(
        "Ziņojums līdz 2021-02-01\nKārta ir slēgta: atbildes vairs nepieņemam. Saņemtās atbildes: "
    )
    assert told[1].split("\n")[:2] == ["Nav saņemts", "B0: 1.2."]
    assert told[2].endswith("Ziņojuma melnraksts: /zinojums")
    # Once nobody asks about it any more, there is nothing to say.
    many.town.clock.set(riga("2021-06-16 09:00"))
    await ask(many)
    assert last(many.chief).text == "Pašlaik neviens atskaites termiņš nav tuvu; neviena atbilde nav gaidāma."
