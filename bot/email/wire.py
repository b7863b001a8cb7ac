"""The wire to the mail server: hands mails over, and names what went wrong in the channel's own terms."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass

from aiosmtplib import (
    SMTP,
    SMTPDataError,
    SMTPException,
    SMTPRecipientRefused,
    SMTPResponseException,
    SMTPServerDisconnected,
)

from bot.channel import InDoubt, Refused, SendTrouble, Spoken, TryLater, Unreachable
from bot.email.mailbox import Mailbox
from bot.email.mime import BadAddress, mail
from bot.email.sessions import Sessions
from bot.parcels import GONE
from forum.times import real

NAME = "email"

# Nothing waits for the server longer than this, in seconds.
LONGEST = 14.0
# So long (seconds) all mails rest where the server itself is away, busy, or will not have us.
PAUSE = 30.0
# https://www.rfc-editor.org/rfc/rfc3463#section-2: class, subject and detail of a status.
STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
# The server closes the session, whatever was asked.
CLOSING = 421


@dataclass
class _Handing:
    """How far one mail has come: once its text is on the line, a line that is cut leaves a doubt."""

    on_the_line: bool = False


class EmailChannel:
    """E-mail as a channel; addresses are e-mail addresses."""

    name = NAME

    def __init__(self, box: Mailbox) -> None:
        self._box = box
        self._sessions = Sessions(box)

    async def send(self, address: str, spoken: Spoken, *, edits: str | None) -> str:
        """A mail cannot be edited: what would change one goes out as another."""
        envelope = spoken.envelope
        if envelope is None:
            raise Refused("a message that was not worded as a mail")
        handing = _Handing()
        try:
            content = mail(self._box, address, spoken, envelope, at=real())
            async with asyncio.timeout(LONGEST), self._sessions.one() as session:
                refused = await self._hand_over(session, address, content, handing)
        except BadAddress as error:
            raise Unreachable(str(error)) from error
        except (SMTPException, OSError) as error:  # a time-out is an OSError, too
            raise named(error, on_the_line=handing.on_the_line) from error
        if refused is not None:
            raise named(refused, on_the_line=False)
        return envelope.key

    async def _hand_over(
        self, session: SMTP, address: str, content: bytes, handing: _Handing
    ) -> SMTPRecipientRefused | None:
        """Answers how the recipient was refused, where they were: the session is as good as before then."""
        await session.mail(self._box.sender)
        try:
            await session.rcpt(address)
        except SMTPRecipientRefused as error:
            if error.code == CLOSING:
                raise
            await session.rset()
            return error
        handing.on_the_line = True
        await session.data(content)
        return None

    async def greet(self) -> None:
        """Sign in, as a test. Raises TryLater."""
        try:
            async with asyncio.timeout(LONGEST), self._sessions.one() as session:
                await session.noop()
        except (SMTPException, OSError) as error:
            raise named(error, on_the_line=False) from error

    async def fetch(self, external_id: str) -> bytes:
        raise Refused("a mail brings its files along")

    async def toast(self, press: str, text: str) -> None:
        """There is no screen to show it on."""

    def link(self, token: str) -> str:
        """No mail opens a chat."""
        return ""

    async def close(self) -> None:
        """Let the sessions go."""
        await self._sessions.close()


def named(error: Exception, *, on_the_line: bool) -> SendTrouble:
    """The channel's name for this error. Servers repeat addresses in what they say: only their numbers are kept."""
    if isinstance(error, SMTPResponseException):
        return _answered(error)
    why = type(error).__name__
    if on_the_line:
        return InDoubt(why)
    # A session that had rested too long is no trouble of the server's: the next one is new.
    return TryLater(why) if isinstance(error, SMTPServerDisconnected) else TryLater(why, seconds=PAUSE)


def _answered(error: SMTPResponseException) -> SendTrouble:
    status = found[1] if (found := STATUS.search(error.message)) else ""
    why = f"{type(error).__name__} {error.code} {status}".rstrip()
    if error.code != CLOSING:
        match error:
            case SMTPRecipientRefused() if error.code >= 500:
                return Unreachable(why) if not status or GONE.match(status) else Refused(why)
            case SMTPDataError() if error.code >= 500:
                return Refused(why)
            case SMTPRecipientRefused() | SMTPDataError():
                return TryLater(why, theirs=True)
    # Of the sign-in, of us or of the server as a whole: no mail would fare better.
    return TryLater(why, seconds=PAUSE)
