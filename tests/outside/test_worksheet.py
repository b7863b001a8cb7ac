"""The worksheet page in a real browser: whole answers in three steps, on a telephone and by keyboard, for everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from sqlalchemy.orm import Session

from forum import leaving, links
from forum.people import Person
from forum.replies import ReplyVersion
from forum.store.door import Store
from sandbox.serving import Serving
from tests.databases import Files
from tests.facts import riga
from tests.web.worksheet.desk import RECORD, Cast, Desk, cast
from tests.web.worksheet.hand import Hand

pytestmark = pytest.mark.outside

SCREENS = Path(__file__).parents[2] / "build" / "screens"
SIZES = {"desk": (1100, 900), "telephone": (360, 740)}
DONE = "Dati par 2020. gadu ir publicēti, un API ir atvērts."


@pytest.fixture
def desk(sqlite_databases: Files) -> Iterator[Desk]:
    with Serving() as serving, Store.open(sqlite_databases.ready()) as store:
        made = Desk(store, serving)
        yield made
        made.http.close()


@pytest.fixture
def page(browser: Browser, desk: Desk) -> Iterator[Page]:
    """A page without scripts, which has to run without an error and ask nobody but us."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    opened = context.new_page()
    opened.set_default_timeout(10_000)
    troubles: list[str] = []
    opened.on("request", lambda asked: troubles.append(asked.url) if not asked.url.startswith(desk.address) else None)
    opened.on("console", lambda said: troubles.append(said.text) if "Content Security" in said.text else None)
    yield opened
    context.close()
    assert troubles == []


def come(page: Page, desk: Desk, made: Cast, where: str = "") -> Hand:
    page.goto(f"{desk.address}{made.link}{where}")
    return Hand(page)


def said(desk: Desk) -> list[tuple[str, str | None, str, str]]:
    return [(one.manner.value, one.completion, one.done, one.obstacles) for one in desk.all(ReplyVersion)]


def test_a_full_answer_takes_three_steps(page: Page, desk: Desk) -> None:
    hand = come(page, desk, cast(desk, "2.8"))
    hand.choose("Izpildīts būtiskā apjomā")
    hand.write("Kas paveikts", DONE)
    hand.press("Iesniegt atbildi")
    expect(page.get_by_role("status")).to_contain_text("Atbilde ir saņemta un saglabāta.")
    assert hand.steps == 3
    assert said(desk) == [("told", "substantial", DONE, "")]


def test_unchanged_takes_one(page: Page, desk: Desk) -> None:
    hand = come(page, desk, cast(desk, "2.8", **RECORD))
    hand.press("Bez izmaiņām – tā arī iesniegt")
    expect(page.get_by_role("status")).to_contain_text("nekas nav mainījies")
    assert (hand.steps, said(desk)) == (1, [("unchanged", "limited", RECORD["done"], "")])


def test_a_mistake_is_led_to_and_a_correction_is_a_version(page: Page, desk: Desk) -> None:
    made = cast(desk, "2.8")
    hand = come(page, desk, made)
    hand.choose("Nav sākts")
    hand.write("Nākamais solis", "Konkurss.")
    hand.press("Iesniegt atbildi")
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.locator("#obstacles")).to_be_focused()
    expect(page.locator("#obstacles")).to_have_accessible_description(re.compile("Uzrakstiet, kāpēc"))
    page.keyboard.type("Nav naudas.")
    page.set_input_files("#file", files={"name": "a.txt", "mimeType": "text/plain", "buffer": b"a"})
    hand.press("Iesniegt atbildi")
    expect(page.get_by_role("status")).to_contain_text("Atbilde ir saņemta")
    expect(page.locator(".pieces")).to_contain_text("a.txt")
    hand.write("Kas paveikts", DONE)
    hand.choose("Izpildīts ierobežotā apjomā")
    hand.press("Iesniegt labojumu")
    expect(page.get_by_role("status")).to_contain_text("Atbilde ir saņemta")
    assert said(desk) == [("told", "not_started", "", "Nav naudas."), ("told", "limited", DONE, "Nav naudas.")]


def test_by_keyboard_alone(page: Page, desk: Desk) -> None:
    made = cast(desk, "2.8")
    come(page, desk, made)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Pāriet uz saturu")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type(DONE)
    for _ in range(6):
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Iesniegt atbildi")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Atbilde ir saņemta")
    assert said(desk) == [("told", "substantial", DONE, "")]


def test_an_old_link_and_one_of_a_row_typed_over(page: Page, desk: Desk) -> None:
    made = cast(desk, "2.8")

    def leaves(session: Session) -> None:
        person = session.get_one(Person, made.person.id)
        person.gone_at = riga("2021-01-18")
        leaving.leave(session, person, now=riga("2021-01-18"))

    others = desk.link(made.colleague)
    desk.do(leaves)
    come(page, desk, made)
    # Who comes is not known, so that it is said as the browser asks for it.
    expect(page.locator("h1")).to_have_text("This link no longer works")
    page.goto(f"{desk.address}{made.link}?lang=lv")
    expect(page.locator("h1")).to_have_text("Šī saite vairs nav derīga")
    desk.clock.advance(links.LIVES)
    page.goto(f"{desk.address}{others}?lang=lv")
    page.get_by_role("button", name="Sūtīt jaunu saiti").click()
    expect(page.locator("h1")).to_have_text("Paldies")


def places(desk: Desk, made: Cast) -> dict[str, str]:
    """Every kind of page by its name."""
    of = f"{made.link}{made.of()}"
    wrong = desk.link(made.colleague).replace("ogp-forum/", "ogp-forum/0")
    return {
        "start": made.link,
        "measure": of,
        "other": f"{made.link}{made.of(1)}",
        "settings": f"{made.link}iestatijumi",
        "data": f"{made.link}dati",
        "missing": f"{made.link}p/999/",
        "unknown": wrong,
    }


@pytest.mark.parametrize("language", ["lv", "en"])
def test_every_page_is_for_everybody(browser: Browser, desk: Desk, language: str) -> None:
    made = cast(desk, "2.8", "2.10", second="4.1", **RECORD)
    desk.send(made.link, made.of() + "atbilde", {"choice": "complete", "done": DONE, "link": "https://dati.example/1"})
    desk.send(made.link, made.of(1) + "neatbildu", {"trouble": "data"})
    old = desk.link(made.colleague)
    looked = []
    for size, (width, height) in SIZES.items():
        page = browser.new_page(viewport={"width": width, "height": height})
        for name, path in places(desk, made).items():
            page.goto(f"{desk.address}{path}?lang={language}")
            looked.append(look(page, f"worksheet-{language}-{size}-{name}"))
        page.goto(f"{desk.address}{made.link}{made.of(1)}?lang={language}")
        page.locator("#done").fill("")
        page.locator(".first").click()
        looked.append(look(page, f"worksheet-{language}-{size}-wrong"))
        page.close()
    desk.clock.advance(links.LIVES)
    page = browser.new_page()
    page.goto(f"{desk.address}{old}?lang={language}")
    looked.append(look(page, f"worksheet-{language}-old"))
    page.close()
    assert looked == [""] * len(looked)


def look(page: Page, name: str) -> str:
    """What is wrong about a page: for a reader with a screen reader, or because it is wider than the screen."""
    page.screenshot(path=SCREENS / f"{name}.png", full_page=True)
    found = [f"{one['id']}: {one['nodes'][0]['html']}" for one in Axe().run(page).response["violations"]]
    if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
        found.append("wider than the screen")
    return f"{name}: {found}" if found else ""
