"""Returned: a worksheet that somebody filled in and sent back is read row by row, once, and confirmed in one mail."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import load_workbook
from sqlalchemy.orm import Session

from forum import worksheets
from forum.evidence import Evidence
from forum.people import Institution, Person
from forum.plan import Completion, Measure, Plan
from forum.replies import ReplyVersion
from forum.rounds import Obligation
from tests.bot.email.post import Post, text
from tests.bot.email.replies import fresh, reply
from tests.bot.email.test_reached import IZM, VARAM, VK, cast
from tests.bot.email.worksheet_files import anything, attached, in_excel, in_word, returned
from tests.bot.town import last
from tests.facts import FORUM, Facts, riga

STATE, DONE, WHY, NEXT = "Stāvoklis gada beigās", "Paveikts", "Šķēršļi vai iemesls", "Nākamais solis"
LIMITED = {STATE: "Izpildīts ierobežotā apjomā", DONE: "Sagatavots projekts.", WHY: "Trūkst datu.", NEXT: "Saskaņot."}


async def asked(post: Post, *, measures: int = 2) -> EmailMessage:
    """IZM's first mail of a round, about so many measures, with its worksheet."""
    cast(post)

    def more(session: Session) -> None:
        own = session.query(Measure).filter_by(number="2.2").one()
        own.completion, own.done, own.completion_on = Completion.LIMITED, "Sākts.", date(2020, 10, 12)

    def add(facts: Facts) -> None:
        facts.plan = facts.session.query(Plan).order_by(Plan.id).first() or facts.plan
        body = facts.session.query(Institution).filter_by(code="IZM").one()
        for number in range(1, measures):
            facts.measure(f"3.{number}", body)
        facts.opened("2021-01-04")

    post.town.do(more)
    post.town.make(add)
    post.town.clock.set(riga("2021-01-04 10:00"))
    await post.settle()
    return post.to(IZM)[0]


def kept(post: Post) -> list[tuple[str | None, str, str, str, str]]:
    return [
        (row.completion and row.completion.value, row.done, row.obstacles, row.next_step, row.channel)
        for row in post.town.all(ReplyVersion)
    ]


async def confirmed(post: Post) -> str:
    post.town.written()
    post.town.hurry()
    await post.town.settle()
    return text(post.to(IZM)[-1])


async def test_a_word_worksheet_is_read_and_confirmed_and_its_wrong_cells_are_named(read_post: Post) -> None:
    mail = await asked(read_post, measures=3)
    name, content = attached(mail)
    assert name == "darba-lapa-2021.docx"
    filled = in_word(content, {"2.2.": LIMITED, "3.1.": {STATE: "daļēji", DONE: "Kaut kas."}})
    await read_post.comes(returned(reply(mail, "Labdien! Pielikumā darba lapa."), "Darba lapa.docx", filled))
    assert kept(read_post) == [("limited", "Sagatavots projekts.", "Trūkst datu.", "Saskaņot.", "email")]
    said = await confirmed(read_post)
    assert said.split("\n\n-- ")[0].split("\n\nKā atbildēt")[0] == (
        "Darba lapu «Darba lapa.docx» izlasījām.\n\n"
        "Ierakstīta 1 atbilde:\n"
        "– 2.2. Izpildīts ierobežotā apjomā. Paveikts: «Sagatavots projekts.» Šķēršļi: «Trūkst datu.» "
        "Nākamais solis: «Saskaņot.»\n\n"
        "Saņemts (projekts): iestāde vēl nav parakstījusi, nav publisks.\n\n"
        "Nav ierakstīta 1 atbilde\n"
        "– 3.1. aile «Stāvoklis gada beigās»: «daļēji» nav neviens no stāvokļiem. Izvēlieties no saraksta.\n\n"
        "Lūdzu, izlabojiet šīs ailes un nosūtiet darba lapu vēlreiz. Jau ierakstītais netiks ierakstīts divreiz.\n\n"
        "Darba lapā nav aizpildīts (vēl gaidām): 3.2.\n\n"
        "Vēstulē rakstījāt arī: «Labdien! Pielikumā darba lapa.» To kā atbildi neierakstījām."
    )
    assert read_post.town.all(Evidence) == []


