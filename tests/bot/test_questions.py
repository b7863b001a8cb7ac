"""Which question a text answers: the one it replies to, the one asked last, or none; and what becomes of edits."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from forum.drafts import Draft
from forum.helping import HelpRequest
from forum.people import Institution
from forum.plan import Completion
from forum.replies import Manner, ReplyVersion
from forum.rounds import Obligation
from tests.bot.conftest import Cast
from tests.bot.town import labels, last, said

OVER = "Šis jautājums vairs nav atvērts, tāpēc nekas nav ierakstīts. Lūdzu, sāciet no jauna ar pogu."
ELSEWHERE = (
    "Šīs ziņas labojums neko nemaina, jo tā jau ir izmantota. Ja kaut kas jālabo, lūdzu, nospiediet pogu vēlreiz un "
    "uzrakstiet jaunu ziņu."
)


async def nudged(one: Cast) -> int:
    await one.town.decide()
    await one.town.settle()
    return last(one.member).id


async def press(one: Cast, message: int, label: str) -> int:
    one.member.presses(message, label)
    await one.town.settle()
    return last(one.member).id


async def asked_for_help(one: Cast) -> int:
    """The bot asks what stands in the way; answers the question's number."""
    await press(one, await nudged(one), "Vajadzīga palīdzība")
    return await press(one, last(one.member).id, "Cits iemesls")


async def says(one: Cast, text: str, reply_to: int | None = None) -> int:
    message = one.member.says(text, reply_to=reply_to)
    await one.town.settle()
    return message


def helped(one: Cast) -> list[str]:
    return [row.words for row in one.town.all(HelpRequest)]


async def test_a_reply_to_the_question_itself_answers_the_question(one: Cast) -> None:
    await says(one, "Gaidām atzinumu.", reply_to=await asked_for_help(one))
    assert (helped(one), one.town.versions()) == (["Gaidām atzinumu."], [])


async def test_a_reply_to_ones_own_message_answers_the_question_that_is_open(one: Cast) -> None:
    own = await says(one, "Labdien!")
    await asked_for_help(one)
    await says(one, "Gaidām atzinumu.", reply_to=own)
    assert (helped(one), one.town.versions()) == (["Gaidām atzinumu."], [])


async def test_a_reply_to_the_reminder_is_an_answer_whatever_else_is_asked(one: Cast) -> None:
    nudge = await nudged(one)
    await asked_for_help(one)
    await says(one, "Izpildīts. Viss atvērts.", reply_to=nudge)
    assert (helped(one), one.town.versions()) == ([], [("complete", "Viss atvērts.")])


async def test_a_reply_to_a_question_that_is_over_is_no_answer_to_anything(one: Cast) -> None:
    question = await asked_for_help(one)
    await says(one, "Gaidām atzinumu.", reply_to=question)
    await says(one, "Un vēl kas.", reply_to=question)
    assert (last(one.member).text, helped(one), one.town.versions()) == (OVER, ["Gaidām atzinumu."], [])


@pytest.mark.parametrize("text", ["", " \n\t"])
async def test_an_empty_text_leaves_the_question_open(one: Cast, text: str) -> None:
    await asked_for_help(one)
    chat = {"id": one.member.id, "type": "private", "first_name": "Member"}
    message = {"message_id": 900_000, "date": 1, "chat": chat, "from": one.member.user, "text": text}
    one.town.api.inject({"message": message})
    await one.town.settle()
    assert (said(one.member)[-1][:15], helped(one)) == ("Ziņa ir tukša, ", [])
    await says(one, "Gaidām atzinumu.")
    assert helped(one) == ["Gaidām atzinumu."]


async def test_editing_what_answered_another_question_makes_no_answer_of_it(one: Cast) -> None:
    await asked_for_help(one)
    message = await says(one, "Gaidam atzinumu.")
    one.member.edits(message, "Gaidām atzinumu.")
    await one.town.settle()
    assert (last(one.member).text, one.town.versions()) == (ELSEWHERE, [])


async def test_a_text_that_was_too_long_can_be_shortened_by_editing(one: Cast) -> None:
    chat = {"id": one.member.id, "type": "private", "first_name": "Member"}
    message = {"message_id": 900_000, "date": 1, "chat": chat, "from": one.member.user}
    one.town.api.inject({"message": {**message, "text": "x" * 70_000}})
    await one.town.settle()
    one.town.api.inject({"edited_message": {**message, "edit_date": 2, "text": "Izpildīts. Viss atvērts."}})
    await one.town.settle()
    assert one.town.versions() == [("complete", "Viss atvērts.")]


