"""The guide: the steps of a visitor's first minute, ticked off by what the outside has seen of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Protocol

from sandbox.botapi import Person
from sandbox.page.turning import local
from sandbox.site import Site

# The lists in which something new tells that a step is done.
WATCHED = ("Atbildes", "Daliba")


class Scene(Protocol):
    """What the guide looks at: the site, and the chats in the order of the page."""

    site: Site
    people: list[Person]
    first_day: date


class Guide:
    """Which steps are done; what was done once stays ticked off, whatever follows."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._known = {url: set(scene.site.list(url).order) for url in WATCHED}
        self._done: set[str] = set()

    def look(self) -> dict[str, bool]:
        """Every step by its name, in order, and whether it is done."""
        self._done |= {name for name, is_done in STEPS.items() if name not in self._done and is_done(self)}
        return {name: name in self._done for name in STEPS}

    def _fresh(self, url: str) -> list[dict[str, Any]]:
        """The rows that were not in this list when the curtain rose."""
        with self._scene.site.lock:
            rows = self._scene.site.list(url)
            return [rows.items[number].values for number in rows.order if number not in self._known[url]]

    def joined(self) -> bool:
        """The first person has come in, and nothing is asked of them any more."""
        told = [one for one in self._scene.people[0].messages if one.from_bot]
        # A button that opens an address asks nothing.
        return bool(told) and all(button.url for row in told[-1].keyboard for button in row)

    def turned(self) -> bool:
        """Somebody was written to on the first day on which that is due, or later."""
        told = [one.at for person in self._scene.people for one in person.messages if one.from_bot]
        return any(local(at).date() >= self._scene.first_day for at in told)

    def answered(self) -> bool:
        return any(row.get("Channel") == "Telegram" and not row.get("Unchanged") for row in self._fresh("Atbildes"))

    def corrected(self) -> bool:
        return any((row.get("Version") or 0) > 1 for row in self._fresh("Atbildes"))

    def unchanged(self) -> bool:
        return any(bool(row.get("Unchanged")) for row in self._fresh("Atbildes"))

    def filled_in(self) -> bool:
        """An answer was given on the site itself."""
        return any(row.get("Channel") == "Platforma" for row in self._fresh("Atbildes"))

    def attended(self) -> bool:
        """Somebody called to a meeting has answered."""
        return bool(self._fresh("Daliba"))

    def said(self, *commands: str) -> bool:
        """The last person, who runs the forum, has given one of these commands and got an answer."""
        messages = self._scene.people[-1].messages
        asked = [one.id for one in messages if not one.from_bot and one.text.split(" ")[0] in commands]
        return bool(asked) and any(one.from_bot and one.id > asked[0] for one in messages)


STEPS: dict[str, Callable[[Guide], bool]] = {
    "start": Guide.joined,
    "turn": Guide.turned,
    "answer": Guide.answered,
    "correct": Guide.corrected,
    "unchanged": Guide.unchanged,
    "fill": Guide.filled_in,
    "waiting": lambda guide: guide.said("/gaidam", "/awaited"),
    "plan": lambda guide: guide.said("/plans", "/plan"),
    "meeting": Guide.attended,
}
