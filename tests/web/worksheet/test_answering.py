"""Answering on the page: the same answer, with the same consequences, as in chat; nothing typed is ever lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import answering, colleagues, drafts
from forum.answering import Answer
from forum.drafts import Awaits, Draft
from forum.journal import JournalEntry
from forum.operations import WorkspaceOperation
from forum.outbox import OutgoingMessage, To
from forum.plan import Completion, Measure
from forum.replies import LONGEST, Manner, ReplyVersion
from forum.rounds import Kind, Obligation, Round
from tests.facts import FORUM, at
from tests.web.worksheet.desk import ANSWER, DONE, NOW, RECORD, Cast, Desk, cast


def versions(desk: Desk) -> list[tuple[str, Manner, str | None, str, str, str]]:
    return [
        (row.channel, row.manner, row.completion and row.completion.value, row.done, row.obstacles, row.next_step)
        for row in desk.all(ReplyVersion)
    ]


def messages(desk: Desk) -> list[tuple[str, int | None]]:
    return [(row.kind, row.person_id) for row in desk.all(OutgoingMessage)]


FIRST = ("page", Manner.TOLD, "substantial", DONE, "", "Atvērt API.")


def test_an_answer_does_all_that_an_answer_does(either_desk: Desk) -> None:
    desk = either_desk
    made = cast(desk, "2.8", **RECORD)
    page = desk.send(made.link, made.of() + "atbilde", ANSWER)
    assert (page.status, page.told) == (200, ["Paldies! Atbilde ir saņemta un saglabāta.", "Vairāk nekas nav gaidāms."])
    assert page.texts("//section[1]//dd") == ["Izpildīts būtiskā apjomā", DONE, "Atvērt API."]
    assert page.texts("//section[1]/p")[0] == "1. redakcija, 18. janvārī plkst. 10.42. Atbildēja: IZM kontaktpersona."
    assert page.texts("//section[1]/p")[1].startswith("Saglabāts; ierakstām platformā.")
    assert versions(desk) == [FIRST]
    assert messages(desk) == [("echo", made.person.id)]
    assert [(row.noun, row.values["done"]) for row in desk.all(WorkspaceOperation)] == [
        ("reply", DONE),
        ("measure", DONE),
    ]
    assert [row.discharged_at is not None for row in desk.all(Obligation)] == [True]
    assert [(row.action, row.side) for row in desk.all(JournalEntry)][-1] == ("reply.recorded", "page")
    assert desk.changed == 1


def test_whoever_cannot_be_written_to_is_told_on_the_page_alone(desk: Desk) -> None:
    made = cast(desk, "2.8", reached=False)
    assert desk.send(made.link, made.of() + "atbilde", ANSWER).told
    assert messages(desk) == []


def test_what_is_wrong_is_said_at_the_field_and_what_was_typed_stays(desk: Desk) -> None:
    made = cast(desk, "2.8")
    before = desk.everything()
    typed = {"choice": "limited", "done": "", "obstacles": "Nav\r\nnaudas.", "next_step": "x" * (LONGEST + 1)}
    page = desk.send(made.link, made.of() + "atbilde", typed)
    assert page.status == 422
    assert page.errors == {
        "done": "Uzrakstiet, kas paveikts.",
        "next_step": "Šis teksts platformā neietilpst (vairāk nekā 63\u00a0999 zīmju). Lūdzu, saīsiniet to.",
    }
    assert page.texts("//title")[0].startswith("Kļūda: 2.8.")
    (field,) = page.tree.xpath("//textarea[@name='done']")
    assert (field.get("aria-invalid"), field.get("aria-describedby")) == ("true", "done-hint done-wrong")
    assert (page.chosen("choice"), page.value("obstacles")) == (["limited"], "Nav\nnaudas.")
    assert page.value("next_step") == typed["next_step"]
    assert desk.everything() == before


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({}, ["choice"]),
        ({"choice": "withdrawn"}, ["choice"]),
        ({"choice": "complete"}, ["done"]),
        ({"choice": "not_started"}, ["obstacles"]),
        ({"choice": "nothing"}, ["obstacles"]),
        ({"choice": "no_evidence"}, []),
        ({"choice": "not_started", "obstacles": "Nav naudas."}, []),
    ],
)
def test_what_each_status_asks_for(desk: Desk, typed: dict[str, str], wrong: list[str]) -> None:
    made = cast(desk, "2.8")
    page = desk.send(made.link, made.of() + "atbilde", typed)
    assert list(page.errors) == wrong
    assert len(versions(desk)) == (0 if wrong else 1)


def test_a_button_pressed_twice_answers_once_and_a_correction_is_a_version(desk: Desk) -> None:
    made = cast(desk, "2.8", **RECORD)
    for _ in range(2):
        desk.send(made.link, made.of() + "atbilde", ANSWER)
    assert versions(desk) == [FIRST]
    corrected = {"choice": "not_started", "done": "", "obstacles": "Nav naudas.", "next_step": ""}
    page = desk.send(made.link, made.of() + "atbilde", corrected)
    assert page.texts("//h2")[:2] == ["Ierakstītā atbilde", "Labot atbildi"]
    assert versions(desk) == [FIRST, ("page", Manner.TOLD, "not_started", "", "Nav naudas.", "")]
    (row,) = desk.all(Measure)
    assert (row.completion, row.done, row.obstacles, row.next_step) == (
        Completion.NOT_STARTED,
        "",
        "Nav naudas.",
        "",
    )


def test_nothing_to_report_keeps_what_is_on_record(desk: Desk) -> None:
    made = cast(desk, "2.8", **RECORD)
    desk.send(made.link, made.of() + "atbilde", {"choice": "nothing", "done": "x", "obstacles": "Nav datu."})
    assert versions(desk) == [("page", Manner.NOTHING, "limited", "", "Nav datu.", "")]
    assert [row.done for row in desk.all(Measure)] == [RECORD["done"]]
    assert desk.visit(made.link, made.of()).chosen("choice") == ["nothing"]


def test_two_answers_by_two_channels_at_once_are_two_versions(either_desk: Desk) -> None:
    desk = either_desk
    made = cast(desk, "2.8")

    def chat(session: Session) -> None:
        colleagues.record(
            session,
            session.get_one(Obligation, made.duties[0].id),
            made.colleague,
            Answer(channel="telegram", done="No sarunas."),
            at=at(NOW),
            own={made.colleague.id},
            here=To(person_id=made.colleague.id),
            echo=To(person_id=made.colleague.id),
        )

    with ThreadPoolExecutor(2) as threads:
        in_chat = threads.submit(desk.do, chat)
        on_page = threads.submit(desk.send, made.link, made.of() + "atbilde", ANSWER)
        in_chat.result(30)
        assert on_page.result(30).status == 200
    assert sorted((row.channel, row.done) for row in desk.all(ReplyVersion)) == [
        ("page", DONE),
        ("telegram", "No sarunas."),
    ]
    assert [row.version for row in desk.all(ReplyVersion)] == [1, 2]


def test_whoever_answers_after_a_colleague_sees_what_was_said_and_the_colleague_hears(desk: Desk) -> None:
    made = cast(desk, "2.8")
    desk.send(desk.link(made.colleague), made.of() + "atbilde", {**ANSWER, "done": "Kolēģa teksts."})
    page = desk.send(made.link, made.of() + "atbilde", ANSWER)
    assert page.texts("//blockquote/p") == ["Izpildīts būtiskā apjomā", "Kolēģa teksts."]
    assert messages(desk) == [
        ("echo", made.colleague.id),
        ("echo", made.person.id),
        ("colleague-changed", made.colleague.id),
    ]


def test_what_was_begun_in_chat_is_over(desk: Desk) -> None:
    made = cast(desk, "2.8")
    duty, person = made.duties[0].id, made.person.id
    begun: dict[str, Any] = {"person_id": person, "obligation_id": duty, "awaits": Awaits.TEXT}
    desk.do(lambda session: drafts.begin(session, FORUM, **begun, now=at(NOW).now))
    desk.send(made.link, made.of() + "atbilde", ANSWER)
    assert desk.all(Draft) == []


def submit_unchanged(made: Cast, **more: str) -> Any:
    page = made.desk.visit(made.link, made.of())
    return made.desk.send(made.link, made.of() + "bez-izmainam", {"seen": page.value("seen"), **more})


def test_unchanged_is_what_was_shown(desk: Desk) -> None:
    made = cast(desk, "2.8", **RECORD)
    page = submit_unchanged(made)
    assert page.told[0] == "Paldies! Ierakstīts, ka nekas nav mainījies."
    assert versions(desk) == [("page", Manner.UNCHANGED, "limited", "Sagatavots apraksts.", "", "Konkurss.")]
    again = desk.send(made.link, made.of() + "bez-izmainam", {"seen": "x"})
    assert again.told == ["Tas jau ir izdarīts; nekas nav mainīts."]


def test_a_record_that_was_changed_meanwhile_is_shown_anew_first(desk: Desk) -> None:
    made = cast(desk, "2.8", **RECORD)
    page = desk.visit(made.link)
    desk.do(lambda session: setattr(session.scalars(select(Measure)).one(), "done", "Cits teksts."))
    shown = desk.send(made.link, made.of() + "bez-izmainam", {"seen": page.value("seen")})
    assert (shown.status, list(shown.errors)) == (422, ["unchanged"])
    assert "Cits teksts." in shown.texts("//section[1]//dd")
    assert versions(desk) == []


def test_of_what_was_not_started_it_is_asked_why(desk: Desk) -> None:
    made = cast(desk, "2.8", completion=Completion.NOT_STARTED)
    assert list(submit_unchanged(made).errors) == ["why"]
    submit_unchanged(made, why="Nav naudas.")
    assert versions(desk) == [("page", Manner.UNCHANGED, "not_started", "", "Nav naudas.", "")]


def test_an_answer_is_taken_back_and_what_stood_before_stands_again(desk: Desk) -> None:
    made = cast(desk, "2.8", **RECORD)
    desk.send(made.link, made.of() + "atbilde", ANSWER)
    page = desk.send(made.link, made.of() + "atsaukt")
    assert page.told == ["Atbilde ir atsaukta."]
    assert page.value("done") == RECORD["done"]
    assert [row.discharged_at for row in desk.all(Obligation)] == [None]
    assert desk.send(made.link, made.of() + "atsaukt").told == ["Tas jau ir izdarīts; nekas nav mainīts."]


def test_a_closed_round_takes_nothing_and_shows_what_was_typed(desk: Desk) -> None:
    made = cast(desk, "2.8")

    def close(session: Session) -> None:
        one = session.scalars(select(Round)).one()
        one.kind, one.due_on = Kind.VOLUNTARY, at("2021-01-15").day

    desk.do(close)
    page = desk.send(made.link, made.of() + "atbilde", ANSWER)
    assert page.status == 409
    assert page.texts("//p[@class='note']")[0].startswith("Šis atskaites termiņš ir slēgts")
    assert page.texts("//section/p[@class='words']") == [DONE, "Atvērt API."]
    assert versions(desk) == []


def test_of_a_worksheet_it_is_asked_whether_the_plan_is_right_and_nothing_of_how_far_it_is(desk: Desk) -> None:
    made = cast(desk, "2.8", **RECORD)
    desk.do(lambda session: setattr(session.scalars(select(Round)).one(), "kind", Kind.FILLING))
    page = desk.visit(made.link, made.of())
    assert page.texts("//legend") == ["Pierādījumi (nav obligāti)", "Kas traucē atbildēt?"]
    assert desk.send(made.link, made.of() + "atbilde", {}).status == 422
    assert desk.send(made.link, made.of() + "bez-izmainam").status == 200
    assert desk.send(made.link, made.of() + "atbilde", {"done": "Termiņš ir jūnijs."}).status == 200
    assert versions(desk) == [
        ("page", Manner.UNCHANGED, None, "", "", ""),
        ("page", Manner.TOLD, None, "Termiņš ir jūnijs.", "", ""),
    ]
    assert {row.noun for row in desk.all(WorkspaceOperation)} == {"reply"}


def test_a_letter_names_no_words_of_its_own_in_the_form(desk: Desk) -> None:
    made = cast(desk, "2.8", **RECORD)
    sent = desk.send(made.link, made.of() + "neatbildu", {"trouble": "letter", "words": "Nr. 5, 18.01."})
    assert sent.told[0].startswith("Paldies! Vēstule ir pierakstīta")
    assert [(row.channel, row.done) for row in desk.all(ReplyVersion)] == [(answering.LETTER, "Nr. 5, 18.01.")]
    assert sent.value("done") == RECORD["done"]


def test_an_internal_answer_shows_its_text_here_alone(desk: Desk) -> None:
    made = cast(desk, "2.8", **RECORD)
    page = desk.send(made.link, made.of() + "atbilde", {**ANSWER, "internal": "yes"})
    assert page.texts("//section[1]/p[@class='note']")[0].startswith("Ierobežotas pieejamības atbilde")
    assert DONE in page.texts("//section[1]//dd")
    assert page.chosen("internal") == ["yes"]
    assert [row.values.get("done") for row in desk.all(WorkspaceOperation)] == ["", None]
    wrong = desk.send(made.link, made.of() + "atbilde", {**ANSWER, "done": ""})
    assert wrong.chosen("internal") == []  # it was unticked
    desk.send(made.link, made.of() + "atbilde", ANSWER)
    assert [row.internal for row in desk.all(ReplyVersion)] == [True, False]


def test_the_text_of_an_answer_is_erased(either_desk: Desk) -> None:
    desk = either_desk
    made = cast(desk, "2.8", **RECORD)
    desk.send(made.link, made.of() + "atbilde", ANSWER)
    page = desk.send(made.link, made.of() + "dzest-tekstu")
    assert page.told == ["Teksts ir dzēsts, un atbilde ir atsaukta."]
    assert page.value("done") == RECORD["done"]
    assert page.texts("//summary") == ["Ja pašlaik neatbildat"]  # nothing is left to erase
    assert [table for table, rows in desk.everything().items() for row in rows if DONE in row] == []
