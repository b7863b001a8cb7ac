"""A hand at the worksheet page in a real browser: it presses, chooses and types, and counts its steps."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.sync_api import Page

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


@dataclass
class Hand:
    """Acts on a page as a person does; each press, choice and field typed into is a step."""

    page: Page
    steps: int = 0

    def choose(self, label: str) -> None:
        self._step()
        self.page.get_by_label(label, exact=True).check()

    def write(self, label: str, text: str) -> None:
        self._step()
        self.page.get_by_label(re.compile(f"^{re.escape(label)}")).fill(text)

    def press(self, name: str) -> None:
        self._step()
        self.page.get_by_role("button", name=name, exact=True).click()

    def follow(self, name: str) -> None:
        self._step()
        self.page.get_by_role("link", name=name).first.click()

    def _step(self) -> None:
        self.steps += 1
