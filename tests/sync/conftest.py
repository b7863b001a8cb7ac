"""The sandbox's site and sign-in, and the service's client before them, for the tests of the sync."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import answering, forums, outbox
from forum.answering import Answer
from forum.operations import WorkspaceOperation
from forum.people import Institution, Person
from forum.plan import MEASURE, Completion, Measure
from forum.rounds import Obligation, Round
from forum.store.base import Base
from forum.store.door import Store
from forum.times import At, real
from sandbox.clock import Clock
from sandbox.ledger import Ledger
from sandbox.plans import latvia
from sandbox.serving import Serving
from sandbox.signin import Directory
from sandbox.site import Site
from sync.pull import ListReport, Pull
from sync.push import Push
from sync.sharepoint.budget import Budget
from sync.sharepoint.site import SharePoint
from tests.databases import Files
from tests.facts import Facts, policy

FORUM = "latvia"
START = datetime(2021, 1, 4, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def serving() -> Iterator[Serving]:
    with Serving() as running:
        yield running


@pytest.fixture(scope="session")
def directory(serving: Serving, tmp_path_factory: pytest.TempPathFactory) -> Directory:
    """The sign-in, the same for all tests: a key takes its time to make."""
    made = Directory("vk", tmp_path_factory.mktemp("directory"))
    made.start(serving, Ledger(Clock(START)))
    return made


@dataclass
class Outside:
    """A site with Latvia's plan, being served, its ledger, and how to reach it."""

    site: Site
    ledger: Ledger
    clock: Clock
    url: str
    directory: Directory

    def client(self, kind: type[SharePoint] = SharePoint, **more: Any) -> SharePoint:
        given: dict[str, Any] = {
            "site_url": self.url,
            "tenant": "vk",
            "client_id": self.directory.client_id,
            "certificate": self.directory.certificate,
            "authority": self.directory.authority,
            "ca_bundle": self.directory.ca_bundle,
            "instance_discovery": False,
            # A budget for each client alone: what one test is refused must not hold up another.
            "spending": Budget(0),
        }
        return kind(**{**given, **more})

    def asked(self, method: str = "GET", part: str = "/items") -> list[str]:
        """The paths asked for so far with this method, those with ``part`` in them."""
        return [entry["path"] for entry in self.ledger.entries if entry["method"] == method and part in entry["path"]]


def stand_up(serving: Serving, directory: Directory) -> Outside:
    """A fresh site, always the same: even its lists' ids and its change tokens."""
    clock = Clock(START)
    site, ledger = latvia(clock), Ledger(clock)
    site.retry_after = 1
    url = serving.start(site.app(ledger, directory)) + site.path
    return Outside(site, ledger, clock, url, directory)


@pytest.fixture
def outside(serving: Serving, directory: Directory) -> Outside:
    return stand_up(serving, directory)


@pytest.fixture
def workspace(outside: Outside) -> Iterator[SharePoint]:
    opened = outside.client()
    yield opened
    opened.close()


@dataclass
class House:
    """A forum in its memory, kept alike with the site."""

    store: Store
    outside: Outside
    pull: Pull
    push: Push

    async def pulled(self, *, full: bool = False) -> dict[str, ListReport]:
        """Pull, without trouble; the reports by noun."""
        report = await self.pull.run(full=full)
        assert report.trouble is None
        return {one.noun: one for one in report.lists}

    def all(self, noun: type[Base]) -> list[Any]:
        """All of one kind, in the order of their making; as they were when asked for. Measures without what is followed
        up like them."""

        def query(session: Session) -> list[Any]:
            found = session.scalars(select(noun).order_by(noun.__table__.c.id))
            return [one for one in found if noun is not Measure or getattr(one, "noun", "") == MEASURE]

        return self.store.read_now(query)

    def measure(self, number: str) -> Measure:
        found: Measure = next(one for one in self.all(Measure) if one.number == number)
        return found

    def person(self, name: str) -> Person:
        found: Person = next(one for one in self.all(Person) if one.name == name)
        return found

    def joins(self, name: str) -> None:
        """A person is in a chat from now on."""
        number = self.person(name).id
        self.store.do_now(lambda session: Facts(session, FORUM).joins(session.get_one(Person, number)))

    def item(self, url: str, item_id: int) -> dict[str, Any]:
        """A row of the site, by inner names."""
        return dict(self.outside.site.list(url).items[item_id].values)

    def reply(self, number: str, done: str, completion: Completion | None = Completion.LIMITED) -> None:
        """A member's answer about a measure of which their body is the lead."""
        now = self.outside.clock.now()
        self.store.do_now(_reply, number, done, completion, At(now=now, real=real(), day=now.date()))

    def pass_time(self) -> None:
        """As if the pause of every operation were over."""

        def hurry(session: Session) -> None:
            for row in session.scalars(select(WorkspaceOperation)):
                row.retry_at = None

        self.store.do_now(hurry)

    def operations(self) -> list[tuple[str, str]]:
        return [(row.noun, row.state.value) for row in self.all(WorkspaceOperation)]

    def messages(self, kind: str) -> list[Any]:
        return [row for row in self.all(outbox.OutgoingMessage) if row.kind == kind]