async def test_a_second_sending_changes_nothing_even_after_a_correction_elsewhere(read_post: Post) -> None:
    mail = await asked(read_post)
    filled = in_word(attached(mail)[1], {"2.2.": LIMITED, "3.1.": {STATE: "Bez izmaiņām"}})
    await read_post.comes(returned(reply(mail, ""), "darba-lapa-2021.docx", filled))
    first = kept(read_post)
    await read_post.comes(reply(mail, "2.2: Izpildīts būtiskā apjomā. Pabeigts."))
    corrected = kept(read_post)
    assert (len(first), len(corrected), corrected[-1][:2]) == (1, 2, ("substantial", "Pabeigts."))
    again = in_word(attached(mail)[1], {"2.2.": LIMITED})
    await read_post.comes(returned(reply(mail, "Sūtu vēlreiz."), "darba-lapa-2021.docx", again))
    assert kept(read_post) == corrected
    said = text(read_post.to(IZM)[-1])
    assert said.startswith("Darba lapu «darba-lapa-2021.docx» saņēmām vēlreiz. Viss, kas tajā aizpildīts")
    assert "Darba lapā nav aizpildīts (vēl gaidām): 3.1." in said


async def test_an_excel_worksheet_is_read_by_row_and_column(read_post: Post) -> None:
    """Asked for with a word, it comes as .xlsx; every choice is one, and what is wrong is named by row and letter."""
    mail = await asked(read_post, measures=6)
    await read_post.comes(reply(mail, "/darbalapa excel"))
    name, content = attached(read_post.to(IZM)[-1])
    assert name == "darba-lapa-2021.xlsx"
    rows = {
        "2.2.": {STATE: "bez izmaiņām"},
        "3.1.": {STATE: "Nav ko ziņot", WHY: "Vēl nav sākts."},
        "3.2.": {STATE: "Izpildīts"},
        "3.3.": {DONE: "Ir."},
        "3.4.": {STATE: "Nav sākts", WHY: "#REF!"},
        "3.5.": {STATE: "Bez izmaiņām"},
    }
    answer = returned(reply(read_post.to(IZM)[-1], ""), "aizpildīta.xlsx", in_excel(content, rows))
    await read_post.comes(answer)
    assert kept(read_post) == [
        ("limited", "Sākts.", "", "", "email"),
        (None, "", "Vēl nav sākts.", "", "email"),
    ]
    said = await confirmed(read_post)
    assert [line for line in said.splitlines() if line.startswith("– 3.")] == [
        "– 3.1. Nav ko ziņot. Iemesls: «Vēl nav sākts.»",
        "– 3.2. 8. rinda, G aile «Paveikts»: nav uzrakstīts, kas paveikts.",
        "– 3.3. 9. rinda, F aile «Stāvoklis gada beigās»: stāvoklis nav izvēlēts.",
        "– 3.4. 10. rinda, H aile «Šķēršļi vai iemesls»: šūnā ir Excel kļūda «#REF!».",
        "– 3.5. 11. rinda, F aile «Stāvoklis gada beigās»: «Bez izmaiņām» nav pie kā attiecināt: līdz šim nekas nav "
        "zināms. Lūdzu, uzrakstiet, kas paveikts.",
    ]


async def test_whose_worksheet_it_is_and_of_which_year_is_looked_at(read_post: Post) -> None:
    """Another body's rows, a closed year's and rows without a key come to a word each; a mail of one's own counts with
    the file's keys alone."""
    mail = await asked(read_post)
    content = attached(mail)[1]
    filled = in_word(content, {"2.2.": LIMITED})
    stolen = returned(reply(read_post.to(VARAM)[0], ""), "darba-lapa-2021.docx", filled)
    await read_post.comes(stolen)
    assert kept(read_post) == []
    assert "2.2. IZM 1. tabula: par to atbild cita iestāde vai cits cilvēks." in text(read_post.to(VARAM)[-1])
    bare = anything([["Nr.", STATE, DONE], ["2.2", "Izpildīts", "Bez atslēgas."], ["9.9", "Izpildīts", "Kas?"]])
    await read_post.comes(returned(fresh("", sender=IZM), "mana.xlsx", bare))
    assert kept(read_post) == []  # anybody could have written that
    await read_post.comes(returned(fresh("", sender=IZM), "darba-lapa-2021.docx", filled))
    await read_post.comes(returned(reply(mail, ""), "mana.xlsx", bare))
    assert [row[1] for row in kept(read_post)] == ["Sagatavots projekts.", "Bez atslēgas."]
    assert "9.9. 3. rinda: pēc atslēgas un numura nevar saprast" in await confirmed(read_post)

    read_post.town.clock.set(riga("2021-03-01 10:00"))
    late = in_word(content, {"3.1.": LIMITED})
    await read_post.comes(returned(reply(mail, ""), "darba-lapa-2021.docx", late))
    said = text(read_post.to(IZM)[-1])
    assert "darba lapa ir par 2021. gadu, un par to atbildes vairs nepieņem." in said


