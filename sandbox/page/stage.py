"""The stage of the demo: whose chats it shows, and how its clock is turned so that the service keeps up."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from starlette.types import ASGIApp

from sandbox.botapi import BotApi, Person
from sandbox.clock import Clock
from sandbox.ledger import Ledger
from sandbox.page.guide import Guide
from sandbox.page.turning import step_from, stops
from sandbox.site import Site


@dataclass(frozen=True)
class Actor:
    """Somebody whose chat is on the page. ``invitation`` is what Start carries, as a personal link would, ``editor``
    the number of their account on the site (None: the site's owner changes rows for them), ``body`` the short name of
    the institution whose measures they answer for, ``opening`` what they have asked before a visitor comes, by
    language."""

    key: str
    person: Person
    title_lv: str
    title_en: str
    invitation: str = ""
    editor: int | None = None
    body: str = ""
    opening: Mapping[str, str] = field(default_factory=dict)


class Service(Protocol):
    """The service under demonstration, as far as the page needs to know it."""

    def settle(self) -> None:
        """Return when everything due at the clock's present moment is done; called on a thread of its own."""

    def stop(self) -> None:
        """End the service, as when its machine goes off."""

    def start(self) -> None:
        """Begin it anew over what it remembers."""

    def worksheet(self, name: str) -> str:
        """The address of the worksheet page of the person of this name; empty while there is none."""


# How long the service is off in an outage, in days of forum time, and how long the page shows each, in seconds.
OUTAGE_DAYS = 14
DAY_SHOWN = 0.12


class Busy(Exception):
    """The clock is being turned; try again when it stands still."""


class Stage:
    """All that the page shows and moves.

    ``ledgers`` are shown under their names (``telegram``, ``sharepoint``); without them, the Bot API's own.
    The guide leads a visitor to ``first_day``. ``days_off`` names holidays in Latvian and English; weekends need no
    name. ``running`` is False while the service is off, ``off`` has the spans in which it was.
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
        days_off: Mapping[date, tuple[str, str]] | None = None,
    ) -> None:
        self.clock = clock
        self.api = api
        self.site = site
        self.actors = {actor.key: actor for actor in actors}
        self.ledgers = dict(ledgers) if ledgers is not None else {"telegram": api.ledger}
        self.first_day = first_day
        self.days_off = dict(days_off or {})
        self.running = True
        self.off: list[tuple[datetime, datetime]] = []
        self.people = [actor.person for actor in actors]
        self.guide = Guide(self)
        self.busy = False
        self.closed = False
        self.touched = False  # by a visitor, who has done more than choose a language
        self._service = service

    def worksheet(self, key: str) -> str:
        """The address of an actor's own page of the service; empty where there is none just now."""
        actor = self.actors.get(key)
        return self._service.worksheet(actor.title_lv) if actor and self._service else ""

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

    async def turn(self, until: datetime, *, to_message: bool = False) -> None:
        """Turn the clock to ``until``, morning by morning, and let the service do what is due at each stop;
        ``to_message``: no further than to the first morning on which somebody is written to.

        Raises ``Busy`` while another turn is under way.
        """
        with self._alone():
            before = self._written()
            for stop in stops(self.clock.now(), until):
                if self.closed or (to_message and self._written() != before):
                    break
                self.clock.set(stop)
                await self._settle()

    async def open_anew(self) -> None:
        """Let those who asked something before a visitor came ask it again, in chats without a past: the answers come
        in the language that they speak by now. Nothing while the clock is being turned."""
        if self.busy:
            return
        with self._alone():
            await self._settle()  # the roster, too, says which language they speak
            for actor in self.actors.values():
                if actor.opening:
                    actor.person.clears()
                    actor.person.says(actor.opening[actor.person.user["language_code"]])
            await self._settle()

    async def _settle(self) -> None:
        if self._service is not None:
            await asyncio.to_thread(self._service.settle)

    def _written(self) -> list[int]:
        """The newest message of the bot in each chat."""
        return [
            max((one.id for one in actor.person.messages if one.from_bot), default=0) for actor in self.actors.values()
        ]

    async def outage(self) -> None:
        """Let two weeks pass with the service off, then begin it anew and let it do what is due.

        Raises ``Busy`` while the clock is being turned, ValueError where there is no service to end.
        """
        if self._service is None:
            raise ValueError("there is no service to end")
        with self._alone():
            began, self.running = self.clock.now(), False
            await asyncio.to_thread(self._service.stop)
            for _ in range(OUTAGE_DAYS):
                self.clock.set(step_from(self.clock.now(), "day"))
                if not self.closed:
                    await asyncio.sleep(DAY_SHOWN)
            self.off.append((began, self.clock.now()))
            await asyncio.to_thread(self._service.start)
            self.running = True
            await asyncio.to_thread(self._service.settle)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if self.busy:
            raise Busy("the clock is being turned already")
        self.busy = True
        try:
            yield
        finally:
            self.busy = False
