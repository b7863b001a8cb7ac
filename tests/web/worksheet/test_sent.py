"""What passed between the forum and a body in a round, as a coordinator reads it and takes it along."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

from openpyxl import load_workbook

from forum import helping
from forum.helping import Trouble
from forum.people import Person
from forum.rounds import Obligation
from tests.facts import riga
from tests.web.worksheet.desk import ANSWER, NOW, Cast, Desk, cast

WHEN = "2021. gada 18. janvārī plkst. 10.{}"
TOLD = [
    ["42", "Atgādinājums, ko nosūtīja koordinators", "IZM kontaktpersona", "vēl nav nosūtīts"],
    ["43", "Lūgta palīdzība: trūkst datu", "2.9.", "IZM kontaktpersona"],
    ["44", "Termiņš pagarināts līdz 15. februārim: «Gaida datus.»", "2.9.", "VK koordinators"],
    ["44", "Paziņots par termiņa pagarinājumu", "IZM kontaktpersona", "vēl nav nosūtīts"],
    ["45", "Atbilde (1. redakcija)", "2.8.", "IZM kontaktpersona", "darba lapa"],
    ["46", "Lūgts papildināt: «Kur dati?»", "2.8.", "VK koordinators"],
    ["46", "Nosūtīts lūgums papildināt atbildi", "IZM kontaktpersona", "vēl nav nosūtīts"],
    ["47", "Atbilde paliek, kā ir", "2.8."],
    ["48", "Sagatavots vēstules projekts", "IZM kontaktpersona"],
    ["49", "Parakstīta vēstule Nr. 1-2/3, 2021. gada 17. janvāris", "IZM kontaktpersona"],
]


def passed(desk: Desk, made: Cast, link: str) -> None:
    """A round's dealings with a body, a minute each."""
    one, body = made.duties[0].round_id, made.body.id
    table, texts, letter = f"karta/{one}/", f"teksti/{one}/", f"vestule/{one}/{body}/"

    def later() -> None:
        desk.clock.set(desk.clock.now() + timedelta(minutes=1))

    def help_(session) -> None:  # type: ignore[no-untyped-def]
        duty, person = session.get_one(Obligation, made.duties[1].id), session.get_one(Person, made.person.id)
        helping.ask(session, duty, person, Trouble.DATA, now=desk.clock.now(), policy=desk.policy)

    desk.send(link, table + "atgadinat", {"body": str(body)})
    later()
    desk.do(help_)
    later()
    more = {"share": str(body), "duty": str(made.duties[1].id), "until": "2021-02-15", "words": "Gaida datus."}
    desk.send(link, table + "pagarinat", more)
    later()
    desk.send(made.link, made.of() + "atbilde", ANSWER)
    later()
    desk.send(link, texts, {"reply": "1", "wanted": "Kur dati?", "return": "yes"})
    later()
    desk.send(made.link, made.of() + "atstat", {})
    later()
    desk.send(made.link, letter + "sagatavot")
    later()
    desk.send(made.link, letter + "numurs", {"number": "1-2/3", "on": "2021-01-17"})


def test_all_that_passed_is_told_in_order(either_desk: Desk) -> None:
    desk = either_desk
    made = cast(desk, "2.8", "2.9")
    link = desk.link(made.coordinator)
    page = f"sarakste/{made.duties[0].round_id}/{made.body.id}/"
    assert desk.visit(link, page).texts("//main//p[@class='note']") == ["Vēl nekā nav."]
    passed(desk, made, link)
    shown = desk.visit(link, page)
    lines = [[word for word in line.split(" · ") if word] for line in shown.texts("//main//ol/li")]
    assert lines == [[f"{WHEN.format(line[0])} {line[1]}", *line[2:]] for line in TOLD]
    linked = f"//a[contains(@href, '/{page}')]"
    assert desk.visit(link, f"karta/{made.duties[0].round_id}/").texts(linked) == ["Sarakste : IZM pilnā vārdā"]
    # The same as a file, for the office's records; and it is nobody else's.
    file = desk.http.get(f"{link}{page}fails/xlsx")
    assert "sarakste-IZM-2021-01-18.xlsx" in file.headers["content-disposition"]
    head, *rows = load_workbook(BytesIO(file.content)).worksheets[0].iter_rows(values_only=True)
    assert head == ("Laiks", "Kas", "Pasākumi", "Kam vai kurš", "Kā", "Stāvoklis")
    assert [[row[0][-2:], *filter(None, row[1:])] for row in rows] == TOLD
    assert [desk.visit(made.link, path).status for path in (page, f"{page}fails/xlsx")] == [404, 404]
    assert desk.visit(link, f"sarakste/{made.duties[0].round_id}/999/").status == 404
    assert riga(NOW) < desk.clock.now()
