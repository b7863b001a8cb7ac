"""A forum at its busiest: a score of members who answer and correct without a pause, its site, and the chat service."""

from __future__ import annotations

import asyncio
import threading
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from config.settings import read
from forum import awaited, deciding, enrolment, forums, people
from forum.people import Person
from forum.store.door import Store
from sandbox.botapi import Person as Account
from sandbox.clock import Clock
from sandbox.outside import Outside
from sandbox.plans import latvia
from sandbox.site import Site
from service.once import sync_once
from service.stage import environment
from tests.facts import policy, riga
from tests.faults.process import Process, serve

FORUM = "ogp"
# A Monday morning, ten working days before the round is due.
BEGUN = riga("2021-01-18 10:42")
# Words of all members together in a second: each stays below what the forum takes for a flood, and a chat is sent.
A_SECOND = 8.0
# The chat service holds each answer back so long, as the real one is a network away: an answer under way is never read
# by a process that is killed meanwhile.
ANSWERS_AFTER = 0.25


@dataclass
class Gathering:
    """A forum whose members have all joined, and its outside. ``said``: each member's words in their order;
    ``folder`` keeps what the processes say."""

    outside: Outside
    settings: Mapping[str, str]
    folder: Path
    members: list[Account]
    said: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    @property
    def url(self) -> str:
        return self.settings["FORUMBOT_DATABASE__URL"]

    def service(self, **more: str) -> Process:
        """The service over this memory, not started; ``more``: further settings."""
        ahead = (self.outside.clock.now() - datetime.now(UTC)).total_seconds()
        return Process(serve, ({**self.settings, **more}, ahead), self.folder / "service.log")

    def asked(self, verb: str) -> list[dict[str, Any]]:
        """What the chat service was asked by this method and did."""
        return [one for one in self.outside.chat_ledger.entries if one.get("verb") == verb and one["status"] == 200]

    def waiting(self) -> int:
        """How many updates the chat service has not been confirmed."""
        return self.outside.chat.updates.count()

    @contextmanager
    def talking(self, *, a_second: float = A_SECOND) -> Iterator[None]:
        """Everybody answers and corrects, in turn, until this ends."""
        end = threading.Event()
        talk = threading.Thread(target=self._talk, args=(end, a_second), name="members")
        talk.start()
        try:
            yield
        finally:
            end.set()
            talk.join()

    def _talk(self, end: threading.Event, a_second: float) -> None:
        first: dict[int, int] = {}
        for member in cycle(self.members):
            if end.wait(1 / a_second):
                return
            words = self.said[member.id]
            words.append(f"Darbs {member.id}-{len(words) + 1}.")
            if member.id in first:
                member.edits(first[member.id], words[-1])
            else:
                first[member.id] = member.says(words[-1])


@contextmanager
def gathered(url: str, folder: Path, **more: str) -> Iterator[Gathering]:
    """A forum in the database at ``url``, which has all tables and nothing in them; ``more``: further settings."""
    with Outside(Clock(BEGUN, flowing=True), folder / "outside", make_site=_each_with_one) as outside:
        settings = environment(outside, url) | more
        _read_the_site(settings, outside)
        with Store.open(url) as store:
            everybody, asked = store.do_now(_all_join)
        accounts = {person: outside.chat.person(1000 + person, "Member") for person in everybody}
        for account in accounts.values():
            account.chat.started = True
        outside.chat.slow = ANSWERS_AFTER
        yield Gathering(outside, settings, folder, [accounts[person] for person in asked])


def _each_with_one(clock: Clock) -> Site:
    """Latvia's site, but every body leads one measure at most, so that a plain text is an answer to it."""
    site = latvia(clock)
    rows, persons = site.list("Pasakumi"), site.list("Personas")
    contacts = {row["Institution"]: row["ID"] for row in persons.rows() if row["Institution"]}
    free = list(contacts.items())
    for number in list(rows.items):
        if not free:
            rows.delete(number)
            continue
        body, contact = free.pop()
        rows.edit(number, {"Lead": body, "CoLead": [], "Contact": [contact]})
    return site


def _read_the_site(settings: Mapping[str, str], outside: Outside) -> None:
    (found,) = read([], settings)
    with Store.open(found.database.url) as store:
        store.do_now(forums.ensure, FORUM, now=outside.clock.now())
    _, trouble = asyncio.run(sync_once(found, full=True))
    assert trouble == ""


def _all_join(session: Session) -> tuple[list[int], list[int]]:
    """Everybody of the roster joins, in a chat numbered after them; answers them all, and the members of whom one
    thing is asked."""
    day = BEGUN.date()
    roster = session.scalars(select(Person).order_by(Person.id)).all()
    for person in roster:
        chat = str(1000 + person.id)
        token = enrolment.invite(session, person, now=BEGUN)
        enrolment.open_link(session, FORUM, token, channel="telegram", address=chat, now=BEGUN, day=day)
        row = enrolment.address_of(session, person, channel="telegram", address=chat)
        assert row is not None
        enrolment.confirm(session, row, now=BEGUN)
    session.flush()
    deciding.tick(session, FORUM, now=BEGUN, policy=policy())
    session.flush()
    owed = awaited.owed(session, FORUM, day=day)
    coordinators = {one.id for one in people.coordinators(session, FORUM, day=day)}
    asked = [person.id for one in owed for person in one.askers if person.id not in coordinators]
    return [one.id for one in roster], [number for number in dict.fromkeys(asked) if asked.count(number) == 1]
