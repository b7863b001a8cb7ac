"""Sessions with the mail server: a few that stay open, so that not every mail pays for the sign-in."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from aiosmtplib import SMTP, SMTPException

from bot.email.mailbox import SMTPS, Mailbox

# Exchange Online lets three at once from one mailbox.
AT_MOST = 3
# Seconds: servers close an idle session after some minutes; what rested longer than this is not relied on.
RESTS = 20.0
# A server that takes longer than this (seconds) to answer one command does not answer.
SECONDS = 10.0


class Sessions:
    """Sessions with the server of one mailbox; each serves one mail at a time, and the next one after that."""

    def __init__(self, box: Mailbox) -> None:
        self._box = box
        self._room = asyncio.Semaphore(AT_MOST)
        self._idle: list[tuple[SMTP, float]] = []

    @asynccontextmanager
    async def one(self) -> AsyncIterator[SMTP]:
        """A session that is signed in. What ends in trouble is closed.

        Raises the library's errors, and OSError.
        """
        async with self._room:
            session = self._rested() or await self._begun()
            try:
                yield session
            except BaseException:
                session.close()
                raise
            self._idle.append((session, time.monotonic()))

    async def close(self) -> None:
        """Say good-bye wherever a session is open."""
        idle, self._idle = self._idle, []
        for session, _ in idle:
            with suppress(SMTPException, OSError, asyncio.TimeoutError):
                async with asyncio.timeout(1):
                    await session.quit()
            session.close()

    def _rested(self) -> SMTP | None:
        while self._idle:
            session, since = self._idle.pop()
            if session.is_connected and time.monotonic() - since < RESTS:
                return session
            session.close()
        return None

    async def _begun(self) -> SMTP:
        box = self._box
        at_once = box.port == SMTPS
        session = SMTP(
            hostname=box.host,
            port=box.port,
            # Not asked of the net: to look one's own name up may take half a minute.
            local_hostname=box.domain,
            timeout=SECONDS,
            use_tls=at_once,
            start_tls=box.starttls and not at_once,
            tls_context=box.trust() if at_once or box.starttls else None,
        )
        try:
            await session.connect()
            if box.user:
                await session.login(box.user, box.password)
        except BaseException:
            session.close()
            raise
        return session
