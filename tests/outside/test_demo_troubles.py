"""The demo page's troubles in a real browser: two weeks off, a slow chat, a bot blocked, an own message changed."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.outside.test_demo_page import PHONE, come, join, language, look, page, rehearsal  # noqa: F401
from tests.rehearsal import Rehearsal

pytestmark = pytest.mark.outside

OFF = {"lv": "Serviss ir izslēgts", "en": "The service is off"}
SLOW = {"lv": "Telegram ir lēns", "en": "Telegram is slow"}
AGAIN = {"lv": "Atbloķēt un sākt", "en": "Unblock and start"}


def test_two_weeks_off_are_marked(page: Page, rehearsal: Rehearsal, language: str) -> None:  # noqa: F811
    come(page, rehearsal, language)
    join(page)
    page.locator("#troubles summary").click()
    page.locator("#outage").click()
    expect(page.locator("#watch")).to_contain_text(OFF[language])
    look(page, f"{language}-11-off")
    expect(page.locator("#watch")).to_be_hidden()
    expect(page.locator(".day-cell.today")).to_have_attribute("data-day", "2021-01-13")
    expect(page.locator(".day-cell.out")).to_have_count(9)
    expect(page.locator("#chat-izm .turn")).to_have_count(4)
    look(page, f"{language}-12-on-again")


def test_a_slow_chat_is_switched(page: Page, rehearsal: Rehearsal, language: str) -> None:  # noqa: F811
    come(page, rehearsal, language)
    page.locator("#troubles summary").click()
    switch = page.get_by_role("switch", name=SLOW[language])
    look(page, f"{language}-13-troubles")
    switch.click()
    expect(page.locator("#watch span")).to_contain_text("Telegram")
    assert rehearsal.api.slow == 2.0
    page.locator("#troubles summary").click()
    expect(switch).to_be_checked()
    page.keyboard.press("Escape")
    expect(switch).to_be_hidden()
    page.locator("#watch button").click()
    expect(page.locator("#watch")).to_be_hidden()
    assert rehearsal.api.slow == 0.0


def test_a_bot_is_blocked_and_let_in(page: Page, rehearsal: Rehearsal, language: str) -> None:  # noqa: F811
    come(page, rehearsal, language)
    join(page)
    page.locator("#chat-izm .block").click()
    expect(page.locator("#chat-izm .begin")).to_have_text(AGAIN[language])
    assert rehearsal.member.chat.blocked is True
    page.locator("#chat-izm .begin").click()
    expect(page.locator("#chat-izm textarea")).to_be_visible()
    assert rehearsal.member.chat.blocked is False


def test_an_own_message_is_changed_in_place(page: Page, rehearsal: Rehearsal) -> None:  # noqa: F811
    come(page, rehearsal)
    field = page.locator("#chat-vk textarea")
    field.fill("/plans")
    field.press("Enter")
    expect(page.locator("#chat-vk .turn.person .words").last).to_have_text("/plans")
    field.press("ArrowUp")
    expect(field).to_have_value("/plans")
    field.fill("/gaidam")
    field.press("Enter")
    changed = page.locator("#chat-vk .turn.person").last
    expect(changed.locator(".words")).to_have_text("/gaidam")
    expect(changed.locator("footer")).to_contain_text("labots")
    expect(field).to_have_value("")


def test_the_calendar_leads_to_a_day(page: Page, rehearsal: Rehearsal) -> None:  # noqa: F811
    come(page, rehearsal)
    expect(page.locator(".day-cell.due-day")).to_have_attribute("data-day", "2021-02-01")
    page.locator("[data-day='2021-01-05'].day-cell").click()
    expect(page.locator("#day")).to_have_text("otrdiena, 2021. gada 5. janvāris")
    expect(page.locator("#hour")).to_have_text("9.00")


def test_the_clock_leads_to_the_next_message(page: Page, rehearsal: Rehearsal) -> None:  # noqa: F811
    come(page, rehearsal)
    join(page)
    page.locator("[data-step=message]").click()
    expect(page.locator("#day")).to_have_text("pirmdiena, 2021. gada 4. janvāris")
    expect(page.locator("#chat-izm .turn")).to_have_count(4)


def test_a_command_is_chosen_from_the_menu(page: Page, rehearsal: Rehearsal) -> None:  # noqa: F811
    rehearsal.ask("setMyCommands", commands=[{"command": "plans", "description": "plāna stāvoklis attēlā"}])
    come(page, rehearsal)
    page.locator("#chat-vk .commands summary").click()
    page.get_by_role("button", name="plāna stāvoklis attēlā").click()
    expect(page.locator("#chat-vk .turn.person .words").last).to_have_text("/plans")
    expect(page.locator("#chat-vk .commands .tray")).to_be_hidden()


def test_a_row_is_deleted_once_it_is_sure(page: Page, rehearsal: Rehearsal) -> None:  # noqa: F811
    come(page, rehearsal)
    row = page.locator("tr", has=page.locator(".c-Number", has_text="2.8"))
    row.locator(".pencil").click()
    page.locator("#row .remove").click()
    expect(row).to_have_count(1)
    page.locator("#row .remove").click()
    expect(row).to_have_count(0)


def test_a_file_is_attached(page: Page, rehearsal: Rehearsal) -> None:  # noqa: F811
    come(page, rehearsal)
    page.locator("#chat-vk input[type=file]").set_input_files(
        {"name": "a.txt", "mimeType": "text/plain", "buffer": b"abc"}
    )
    expect(page.locator("#chat-vk .file")).to_have_text("a.txt · 1 KB")


def test_a_row_is_changed_by_hand(page: Page, rehearsal: Rehearsal, language: str) -> None:  # noqa: F811
    come(page, rehearsal, language)
    row = page.locator("tr", has=page.locator(".c-Number", has_text="2.8"))
    row.locator(".pencil").click()
    page.locator("#row select").nth(1).select_option("Izpildīts")
    page.locator("#row textarea").nth(1).fill("Viss.")
    look(page, f"{language}-14-row")
    page.locator("#row .main").click()
    expect(page.locator("tr.fresh .c-Done")).to_contain_text("Viss.")
    expect(page.locator("td.fresh")).to_have_count(2)
    expect(page.locator("#row")).to_be_hidden()


@pytest.mark.parametrize("width", [1440, 390])
def test_everybody_can_read_and_reach_it(page: Page, rehearsal: Rehearsal, language: str, width: int) -> None:  # noqa: F811
    page.set_viewport_size({"width": width, "height": PHONE[1]})
    page.emulate_media(reduced_motion="reduce")
    come(page, rehearsal, language)
    join(page)
    page.locator("#troubles summary").click()
    found = Axe().run(page).response["violations"]
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
