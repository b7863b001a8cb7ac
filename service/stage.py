"""The stage of demo and story: the real service, set up against the outside stood in for on this machine."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import select
from sqlalchemy.orm import Session

from config.policies import policy
from config.settings import Settings, read
from forum import forums, links, operations
from forum.people import Person
from forum.policies import Policy
from forum.store import migrate
from forum.store.door import Store
from sandbox.outside import Outside
from service.cast import FIRST_ACCOUNT, Member, members
from service.engines.embedded import Embedded
from service.pages import pages
from service.parts import outfit
from service.schedule import TICKS
from service.service import Service
from service.works import Works

# A folder in memory, where the machine has one.
IN_MEMORY = Path("/dev/shm")  # noqa: S108 (a fresh folder of our own is made in it)

# How long (real time) the service may take to fetch what the chat service has for it.
HEARD_SECONDS = 15.0


@dataclass
class Stage:
    """The service, the outside it meets, and its memory; ``seconds`` is the pace of its ticks.

    ``service`` is None while it is off: what people say and change meanwhile waits outside.
    """

    outside: Outside
    store: Store
    settings: Settings
    seconds: Mapping[str, float]
    service: Service | None = None
    _works: Works | None = field(default=None, init=False)
    _served: AsyncExitStack = field(default_factory=AsyncExitStack, init=False)

    async def start(self) -> None:
        """Begin, or begin anew over the same memory, as after a restart of the machine."""
        made = outfit(self.settings, self.store, self.outside.clock.now)
        self._works = Works([made], self.store, Embedded(), seconds=self.seconds)
        await self._works.start()
        (self.service,) = self._works.services
        await self._served.enter_async_context(pages(self.settings, self.store, [self.service]))

    async def stop(self) -> None:
        """End the service, as Ctrl-C would; nothing where it is off already."""
        await self._served.aclose()
        works, self._works, self.service = self._works, None, None
        if works is not None:
            await works.stop()

    async def cast(self, names: list[str], *, first: int = FIRST_ACCOUNT) -> dict[str, Member]:
        """People of the roster, ready to join; the roster must have been read."""
        accounts = dict(zip(names, count(first), strict=False))
        return await members(
            self.store, self.settings.forum.key, self.outside.chat, accounts, clock=self.outside.clock.now
        )

    async def settle(self) -> None:
        """Let everything happen that is due now, on both sides of the wire; nothing while the service is off."""
        service = self.service
        if service is None:
            return
        async with asyncio.timeout(HEARD_SECONDS):
            # The outside lives on another thread, so that there is no event of this loop to wait for.
            while self.outside.chat.updates.count():  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        await service.settle()

    async def worksheet(self, name: str) -> str:
        """The address of a person's worksheet page, by a fresh link; empty where there is none, or the service is
        off."""
        if self.service is None:
            return ""
        now, chosen = self.outside.clock.now(), policy(self.settings)
        return await self.store.read(_worksheet, self.settings.forum.key, name, now=now, policy=chosen)

    async def waiting_writes(self) -> int:
        """How many writes wait for the site."""
        return await self.store.read(operations.waiting, self.settings.forum.key)


def _worksheet(session: Session, forum: str, name: str, *, now: datetime, policy: Policy) -> str:
    found = session.scalars(select(Person).where(Person.forum == forum, Person.name == name)).all()
    serving = [person for person in found if person.serves_on(policy.day(now))]
    return links.page_of(session, serving[-1], now=now, policy=policy) if serving else ""


@contextmanager
def scratch() -> Iterator[str]:
    """The URL of a fresh database that is gone at the end: in memory where that can be, since nothing of it has to
    outlive a loss of power and the disk of the machine may be slow."""
    with TemporaryDirectory(dir=IN_MEMORY if os.access(IN_MEMORY, os.W_OK) else None) as folder:
        yield f"sqlite:///{folder}/forumbot.sqlite"


@asynccontextmanager
async def stage(
    outside: Outside,
    database: str,
    *,
    seconds: Mapping[str, float] = TICKS,
    more: Mapping[str, str] | None = None,
    switched_on: bool = True,
) -> AsyncIterator[Stage]:
    """Set the service up as an operator would, by its settings (``more``: further ones, as environment variables), and
    run it over the database of this URL. ``switched_on``: a new forum writes to members at once, as if a coordinator
    had let it."""
    (settings,) = read([], environment(outside, database) | dict(more or {}))
    migrate.upgrade(settings.database.url)
    with Store.open(settings.database.url) as store:
        if switched_on:
            await store.do(forums.ensure, settings.forum.key, now=outside.clock.now())
        on = Stage(outside, store, settings, seconds)
        await on.start()
        try:
            yield on
        finally:
            await on.stop()


def environment(outside: Outside, database: str) -> dict[str, str]:
    """The settings of a service that meets this outside, as environment variables."""
    return {
        "FORUMBOT_FORUM__KEY": "ogp",
        "FORUMBOT_DATABASE__URL": database,
        "FORUMBOT_WEB__PORT": "0",
        # What members give as evidence here is nobody's.
        "FORUMBOT_LINKS__CHECK": "false",
        "FORUMBOT_TELEGRAM__TOKEN": outside.token,
        "FORUMBOT_TELEGRAM__BASE_URL": outside.base_url,
        "FORUMBOT_SHAREPOINT__SITE_URL": outside.site_url,
        "FORUMBOT_SHAREPOINT__TENANT": outside.directory.tenant,
        "FORUMBOT_SHAREPOINT__CLIENT_ID": outside.directory.client_id,
        "FORUMBOT_SHAREPOINT__CERTIFICATE": str(outside.directory.certificate),
        "FORUMBOT_SHAREPOINT__AUTHORITY": outside.directory.authority.rpartition("/")[0],
        "FORUMBOT_SHAREPOINT__CA_BUNDLE": str(outside.directory.ca_bundle),
        "FORUMBOT_SHAREPOINT__INSTANCE_DISCOVERY": "false",
        # Months of the calendar pass in minutes here.
        "FORUMBOT_SHAREPOINT__UNITS_PER_MINUTE": "0",
    }


def by_mail(outside: Outside, *, read: bool = False) -> dict[str, str]:
    """What more is set where members are reached by e-mail (``read``: and their answers are read)."""
    return {
        "FORUMBOT_EMAIL__HOST": "127.0.0.1",
        "FORUMBOT_EMAIL__PORT": str(outside.mail.port),
        "FORUMBOT_EMAIL__STARTTLS": "false",
        "FORUMBOT_EMAIL__FROM": "forums@vk.example",
        "FORUMBOT_EMAIL__PER_MINUTE": "0",
        "FORUMBOT_EMAIL__USER": outside.inbox.user if read else "",
        "FORUMBOT_EMAIL__PASSWORD": outside.inbox.password if read else "",
        "FORUMBOT_EMAIL__IMAP_HOST": "127.0.0.1" if read else "",
        "FORUMBOT_EMAIL__IMAP_PORT": str(outside.inbox.port),
        "FORUMBOT_EMAIL__IMAP_TLS": "false",
    }
