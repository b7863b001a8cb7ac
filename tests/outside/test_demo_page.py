"""The demo page in a real browser, in both languages: a newcomer's first minute, and what may go wrong in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sandbox.page import Actor, Stage
from sandbox.serving import Serving
from tests.rehearsal import DONE, KEPT, Rehearsal

pytestmark = pytest.mark.outside

SCREENS = Path(__file__).parents[2] / "build" / "screens"
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
DESK, PHONE = (1440, 900), (390, 844)
SAID = {
    "lv": {
        "day": "pirmdiena, 2021. gada 4. janvāris",
        "hour": "9.00",
        "left": "atlikušas 28 dienas",
        "chip": "Izpildīts būtiskā apjomā",
        "down": "Platforma ir izslēgta",
        "start": "Sākt",
        "contact": "IZM kontaktpersona",
        "turn": "Pagrieziet pulksteni",
    },
    "en": {
        "day": "Monday,? 4 January 2021",
        "hour": "09:00",
        "left": "28 days left",
        "chip": "Substantial",
        "down": "The site is switched off",
        "start": "Start",
        "contact": "Contact at IZM",
        "turn": "Turn the clock",
    },
}


@pytest.fixture
def rehearsal() -> Iterator[Rehearsal]:
    with Rehearsal(datetime(2020, 12, 30, 8, 0, tzinfo=UTC)) as running:
        yield running


@pytest.fixture(params=["lv", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def page(browser: Browser, rehearsal: Rehearsal) -> Iterator[Page]:
    """A page at the desk in no language yet; it has to run without an error and without asking elsewhere."""
    opened = browser.new_page(viewport={"width": DESK[0], "height": DESK[1]})
    opened.set_default_timeout(10_000)
    troubles: list[str] = []
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    opened.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    opened.on("request", lambda asked: troubles.append(asked.url) if not asked.url.startswith("http://127.") else None)
    yield opened
    opened.close()
    assert troubles == []


def come(page: Page, rehearsal: Rehearsal, language: str = "lv") -> None:
    page.goto(f"{rehearsal.address}/?lang={language}")
    expect(page.locator("body")).to_have_class("ready")


def join(page: Page) -> None:
    page.locator("#chat-izm .begin").click()
    page.locator("#chat-izm").get_by_role("button", name="Jā, pareizi").click()
    expect(page.locator("#chat-izm .turn")).to_have_count(3)


def look(page: Page, name: str) -> None:
    """Keep a picture for whoever wants to see the page."""
    page.wait_for_timeout(350)  # what moves comes to rest
    page.screenshot(path=SCREENS / f"{name}.png")


def test_the_first_minute(page: Page, rehearsal: Rehearsal, language: str) -> None:
    said = SAID[language]
    come(page, rehearsal, language)
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("#chat-izm h2")).to_have_text(said["contact"])
    expect(page.locator("#chat-izm .begin")).to_have_text(said["start"])
    look(page, f"{language}-1-curtain")
    join(page)
    expect(page.locator("#chat-izm .toast")).to_have_text("Paldies!")
    expect(page.locator("[data-step-name=start]")).to_have_class("done")
    expect(page.locator(".guide .press")).to_contain_text(said["turn"])
    expect(page.locator("#chat-izm .date")).to_have_count(1)
    look(page, f"{language}-2-joined")
    page.locator("[data-step=message]").click()
    expect(page.locator("#day")).to_have_text(re.compile(f"^{said['day']}$"))
    expect(page.locator("#hour")).to_have_text(said["hour"])
    expect(page.locator("#due b")).to_have_text(said["left"])
    page.locator("#chat-izm").get_by_role("button", name="Atbildēt", exact=True).click()
    expect(page.locator("#chat-izm .replying")).to_contain_text("Rakstiet vienā ziņā")
    look(page, f"{language}-3-nudged")
    page.locator("#chat-izm textarea").fill(DONE)
    page.keyboard.press("Enter")
    row = page.locator("tr.fresh")
    expect(row.locator(".c-Number")).to_have_text("2.8")
    expect(row.locator(".chip")).to_have_text(said["chip"])
    expect(row.locator(".c-Done")).to_have_text(DONE)
    expect(page.locator("#chat-izm blockquote")).to_have_text(DONE)
    expect(page.locator("[data-step-name=answer]")).to_have_class("done")
    look(page, f"{language}-4-answered")


def test_an_answer_waits_while_the_site_is_down(page: Page, rehearsal: Rehearsal, language: str) -> None:
    come(page, rehearsal, language)
    join(page)
    page.locator("#troubles summary").click()
    page.locator("[data-trouble=site_down]").click()
    expect(page.locator("#watch")).to_contain_text(SAID[language]["down"])
    expect(page.locator("#site .note")).to_contain_text(SAID[language]["down"])
    page.locator("#chat-izm textarea").fill(DONE)
    page.locator("#chat-izm .send").click()
    expect(page.locator("#chat-izm .turn").last.locator(".words")).to_have_text(KEPT)
    look(page, f"{language}-5-down")
    page.locator("#watch button").click()
    expect(page.locator("#site .note")).to_be_hidden()
    expect(page.locator("#watch")).to_be_hidden()
    assert rehearsal.site.down is False


def test_day_by_day_until_stopped_or_the_deadline(page: Page, rehearsal: Rehearsal) -> None:
    rehearsal.clock.set(datetime(2021, 1, 29, 8, 0, tzinfo=UTC))
    come(page, rehearsal)
    page.locator("#play").click()
    expect(page.locator("#play")).to_have_text("Apturēt")
    expect(page.locator("#remark")).to_have_text("Brīvdiena: atgādinājumus nesūta")
    expect(page.locator("[data-step=day]")).to_be_disabled()
    look(page, "lv-6-weekend")
    page.locator("#play").click()
    expect(page.locator("#play")).to_have_text("Pa dienai līdz termiņam")
    page.locator("#play").click()
    expect(page.locator("#day")).to_have_text("pirmdiena, 2021. gada 1. februāris", timeout=20_000)
    expect(page.locator("#due b")).to_have_text("šodien")
    expect(page.locator("#play")).to_have_text("Pa dienai līdz termiņam")
    assert rehearsal.clock.now() == datetime(2021, 2, 1, 7, tzinfo=UTC)


def test_the_keyboard_alone_is_enough(page: Page, rehearsal: Rehearsal) -> None:
    come(page, rehearsal)
    page.locator("#chat-izm .begin").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#chat-izm .log")).to_be_focused()
    page.locator("#chat-izm").get_by_role("button", name="Jā, pareizi").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#chat-izm .turn")).to_have_count(3)
    # The button pressed is gone: the keyboard stays with the message it stood under.
    expect(page.locator("#chat-izm .bubble").nth(1)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#chat-izm .answer:not(.change)").nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#chat-izm .replying")).to_contain_text("Labdien!")
    expect(page.locator("#chat-izm textarea")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#chat-izm .replying")).to_be_hidden()


def test_a_bubble_clicked_is_answered(page: Page, rehearsal: Rehearsal) -> None:
    come(page, rehearsal)
    join(page)
    page.locator("#chat-izm .bubble .words").nth(2).click()
    page.locator("#chat-izm textarea").fill("Labi")
    page.keyboard.press("Enter")
    answer = page.locator("#chat-izm .turn.person").last
    expect(answer.locator(".words")).to_have_text("Labi")
    expect(answer.locator(".quote")).to_contain_text("Paldies! Nākamais termiņš")


def test_an_alert_waits_for_its_button(page: Page, rehearsal: Rehearsal) -> None:
    come(page, rehearsal)
    join(page)
    page.locator("[data-step=message]").click()
    page.get_by_role("button", name="Kāpēc saņēmu šo ziņu?").click()
    expect(page.locator("#notice p")).to_have_text("Jūs esat 2.8. pasākuma kontaktpersona.")
    page.get_by_role("button", name="Labi").click()
    expect(page.locator("#notice")).to_be_hidden()


def test_words_cannot_become_anything_else(page: Page, rehearsal: Rehearsal) -> None:
    come(page, rehearsal)
    text = "<img src=x onerror=alert(1)> <b>&amp;</b>"
    rehearsal.coordinator.says(text)
    expect(page.locator("#chat-vk .words").nth(1)).to_have_text(text)
    expect(page.locator("#chat-vk .turn")).to_have_count(3)
    rehearsal.send(rehearsal.coordinator.id, 'Skat. <a href="tg://user?id=1">šeit</a> <b>un <i>te</i></b>')
    expect(page.locator("#chat-vk .words").last).to_have_text("Skat. šeit un te")
    expect(page.locator("#chat-vk .turn").last.locator("a")).to_have_count(0)
    expect(page.locator("#chat-vk .words b i")).to_have_text("te")


def test_a_message_taken_back_goes_with_its_date(page: Page, rehearsal: Rehearsal) -> None:
    come(page, rehearsal)
    rehearsal.clock.set(datetime(2021, 1, 5, 8, 0, tzinfo=UTC))
    sent = rehearsal.send(rehearsal.coordinator.id, "Labdien!")
    expect(page.locator("#chat-vk .date")).to_have_text(["30. decembris", "5. janvāris"])
    rehearsal.ask("deleteMessage", chat_id=rehearsal.coordinator.id, message_id=sent)
    expect(page.locator("#chat-vk .turn")).to_have_count(1)
    expect(page.locator("#chat-vk .date")).to_have_text(["30. decembris"])


def test_the_language_is_remembered(page: Page, rehearsal: Rehearsal) -> None:
    come(page, rehearsal)
    page.locator("#chat-vk textarea").fill("vēl rakstu")
    page.get_by_role("button", name="English").click()
    expect(page.locator("#lists button").first).to_have_text("Measures")
    expect(page.locator("#chat-vk textarea")).to_have_value("vēl rakstu")
    page.goto(rehearsal.address)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#lists button").first).to_have_text("Measures")


def test_the_ledger_opens_a_request(page: Page, rehearsal: Rehearsal, language: str) -> None:
    come(page, rehearsal, language)
    join(page)
    page.locator("#wire").click()
    first = page.locator("#ledger li").first
    expect(first.locator("b")).to_have_text("sendMessage")
    first.locator("summary").click()
    expect(first.locator("pre")).to_contain_text('"chat_id": "chat:izm"')
    look(page, f"{language}-7-ledger")
    page.keyboard.press("Escape")
    expect(page.locator("#ledger")).to_be_hidden()


def test_a_telephone_shows_one_pane_at_a_time(page: Page, rehearsal: Rehearsal, language: str) -> None:
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    come(page, rehearsal, language)
    join(page)
    rehearsal.send(rehearsal.coordinator.id, "Sākusies atskaite par 2020. gadu.")
    coordinator, site = page.locator("#panes button").nth(1), page.locator("#panes button").nth(2)
    expect(coordinator.locator(".count")).to_have_text("1")
    look(page, f"{language}-8-phone-chat")
    coordinator.click()
    expect(page.locator("#chat-vk")).to_be_visible()
    expect(page.locator("#chat-izm")).to_be_hidden()
    expect(coordinator.locator(".count")).to_have_count(0)
    site.click()
    expect(page.locator("#sheet tbody tr")).to_have_count(25)
    look(page, f"{language}-9-phone-site")
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]


def test_three_chats_stand_side_by_side(page: Page, rehearsal: Rehearsal) -> None:
    vid = rehearsal.api.person(5_550_103, "VID")
    vid.start()
    izm, vk = rehearsal.stage.actors.values()
    actors = [izm, Actor("vid", vid, "VID kontaktpersona", "Contact at VID"), vk]
    stage = Stage(rehearsal.clock, rehearsal.api, site=rehearsal.site, actors=actors)
    with Serving() as serving:
        page.goto(serving.start(stage.app()))
        names = ["IZM kontaktpersona", "VID kontaktpersona", "VK koordinators"]
        expect(page.locator(".chat-pane h2")).to_have_text(names)
        rehearsal.send(vid.id, "Labdien!")
        expect(page.locator("[data-actor=vid] .words").last).to_have_text("Labdien!")
        for key in ("izm", "vid", "vk"):
            expect(page.locator(f"[data-actor={key}]")).to_be_visible()
        look(page, "lv-10-three-chats")
        page.goto("about:blank")
        stage.close()


def test_the_page_says_when_nobody_answers(browser: Browser, rehearsal: Rehearsal) -> None:
    page = browser.new_page()
    come(page, rehearsal)
    rehearsal.stage.close()
    expect(page.get_by_role("alert")).to_have_text("Savienojums ar demonstrāciju ir zudis. Mēģinām to atjaunot…")
    page.close()
