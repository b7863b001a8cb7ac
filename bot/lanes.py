"""Lanes: what people sent is read chat by chat, in order, and all that follows from one message commits at once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import structlog
from sqlalchemy.orm import Session

from bot import beforehand
from bot.channel import Channel
from bot.dialogues.scene import Toast
from bot.heard import Heard, Pressed
from bot.reading import Reader, Reading
from forum import forums, inbox, unread
from forum.inbox import IncomingMessage
from forum.policies import Policy
from forum.store.door import Store
from forum.times import Clock, at, real
from words.messages import Messages

log = structlog.get_logger()

# So many chats are read in one unit of work, as many as Telegram hands out messages at once; and no new one of them is
# begun after so many seconds: others write, too.
AT_ONCE = 100
TOGETHER = 0.25


@dataclass(frozen=True, kw_only=True)
class Lanes:
    """Reads the inbox; ``readers``: how, by the channel that a message came over. Toasts go to ``channel``. No new
    chat is begun in a unit of work that took ``together`` seconds."""

    store: Store
    forum: str
    channel: Channel | None
    readers: Mapping[str, Reader]
    messages: Messages
    policy: Policy
    clock: Clock
    together: float = TOGETHER

    async def step(self) -> int:
        """Read what waits longest, one message a chat; answers how many were read."""
        numbers = await self.store.read(_waiting, self.forum)
        if len(numbers) < 2:
            await asyncio.gather(*map(self._alone, numbers))
            return len(numbers)
        try:
            read = await self.store.do(self._unit, numbers)
        except Exception as trouble:
            # One of them is the trouble, or several in one unit of work are: each is read in one of its own.
            log.info("read one by one", action="lane.parted", count=len(numbers), trouble=type(trouble).__name__)
            await asyncio.gather(*map(self._alone, numbers))
            return len(numbers)
        await self._toasts(read)
        return len(read)

    async def _alone(self, number: int) -> None:
        try:
            read = await self.store.do(self._unit, [number])
        except Exception as trouble:
            # Whatever it was, the message stays, is tried again, and in the end waits for a coordinator.
            log.exception("a message could not be read", action="lane.stumbled", id=number)
            await self.store.do(self._stumbled, number, type(trouble).__name__)
            return
        await self._toasts(read)

    async def _toasts(self, read: Sequence[tuple[Heard | None, Toast | None]]) -> None:
        await asyncio.gather(*(self._toast(heard, toast) for heard, toast in read if isinstance(heard, Pressed)))

    async def _toast(self, heard: Pressed, toast: Toast | None) -> None:
        if self.channel is not None:
            text = self.messages.toast(toast.kind, toast.language, toast.values) if toast else ""
            await self.channel.toast(heard.press, text)

    def _stumbled(self, session: Session, number: int, error: str) -> None:
        """Try again later; what cannot be read at last is set aside, and the coordinators are told that it is there."""
        if inbox.stumbled(session, number, error=error, real=real()):
            row = session.get_one(IncomingMessage, number)
            unread.tell(session, row, at=at(self.clock, self.policy), policy=self.policy)

    def _unit(self, session: Session, numbers: Sequence[int]) -> list[tuple[Heard | None, Toast | None]]:
        """Read these, as many as the time allows; what follows from all of them commits at once."""
        rows = inbox.take(session, numbers)
        heard = {row.id: self.readers[row.channel].hear(row.body) for row in rows}
        if len(rows) > 1:
            new = [(row, one) for row in rows if (one := heard[row.id]) and row.state is inbox.State.NEW]
            beforehand.fetch(session, self.forum, new)
        read: list[tuple[Heard | None, Toast | None]] = []
        until = time.monotonic() + self.together
        for row in rows:
            if read and time.monotonic() > until:
                break
            read.append((heard[row.id], self._answer(session, row, heard[row.id])))
        return read

    def _answer(self, session: Session, row: IncomingMessage, heard: Heard | None) -> Toast | None:
        toast = None
        if row.state is inbox.State.NEW and heard is not None:
            reading = Reading(
                session=session,
                forum=self.forum,
                heard_id=row.id,
                secret=forums.secret(session, self.forum),
                policy=self.policy,
                at=at(self.clock, self.policy),
            )
            toast = self.readers[row.channel].answer(reading, heard)
        inbox.done(row, real=real())
        return toast


def _waiting(session: Session, forum: str) -> list[int]:
    """The oldest unread message of each chat. Over a channel that is locked down nothing is read until it is not."""
    locked = forums.of(session, forum).locked
    without = (locked,) if locked else ()
    return [number for _, number in inbox.waiting(session, forum, real=real(), limit=AT_ONCE, without=without)]
