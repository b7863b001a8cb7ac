"""The forum's SharePoint site: its lists, its people, its time zone, and the troubles it can be told to have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from threading import RLock
from typing import Literal, Protocol
from uuid import NAMESPACE_URL, uuid5

from starlette.types import ASGIApp

from sandbox.clock import Clock
from sandbox.ledger import Ledger
from sandbox.site.allowance import Allowance
from sandbox.site.changes import Aged
from sandbox.site.columns import Column
from sandbox.site.faults import Fault
from sandbox.site.hooks import Hooks
from sandbox.site.library import Library
from sandbox.site.lists import Setting, SiteList
from sandbox.site.zones import ZONES, Zone

OWNER, SERVICE = 6, 7


@dataclass(frozen=True)
class Person:
    """A user of the site; ``id`` is what person columns hold."""

    id: int
    title: str
    email: str
    login: str


class Tokens(Protocol):
    """Whoever knows which bearer tokens are good: the sandbox's sign-in."""

    def trouble(self, token: str, origin: str) -> str | None:
        """What is wrong with a token for the site at ``origin``, in a sentence; None where it is good."""

    def roles_of(self, token: str) -> list[str]:
        """What a good token's app may do: ``Sites.Selected`` opens the site."""


class Site:
    """A site under ``path``. Its clock is the forum's; ``timezone`` is one of ``zones.ZONES`` and may be changed.

    ``down``: 503 with Retry-After; ``faults``: answers that go wrong, first come first; ``latency``: seconds
    before each answer; ``allowance`` (None: none): what an app may use; ``met``: the faults that came;
    ``aged_tokens``: what change tokens of more than 60 days meet; ``grant``: the role that the app was given on this
    site, where only ``manage`` and more let it make lists and columns.
    """

    def __init__(self, clock: Clock, timezone: str = "Europe/Riga", *, path: str = "/sites/ogp") -> None:
        self.clock = clock
        self.zone: Zone = ZONES[timezone]
        self.path = path
        self.title = "OGP forums"
        self.lists: list[SiteList] = []
        self.people: dict[int, Person] = {}
        self.lock = RLock()
        self.down = False
        self.retry_after = 30
        self.faults: list[Fault] = []
        self.met: list[Fault] = []
        self.latency = 0.0
        self.allowance: Allowance | None = None
        self.aged_tokens: Aged = "error"
        self.grant: Literal["read", "write", "manage", "fullcontrol"] = "write"
        self.hooks = Hooks(clock, self.id, path)
        self._removed = 0
        self._changes = count(1001)
        self._ids = count(8)
        self._add_user(OWNER, "Vietnes īpašnieks", "ipasnieks@vk.example", "i:0#.f|membership|")
        self._add_user(SERVICE, "forumbot", "", "i:0i.t|ms.sp.ext|")

    @property
    def timezone(self) -> str:
        return self.zone.name

    @timezone.setter
    def timezone(self, name: str) -> None:
        self.zone = ZONES[name]

    @property
    def id(self) -> str:
        return str(uuid5(NAMESPACE_URL, f"site:{self.path}"))

    @property
    def service(self) -> Person:
        """The app's own user: whatever it writes shows this editor."""
        return self.people[SERVICE]

    def add_person(self, title: str, email: str) -> Person:
        """A person with an account on the site; the answer's ``id`` goes into person columns and ``editor=``."""
        return self._add_user(next(self._ids), title, email, "i:0#.f|membership|")

    def add_list(self, title: str, *, url: str = "", columns: list[Column], library: bool = False) -> SiteList:
        """A list under ``/Lists/{url}`` (a library under ``/{url}``); ``Title`` and the built-in columns come by
        themselves, and a column given with such a name replaces that one."""
        setting = Setting(
            lock=self.lock,
            now=self._now,
            number=lambda: next(self._changes),
            zone=lambda: self.zone,
            owner=OWNER,
            path=self.path,
            removed=self._removed,
            noted=self.hooks.noted,
        )
        made = (Library if library else SiteList)(title, url=url or title, columns=columns, setting=setting)
        with self.lock:
            self.lists.append(made)
        return made

    def remove_list(self, url: str) -> SiteList:
        """Take a list away, to where it can still be brought back from; lookups to it lead nowhere, and one made anew
        under its URL name is another list.

        LookupError: there is none.
        """
        with self.lock:
            gone = self.list(url)
            self.lists.remove(gone)
            self._removed += 1
            for column in (column for one in self.lists for column in one.columns.values()):
                if column.kind == "Lookup" and column.target == url:
                    column.target = f"{{{gone.id}}}"
            return gone

    def restore_list(self, gone: SiteList) -> None:
        """Bring a list back that was taken away: the same one, with all its rows, and looked up again."""
        with self.lock:
            self.lists.append(gone)
            for column in (column for one in self.lists for column in one.columns.values()):
                if column.target == f"{{{gone.id}}}":
                    column.target = gone.url

    def looked_in(self, column: Column) -> SiteList | None:
        """The list that a lookup looks in; None where that was taken away."""
        return next((one for one in self.lists if one.url == column.target), None)

    def list(self, url: str) -> SiteList:
        """The list with this URL name. LookupError: there is none."""
        return self._first(lambda one: one.url == url, url)

    def library(self, url: str) -> Library:
        """The library with this URL name. LookupError: there is none."""
        found = self.list(url)
        if isinstance(found, Library):
            return found
        raise LookupError(f"'{url}' is a list and holds no files")

    def list_titled(self, title: str) -> SiteList:
        return self._first(lambda one: one.title.casefold() == title.casefold(), title)

    def list_with_id(self, guid: str) -> SiteList:
        return self._first(lambda one: one.id == guid.lower(), guid)

    def app(self, ledger: Ledger, tokens: Tokens) -> ASGIApp:
        """The site as a web application; all that it is asked and answers goes to ``ledger``."""
        from sandbox.site.wire import application

        return application(self, ledger, tokens)

    def _first(self, fits: Callable[[SiteList], bool], name: str) -> SiteList:
        with self.lock:
            for one in self.lists:
                if fits(one):
                    return one
        raise LookupError(name)

    def _now(self) -> datetime:
        return self.clock.now()

    def _add_user(self, number: int, title: str, email: str, login: str) -> Person:
        person = Person(number, title, email, f"{login}{email or title}")
        self.people[number] = person
        return person