async def test_two_rows_that_disagree_are_both_left(read_post: Post) -> None:
    mail = await asked(read_post)
    word = read_post.town.do(_key)
    twice = [["Nr.", STATE, DONE, "Atslēga"], ["2.2", "Izpildīts", "Viens.", word], ["2.2", "Nav sākts", "Divi.", word]]
    await read_post.comes(returned(reply(mail, ""), "darba-lapa.xlsx", anything(twice)))
    assert kept(read_post) == []
    assert text(read_post.to(IZM)[-1]).count("par to ir divas dažādas rindas") == 2


def _key(session: Session) -> str:
    duty = session.query(Obligation).join(Measure, Measure.id == Obligation.measure_id).filter_by(number="2.2").one()
    (line,) = [
        one for one in worksheets.lines(session, FORUM, _ids(session), day=date(2021, 1, 4)) if one["number"] == "2.2"
    ]
    assert worksheets.named_by(session, FORUM, line["key"]) is duty
    assert worksheets.named_by(session, FORUM, line["key"].replace("w", "w1")) is None
    return str(line["key"])


def _ids(session: Session) -> set[int]:
    return {person.id for person in session.query(Person)}


async def test_a_file_that_is_none_or_does_harm_comes_to_a_sentence(read_post: Post) -> None:
    mail = await asked(read_post)
    sheet = attached(mail)[1]
    bomb = BytesIO()
    with ZipFile(bomb, "w", ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b" " * 30 * 2**20)
    macros = BytesIO(sheet)
    with ZipFile(macros, "a") as packed:
        packed.writestr("word/vbaProject.bin", b"x")
    entity = BytesIO()
    with ZipFile(entity, "w") as packed:
        packed.writestr("word/document.xml", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    sent = {
        "darba-lapa-2021.xlsx": (bomb.getvalue(), "izpakojas par lielu"),
        "darba-lapa-2021.docm": (macros.getvalue(), "ir makro"),
        "darba-lapa-2021.docx": (sheet[: len(sheet) // 2], "tā ir bojāta"),
        "darba lapa.docx": (entity.getvalue(), "tā ir bojāta"),
        "darba-lapa.doc": (b"\xd0\xcf\x11\xe0" + b"x" * 99, "šādā formātā"),
    }
    for name, (content, why) in sent.items():
        await read_post.comes(returned(reply(mail, ""), name, content))
        said = text(read_post.to(IZM)[-1]).partition("\n")[0]
        assert (why in said, "No tās nekas nav ierakstīts." in said) == (True, True), name
    assert (read_post.town.all(Evidence), kept(read_post)) == ([], [])
    await read_post.comes(returned(reply(mail, ""), "tāme.xlsx", anything([["Nr.", "Summa"], ["1", "2"]])))
    assert len(read_post.town.all(Evidence)) == 1  # a file of their own is evidence, as ever


async def test_one_mail_answers_several_measures_by_their_numbers(read_post: Post) -> None:
    mail = await asked(read_post, measures=5)
    words = (
        "Labdien!\n\n2.2: bez izmaiņām\n3.1. Izpildīts būtiskā apjomā. Notika 2.5 sarunas:\n- pirmā\n- otrā\n"
        "Nākamais solis: trešā saruna.\n3.2 – Dati ir savākti.\n3.3: bez izmaiņām\n2.3: Izpildīts. Svešs.\n"
        "3.4. pasākums: Nav sākts. Šķēršļi: nav naudas.\n\nAr cieņu\nIZM"
    )
    await read_post.comes(reply(mail, words))
    assert kept(read_post) == [
        ("limited", "Sākts.", "", "", "email"),
        ("substantial", "Notika 2.5 sarunas:\n- pirmā\n- otrā", "", "trešā saruna.", "email"),
        (None, "Dati ir savākti.", "", "", "email"),
        ("not_started", "", "nav naudas.", "", "email"),
    ]
    said = await confirmed(read_post)
    lines = [line for line in said.splitlines() if line.startswith(("– 2.", "– 3."))]
    assert lines == [
        "– 2.2. Bez izmaiņām; ziņojumā būs: Izpildīts ierobežotā apjomā. Paveikts: «Sākts.»",
        "– 3.1. Izpildīts būtiskā apjomā. Paveikts: «Notika 2.5 sarunas: - pirmā - otrā» "
        "Nākamais solis: «trešā saruna.»",
        "– 3.2. Paveikts: «Dati ir savākti.» Stāvoklis nav norādīts; to var norādīt, atbildot, piemēram, "
        "«3.2. Izpildīts būtiskā apjomā».",
        "– 3.4. Nav sākts. Šķēršļi: «nav naudas.»",
        "– 3.3. «Bez izmaiņām» nav pie kā attiecināt: līdz šim nekas nav zināms. Lūdzu, uzrakstiet, kas paveikts.",
        "– 2.3. par to atbild cita iestāde vai cits cilvēks.",
    ]
    # What it says to do is done as it says, in reply to it.
    await read_post.comes(reply(read_post.to(IZM)[-1], "3.2. Izpildīts būtiskā apjomā"))
    assert kept(read_post)[-1] == ("substantial", "Dati ir savākti.", "", "", "email")
    assert len([one for one in read_post.subjects(VK) if "nesaprat" in one.lower()]) == 0


async def test_a_chat_message_about_several_is_read_alike_and_put_right_by_an_edit(read_post: Post) -> None:
    await asked(read_post, measures=3)
    person = next(one for one in read_post.town.all(Person) if one.name.startswith("IZM"))
    read_post.town.make(lambda facts: facts.joins(person))
    member = read_post.town.of(person)
    written = member.says("2.2: Izpildīts. Viens.\n3.1: Izpildīts. Divi.")
    await read_post.town.settle()
    member.edits(written, "2.2: Izpildīts. Viens.\n3.1: Izpildīts būtiskā apjomā. Divi un puse.")
    await read_post.town.settle()
    assert [row[:2] for row in kept(read_post)] == [
        ("complete", "Viens."),
        ("complete", "Divi."),
        ("substantial", "Divi un puse."),
    ]
    read_post.town.written()
    read_post.town.hurry()
    await read_post.town.settle()
    assert "Jau bija ierakstīts, un nekas nav mainīts: 2.2." in last(member).text


async def test_rows_that_were_deleted_moved_or_are_of_an_earlier_file_come_to_a_word_each(read_post: Post) -> None:
    """Of a file with rows left out the others count; a key that is another row's is not believed; an earlier file
    filled in later is a new answer, and one without its keys goes by the numbers."""
    mail = await asked(read_post, measures=3)
    await read_post.comes(reply(mail, "/darbalapa excel"))
    name, content = attached(read_post.to(IZM)[-1])
    book = load_workbook(BytesIO(content))
    page = book.worksheets[0]
    first = next(row[0].row for row in page.iter_rows() if row[0].value == "2.2.")
    key = next(cell.column for cell in page[first - 1] if cell.value == "Atslēga")
    page.delete_rows(first + 2)
    for row, other in ((first, first + 1), (first + 1, first)):
        page.cell(row, key + 1).value = page.cell(other, key).value
    for row in (first, first + 1):
        page.cell(row, key).value, page.cell(row, key + 1).value = page.cell(row, key + 1).value, None
    sorted_apart = BytesIO()
    book.save(sorted_apart)
    rows = {"2.2.": {STATE: "Izpildīts", DONE: "Viens."}, "3.1.": {STATE: "Izpildīts", DONE: "Divi."}}
    await read_post.comes(returned(reply(mail, ""), name, in_excel(sorted_apart.getvalue(), rows)))
    assert kept(read_post) == []
    said = text(read_post.to(IZM)[-1])
    assert said.count("un atslēga ir par dažādiem pasākumiem; iespējams, rindas ir pārkārtotas bez ailes") == 2
    page.delete_cols(key)
    keyless = BytesIO()
    book.save(keyless)
    await read_post.comes(returned(reply(mail, ""), name, in_excel(keyless.getvalue(), rows)))
    assert [row[1] for row in kept(read_post)] == ["Viens.", "Divi."]
    # The file as it was sent out, filled in after that, and once more.
    again = in_excel(content, {"2.2.": LIMITED})
    for _ in range(2):
        await read_post.comes(returned(reply(mail, ""), name, again))
    assert [row[1] for row in kept(read_post)] == ["Viens.", "Divi.", "Sagatavots projekts."]
    await confirmed(read_post)
    told = [text(one) for one in read_post.to(IZM)]
    assert [one.startswith(f"Darba lapu «{name}» saņēmām vēlreiz.") for one in told].count(True) == 1
