"""`make load`: three hundred forums in one installation, ten thousand members, a hundred thousand obligations.

A reminder falls due in all of them at once; each bot delivers at its own pace, and the members answer meanwhile."""

from __future__ import annotations

import asyncio
import logging
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from config import logs
from forum import inbox, nudges, outbox
from forum.enrolment import Address
from forum.inbox import IncomingMessage
from forum.outbox import OutgoingMessage
from forum.replies import ReplyVersion
from forum.rounds import Obligation
from forum.store.base import Noun
from forum.store.door import Store
from forum.store.migrate import upgrade
from forum.times import real
from service.engines.embedded import Embedded
from service.outfit import Outfit
from service.works import Works
from tests.bench import crowd
from tests.bench.crowd import POLICY, Size
from tests.facts import riga
from tests.load.crowds import Crowds, Seen, crowds

SIZE = Size(bodies=12, people=3, rounds=3, measures=9)
MORNING = riga("2021-01-11 10:42")
# No phase takes so long (seconds), on a machine that others use as well; a quiet one needs a third of it.
LONGEST = 600.0
FILLING = 900.0
# Telegram's limit for one bot (bot.pacing), and one for a second that is cut otherwise here than there.
FASTEST = 31


@dataclass(frozen=True)
class Load:
    """The installation under load."""

    store: Store
    forums: Mapping[str, str]
    chats: Crowds
    clock: Callable[[], datetime]

    def tell(self, what: str, value: float, unit: str = "") -> None:
        sys.stdout.write(f"{what:58} {value:12,.1f} {unit}\n")
        sys.stdout.flush()

    async def until(self, what: str, true: Callable[[Session], bool]) -> None:
        """Wait until this is so of the memory; tells the seconds that it took."""
        begun = time.monotonic()
        while not await self.store.read(true):
            if time.monotonic() - begun > LONGEST:
                raise TimeoutError(what)
            await asyncio.sleep(0.5)
        self.tell(what, time.monotonic() - begun, "s")


def main(count: int) -> None:
    logs.configure([], level=logging.ERROR)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/forumbot.sqlite"
        upgrade(url)
        forums = {f"forum-{number}": f"{1000 + number}:SECRET" for number in range(count)}
        with Store.open(url, unit_seconds=FILLING) as store:
            begun = time.monotonic()
            for forum in forums:
                crowd.settled(store, forum, SIZE)
            chats = {token: store.read_now(_chats, forum) for forum, token in forums.items()}
            sizes = [store.read_now(crowd.count, noun) for noun in (Address, Obligation)]
            filled = time.monotonic() - begun
        with Store.open(url) as store, crowds(chats, MORNING) as there:
            ahead = MORNING - real()
            load = Load(store, forums, there, lambda: real() + ahead)
            for what, value in zip(("forums", "members", "obligations"), (count, *sizes), strict=True):
                load.tell(what, value)
            load.tell("laid into the memory, and decided on the eve", filled, "s")
            asyncio.run(_run(load))


async def _run(load: Load) -> None:
    outfits = [
        Outfit(
            forum=forum,
            store=load.store,
            policy=POLICY,
            clock=load.clock,
            workspace=None,
            token=token,
            base_url=load.chats.base_url,
        )
        for forum, token in load.forums.items()
    ]
    works = Works(outfits, load.store, Embedded())
    begun, before = time.monotonic(), _spent()
    await works.start()
    load.tell("all forums at work after", time.monotonic() - begun, "s")
    try:
        await _busy(load)
        load.tell("processor time until then", _spent() - before, "s")
        await _idle(load)
    finally:
        await works.stop()
    load.tell("memory at the most", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB")


async def _busy(load: Load) -> None:
    due = len(load.forums) * SIZE.bodies
    await load.until("all reminders planned and queued after", lambda it: _count(it, OutgoingMessage, _nudge()) >= due)
    await load.until(
        "all reminders delivered, after another",
        lambda it: _count(it, OutgoingMessage, _nudge(), OutgoingMessage.state == outbox.State.SENT) >= due,
    )
    await load.until("all members' answers recorded, after another", lambda it: _count(it, ReplyVersion) >= due)
    await load.until("all echoes delivered, after another", lambda it: _unsent(it, now=load.clock()) == 0)
    seen = load.chats.seen()
    load.tell("messages delivered", sum(sum(one.sent.values()) for one in seen.values()))
    fastest = max(max(one.sent.values(), default=0) for one in seen.values())
    load.tell("in one second by one bot, at the most", fastest)
    load.tell("in one second by all", max(_together(seen).values(), default=0))
    refused, doubled = (sum(getattr(one, what) for one in seen.values()) for what in ("refused", "doubled"))
    load.tell("refusals (429)", refused)
    load.tell("messages doubled", doubled)
    waits = await load.store.read(_waits, {words: at for one in seen.values() for words, at in one.said.items()})
    load.tell("from an answer to its record, median", statistics.median(waits) * 1000, "ms")
    load.tell("from an answer to its record, 99 of 100 within", sorted(waits)[int(len(waits) * 0.99)] * 1000, "ms")
    load.tell("answers without a record", due - len(waits))
    if refused or doubled or len(waits) != due or fastest > FASTEST:
        raise SystemExit("refused, lost, doubled or faster than allowed: see above")


async def _idle(load: Load) -> None:
    """What it costs when nothing is due any more."""
    begun, before = time.monotonic(), _spent()
    await asyncio.sleep(20)
    load.tell("of one processor with nothing due", (_spent() - before) / (time.monotonic() - begun) * 100, "%")


def _nudge() -> ColumnElement[bool]:
    return OutgoingMessage.kind == nudges.KIND


def _count(session: Session, noun: type[Noun], *such: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(noun).where(*such)) or 0


def _unsent(session: Session, *, now: datetime) -> int:
    waiting = OutgoingMessage.state.in_((outbox.State.PENDING, outbox.State.SENDING))
    return _count(session, OutgoingMessage, waiting, OutgoingMessage.send_from <= now)


def _chats(session: Session, forum: str) -> list[int]:
    return [int(chat) for chat in session.scalars(select(Address.address).where(Address.forum == forum))]


def _waits(session: Session, said: Mapping[str, datetime]) -> list[float]:
    """Seconds from each answer to the moment at which it was read for good."""
    rows = session.execute(
        select(ReplyVersion.done, IncomingMessage.done_at)
        .join(IncomingMessage, IncomingMessage.id == ReplyVersion.heard_id)
        .where(IncomingMessage.state == inbox.State.DONE)
    )
    return [(at - said[words]).total_seconds() for words, at in rows if words in said and at is not None]


def _together(seen: Mapping[str, Seen]) -> dict[int, int]:
    found: dict[int, int] = {}
    for one in seen.values():
        for second, sent in one.sent.items():
            found[second] = found.get(second, 0) + sent
    return found


def _spent() -> float:
    """Seconds of a processor that this process has used."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
