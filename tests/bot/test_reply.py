"""Replying in chat: what stands in the chats and in the memory after each way to answer."""

from __future__ import annotations

from datetime import timedelta

from forum.drafts import Draft
from forum.operations import WorkspaceOperation
from forum.outbox import OutgoingMessage
from forum.plan import Measure
from tests.bot.conftest import Cast, cast
from tests.bot.town import INSTEAD, Town, labels, last, said, toasts
from tests.facts import Facts

# What can be done about an answer, under its echo.
AFTER = [["Labot", "Atsaukt"], ["Pievienot pierādījumu", "Nākamais solis"]]
ECHO = (
    "Saņemts un ierakstīts platformā 18. janvārī plkst. 10.42 (1. redakcija).\n\n"
    "2.8. Stāvoklis: Izpildīts būtiskā apjomā.\n\n"
    "Paveikts: «Notikušas trīs diskusijas.»\n\n"
    "Saņemts (projekts): iestāde vēl nav parakstījusi, nav publisks."
)


async def nudged(one: Cast) -> None:
    await one.town.decide()
    await one.town.settle()


async def test_nudge_answer_status_text_echo(one: Cast) -> None:
    town, member = one.town, one.member
    await nudged(one)
    assert labels(last(member)) == [["Atbildēt"], *INSTEAD]
    member.presses(last(member).id, "Atbildēt")
    await town.settle()
    asked = last(member)
    assert labels(asked) == [
        ["Nav sākts", "Ierobežotā apjomā"],
        ["Būtiskā apjomā", "Izpildīts"],
        ["Nav informācijas", "Nav ko ziņot…"],
    ]
    member.presses(asked.id, "Būtiskā apjomā")
    await town.settle()
    assert (last(member).id, labels(last(member))) == (asked.id, [])  # the question itself became the next one
    assert "Tagad vienā ziņā īsi uzrakstiet" in last(member).text
    member.says("Notikušas trīs diskusijas.")
    await town.settle()
    assert last(member).id == asked.id  # the echo waits a moment for the workspace
    town.written()
    await town.settle()
    assert (last(member).text, labels(last(member))) == (ECHO, AFTER)
    assert (town.versions(), town.discharged()) == ([("substantial", "Notikušas trīs diskusijas.")], [True])
    assert town.all(Draft) == []
    assert [(row.noun, row.values.get("completion")) for row in town.all(WorkspaceOperation)] == [
        ("reply", "substantial"),
        ("measure", "substantial"),
    ]
    assert set(town.outgoing()) == {
        ("nudge", "sent"),
        ("nudge-report", "pending"),
        ("ask-status", "sent"),
        ("ask-text", "sent"),
        ("echo", "sent"),
    }


async def test_the_dialogue_survives_a_restart_between_all_its_steps(either_town: Town) -> None:
    one = cast(either_town, "2.8")
    town, member = one.town, one.member

    async def again() -> None:
        """Each part of the work in a process of its own."""
        town.restart()
        await town.polling.fetch(wait=0)
        town.restart()
        while await town.lanes.step():
            town.restart()
        while await town.delivery.step():
            town.restart()

    await town.decide()
    await again()
    member.presses(last(member).id, "Atbildēt")
    await again()
    member.presses(last(member).id, "Būtiskā apjomā")
    await again()
    member.says("Notikušas trīs diskusijas.")
    await again()
    town.written()
    await again()
    assert last(member).text == ECHO
    assert (town.versions(), town.discharged()) == ([("substantial", "Notikušas trīs diskusijas.")], [True])


async def test_with_the_site_down_the_echo_says_that_it_waits(one: Cast) -> None:
    one.member.says("Notikušas trīs diskusijas.")
    await one.town.settle()
    assert said(one.member) == []
    one.town.pass_time()
    await one.town.settle()
    assert last(one.member).text.startswith("Atbilde ir saņemta un saglabāta 18. janvārī plkst. 10.42 (1. redakcija).")
    assert [row.values for row in one.town.all(OutgoingMessage) if row.kind == "echo"] == [
        {"version": 1, "written": False}
    ]


