"""The letter and the report of record on the page: made, signed, brought back and ticked off, by those whose it is."""

from __future__ import annotations

import hashlib
from io import BytesIO

from docx import Document
from sqlalchemy.orm import Session

from forum.filings import Filing
from forum.people import Person
from forum.records import Publishing, Record
from tests.facts import Facts, riga
from tests.web.worksheet.desk import ANSWER, DONE, RECORD, Desk, addresses, cast


def test_a_letter_is_made_and_closed(either_desk: Desk) -> None:
    desk = either_desk
    made = cast(desk, "2.8", "2.9")
    at = f"vestule/{made.duties[0].round_id}/{made.body.id}/"
    assert made.link + at in addresses(desk.visit(made.link))
    nothing = desk.send(made.link, at + "sagatavot", {})
    assert (nothing.status, list(nothing.errors)) == (422, ["make"])
    desk.send(made.link, made.of() + "atbilde", ANSWER)
    page = desk.send(made.link, at + "sagatavot", {})
    assert (page.head, page.told) == (
        "Vēstule: IZM pilnā vārdā",
        ["Vēstules projekts ir sagatavots; to var lejupielādēt."],
    )
    assert page.texts("//ul[@class='pieces']/li") == [
        "2.8. Pasākums 2.8 IZM – tiek parakstīts",
        "2.9. Pasākums 2.9 IZM – gaidām",
    ]
    got = desk.visit(made.link, at + "fails/docx").answer
    assert "filename*=UTF-8''vestule-IZM-2021-1.docx" in got.headers["content-disposition"]
    assert Document(BytesIO(got.content)).paragraphs[0].text == "IZM pilnā vārdā"

    wrong = desk.send(made.link, at + "numurs", {"number": " ", "on": "2021-02-01"})
    assert wrong.errors == {
        "number": "Ierakstiet vēstules numuru.",
        "on": "Vēstules datums nevar būt vēlāks par šodienu.",
    }
    assert wrong.value("on") == "2021-02-01"
    signed = desk.send(made.link, at + "numurs", {"number": "1-12/345", "on": "2021-01-15"})
    assert signed.told == ["Vēstules numurs un datums ir ierakstīts."]
    assert [(row.number, str(row.letter_on)) for row in desk.all(Filing)] == [("1-12/345", "2021-01-15")]
    # The answer's own page says which letter it is in.
    assert "Parakstītajā vēstulē ir 1. redakcija" in desk.visit(made.link, made.of()).texts("//section[1]")[0]


def test_after_the_lock_an_official_letter_is_received_and_a_coordinator_takes_a_number_back(desk: Desk) -> None:
    made = cast(desk, "2.8", "2.9")
    at = f"vestule/{made.duties[0].round_id}/{made.body.id}/"
    desk.send(made.link, made.of() + "atbilde", ANSWER)
    desk.clock.set(riga("2021-03-01 10:00"))
    made.link = desk.link(made.person)
    assert made.link + at in addresses(desk.visit(made.link))
    page = desk.visit(made.link, at)
    assert "Kārta ir slēgta. Oficiālu vēstuli pierakstām arī tagad" in page.texts("//form//p[@class='hint']")[1]
    assert page.texts("//ul[@class='pieces']/li")[1] == "2.9. Pasākums 2.9 IZM – nav saņemts"
    page = desk.send(made.link, at + "numurs", {"number": "9", "on": "2021-02-26"})
    told = "Vēstule saņemta pēc kārtas slēgšanas: piektdiena, 2021. gada 26. februāris, Nr. 9."
    assert (page.told, page.texts("//p[@class='note']")) == (["Vēstules numurs un datums ir ierakstīts."], [told])
    assert told in " ".join(desk.visit(made.link).texts("//li"))
    assert [(row.number, row.late) for row in desk.all(Filing)] == [("9", True)]
    # The answer itself comes too late for the page, and the body's contact does not take a number back.
    assert desk.send(made.link, made.of(1) + "atbilde", ANSWER).status == 409
    assert desk.send(made.link, at + "atvert", {}).status == 404
    page = desk.send(desk.link(made.coordinator), at + "atvert", {})
    assert page.told == ["Vēstules numurs un datums ir izņemts; vēstule atkal tiek parakstīta."]
    assert [(row.number, row.signed_at, row.late) for row in desk.all(Filing)] == [("", None, False)]


def test_a_letter_is_for_those_whose_it_is(desk: Desk) -> None:
    made = cast(desk, "2.8", second="3.1")
    number = made.duties[0].round_id
    theirs = f"vestule/{number}/{made.coordinator.institution_id}/"
    for page in (theirs, f"vestule/{number}/9999/", f"vestule/9999/{made.body.id}/", f"zinojums/{number}/"):
        assert desk.visit(made.link, page).status == 404, page
    assert desk.visit(made.link, f"zinojums/{number}/fails/lv.docx").status == 404
    assert desk.send(made.link, f"zinojums/{number}/gala", {}, file=("z.docx", b"PK", "")).status == 404
    assert desk.all(Record) == []
    # A coordinator sees to any.
    assert desk.visit(desk.link(made.coordinator), f"vestule/{number}/{made.body.id}/").status == 200


