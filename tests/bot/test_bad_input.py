"""Bad input: each gets a clear word, nothing is lost, and the rest goes on."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

import pytest

from bot.buttons import Press, seal
from forum import forums, replies
from forum.outbox import OutgoingMessage
from sandbox.botapi import Person as Account
from tests.bot.conftest import Cast
from tests.bot.town import Town, last, said, toasts
from tests.facts import FORUM, riga

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
STRANGER = "Labdien! Šis ir Atvērtās pārvaldības foruma automātiskais palīgs. Jūsu ziņa nav ierakstīta,"


def wire(account: Account, **more: Any) -> dict[str, Any]:
    """A message of this person as the chat service sends it, with this on top."""
    chat = {"id": account.id, "type": "private", "first_name": "Member"}
    return {"message_id": 900_000, "date": 1_610_000_000, "chat": chat, "from": account.user, **more}


def nothing_kept(one: Cast) -> bool:
    return (one.town.versions(), one.town.discharged()) == ([], [False])


@pytest.mark.parametrize("text", ["Labdien!", "/gaidam", "/start", "Izpildīts. Viss."])
async def test_whoever_is_not_a_member_is_told_so(one: Cast, text: str) -> None:
    visitor = one.town.account(666)
    visitor.says(text)
    await one.town.settle()
    assert [line[: len(STRANGER)] for line in said(visitor)] == [STRANGER]
    assert nothing_kept(one)


async def test_a_stranger_is_answered_in_their_own_language(one: Cast) -> None:
    speakers = [one.town.account(666 + number, language=code) for number, code in enumerate(("en", "de"))]
    for speaker in speakers:
        speaker.sends_sticker()
    await one.town.settle()
    assert [last(speaker).text.partition(" ")[0] for speaker in speakers] == ["Hello!", "Labdien!"]


DEEDS: list[tuple[str, Callable[[Account], int]]] = [
    ("Uzlīmi ierakstīt nevar.", lambda who: who.sends_sticker()),
    ("Pārsūtītu ziņu par Jūsu atbildi neierakstām.", lambda who: who.forwards("Izpildīts.")),
]


@pytest.mark.parametrize(("words", "deed"), DEEDS, ids=["sticker", "forwarded"])
async def test_what_is_not_own_words_is_not_an_answer(one: Cast, words: str, deed: Callable[[Account], int]) -> None:
    deed(one.member)
    await one.town.settle()
    assert [line[: len(words)] for line in said(one.member)] == [words]
    assert nothing_kept(one)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"location": {"latitude": 1.0, "longitude": 2.0}}, "Šādu ziņu ierakstīt nevar."),
        ({"contact": {"phone_number": "1", "first_name": "?"}}, "Šādu ziņu ierakstīt nevar."),
        ({"text": "?", "via_bot": {"id": 9, "is_bot": True, "first_name": "b"}}, "Pārsūtītu ziņu par Jūsu"),
        ({"text": ""}, "Ziņa ir tukša, tāpēc nekas nav ierakstīts."),
        ({"text": " \n\u00a0\t"}, "Ziņa ir tukša, tāpēc nekas nav ierakstīts."),
        ({"text": "x" * 70_000}, "Šis teksts platformā neietilpst (vairāk nekā 63 999 zīmju)"),
    ],
    ids=["location", "contact", "by a bot", "empty", "blank", "too long"],
)
async def test_other_messages_that_are_no_answer(one: Cast, content: dict[str, Any], words: str) -> None:
    one.town.api.inject({"message": wire(one.member, **content)})
    await one.town.settle()
    assert [line.replace("\u00a0", " ")[: len(words)] for line in said(one.member)] == [words]
    assert nothing_kept(one)


@pytest.mark.parametrize("length", [4_096, replies.LONGEST])
async def test_long_texts_are_kept_whole_and_echoed_shortened(one: Cast, length: int) -> None:
    text = ("vārds " * length)[: length - 1] + "."
    one.town.api.inject({"message": wire(one.member, text=text)})
    await one.town.settle()
    one.town.written()
    await one.town.settle()
    assert one.town.versions() == [(None, text)]
    assert "vārds …»" in last(one.member).text


async def test_a_text_with_all_the_signs_of_html_is_shown_as_it_was(one: Cast) -> None:
    text = "<b>1 & 2</b> {$x} &amp; «»\u202e 👍🏽"
    one.member.says(text)
    await one.town.settle()
    one.town.written()
    await one.town.settle()
    assert one.town.versions() == [(None, text)]
    assert f"Paveikts: «{text}»" in last(one.member).text


GROUP = {"id": -100_123, "type": "supergroup", "title": "Forums"}


@pytest.mark.parametrize(
    "shape",
    [
        lambda who: {"message": wire(who, chat=GROUP, text="Visi gatavi?")},
        lambda who: {"message": wire(who, sender_chat=GROUP, text="Kanāla vārdā")},
        lambda who: {"my_chat_member": {"chat": GROUP, "from": who.user, "date": 1, **membership("member", "kicked")}},
        lambda who: {"channel_post": {"message_id": 1, "date": 1, "chat": {**GROUP, "type": "channel"}, "text": "?"}},
        lambda who: {"message_reaction": {"chat": GROUP, "message_id": 1}},
        lambda who: {"of_a_later_time": [1, 2, 3]},
        lambda who: {},
    ],
    ids=["group", "as a channel", "put out of a group", "channel", "reaction", "a new kind", "empty"],
)
async def test_what_does_not_concern_us_is_passed_over(one: Cast, shape: Callable[[Account], dict[str, Any]]) -> None:
    one.town.api.inject(shape(one.member))
    await one.town.settle()
    assert (one.town.incoming(), one.town.outgoing()) == (["done"], [])


def membership(before: str, after: str) -> dict[str, Any]:
    user = {"id": 123, "is_bot": True, "first_name": "bot"}
    return {
        "old_chat_member": {"user": user, "status": before},
        "new_chat_member": {"user": user, "status": after, "until_date": 0},
    }


MALFORMED: list[Any] = [
    {"message": "words"},
    {"message": {"message_id": 1}},
    {"message": {"message_id": "1", "date": "yesterday", "chat": 5, "text": []}},
    {"callback_query": {"id": "1"}},
    {"callback_query": []},
    {"my_chat_member": {"chat": {"id": 1, "type": "private"}}},
    {"edited_message": {"text": "?", "chat": {"id": {}}}},
]


async def test_malformed_updates_are_set_aside_and_the_rest_goes_on(one: Cast) -> None:
    for update in MALFORMED:
        one.town.api.inject(update)
    last_id = one.town.api.inject({"message": wire(one.member, text="Izpildīts. Viss.")})
    while await one.town.polling.fetch(wait=0):
        pass
    # Each is tried as often as any is before it is set aside; those of one chat wait for each other.
    while await one.town.lanes.step():
        one.town.hurry()
    assert set(one.town.incoming()[:-1]) <= {"dead", "done"}
    assert one.town.incoming().count("dead") >= len(MALFORMED) - 1
    assert one.town.versions() == [("complete", "Viss.")]
    assert one.town.api.updates.count() == 0
    assert last_id > 0


def pressed(who: Account, data: str, message_id: int = 900_001) -> dict[str, Any]:
    """A press of a button, whether or not it ever stood there."""
    message = wire(who, message_id=message_id)
    return {"callback_query": {"id": "5", "from": who.user, "chat_instance": "1", "data": data, "message": message}}


async def nudge(one: Cast) -> tuple[OutgoingMessage, str]:
    """The nudge as sent, and its button's data."""
    await one.town.decide()
    await one.town.settle()
    data = last(one.member).keyboard[0][0].data
    assert data is not None
    return next(row for row in one.town.all(OutgoingMessage) if row.kind == "nudge"), data


