"""After the text: obstacles and the next step, nothing to report, taking back; whatever was said is kept at once."""

from __future__ import annotations

from datetime import timedelta

from forum.operations import WorkspaceOperation
from forum.plan import Completion, Measure
from forum.replies import Manner, ReplyVersion
from tests.bot.conftest import Cast
from tests.bot.town import Town, labels, last, said, toasts
from tests.facts import riga


async def answers(one: Cast, *texts: str) -> None:
    for text in texts:
        one.member.says(text)
        await one.town.settle()


async def press(one: Cast, label: str) -> None:
    """Press the newest button of this label."""
    message = [each for each in one.member.messages if any(label in row for row in labels(each))][-1]
    one.member.presses(message.id, label)
    await one.town.settle()


async def written(town: Town) -> None:
    town.written()
    await town.settle()


def told(town: Town) -> list[tuple[str, str, str]]:
    """(done, obstacles, next step) of every version."""
    return [(row.done, row.obstacles, row.next_step) for row in town.all(ReplyVersion)]


async def test_what_has_come_less_far_is_asked_why_and_echoed_once(one: Cast) -> None:
    await answers(one, "Izpildīts ierobežotā apjomā. Sagatavots apraksts.")
    assert last(one.member).text == (
        "2.8. Pasākums 2.8\nAtbilde ir saglabāta.\n\nKas traucēja izdarīt vairāk? Uzrakstiet vienā ziņā. "
        "Ierobežotas pieejamības informāciju, lūdzu, šeit nerakstiet."
    )
    assert told(one.town) == [("Sagatavots apraksts.", "", "")]
    await answers(one, "Trūkst cilvēku.", "Februārī sludināsim konkursu.")
    await written(one.town)
    assert told(one.town) == [("Sagatavots apraksts.", "Trūkst cilvēku.", "Februārī sludināsim konkursu.")]
    echo = last(one.member).text
    assert echo.split("\n\n")[2:5] == [
        "Paveikts: «Sagatavots apraksts.»",
        "Šķēršļi: «Trūkst cilvēku.»",
        "Nākamais solis: «Februārī sludināsim konkursu.»",
    ]
    assert [text for text in said(one.member) if text.startswith("Saņemts")] == [echo]
    measure = one.town.all(Measure)[0]
    assert (measure.obstacles, measure.next_step) == ("Trūkst cilvēku.", "Februārī sludināsim konkursu.")


async def test_whoever_turns_away_has_answered_and_gets_the_echo(one: Cast) -> None:
    await answers(one, "Izpildīts ierobežotā apjomā. Sagatavots apraksts.")
    one.town.written()
    one.town.clock.set(one.town.clock.now() + timedelta(minutes=11))
    await one.town.settle()
    assert last(one.member).text.startswith("Saņemts un ierakstīts platformā")
    assert (told(one.town), one.town.discharged()) == ([("Sagatavots apraksts.", "", "")], [True])


async def test_both_questions_can_be_passed_over(one: Cast) -> None:
    await answers(one, "Izpildīts ierobežotā apjomā. Sagatavots apraksts.")
    await press(one, "Nav šķēršļu")
    await press(one, "Bez nākamā soļa")
    await written(one.town)
    assert last(one.member).text.startswith("Saņemts un ierakstīts platformā")
    await press(one, "Nav šķēršļu")
    assert toasts(one.member)[-1] == "Tas jau ir izdarīts."


async def test_of_what_was_not_started_the_reason_cannot_be_passed_over(one: Cast) -> None:
    await answers(one, "Nav sākts. Gaidām finansējumu.")
    assert labels(last(one.member)) == []
    await answers(one, "Finansējums nav piešķirts.")
    assert told(one.town) == [("Gaidām finansējumu.", "Finansējums nav piešķirts.", "")]


async def test_what_was_said_under_its_label_is_not_asked_again_and_adds_to_what_stands(one: Cast) -> None:
    await answers(one, "Nav sākts. Iemesls: Finansējums nav piešķirts.")
    await written(one.town)
    assert told(one.town) == [("", "Finansējums nav piešķirts.", "")]
    await press(one, "Labot")
    await press(one, "Ierobežotā apjomā")
    await answers(one, "Sagatavots apraksts. Šķēršļi: Trūkst cilvēku.")
    await written(one.town)
    one.member.says("Nākamais solis: Konkurss.", reply_to=last(one.member).id)
    await one.town.settle()
    assert told(one.town)[1:] == [
        ("Sagatavots apraksts.", "Trūkst cilvēku.", ""),
        ("Sagatavots apraksts.", "Trūkst cilvēku.", "Konkurss."),
    ]


async def test_the_message_that_told_the_obstacles_corrects_the_obstacles(one: Cast) -> None:
    await answers(one, "Izpildīts ierobežotā apjomā. Sagatavots apraksts.")
    why = one.member.says("Trukst cilveku.")
    await one.town.settle()
    await press(one, "Bez nākamā soļa")
    await written(one.town)
    one.member.edits(why, "Trūkst cilvēku.")
    await one.town.settle()
    assert told(one.town) == [
        ("Sagatavots apraksts.", "Trukst cilveku.", ""),
        ("Sagatavots apraksts.", "Trūkst cilvēku.", ""),
    ]


