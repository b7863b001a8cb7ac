"""Texts for the public on the page: written there beside the words as given, for the site, and shown to the body."""

from __future__ import annotations

from io import BytesIO

from docx import Document
from openpyxl import load_workbook

from forum.journal import JournalEntry
from forum.operations import WorkspaceOperation
from forum.outbox import OutgoingMessage
from forum.publication_texts import PublicationText
from forum.replies import ReplyVersion
from tests.web.worksheet.desk import ANSWER, DONE, Cast, Desk, cast

PUBLIC, ENGLISH = "Dati ir publiski.", "The data are public."


def page(made: Cast) -> str:
    return f"teksti/{made.duties[0].round_id}/"


def texts(desk: Desk) -> list[tuple[int, int, str, str]]:
    return [(row.turn, row.version, row.text, row.text_en) for row in desk.all(PublicationText)]


def report(desk: Desk, link: str, made: Cast, language: str) -> list[str]:
    file = desk.http.get(f"{link}zinojums/{made.duties[0].round_id}/fails/{language}.docx")
    return [line.text for line in Document(BytesIO(file.content)).paragraphs]


def published(desk: Desk, link: str, made: Cast, language: str) -> object:
    """What the workbook of the report has as the text for the public."""
    file = desk.http.get(f"{link}zinojums/{made.duties[0].round_id}/fails/{language}.xlsx")
    head, row, *_ = load_workbook(BytesIO(file.content)).worksheets[0].iter_rows(values_only=True)
    return dict(zip(head, row, strict=True))[{"lv": "Publicējamais teksts", "en": "Text for publication"}[language]]


def test_a_text_for_the_public_is_written_beside_the_words_as_given(either_desk: Desk) -> None:
    desk = either_desk
    made = cast(desk, "2.8")
    link = desk.link(made.coordinator)
    assert desk.visit(link, page(made)).texts("//p[@class='note']") == ["Atbilžu vēl nav."]
    assert desk.visit(made.link, page(made)).status == 404
    assert desk.visit(made.link, made.of()).tree.xpath("//*[@name='english']") == []  # this forum does not ask for it
    desk.send(made.link, made.of() + "atbilde", {**ANSWER, "english": ENGLISH})
    assert texts(desk) == []
    (reply,) = {row.reply_id for row in desk.all(ReplyVersion)}
    first = {"reply": reply, "turn": "0", "version": "1", "text": PUBLIC, "english": ENGLISH}
    assert desk.send(made.link, page(made), first).status == 404
    assert desk.send(link, page(made), first).told[0].startswith("Teksts ir saglabāts;")
    assert texts(desk) == [(1, 1, PUBLIC, ENGLISH)]
    assert [one.values for one in desk.all(WorkspaceOperation)][-1] == {"publish_text": PUBLIC, "text_en": ENGLISH}
    assert [row.values for row in desk.all(OutgoingMessage) if row.kind == "publication-text"] == [{"replies": [reply]}]
    shown = desk.visit(made.link, made.of())
    assert [word for word in shown.texts("//p[@class='words']") if word] == [PUBLIC, ENGLISH]
    assert [row.done for row in desk.all(ReplyVersion)] == [DONE]

    # Whoever wrote meanwhile is not written over unseen, and what was typed stays.
    late = desk.send(link, page(made), {**first, "text": "Citādi.", "english": ""})
    assert (late.status, list(late.errors), late.value("text"), len(texts(desk))) == (422, ["text"], "Citādi.", 1)
    assert late.value("turn") == "1"

    # The next version has its own words in the report, until the same text is kept for it.
    assert [PUBLIC in report(desk, link, made, "lv"), ENGLISH in report(desk, link, made, "en")] == [True, True]
    desk.send(made.link, made.of() + "atbilde", {**ANSWER, "done": "Jauni vārdi."})
    assert PUBLIC not in report(desk, link, made, "lv")
    assert desk.visit(link, page(made)).texts("//li//p[@class='note']")[0].startswith("Šis teksts rakstīts 1. red")
    again = {"reply": reply, "turn": "1", "version": "2", "text": PUBLIC, "english": ENGLISH}
    desk.send(link, page(made), again)
    assert desk.send(link, page(made), {**again, "turn": "2"}).told == ["Tas jau ir izdarīts; nekas nav mainīts."]
    assert PUBLIC in report(desk, link, made, "lv")
    taken = desk.send(link, page(made), {**again, "turn": "2", "text": "", "english": ""})
    assert taken.told == ["Teksts ir noņemts; ziņojumā būs iestādes vārdi."]
    assert texts(desk)[1:] == [(2, 2, PUBLIC, ENGLISH), (3, 2, "", "")]
    by = [row.actor for row in desk.all(JournalEntry) if row.noun == "publication_text"]
    assert by == [f"person:{made.coordinator.id}"] * 3


def test_english_words_alone_stand_in_the_english_report(desk: Desk) -> None:
    made = cast(desk, "2.8")
    link = desk.link(made.coordinator)
    desk.send(made.link, made.of() + "atbilde", ANSWER)
    (reply,) = {row.reply_id for row in desk.all(ReplyVersion)}
    desk.send(link, page(made), {"reply": reply, "turn": "0", "version": "1", "english": ENGLISH})
    assert [ENGLISH in report(desk, link, made, language) for language in ("lv", "en")] == [False, True]
    assert any(DONE in line for line in report(desk, link, made, "lv"))
    assert [published(desk, link, made, language) for language in ("lv", "en")] == [None, ENGLISH]
    # Nobody is asked to look at what only says the same.
    assert [row.kind for row in desk.all(OutgoingMessage) if row.kind == "publication-text"] == []
    desk.send(link, page(made), {"reply": reply, "turn": "1", "version": "1", "text": PUBLIC, "english": ENGLISH})
    assert any("1. redakcija. Teksts rediģēts publicēšanai;" in line for line in report(desk, link, made, "lv"))
    assert [published(desk, link, made, language) for language in ("lv", "en")] == [PUBLIC, ENGLISH]
    assert not any(DONE in line for line in report(desk, link, made, "en"))


def test_whoever_answers_gives_it_in_english_where_the_forum_asks(english_desk: Desk) -> None:
    desk = english_desk
    made = cast(desk, "2.8")
    given = {**ANSWER, "english": ENGLISH}
    desk.send(made.link, made.of() + "atbilde", given)
    desk.send(made.link, made.of() + "atbilde", {**given, "done": "Citi vārdi."})  # the same English, for the new words
    assert texts(desk) == [(1, 1, "", ENGLISH), (2, 2, "", ENGLISH)]
    assert desk.visit(made.link, made.of()).value("english") == ENGLISH
    assert ENGLISH in report(desk, desk.link(made.coordinator), made, "en")
    # What is restricted leaves the page in no language.
    desk.send(made.link, made.of() + "atbilde", {**given, "internal": "yes"})
    assert texts(desk)[2:] == [(3, 3, "", "")]
    # Once a coordinator has worded it, the English is theirs.
    said = {"reply": "1", "turn": "3", "version": "3", "text": PUBLIC}
    desk.send(desk.link(made.coordinator), page(made), said)
    assert desk.visit(made.link, made.of()).tree.xpath("//*[@name='english']") == []
