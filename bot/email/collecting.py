"""Collecting: mails that came in are kept raw before they are marked as seen; none waits in this process's memory."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from email.parser import BytesHeaderParser
from email.policy import compat32
from email.utils import getaddresses

import structlog

from bot.email import imap
from bot.email.imap import Place, Post, PostRefused, PostTrouble
from bot.email.wire import NAME
from forum import posted, pulses
from forum.inbox import Raw
from forum.posted import Reached
from forum.pulses import Part
from forum.store.door import Store
from forum.store.errors import StoreError
from forum.times import real

log = structlog.get_logger()

# How often (seconds) the mailbox is asked; who writes a mail does not watch for the answer.
EVERY = 15.0
# After trouble it is asked less and less often, up to this.
LONGEST_PAUSE = 300.0
# So many mails are fetched over one line before the next unit of work keeps them.
AT_ONCE = 20
# Where all were numbered anew, those are looked at again that may have come since the last one that was kept.
BEFORE = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Collecting:
    """Collects what came into one mailbox; ``stored`` is called when something new is there."""

    store: Store
    forum: str
    place: Place
    stored: Callable[[], None]

    async def run(self) -> None:
        """Collect until cancelled; trouble never ends it."""
        pause = EVERY
        while True:
            try:
                while await self.collect():
                    pass
                await self._beat(Part.POST)
                pause = EVERY
            except Exception as trouble:
                pause = min(pause * 2, LONGEST_PAUSE)
                log.warning(
                    "the mailbox could not be read",
                    action="email.collecting",
                    trouble=type(trouble).__name__,
                    why=str(trouble) if isinstance(trouble, PostTrouble) else "",
                    seconds=pause,
                    exc_info=not isinstance(trouble, PostTrouble | StoreError),
                )
                if isinstance(trouble, PostRefused):
                    await self._beat(Part.POST_REFUSED)
            await asyncio.sleep(pause)

    async def _beat(self, part: Part) -> None:
        with suppress(StoreError):
            await self.store.do(pulses.beat, self.forum, part, real=real())

    async def collect(self) -> int:
        """Keep the next mails, and mark them as seen then; answers how many there were.

        Raises PostTrouble, PostRefused, the store's errors.
        """
        known = await self.store.read(posted.reached, self.forum, NAME)
        at, found = await asyncio.to_thread(self._fetch, known)
        if known != at or found:
            batch = [_raw(one) for one in found]
            new = await self.store.first(posted.store, self.forum, NAME, batch=batch, reached=at, real=real())
            if new:
                self.stored()
        if found:
            await asyncio.to_thread(self._seen, at.validity, [one.number for one in found])
        return len(found)

    def _fetch(self, known: Reached | None) -> tuple[Reached, list[Post]]:
        """The next mails, and up to where they reach."""
        with imap.line(self.place) as line:
            opened = line.opened
            if known is None:
                # What lay there before the forum began is none of its.
                return Reached(opened.validity, opened.next_id, real()), []
            renumbered = known.validity != opened.validity
            if renumbered:
                known = replace(known, validity=opened.validity, next_id=1)
                numbers = line.numbers(since=(known.moved_at - BEFORE).date())
            else:
                numbers = line.numbers(beyond=known.next_id)
            taken = numbers if renumbered else numbers[:AT_ONCE]
            found = [post for number in taken if (post := line.fetch(number)) is not None]
            last = max([*taken, known.next_id - 1, *([opened.next_id - 1] if renumbered else [])])
            return replace(known, next_id=last + 1), found

    def _seen(self, validity: int, numbers: list[int]) -> None:
        with imap.line(self.place) as line:
            if line.opened.validity == validity:
                line.seen(numbers)


def _raw(post: Post) -> Raw:
    """A mail as the inbox keeps it: known by its Message-ID and sender, else by all of it, however often it comes and
    under whichever number."""
    head = BytesHeaderParser(policy=compat32).parsebytes(post.raw[:65_536])
    addresses = getaddresses([str(head.get("From", ""))])
    sender = addresses[0][1].strip().lower() if addresses else ""
    named = str(head.get("Message-ID", "")).strip()
    what = f"{named}\0{sender}".encode("utf-8", "surrogateescape") if named else post.raw
    number = hashlib.sha256(what).hexdigest()[:64]
    # As Latin-1 every byte is a sign, and comes back as it was; what no database takes is no part of a mail's text.
    body = post.raw.decode("latin-1").replace("\x00", "")
    return Raw(external_id=number, lane=sender[:320], message_ref=number, body=body)