def test_the_finished_report_is_brought_back_and_ticked_off(either_desk: Desk) -> None:
    desk = either_desk
    made = cast(desk, "2.8")
    link, at = desk.link(made.coordinator), f"zinojums/{made.duties[0].round_id}/"
    page = desk.visit(link, at)
    assert page.texts("//p[@class='lead']") == ["Saņemto atbilžu skaits: 0 no 1."]
    for kind, begins in (("lv.docx", b"PK"), ("en.pdf", b"%PDF"), ("lv.xlsx", b"PK")):
        assert desk.visit(link, f"{at}fails/{kind}").answer.content.startswith(begins)
    assert list(desk.send(link, at + "gala", {}).errors) == ["file"]
    for _ in range(2):  # the same once more is the one that is there
        page = desk.send(link, at + "gala", {}, file=("Ziņojums.docx", b"PK gala", ""))
    assert page.told == ["Galīgais ziņojums ir saglabāts."]
    (record,) = desk.all(Record)
    assert (record.name, record.by, record.sha256) == (
        "Ziņojums.docx",
        "VK koordinators",
        hashlib.sha256(b"PK gala").hexdigest(),
    )
    assert desk.visit(link, at + "fails/gala").answer.content == b"PK gala"
    assert "Kopš tā nekas nav mainījies." in page.texts("//p[@class='note']")

    desk.send(made.link, made.of() + "atbilde", ANSWER)
    page = desk.visit(link, at)
    assert page.texts("//p[@class='note']") == ["Kopš tā mainījušās atbildes: 2.8. Galīgo ziņojumu tas nemaina."]
    desk.send(link, at + "publicets", {"place": "mk.gov.lv"})
    assert desk.send(link, at + "publicets", {"place": "mk.gov.lv"}).told == ["Tas jau ir izdarīts; nekas nav mainīts."]
    assert [(row.place, row.by) for row in desk.all(Publishing)] == [("mk.gov.lv", "VK koordinators")]
    desk.send(link, at + "publicets", {"place": "mk.gov.lv", "undo": "yes"})
    assert desk.all(Publishing) == []


def test_a_measures_worksheet_has_its_whole_history(either_desk: Desk) -> None:
    """Every version with its source, the one that counts first; for those whose it is alone."""
    desk = either_desk
    made = cast(desk, "2.8", second="3.1", **RECORD)
    desk.send(made.link, made.of() + "atbilde", ANSWER)
    desk.send(made.link, made.of() + "atbilde", {**ANSWER, "done": "Labots."})
    at = f"pasakums/{made.duties[0].id}/"
    assert made.link + at + "fails/docx" in addresses(desk.visit(made.link, made.of()))
    got = desk.visit(made.link, at + "fails/docx").answer
    assert "pasakums-2.8-2021-01-18.docx" in got.headers["content-disposition"]
    assert [line.text for line in Document(BytesIO(got.content)).paragraphs] == [
        "2.8. Pasākums 2.8",
        "Rīcības plāns",
        "Darba lapa. Stāvoklis pirmdien, 2021. gada 18. janvārī.",
        "Atbildīgā iestāde: IZM pilnā vārdā (IZM)",
        "Pēdējais ieraksts: Izpildīts būtiskā apjomā (pirmdiena, 2021. gada 18. janvāris)",
        "Ziņojums līdz 2021-02-01 (termiņš: pirmdiena, 2021. gada 1. februāris)",
        "IZM pilnā vārdā (IZM) (atbildīgā iestāde)",
        "Stāvoklis: Izpildīts būtiskā apjomā",
        "Paveikts: Labots.",
        "Nākamais solis: Atvērt API.",
        "Avots: IZM, 2021. gada 18. janvārī plkst. 10.42, 2. redakcija",
        "IZM pilnā vārdā (IZM) – agrāka redakcija",
        "Stāvoklis: Izpildīts būtiskā apjomā",
        f"Paveikts: {DONE}",
        "Nākamais solis: Atvērt API.",
        "Avots: IZM, 2021. gada 18. janvārī plkst. 10.42, 1. redakcija",
    ]
    assert desk.visit(made.link, at + "fails/pdf").answer.content.startswith(b"%PDF")
    assert desk.visit(desk.link(made.coordinator), at + "fails/pdf").status == 200

    def join(session: Session) -> Person:
        facts = Facts(session)
        return facts.member("VARAM kontaktpersona", facts.body("VARAM"))

    stranger = desk.do(join)
    for link, page in ((desk.link(stranger), at + "fails/docx"), (made.link, at + "fails/exe"), (made.link, at)):
        assert desk.visit(link, page).status == 404