def _reply(session: Session, number: str, done: str, completion: Completion | None, at: At) -> None:
    measure = session.scalars(select(Measure).where(Measure.number == number)).one()
    lead = session.scalars(select(Institution).where(Institution.code == "VARAM")).one()
    person = session.scalars(select(Person).where(Person.name == "VARAM kontaktpersona")).one()
    round_ = session.scalars(select(Round).where(Round.key == "report-2020")).one()
    duty = session.scalar(
        select(Obligation).where(Obligation.measure_id == measure.id, Obligation.institution_id == lead.id)
    )
    if duty is None:
        duty = Obligation(forum=FORUM, round_id=round_.id, measure_id=measure.id, institution_id=lead.id)
        session.add(duty)
        session.flush()
    echo = outbox.To(person_id=person.id, channel="telegram", address="77", language="lv")
    answer = Answer(completion=completion, done=done, channel="telegram")
    answering.record(session, duty, person, answer, echo=echo, at=at)


@pytest.fixture
def joined(outside: Outside) -> Iterator[Callable[[Store], House]]:
    """Joins a store and the site; what was opened for it is closed at the end."""
    opened: list[SharePoint] = []

    def join(store: Store) -> House:
        opened.append(outside.client())
        return _join(store, outside, opened[-1])

    yield join
    for one in opened:
        one.close()


def _join(store: Store, outside: Outside, workspace: SharePoint) -> House:
    store.do_now(forums.ensure, FORUM, now=START)
    clock = outside.clock.now
    return House(store, outside, Pull(store, FORUM, workspace, clock), Push(store, FORUM, workspace, clock, policy()))


@pytest.fixture
def fresh(sqlite_databases: Files, joined: Callable[[Store], House]) -> Iterator[House]:
    """A forum on SQLite that has not seen its site yet."""
    with Store.open(sqlite_databases.ready()) as store:
        yield joined(store)


@pytest.fixture(scope="session")
def first_pull(serving: Serving, directory: Directory, sqlite_databases: Files) -> Path:
    """A forum's memory after the first pull of the site, which is the same for every test."""
    url, outside = sqlite_databases.ready(), stand_up(serving, directory)
    workspace = outside.client()
    with Store.open(url) as store:
        asyncio.run(_join(store, outside, workspace).pulled())
    workspace.close()
    return Path(url.removeprefix("sqlite:///"))


@pytest.fixture
def house(first_pull: Path, tmp_path: Path, outside: Outside, joined: Callable[[Store], House]) -> Iterator[House]:
    """A forum on SQLite that has pulled its site once."""
    # A site counts its changes and the tokens that it gives in one row: the pull that is copied took some of both.
    _ = [one.token for _ in range(3) for one in outside.site.lists]
    shutil.copyfile(first_pull, tmp_path / "forum.sqlite")
    with Store.open(f"sqlite:///{tmp_path}/forum.sqlite") as store:
        yield joined(store)


@pytest.fixture
def either(store: Store, joined: Callable[[Store], House]) -> House:
    """A forum on each kind of database that has not seen its site yet."""
    return joined(store)
