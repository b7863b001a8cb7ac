"""Mails and the plain pages that they open, in a real browser: readable by everybody, on a telephone and at a desk."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.words.test_mail import mail
from tests.words.test_messages import SAMPLES
from web import plain

pytestmark = pytest.mark.outside

SCREENS = Path(__file__).parents[2] / "build" / "screens"
PLAIN = plain.page(
    "lv", "Vai ieslēgt ziņas dalībniekiem?", "Kamēr nenospiežat pogu, nekas netiek sūtīts.", press="Ieslēgt"
)


# The shapes that mails have: with headings and without, lists, links, words to answer with, the longest.
KINDS = ("nudge", "read-back", "echo", "farewell", "alarm", "first-minutes", "awaited", "meeting-notice")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_mails_can_be_read_by_everybody(browser: Browser, scheme: Literal["light", "dark"]) -> None:
    """No violation that axe knows of, and nothing wider than a telephone."""
    page = browser.new_context(color_scheme=scheme, viewport={"width": 360, "height": 740}).new_page()
    SCREENS.mkdir(parents=True, exist_ok=True)
    language = "lv" if scheme == "light" else "en"
    pages = {kind: mail(kind, SAMPLES[kind][0], language)[1].html for kind in KINDS}
    pages["plain"] = bytes(PLAIN.body).decode()
    wrong: list[str] = []
    for name, html in pages.items():
        page.set_content(html)
        wrong += [f"{name}: {one['id']}" for one in Axe().run(page).response["violations"]]
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            wrong.append(f"{name}: too wide")
        page.screenshot(path=SCREENS / f"mail-{name}-{scheme}.png")
    page.context.close()
    assert wrong == []
