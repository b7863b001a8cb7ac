"""The demo itself in a real browser, in both languages: its guide leads through the whole main job, press by press."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from sandbox.page.guide import STEPS
from tests.outside.test_demo_page import look
from tests.processes import the_demo

pytestmark = pytest.mark.outside

# How often the guide may be asked what to do next: each step takes one to nine presses.
MOST_PRESSES = 40
# Does what comes next, and tells which step that is: in one go, lest the page go on between the two.
LEAD = """() => {
    const step = document.querySelector("#steps .next").dataset.stepName;
    document.querySelector("#lead").click();
    return step;
}"""
SAID = {
    "lv": {"finished": "Tas ir viss galvenais darbs.", "kept": "saglabāta", "clash": "atšķiras", "gone": "slēgta"},
    "en": {"finished": "That is the whole main job.", "kept": "kept", "clash": "differ", "gone": "closed"},
}


@pytest.fixture(params=["lv", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def address() -> Iterator[str]:
    with the_demo() as url:
        yield url


def follow_the_guide(page: Page) -> list[str]:
    """Do what the guide shows until it has nothing more; the steps in the order in which they came up."""
    came: list[str] = []
    for _ in range(MOST_PRESSES):
        expect(page.locator("#lead:enabled, .guide.finished")).to_have_count(1, timeout=30_000)
        if not page.locator("#steps .next").count():
            return came
        before = page.locator("body").inner_text()
        step = page.evaluate(LEAD)
        if step not in came:
            came.append(step)
        page.keyboard.press("Enter")
        if page.locator("#row").is_visible():
            page.locator("#row select").nth(1).select_option("Izpildīts")
            page.locator("#row .main").click()
        expect(page.locator("body")).not_to_have_text(before)
        page.wait_for_timeout(1200)  # a chat is written to once a second
    return came


def no_violations(page: Page) -> None:
    found = Axe().run(page).response["violations"]
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []


def quarrel(page: Page, said: dict[str, str]) -> None:
    """With the site down a member answers, and a coordinator changes the same row there: a person has to choose."""
    page.locator("#troubles summary").click()
    page.locator("[data-trouble=site_down]").click()
    chat = page.locator(".chat-pane").first
    chat.locator("textarea").fill("Izpildīts. Viss ir atvērts.")
    chat.locator("textarea").press("Enter")
    chat.get_by_role("button", name=re.compile("^2\\.8\\.?$")).last.click()
    expect(chat.locator(".turn.bot").last).to_contain_text(said["kept"])
    page.locator("tr", has=page.locator(".c-Number", has_text="2.8")).locator(".pencil").click()
    page.locator("#row select").nth(0).select_option("member-3")
    page.locator("#row select").nth(1).select_option("Nav sākts")
    page.locator("#row .main").click()
    page.locator("#watch button").click()
    expect(chat.locator(".turn.bot").last).to_contain_text(said["clash"], timeout=20_000)


def is_blocked(page: Page, said: dict[str, str]) -> None:
    """The second member blocks the bot, and the coordinator is told once somebody is written to."""
    page.locator("#troubles summary").click()
    page.locator("#blocking").click()
    expect(page.locator(".chat-pane").nth(1).locator(".begin")).to_be_visible()
    expect(page.locator(".chat-pane").nth(2).locator(".turn.bot").last).to_contain_text(said["gone"], timeout=20_000)


def test_the_guide_leads_through_the_whole_main_job(browser: Browser, address: str, language: str) -> None:
    said = SAID[language]
    page = browser.new_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    page.set_default_timeout(15_000)
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    page.on("request", lambda asked: troubles.append(asked.url) if not asked.url.startswith("http://127.") else None)
    page.goto(f"{address}/?lang={language}")
    expect(page.locator("body")).to_have_class("ready")
    look(page, f"{language}-20-demo-first")
    assert follow_the_guide(page) == list(STEPS)
    expect(page.locator(".guide .press")).to_have_text(said["finished"])
    look(page, f"{language}-21-demo-main-job")
    quarrel(page, said)
    no_violations(page)
    look(page, f"{language}-22-demo-conflict")
    is_blocked(page, said)
    no_violations(page)
    page.close()
    assert troubles == []