async def test_a_plain_text_is_the_answer_where_one_thing_is_awaited(one: Cast) -> None:
    one.member.says("  Notikušas trīs diskusijas.\n")
    await one.town.settle()
    one.town.written()
    await one.town.settle()
    assert one.town.versions() == [(None, "Notikušas trīs diskusijas.")]
    assert "Stāvoklis nav norādīts.\n" in last(one.member).text
    assert labels(last(one.member)) == [["Norādīt stāvokli", *AFTER[0]], AFTER[1]]


async def test_the_status_is_stated_afterwards_and_the_text_stays(one: Cast) -> None:
    one.member.says("Notikušas trīs diskusijas.")
    await one.town.settle()
    one.town.written()
    await one.town.settle()
    one.member.presses(last(one.member).id, "Norādīt stāvokli")
    await one.town.settle()
    one.member.presses(last(one.member).id, "Izpildīts")
    await one.town.settle()
    one.town.written()
    await one.town.settle()
    text = "Notikušas trīs diskusijas."
    assert one.town.versions() == [(None, text), ("complete", text)]
    assert toasts(one.member) == ["Izpildīts"]
    assert "(2. redakcija)" in last(one.member).text
    assert one.town.all(Draft) == []
    assert [(row.completion, row.done) for row in one.town.all(Measure)] == [("complete", text)]


async def test_a_reply_to_a_question_names_its_measure(two: Cast) -> None:
    """A question about one measure, answered in the app's own way, while another measure is open too."""
    town, member = two.town, two.member
    number = town.put(two.person, "ask-status", obligation=2)
    await town.settle()
    member.says("Par otro.", reply_to=last(member).id)
    await town.settle()
    assert town.message(number).state.value == "sent"
    assert (town.versions(), town.discharged()) == ([(None, "Par otro.")], [False, True])


async def test_of_several_open_the_text_is_kept_and_the_member_is_asked(two: Cast) -> None:
    await nudged(two)
    assert labels(last(two.member)) == [["2.8.", "2.10."], *INSTEAD]
    two.member.says("Viss izdarīts.", reply_to=last(two.member).id)
    await two.town.settle()
    assert last(two.member).text == "Teksts ir saglabāts: «Viss izdarīts.»\n\nUz ko tas attiecas?"
    assert labels(last(two.member)) == [["2.8.", "2.10."], ["Ne uz vienu"]]
    assert (two.town.versions(), [row.text for row in two.town.all(Draft)]) == ([], ["Viss izdarīts."])
    question = last(two.member).id
    two.member.presses(question, "2.10.")
    await two.town.settle()
    assert (two.town.versions(), two.town.discharged()) == ([(None, "Viss izdarīts.")], [False, True])
    assert two.town.all(Draft) == []
    two.member.presses(question, "2.8.")
    await two.town.settle()
    assert (two.town.versions(), toasts(two.member)) == ([(None, "Viss izdarīts.")], ["Tas jau ir izdarīts."])


async def test_a_kept_text_may_be_changed_before_its_measure_is_named(two: Cast) -> None:
    message = two.member.says("Viss izdarits.")
    await two.town.settle()
    two.member.edits(message, "Viss izdarīts.")
    await two.town.settle()
    two.member.presses(last(two.member).id, "2.8.")
    await two.town.settle()
    assert two.town.versions() == [(None, "Viss izdarīts.")]


async def test_a_text_that_begins_with_a_completion_says_both(one: Cast) -> None:
    one.member.says("Izpildīts ierobežotā apjomā. Divas no trim diskusijām.")
    await one.town.settle()
    assert one.town.versions() == [("limited", "Divas no trim diskusijām.")]