async def test_a_next_step_is_added_to_what_was_echoed(one: Cast) -> None:
    await answers(one, "Izpildīts būtiskā apjomā. Viss atvērts.")
    await written(one.town)
    await press(one, "Nākamais solis")
    await answers(one, "Jūnijā papildināsim.")
    await written(one.town)
    assert told(one.town) == [("Viss atvērts.", "", ""), ("Viss atvērts.", "", "Jūnijā papildināsim.")]
    assert "Nākamais solis: «Jūnijā papildināsim.»" in last(one.member).text


async def test_nothing_to_report_is_kept_with_its_reason_and_leaves_the_record(one: Cast) -> None:
    await one.town.decide()
    await one.town.settle()
    await press(one, "Atbildēt")
    await press(one, "Nav ko ziņot…")
    assert last(one.member).text.endswith("Kāpēc par to nav ko ziņot? Uzrakstiet vienā ziņā.")
    await answers(one, "Pasākums sākas rudenī.")
    await written(one.town)
    (version,) = one.town.all(ReplyVersion)
    assert (version.manner, version.obstacles, version.done) == (Manner.NOTHING, "Pasākums sākas rudenī.", "")
    assert "Nav ko ziņot: «Pasākums sākas rudenī.»" in last(one.member).text
    assert ([row.noun for row in one.town.all(WorkspaceOperation)], one.town.discharged()) == (["reply"], [True])


async def withdrawn(one: Cast) -> None:
    await press(one, "Atsaukt")
    await press(one, "Jā, atsaukt")
    await written(one.town)


async def test_an_answer_taken_back_restores_what_stood_and_is_asked_for_again(one: Cast) -> None:
    def before(measure: Measure) -> None:
        measure.completion, measure.done = Completion.LIMITED, "Sākts."

    one.town.do(lambda session: before(session.get_one(Measure, one.measures[0].id)))
    await answers(one, "Izpildīts. Viss atvērts.")
    await written(one.town)
    await withdrawn(one)
    assert last(one.member).text == (
        "2.8. Atbilde ir atsaukta 18. janvārī plkst. 10.42, un platformā ir atjaunots iepriekšējais ieraksts."
    )
    assert labels(last(one.member)) == [["Atbildēt"]]
    measure = one.town.all(Measure)[0]
    assert (measure.completion, measure.done) == (Completion.LIMITED, "Sākts.")
    last_two = [(row.noun, row.values.get("sign_off"), row.values["done"]) for row in one.town.all(WorkspaceOperation)]
    assert last_two[-2:] == [("reply", "returned", ""), ("measure", None, "Sākts.")]
    assert (one.town.discharged(), len(told(one.town))) == ([False], 2)
    await answers(one, "Izpildīts. Tiešām viss.")
    assert one.town.discharged() == [True]


async def test_what_somebody_changed_since_stays_theirs(one: Cast) -> None:
    await answers(one, "Izpildīts. Viss atvērts.")
    await written(one.town)

    def change(measure: Measure) -> None:
        measure.done = "Koordinatora teksts."

    one.town.do(lambda session: change(session.get_one(Measure, one.measures[0].id)))
    await withdrawn(one)
    measure = one.town.all(Measure)[0]
    assert (measure.completion, measure.done) == (None, "Koordinatora teksts.")


async def test_an_answer_is_taken_back_once(one: Cast) -> None:
    await answers(one, "Izpildīts. Viss atvērts.")
    await written(one.town)
    await withdrawn(one)
    await press(one, "Jā, atsaukt")
    assert (toasts(one.member)[-1], len(told(one.town))) == ("Tas jau ir izdarīts.", 2)


async def test_after_the_round_nothing_is_taken_back(one: Cast) -> None:
    await answers(one, "Izpildīts. Viss atvērts.")
    await written(one.town)
    one.town.clock.set(riga("2021-04-01 10:00"))
    await press(one, "Atsaukt")
    # Its words may be erased still, of which it is asked; the answer stays.
    assert last(one.member).text.split("\n\n")[1].startswith("Vai dzēst atbildes tekstu? Atbilde paliek,")
    assert len(told(one.town)) == 1


async def test_the_reason_for_nothing_to_report_is_corrected_as_such(one: Cast) -> None:
    await one.town.decide()
    await one.town.settle()
    await press(one, "Atbildēt")
    await press(one, "Nav ko ziņot…")
    why = one.member.says("Sakas rudeni.")
    await one.town.settle()
    one.member.edits(why, "Sākas rudenī.")
    await one.town.settle()
    manners = [(row.manner, row.obstacles) for row in one.town.all(ReplyVersion)]
    assert manners == [(Manner.NOTHING, "Sakas rudeni."), (Manner.NOTHING, "Sākas rudenī.")]


async def test_an_answer_that_is_not_taken_back_after_all_stays(one: Cast) -> None:
    await answers(one, "Izpildīts. Viss atvērts.")
    await written(one.town)
    await press(one, "Atsaukt")
    await press(one, "Nē")
    assert (last(one.member).text, labels(last(one.member))) == ("Labi. Atbilde paliek, kāda bija.", [])
    assert len(told(one.town)) == 1
