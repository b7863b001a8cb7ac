"""What is typed on the worksheet page, in a real browser: kept by itself, by a button, and lost by no other window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from forum.drafts import Draft
from forum.replies import ReplyVersion
from forum.store.door import Store
from sandbox.serving import Serving
from tests.databases import Files
from tests.outside.test_worksheet import SIZES, look
from tests.waiting import until
from tests.web.worksheet.desk import RECORD, Cast, Desk, cast
from tests.web.worksheet.hand import Hand

pytestmark = pytest.mark.outside

DONE = "Dati par 2020. gadu ir publicēti."
KEPT = "Saglabāts 18. janvārī plkst. 10.42; vēl nav iesniegts."


@pytest.fixture
def desk(sqlite_databases: Files) -> Iterator[Desk]:
    with Serving() as serving, Store.open(sqlite_databases.ready()) as store:
        made = Desk(store, serving)
        yield made
        made.http.close()


@pytest.fixture
def context(browser: Browser, desk: Desk) -> Iterator[BrowserContext]:
    """A browser with scripts, in which nothing is against a page's rules."""
    opened = browser.new_context(viewport={"width": 360, "height": 740})
    opened.set_default_timeout(20_000)
    troubles: list[str] = []
    opened.on("weberror", lambda wrong: troubles.append(str(wrong.error)))
    opened.on("console", lambda said: troubles.append(said.text) if "Content Security" in said.text else None)
    yield opened
    opened.close()
    assert troubles == []


def come(context: BrowserContext, desk: Desk, made: Cast) -> Page:
    page = context.new_page()
    page.goto(f"{desk.address}{made.link}{made.of()}")
    return page


def kept(desk: Desk) -> list[str]:
    return [row.typed.get("done", "") for row in desk.all(Draft)]


def test_it_keeps_itself_and_a_second_window_overwrites_nothing(context: BrowserContext, desk: Desk) -> None:
    made = cast(desk, "2.8", **RECORD)
    first, second = come(context, desk, made), come(context, desk, made)
    Hand(first).write("Kas paveikts", DONE)
    expect(first.locator("#kept")).to_have_text(KEPT)
    Hand(first).write("Nākamais solis", "Atvērt API.")
    Hand(second).write("Kas paveikts", "Cits teksts.")
    expect(second.locator("#kept")).to_contain_text("Citā logā tikmēr")
    assert kept(desk) == [DONE]
    Hand(second).press("Saglabāt un turpināt vēlāk")
    expect(second.locator("#begun")).to_contain_text(DONE)
    expect(second.locator("#done")).to_have_value("Cits teksts.")
    third = come(context, desk, made)
    expect(third.locator("#done")).to_have_value(DONE)
    expect(third.locator("#next_step")).to_have_value("Atvērt API.")
    assert len(desk.all(ReplyVersion)) == 0


def test_what_is_on_its_way_when_the_answer_is_sent_is_part_of_it(context: BrowserContext, desk: Desk) -> None:
    made = cast(desk, "2.8")
    page = come(context, desk, made)
    hand = Hand(page)
    hand.choose("Izpildīts")
    page.locator("#done").press_sequentially(DONE)
    hand.press("Iesniegt atbildi")
    expect(page.get_by_role("status")).to_contain_text("Atbilde ir saņemta")
    page.goto(f"{desk.address}{made.link}")
    assert (desk.all(Draft), [row.done for row in desk.all(ReplyVersion)]) == ([], [DONE])


def test_whoever_leaves_the_page_finds_it_again(context: BrowserContext, desk: Desk) -> None:
    made = cast(desk, "2.8")
    page = come(context, desk, made)
    Hand(page).write("Kas paveikts", DONE)
    page.goto(f"{desk.address}{made.link}iestatijumi")  # at once, before it is kept by itself
    until(lambda: kept(desk) == [DONE])
    page.goto(f"{desk.address}{made.link}{made.of()}")
    expect(page.locator("#done")).to_have_value(DONE)


@pytest.mark.parametrize("language", ["lv", "en"])
def test_the_pages_of_what_was_begun_are_for_everybody(browser: Browser, desk: Desk, language: str) -> None:
    made = cast(desk, "2.8", "2.9", **RECORD)
    of, looked = made.of(), []
    others = desk.link(made.colleague)
    typed = {"choice": "substantial", "done": DONE, "obstacles": "", "next_step": "Atvērt API."}
    desk.send(made.link, of + "iesakts", typed)
    desk.send(others, of + "iesakts", {**typed, "done": "Kolēģa teksts."})
    desk.send(others, of + "atbilde", {**typed, "done": "Kolēģa teksts."})
    for size, (width, height) in SIZES.items():
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(f"{desk.address}{made.link}{of}?lang={language}")
        looked.append(look(page, f"begun-{language}-{size}-measure"))
        page.locator("input[name=mark]").evaluate("one => { one.value = ''; }")
        page.locator("#done").fill("Cits teksts.")
        page.locator("[formaction*=iesakts]").click()
        page.wait_for_selector("#begun-wrong")
        looked.append(look(page, f"begun-{language}-{size}-clash"))
        page.goto(f"{desk.address}{made.link}?lang={language}")
        looked.append(look(page, f"begun-{language}-{size}-start"))
        page.close()
    assert looked == [""] * len(looked)
