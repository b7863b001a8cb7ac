"""The demo itself in a real browser, in both languages: its guide leads through the whole main job, press by press."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from sandbox.page.guide import STEPS
from tests.outside.test_demo_page import browser, look  # noqa: F401

pytestmark = pytest.mark.outside

# How often the guide may be asked what to do next: each step takes one to nine presses.
MOST_PRESSES = 40
LIMITED = "Izpildīts ierobežotā apjomā"
SAID = {
    "lv": {"finished": "Tas ir viss galvenais darbs.", "kept": "saglabāta", "clash": "Platformā:", "blocks": "bloķē"},
    "en": {"finished": "That is the whole main job.", "kept": "kept", "clash": "On the site:", "blocks": "blocks"},
}


@pytest.fixture(params=["lv", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def address() -> Iterator[str]:
    """The demo of the command line on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-c", "from service.cli import main; main()", "demo", "--port", str(port)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("FORUMBOT_")}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        assert process.stdout is not None
        said = [process.stdout.readline(), process.stdout.readline()]
        assert str(port) in said[1]
        yield f"http://127.0.0.1:{port}"
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=10) == 0
    finally:
        process.kill()
        process.communicate()


def follow_the_guide(page: Page) -> list[str]:
    """Do what the guide shows until it has nothing more; the steps in the order in which they came up."""
    came: list[str] = []
    for _ in range(MOST_PRESSES):
        expect(page.locator("#lead:enabled, .guide.finished")).to_have_count(1, timeout=30_000)
        if not page.locator("#steps .next").count():
            return came
        step = str(page.locator("#steps .next").get_attribute("data-step-name"))
        if step not in came:
            came.append(step)
        before = page.locator("body").inner_text()
        page.locator("#lead").click()
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


def test_the_guide_leads_through_the_whole_main_job(browser, address: str, language: str) -> None:  # type: ignore[no-untyped-def]  # noqa: F811
    page = browser.new_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    page.on("request", lambda asked: troubles.append(asked.url) if not asked.url.startswith("http://127.") else None)
    page.goto(f"{address}/?lang={language}")
    expect(page.locator("body")).to_have_class("ready")
    look(page, f"{language}-20-demo-first")
    assert follow_the_guide(page) == list(STEPS)
    expect(page.locator(".guide .press")).to_have_text(SAID[language]["finished"])
    no_violations(page)
    look(page, f"{language}-21-demo-main-job")
    page.close()
    assert troubles == []