async def test_a_button_takes_the_place_of_an_earlier_question(one: Cast) -> None:
    """Whoever chooses a completion while help was being asked for is asked for the text, which is the answer."""
    nudge = await nudged(one)
    status = await press(one, nudge, "Atbildēt")
    await press(one, nudge, "Vajadzīga palīdzība")
    await press(one, last(one.member).id, "Cits iemesls")
    await press(one, status, "Izpildīts")
    await says(one, "Viss atvērts.")
    assert (helped(one), one.town.versions()) == ([], [("complete", "Viss atvērts.")])


@pytest.mark.parametrize("text", ["Paldies!", "labdien", "Ok 👍", "👍", "Jā, paldies!", "Thank you!"])
async def test_courtesy_is_not_recorded_as_an_answer(one: Cast, text: str) -> None:
    nudge = await nudged(one)
    await says(one, text)
    assert (one.town.versions(), labels(last(one.member))) == ([], [["2.8."], ["Ne uz vienu"]])
    await press(one, last(one.member).id, "Ne uz vienu")
    assert (last(one.member).text, one.town.all(Draft)) == ("Labi. Teksts nav ierakstīts.", [])
    await says(one, text, reply_to=nudge)
    assert (one.town.versions(), labels(last(one.member))) == ([], [["2.8."], ["Ne uz vienu"]])


async def test_thanks_after_all_is_answered_are_just_thanks(one: Cast) -> None:
    await says(one, "Izpildīts. Viss atvērts.")
    await says(one, "Paldies!")
    assert last(one.member).text.startswith("Paldies! Pašlaik no Jums nekas nav gaidāms")
    assert len(one.town.versions()) == 1


async def test_courtesy_that_was_asked_for_is_taken(one: Cast) -> None:
    await press(one, await nudged(one), "Atbildēt")
    await press(one, last(one.member).id, "Izpildīts")
    await says(one, "Jā")
    assert one.town.versions() == [("complete", "Jā")]


async def test_a_reply_to_a_message_that_asks_nothing_is_asked_about(one: Cast) -> None:
    await nudged(one)
    await says(one, "/iestatijumi")
    await says(one, "Piektdien nevaru, tad atvaļinājums.", reply_to=last(one.member).id)
    assert (one.town.versions(), labels(last(one.member))) == ([], [["2.8."], ["Ne uz vienu"]])


async def test_what_was_begun_about_a_measure_that_went_to_another_swallows_no_later_text(two: Cast) -> None:
    await press(two, await nudged(two), "2.8.")
    await press(two, last(two.member).id, "Izpildīts")

    def moves(duty: Obligation, other: Institution) -> None:
        duty.institution_id = other.id

    other = two.town.make(lambda facts: facts.body("IZM"))
    two.town.do(lambda session: moves(session.scalars(select(Obligation).order_by(Obligation.id)).all()[0], other))
    await says(two, "Viss atvērts.")
    assert last(two.member).text.startswith("Par to tagad atbild cits cilvēks")
    await says(two, "Izpildīts būtiskā apjomā. Atvērta puse.")
    assert two.town.versions() == [("substantial", "Atvērta puse.")]


async def test_a_letter_that_is_reworded_is_still_a_letter(one: Cast) -> None:
    one.town.clock.set(one.town.clock.now().replace(month=2, day=3))
    await press(one, await nudged(one), "Vēstule nosūtīta")
    message = await says(one, "Nr. 1-23/54")
    one.member.edits(message, "Nr. 1-23/45")
    await one.town.settle()
    assert [(row.channel, row.done, row.manner) for row in one.town.all(ReplyVersion)] == [
        ("letter", "Nr. 1-23/54", Manner.TOLD),
        ("letter", "Nr. 1-23/45", Manner.TOLD),
    ]
    assert last(one.member).text.startswith("Paldies! Vēstule pierakstīta: «Nr. 1-23/45».")
    assert one.town.do(lambda session: session.get_one(type(one.measures[0]), one.measures[0].id).done) == ""
    assert Completion.COMPLETE not in [row.completion for row in one.town.all(ReplyVersion)]
