"""The stage of the demo: whose chats it shows, and how its clock is turned so that the service keeps up."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from starlette.types import ASGIApp

from sandbox.botapi import BotApi, Person
from sandbox.clock import Clock
from sandbox.ledger import Ledger
from sandbox.page.turning import stops
from sandbox.site import Site


@dataclass(frozen=True)
class Actor:
    """Somebody whose chat is on the page. ``invitation`` is what Start carries, as a personal link would."""

    key: str
    person: Person
    title_lv: str
    title_en: str
    invitation: str = ""


class Service(Protocol):
    """The service under demonstration, as far as the page needs to know it."""

    def settle(self) -> None:
        """Return when everything due at the clock's present moment is done; called on a thread of its own."""


class Busy(Exception):
    """The clock is being turned; try again when it stands still."""


class Stage:
    """All that the page shows and moves.

    The last actor has a pane alone, those before share the other one. ``ledgers`` are shown under their names
    (``telegram``, ``sharepoint``); without them, the Bot API's own. ``first_day`` is where the second hint leads.
    """

    def __init__(
        self,
        clock: Clock,
        api: BotApi,
        *,
        site: Site,
        actors: Sequence[Actor],
        service: Service | None = None,
        ledgers: Mapping[str, Ledger] | None = None,
        first_day: date = date(2021, 1, 4),
    ) -> None:
        self.clock = clock
        self.api = api
        self.site = site
        self.actors = {actor.key: actor for actor in actors}
        self.ledgers = dict(ledgers) if ledgers is not None else {"telegram": api.ledger}
        self.first_day = first_day
        self.answered_before = len(site.list("Atbildes").order)
        self.busy = False
        self.closed = False
        self._service = service

    def app(self) -> ASGIApp:
        """The page as a web application, to be served on loopback only: whoever reaches it may do everything."""
        from sandbox.page.server import application

        return application(self)

    def close(self) -> None:
        """Let go of the pages that wait for news, and end a turn of the clock at its next stop.

        Call it before the server stops, which would wait for them, and stop the service only once ``busy`` is
        False: a turn under way still waits for it to settle.
        """
        self.closed = True

    async def turn(self, until: datetime) -> None:
        """Turn the clock to ``until``, morning by morning, and let the service do what is due at each stop.

        Raises ``Busy`` while another turn is under way.
        """
        if self.busy:
            raise Busy("the clock is being turned already")
        self.busy = True
        try:
            for stop in stops(self.clock.now(), until):
                if self.closed:
                    break
                self.clock.set(stop)
                if self._service is not None:
                    await asyncio.to_thread(self._service.settle)
        finally:
            self.busy = False