async def test_two_questions_open_at_once(two: Cast) -> None:
    town, member = two.town, two.member
    await nudged(two)
    nudge = last(member).id
    questions = []
    for button, status in (("2.8.", "Nav sākts"), ("2.10.", "Izpildīts")):
        member.presses(nudge, button)
        await town.settle()
        member.presses(last(member).id, status)
        await town.settle()
        questions.append(last(member).id)
        town.clock.advance(timedelta(minutes=1))
    member.says("Par vienu no abiem.")
    await town.settle()
    assert labels(last(member)) == [["2.10.", "2.8."], ["Ne uz vienu"]]  # the newest question first
    member.presses(last(member).id, "2.8.")
    member.says("Par otro.", reply_to=questions[1])
    await town.settle()
    assert sorted(town.versions(), key=str) == [("complete", "Par otro."), ("not_started", "Par vienu no abiem.")]
    assert (town.discharged(), town.all(Draft)) == ([True, True], [])


async def test_an_edited_message_is_a_new_version(one: Cast) -> None:
    message = one.member.says("Izpildīts. Notikušas divas diskusijas.")
    await one.town.settle()
    one.member.edits(message, "Notikušas trīs diskusijas.")
    await one.town.settle()
    assert one.town.versions() == [
        ("complete", "Notikušas divas diskusijas."),
        ("complete", "Notikušas trīs diskusijas."),
    ]


async def test_the_button_corrects_an_answer(one: Cast) -> None:
    town, member = one.town, one.member
    member.says("Izpildīts. Pirmais.")
    await town.settle()
    town.written()
    await town.settle()
    member.presses(last(member).id, "Labot")
    await town.settle()
    member.presses(last(member).id, "Nav sākts")
    await town.settle()
    member.says("Otrais.")
    await town.settle()
    assert town.versions() == [("complete", "Pirmais."), ("not_started", "Otrais.")]


async def test_a_reply_to_the_echo_corrects_it(one: Cast) -> None:
    one.member.says("Izpildīts. Pirmais.")
    await one.town.settle()
    one.town.written()
    await one.town.settle()
    one.member.says("Otrais.", reply_to=last(one.member).id)
    await one.town.settle()
    assert one.town.versions() == [("complete", "Pirmais."), ("complete", "Otrais.")]


async def test_words_after_the_answer_are_asked_about_not_recorded(one: Cast) -> None:
    one.member.says("Izdarīts.")
    one.member.says("Vēl kas.")
    await one.town.settle()
    asked = [["2.8."], ["Ne uz vienu"]]
    assert (one.town.versions(), labels(last(one.member))) == ([(None, "Izdarīts.")], asked)


async def test_one_chat_for_two_bodies(town: Town) -> None:
    one = cast(town, "2.8")

    def second(facts: Facts) -> None:
        other = facts.body("IZM")
        person = facts.person("IZM kontaktpersona", other)
        facts.joins(person, address=str(1000 + one.person.id))
        facts.measure("3.1", other)
        facts.round(key="second")
        facts.opened("2021-01-18")

    town.make(second)
    await nudged(one)
    (note,) = one.member.messages
    assert labels(note) == [["2.8. VARAM", "3.1. IZM"], *INSTEAD]
    one.member.says("Ministrijas atbilde.", reply_to=note.id)
    await town.settle()
    one.member.presses(last(one.member).id, "2.8. VARAM")
    await town.settle()
    # What is left of the reminder is clear.
    one.member.says("Citas ministrijas atbilde.", reply_to=note.id)
    await town.settle()
    assert town.versions() == [(None, "Ministrijas atbilde."), (None, "Citas ministrijas atbilde.")]
    assert town.discharged() == [True, True]
    assert [row.values["submitted_by"] for row in town.all(WorkspaceOperation) if row.noun == "reply"] == [
        "VARAM kontaktpersona",
        "IZM kontaktpersona",
    ]
