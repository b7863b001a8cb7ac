"""Erasing on the page: at any time, by whoever answers or by a coordinator; and a finished report that says it."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from docx import Document
from sqlalchemy.orm import Session

from forum import records, searching, signing
from forum.people import Institution, Person
from forum.records import File, Record, RecordContent
from forum.replies import ReplyVersion
from forum.rounds import Round
from forum.searching import RecordSearch
from forum.times import at as moment
from service.searching import look
from tests.facts import riga
from tests.web.worksheet.desk import ANSWER, DONE, Cast, Desk, cast

ERASED = "Teksts izņemts pirmdien, 2021. gada 1. martā."


def holding(desk: Desk, word: str = DONE) -> list[str]:
    """The tables that hold the words."""
    return [table for table, rows in desk.everything().items() for row in rows if word in row]


def signed(made: Cast) -> None:
    def sign(session: Session) -> None:
        one, body = session.get_one(Round, made.duties[0].round_id), session.get_one(Institution, made.body.id)
        by, at = session.get_one(Person, made.person.id), moment(made.desk.clock.now, made.desk.policy)
        signing.sign(session, one, body, number="1-12/345", on=date(2021, 1, 15), by=by, at=at)

    made.desk.do(sign)


def test_after_the_lock_the_words_go_and_the_letter_that_holds_them_is_named(either_desk: Desk) -> None:
    desk = either_desk
    made = cast(desk, "2.8")
    desk.send(made.link, made.of() + "atbilde", ANSWER)
    signed(made)
    desk.clock.set(riga("2021-03-01 10:00"))
    made.link = desk.link(made.person)
    page = desk.visit(made.link, made.of())
    assert page.texts("//details//p[@class='note']") == [
        "Parakstītajā vēstulē Nr. 1-12/345 (piektdiena, 2021. gada 15. janvāris) teksts paliek: to var dzēst tikai "
        "tie, kas vēstuli glabā."
    ]
    page = desk.send(made.link, made.of() + "dzest-tekstu")
    assert page.told == ["Teksts ir dzēsts; atbilde paliek ar norādi, ka tas ir izņemts."]
    assert holding(desk) == []
    facts = dict(zip(page.texts("//dl[@class='said']//dt"), page.texts("//dl[@class='said']//dd"), strict=True))
    assert facts == {"Stāvoklis": "Izpildīts būtiskā apjomā", "Teksts": "izņemts pirmdien, 2021. gada 1. martā"}
    assert "Dzēst tekstu…" not in page.texts("//summary")
    # What was signed keeps its letter and version, and says in every paper that its words are gone.
    link, number = desk.link(made.coordinator), made.duties[0].round_id
    got = desk.visit(link, f"zinojums/{number}/fails/lv.docx").answer
    lines = [line.text for line in Document(BytesIO(got.content)).paragraphs]
    assert ERASED in lines
    assert any("Nr. 1-12/345" in line and "1. redakcija" in line for line in lines)
    letter = desk.visit(made.link, f"vestule/{number}/{made.body.id}/fails/docx").answer
    assert ERASED in [line.text for line in Document(BytesIO(letter.content)).paragraphs]


def test_a_coordinator_erases_on_the_desk(either_desk: Desk) -> None:
    desk = either_desk
    made = cast(desk, "2.8", "2.9")
    desk.send(made.link, made.of() + "atbilde", ANSWER)
    desk.clock.set(riga("2021-03-01 10:00"))
    link, at = desk.link(made.coordinator), f"karta/{made.duties[0].round_id}/"
    assert desk.visit(link, at).texts("//select[@name='erase']/option") == ["2.8. Pasākums 2.8"]
    wrong = desk.send(link, at + "dzest-tekstu", {"erases": str(made.body.id)})
    assert (wrong.status, set(wrong.errors)) == (422, {"erase", "why", "sure-erase"})
    asked = {"erases": str(made.body.id), "erase": str(made.duties[0].id), "why": "law", "sure": "yes"}
    assert desk.send(desk.link(made.person), at + "dzest-tekstu", asked).status == 404
    page = desk.send(link, at + "dzest-tekstu", asked)
    assert page.told == ["Teksts ir dzēsts; iestādei par to ziņosim."]
    assert holding(desk) == []
    assert [row.erased_at is not None for row in desk.all(ReplyVersion)] == [True]
    assert "izņemts pirmdien, 2021. gada 1. martā" in page.texts("//ul[@class='shares']/li")[0]
    assert page.texts("//select[@name='erase']") == []


def searched(desk: Desk) -> list[str]:
    """Have done at once what the service does by and by; what came of it."""

    def look_through(session: Session) -> list[str]:
        found: list[str] = []
        for number in searching.due(session, "ogp-forum"):
            one = look(*searching.content(session, number))
            found.append(one.value)
            searching.keep(session, number, one, at=moment(desk.clock.now, desk.policy))
        return found

    return desk.do(look_through)


def report(said: str) -> bytes:
    made, kept = Document(), BytesIO()
    made.add_paragraph(said)
    made.save(kept)
    return kept.getvalue()


def test_a_finished_report_that_says_it_is_to_be_replaced_where_it_was_published(either_desk: Desk) -> None:
    desk = either_desk
    made = cast(desk, "2.8")
    desk.send(made.link, made.of() + "atbilde", ANSWER)
    link, at = desk.link(made.coordinator), f"zinojums/{made.duties[0].round_id}/"
    old = ("gala.docx", report(f"Pasākums 2.8. {DONE} Un vēl."), "")
    desk.send(link, at + "gala", {}, file=old)
    desk.send(link, at + "publicets", {"place": "mk.gov.lv"})
    desk.send(made.link, made.of() + "dzest-tekstu")
    assert desk.visit(link, at).texts("//div[@class='note']") == [
        "IZM, 2.8. – pārmeklējam, vai ziņojumā ir dzēstais teksts."
    ]
    assert searched(desk) == ["holds"]
    page = desk.visit(link, at)
    assert page.texts("//div[@class='note late']") == [
        "IZM, 2.8. – ziņojumā ir dzēstais teksts. Failu vairs neglabājam; lūdzu, iesniedziet labotu un aizstājiet to "
        "visur, kur ziņojums ir publicēts."
    ]
    assert page.texts("//li/strong") == ["jāaizstāj"]
    assert "vairs netiek glabāts" in page.texts("//dl[@class='facts']")[0]
    assert desk.visit(link, at + "fails/gala").status == 404
    assert desk.all(RecordContent) == []
    # The same file is not kept again; a corrected one is looked through, and is to be published where the old one was.
    desk.send(link, at + "gala", {}, file=old)
    assert (desk.all(RecordContent), len(desk.all(Record))) == ([], 1)
    desk.send(link, at + "gala", {}, file=("labots.pdf", b"%PDF-1.7", ""))
    assert searched(desk) == ["unreadable"]
    page = desk.visit(link, at)
    assert page.texts("//ul[@class='pieces']/li")[-1].startswith("mk.gov.lv Atzīmēt")
    number = desk.all(RecordSearch)[-1].id
    page = desk.send(link, at + "apskatits", {"search": str(number)})
    assert page.told == ["Atzīmēts: galīgajā ziņojumā dzēstā teksta nav."]
    assert [(row.phrases, row.settled_at is not None) for row in desk.all(RecordSearch)] == [([], True), ([], True)]
    assert page.texts("//div[@class='note']") == []


def test_a_report_that_does_not_say_it_stays(desk: Desk) -> None:
    made = cast(desk, "2.8")
    desk.send(made.link, made.of() + "atbilde", ANSWER)

    def bring(session: Session) -> Record:
        one = session.get_one(Round, made.duties[0].round_id)
        return records.take(session, one, File("gala.docx", report("Kas cits.")), by="VK", now=desk.clock.now())

    desk.do(bring)
    desk.send(made.link, made.of() + "dzest-tekstu")
    assert searched(desk) == ["nothing"]
    assert len(desk.all(RecordContent)) == 1
    assert [row.phrases for row in desk.all(RecordSearch)] == [[]]

    assert searched(desk) == []