def touched(one: Cast) -> list[tuple[str, str]]:
    return one.town.outgoing("ask-status", "ask-text", "echo")


async def test_a_forged_button(one: Cast) -> None:
    row, data = await nudge(one)
    for forged in (data[:-1] + "_", seal(b"x" * 32, Press(row.id, "answer", "1")), "answer", ""):
        one.town.api.inject(pressed(one.member, forged))
    await one.town.settle()
    assert touched(one) == []


async def test_a_button_sent_to_somebody_else(one: Cast) -> None:
    _, data = await nudge(one)
    colleague = one.town.make(lambda facts: facts.member("VARAM otra kontaktpersona", one.body))
    one.town.api.inject(pressed(one.town.of(colleague), data))
    one.town.api.inject(pressed(one.chief, data))
    one.town.api.inject(pressed(one.town.account(666), data))
    await one.town.settle()
    assert touched(one) == []


NONSENSE = [
    ("answer", "999"),
    ("answer", "x"),
    ("status", "1-unheard"),
    ("status", "1-complete"),
    ("measure", "1-99"),
    ("unheard", "1"),
    ("join-yes", "99"),
    ("invite", "1"),
]


@pytest.mark.parametrize(("action", "subject"), NONSENSE)
async def test_a_true_seal_on_nonsense_changes_nothing(one: Cast, action: str, subject: str) -> None:
    row, _ = await nudge(one)
    secret = one.town.store.read_now(forums.secret, FORUM)
    one.town.api.inject(pressed(one.member, seal(secret, Press(row.id, action, subject))))
    await one.town.settle()
    assert (touched(one), nothing_kept(one)) == ([], True)


async def test_a_press_and_a_text_after_the_round_is_closed(one: Cast) -> None:
    await nudge(one)
    one.town.clock.set(riga("2021-02-16 09:00"))
    one.member.presses(last(one.member).id, "Atbildēt")
    one.member.says("Par vēlu.", reply_to=last(one.member).id)
    await one.town.settle()
    assert toasts(one.member) == ["Šis atskaites termiņš ir slēgts."]
    assert last(one.member).text.startswith("Šis atskaites termiņš ir slēgts")
    assert nothing_kept(one)


async def test_a_correction_after_the_round_is_closed(one: Cast) -> None:
    message = one.member.says("Izpildīts. Viss.")
    await one.town.settle()
    one.town.clock.set(riga("2021-02-16 09:00"))
    one.member.edits(message, "Nav sākts. Nekas.")
    await one.town.settle()
    assert one.town.versions() == [("complete", "Viss.")]
    assert last(one.member).text.startswith("Šis atskaites termiņš ir slēgts, tāpēc platformā nekas nav mainīts.")


async def test_someone_else_answers_for_it_by_now(one: Cast) -> None:
    await nudge(one)
    row = last(one.member).id
    one.town.do(lambda session: setattr(session.get_one(type(one.person), one.person.id), "institution_id", 1))
    one.member.presses(row, "Atbildēt")
    await one.town.settle()
    assert (toasts(one.member), touched(one)) == (["Šī poga Jums nav paredzēta."], [])


async def test_nothing_is_awaited(town: Town) -> None:
    person = town.make(lambda facts: facts.member("IZM kontaktpersona"))
    town.of(person).says("Labdien!")
    await town.settle()
    assert said(town.of(person)) == [
        "Paldies! Pašlaik no Jums nekas nav gaidāms, tāpēc platformā nekas nav ierakstīts. "
        "Par jaunu termiņu ziņosim šeit."
    ]
