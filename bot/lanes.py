"""Lanes: what people sent is read chat by chat, in order, and all that follows from one message commits at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

import structlog
from sqlalchemy.orm import Session

from bot.channel import Channel
from bot.dialogues.route import answer
from bot.dialogues.scene import Toast
from bot.heard import Heard, Pressed
from forum import inbox, outbox, people
from forum.inbox import IncomingMessage
from forum.policies import Policy
from forum.store.door import Store
from forum.times import Clock, at, real
from words.messages import Messages

log = structlog.get_logger()

AT_ONCE = 8


@dataclass(frozen=True, kw_only=True)
class Lanes:
    """Reads the inbox of one channel; ``hear`` turns a raw update into what was heard (None: nothing for us)."""

    store: Store
    forum: str
    channel: Channel
    hear: Callable[[str], Heard | None]
    messages: Messages
    policy: Policy
    clock: Clock
    secret: bytes

    async def step(self) -> int:
        """Read what waits longest, one message a chat; answers how many were read."""
        waiting = await self.store.read(inbox.waiting, self.forum, real=real(), limit=AT_ONCE)
        await asyncio.gather(*(self._read(number) for _, number in waiting))
        return len(waiting)

    async def _read(self, number: int) -> None:
        try:
            heard, toast = await self.store.do(self._unit, number)
        except Exception as trouble:
            # Whatever it was, the message stays, is tried again, and in the end waits for a coordinator.
            log.exception("a message could not be read", action="lane.stumbled", id=number)
            await self.store.do(self._stumbled, number, type(trouble).__name__)
            return
        if isinstance(heard, Pressed):
            text = self.messages.toast(toast.kind, toast.language, toast.values) if toast else ""
            await self.channel.toast(heard.press, text)

    def _stumbled(self, session: Session, number: int, error: str) -> None:
        """Try again later; what cannot be read at last is set aside, and the coordinators are told that it is there."""
        if not inbox.stumbled(session, number, error=error, real=real()):
            return
        moment = at(self.clock, self.policy)
        for person in people.coordinators(session, self.forum, day=moment.day):
            outbox.put(
                session,
                self.forum,
                to=outbox.To(person_id=person.id),
                kind="unread",
                values={"number": str(number)},
                dedupe=f"unread/{number}/{person.id}",
                now=moment.now,
            )

    def _unit(self, session: Session, number: int) -> tuple[Heard | None, Toast | None]:
        row = session.get_one(IncomingMessage, number, with_for_update=True)  # nobody else reads it as well
        heard = self.hear(row.body)
        toast = None
        if row.state is inbox.State.NEW and heard is not None:
            moment = at(self.clock, self.policy)
            toast = answer(
                session, self.forum, heard, heard_id=number, secret=self.secret, policy=self.policy, at=moment
            )
        inbox.done(row, real=real())
        return heard, toast
