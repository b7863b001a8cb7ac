"""Looking at the worksheet page: what it shows to whom; and it records nothing, whoever opens whatever is on it."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urljoin

import httpx
from sqlalchemy.orm import Session

from forum import leaving, links
from forum.people import Institution, Person
from forum.plan import Completion
from tests.facts import riga
from tests.web.worksheet.desk import ANSWER, RECORD, Cast, Desk, addresses, cast


def test_all_that_is_asked_is_named_with_its_body(desk: Desk) -> None:
    made = cast(desk, "2.8", "2.10", second="4.1")
    page = desk.visit(made.link)
    assert (page.status, page.head) == (200, "Darba lapa")
    assert page.texts("//h3") == ["2.8. Pasākums 2.8", "2.10. Pasākums 2.10", "4.1. Pasākums 4.1"]
    bodies = ["IZM pilnā vārdā", "IZM pilnā vārdā", "VID pilnā vārdā"]
    assert page.texts("//li[@class='card']/p[1]") == [f"Iestāde: {body}" for body in bodies]
    assert page.texts("//footer//p")[0] == "IZM kontaktpersona IZM pilnā vārdā VID pilnā vārdā"
    desk.send(made.link, made.of(1) + "atbilde", ANSWER)
    again = desk.visit(made.link)
    assert again.texts("//h2") == [
        "Gaidām Jūsu atbildi",
        "Jau atbildēts",
        "Darba lapa kā datne",
        "Iestādes vēstule",
    ]
    assert again.texts("//h3")[-1] == "2.10. Pasākums 2.10"
    of_colleague = desk.visit(desk.link(made.colleague))
    assert of_colleague.texts("//h2") == ["Citi Jūsu iestādes pasākumi", "Iestādes vēstule"]
    assert of_colleague.texts("//h3") == ["2.8. Pasākums 2.8", "2.10. Pasākums 2.10"]


def test_where_one_thing_is_asked_its_form_stands_there_prefilled(desk: Desk) -> None:
    made = cast(desk, "2.8", **RECORD)
    page = desk.visit(made.link)
    assert page.head == "2.8. Pasākums 2.8"
    assert page.texts("//dl[@class='facts']//dd") == [
        "IZM pilnā vārdā",
        "pirmdiena, 2021. gada 1. februāris – atlikušas 14 dienas",
        "Rīkojuma 3. punkts",
    ]
    assert page.chosen("choice") == ["limited"]
    typed = {name: page.value(name) for name in ("done", "obstacles", "next_step")}
    assert typed == {"done": RECORD["done"], "obstacles": "", "next_step": "Konkurss."}
    assert page.texts("//section[1]/h2") == ["Pēdējais ieraksts (12. oktobrī)"]
    assert page.texts("//section[1]/p") == ["Ja nekas nav mainījies, ziņojumā būs šāds ieraksts:"]


def test_in_the_language_that_is_asked_for_or_the_readers(desk: Desk) -> None:
    made = cast(desk, "2.8")
    english = desk.visit(made.link, "iestatijumi?lang=en")
    assert (english.head, english.tree.get("lang")) == ("Settings", "en")
    assert all("lang=en" in one for one in english.tree.xpath("//nav[@class='menu']//@href"))
    assert desk.visit(made.link, "iestatijumi?lang=xx").tree.get("lang") == "lv"
    desk.do(lambda session: setattr(session.get_one(Person, made.colleague.id), "language", "en"))
    assert desk.visit(desk.link(made.colleague)).tree.get("lang") == "en"


def scan(desk: Desk, made: Cast, start: str) -> int:
    """Open everything, as a mail scanner does that follows all links, buttons and forms; answers how many."""
    waiting, seen = [start], set[str]()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        for method in ("HEAD", "GET"):
            page = desk.visit(path, method=method)
            assert page.status in (200, 404, 405, 410), path
        if page.answer.headers["content-type"].startswith("text/html") and page.answer.text:
            waiting += [urljoin(str(page.answer.url), one).removeprefix(desk.address) for one in addresses(page)]
    return len(seen)


def test_a_scanner_that_opens_everything_changes_nothing(either_desk: Desk) -> None:
    desk = either_desk
    made = cast(desk, "2.8", "2.10", **RECORD)
    desk.send(made.link, made.of() + "atbilde", {**ANSWER, "link": "https://dati.example/1"})
    desk.send(made.link, made.of(1) + "neatbildu", {"trouble": "data"})
    expired = desk.link(made.colleague)
    before = desk.everything()
    assert scan(desk, made, made.link) >= 14
    desk.clock.advance(links.LIVES)
    assert scan(desk, made, expired) >= 3
    assert desk.everything() == before


def test_what_keeps_a_page_to_its_reader(desk: Desk) -> None:
    made = cast(desk, "2.8")
    for page in ("", made.of(), "iestatijumi", "dati", "dati/fails", "p/999/"):
        scripted = "; script-src 'self'; connect-src 'self'" if page in ("", made.of()) else ""
        headers = desk.visit(made.link, page).answer.headers
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["content-security-policy"] == (
            "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; "
            f"frame-ancestors 'none'{scripted}"
        )
        assert "set-cookie" not in headers
    assert {one for one in addresses(desk.visit(made.link)) if not one.startswith(made.link)} == {
        *desk.visit(made.link).tree.xpath("//link[@rel='stylesheet']/@href | //script/@src"),
        "?lang=en",
    }


def test_another_bodys_measure_is_not_shown(desk: Desk) -> None:
    made = cast(desk, "2.8", second="4.1")
    page = desk.visit(desk.link(made.colleague), made.of(1))
    assert (page.status, page.head) == (404, "Šādas lapas nav")
    assert desk.visit(desk.link(made.coordinator), made.of()).status == 404


def test_an_old_link_offers_a_new_one_and_a_wrong_one_does_not(desk: Desk) -> None:
    made = cast(desk, "2.8")
    desk.clock.advance(links.LIVES + timedelta(seconds=1))
    page = desk.visit(made.link, made.of())
    assert (page.status, page.head) == (410, "Šī saite vairs nav derīga")
    assert page.texts("//button") == ["Sūtīt jaunu saiti"]
    assert "2.8" not in page.answer.text
    wrong = desk.visit(made.link[:-4] + "AAA/")
    assert (wrong.status, wrong.head, wrong.texts("//button")) == (404, "Šī saite nav derīga", [])


def test_a_row_typed_over_ends_the_link_at_once(desk: Desk) -> None:
    made = cast(desk, "2.8", reached=False)

    def leaves(session: Session) -> None:
        person = session.get_one(Person, made.person.id)
        person.gone_at = riga("2021-01-18")
        leaving.leave(session, person, now=riga("2021-01-18"))

    desk.do(leaves)
    assert desk.visit(made.link).status == 410
    refused = desk.send(made.link, made.of() + "atbilde", ANSWER)
    assert (refused.status, refused.value("done")) == (410, ANSWER["done"])
    assert desk.send(made.link, "jauna-saite").head == "Paldies"
    assert desk.everything()["reply_version"] == desk.everything()["outgoing_message"] == []


def test_a_measure_that_was_not_started_shows_that_too(desk: Desk) -> None:
    made = cast(desk, "2.8", completion=Completion.NOT_STARTED)
    page = desk.visit(made.link)
    assert page.texts("//section[1]//dd") == ["Nav sākts"]
    assert page.texts("//section[1]//label") == ["Kas kavē sākt?"]


def test_the_style_is_kept_by_browsers(desk: Desk) -> None:
    (path,) = desk.visit(cast(desk, "2.8").link).tree.xpath("//link[@rel='stylesheet']/@href")
    style: httpx.Response = desk.http.get(path)
    assert (style.status_code, style.headers["content-type"]) == (200, "text/css; charset=utf-8")
    assert style.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_in_english_a_body_bears_its_english_name(desk: Desk) -> None:
    made = cast(desk, "2.8", "2.10")

    def name(session: Session) -> None:
        session.get_one(Institution, made.body.id).name_en = "Ministry of Education and Science"

    desk.do(name)
    lines = {lang: desk.visit(made.link, f"?lang={lang}").texts("//li[@class='card'][1]/p[1]") for lang in ("lv", "en")}
    assert lines == {"lv": ["Iestāde: IZM pilnā vārdā"], "en": ["Institution: Ministry of Education and Science"]}
    round_of = desk.visit(desk.link(made.coordinator), f"karta/{made.duties[0].round_id}/?lang=en")
    assert "Ministry of Education and Science" in round_of.texts("//h3")[0]
